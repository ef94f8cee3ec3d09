// The console speaks with the words of the page, and with more of its own.

import { en as pageEn } from '../page/words-en.js';
import { vi as pageVi } from '../page/words-vi.js';
import { en } from './words-en.js';
import { vi } from './words-vi.js';

Object.assign(pageEn, en);
Object.assign(pageVi, vi);

export { languages, say, sayIfKnown, speak, translate } from '../page/language.js';
