// What somebody may choose about the page itself: its language, its colours, whether it beeps.

import { languages, speak, translate } from './language.js';
import { recall, remember } from './settings.js';

const THEMES = ['auto', 'dark', 'light'];

/** @param changed is called when everything has to be written or painted anew */
export function offerChoices({ changed, beep }) {
  const root = document.documentElement;
  speak(root.lang);
  translate(document);

  choose('language', root.lang, languages, (code) => {
    speak(code);
    translate(document);
    changed();
  });
  choose('theme', recall('theme', 'auto', (theme) => THEMES.includes(theme)), THEMES, (theme) => {
    if (theme === 'auto') {
      delete root.dataset.theme;
    } else {
      root.dataset.theme = theme;
    }
    changed();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);

  const button = document.getElementById('sound');
  button.addEventListener('click', () => {
    const wanted = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(wanted));
    beep(wanted);
  });
}

function choose(name, now, allowed, use) {
  const list = document.getElementById(name);
  list.value = now;
  list.addEventListener('change', () => {
    if (allowed.includes(list.value)) {
      remember(name, list.value);
      use(list.value);
    }
  });
}
