// Language and colours: the same two choices as on the page, kept under the same names.

import { recall, remember } from '../page/settings.js';
import { languages, speak, translate } from './language.js';

const THEMES = ['auto', 'dark', 'light'];

/** @param changed is called when everything has to be written anew */
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
  choose('theme', recall('theme', 'auto', (theme) => THEMES.includes(theme)), THEMES, (theme) => {
    if (theme === 'auto') {
      delete root.dataset.theme;
    } else {
      root.dataset.theme = theme;
    }
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
