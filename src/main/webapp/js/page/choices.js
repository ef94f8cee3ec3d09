// What somebody may choose about a page itself: its language and its colours. The dashboard and the console share it.

import { languages, speak, translate } from './language.js';
import { recall, remember } from './settings.js';

const THEMES = ['auto', 'dark', 'light'];

/** @param changed is called when everything has to be written or painted anew */
export function offerChoices(changed) {
  const root = document.documentElement;
  const use = (code) => {
    speak(code);
    translate(document);
  };
  use(root.lang);
  choose('language', root.lang, languages, (code) => {
    use(code);
    changed();
  });

  const sunlight = matchMedia('(prefers-color-scheme: light)');
  let theme = recall('theme', 'auto', (kept) => THEMES.includes(kept));
  const paint = () => {
    root.dataset.theme = theme !== 'auto' ? theme : sunlight.matches ? 'light' : 'dark';
    changed();
  };
  choose('theme', theme, THEMES, (chosen) => {
    theme = chosen;
    paint();
  });
  sunlight.addEventListener('change', paint);
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
