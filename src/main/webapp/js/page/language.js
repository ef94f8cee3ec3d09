// The two languages of the page: its words, and how numbers and times are written in each.

import { useLocale } from './numbers.js';
import { en } from './words-en.js';
import { vi } from './words-vi.js';

const LANGUAGES = { en: { words: en, locale: 'en-US' }, vi: { words: vi, locale: 'vi-VN' } };
const MARKED = ['t', 'tLabel', 'tPlaceholder'];

let words = en;

export const languages = Object.keys(LANGUAGES);

export function speak(code) {
  words = LANGUAGES[code].words;
  useLocale(LANGUAGES[code].locale);
}

/** The words for this key, with `{name}` replaced by the value of that name. */
export function say(key, values = {}) {
  return words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** For what a server may name that this page does not know yet. */
export function sayIfKnown(key, otherwise) {
  return Object.hasOwn(words, key) ? words[key] : otherwise;
}

/** Writes the words into everything that index.html marks with a key. */
export function translate(root) {
  root.documentElement.lang = say('code');
  for (const node of root.querySelectorAll('[data-t], [data-t-label], [data-t-placeholder]')) {
    for (const mark of MARKED.filter((name) => name in node.dataset)) {
      write[mark](node, say(node.dataset[mark]));
    }
  }
}

const write = {
  t: (node, text) => { node.textContent = text; },
  tLabel: (node, text) => node.setAttribute('aria-label', text),
  tPlaceholder: (node, text) => node.setAttribute('placeholder', text),
};
