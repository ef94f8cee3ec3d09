// Asks once more, before something is done that cannot be undone.

import { setText } from '../page/dom.js';

const dialog = document.getElementById('sure');
const words = document.getElementById('sure-words');

/** @returns whether the operator has said yes */
export function isSure(question) {
  setText(words, question);
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}
