// What the page says to somebody who is not let in: why, and the form for a token where one would help.

import { setText } from './dom.js';
import { sayIfKnown } from './language.js';
import { tokenIn } from './token.js';

// Nobody has done anything wrong yet: the form says it all.
const MISSING = 'token-missing';

export class Access {
  #form = document.getElementById('ask');
  #notice = document.getElementById('refusal');
  #title = document.getElementById('refusal-title');
  #advice = document.getElementById('refusal-advice');
  #again = document.getElementById('again');
  #reason = null;

  /** @param useToken is called with each token that somebody enters, useKey with each key; tryAgain opens what was refused as it is */
  constructor({ useToken, useKey, tryAgain }) {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      const token = tokenIn(this.#form.token.value);
      const use = this.#form.isKey.checked ? useKey : useToken;
      if (token) {
        this.#form.reset();
        this.clear();
        use(token);
      }
    });
    this.#again.addEventListener('click', () => {
      this.clear();
      tryAgain();
    });
  }

  explain(reason) {
    const asksForToken = reason.reconnect === 'after-new-token' || reason.code === MISSING;
    this.#reason = reason;
    this.rewrite();
    this.#notice.hidden = reason.code === MISSING;
    this.#again.hidden = asksForToken;
    if (asksForToken && this.#form.hidden) {
      this.#form.hidden = false;
      this.#form.token.focus();
    }
  }

  clear() {
    this.#reason = null;
    this.#form.hidden = true;
    this.#notice.hidden = true;
  }

  rewrite() {
    if (this.#reason) {
      const { code, title, advice } = this.#reason;
      setText(this.#title, sayIfKnown(`reason.${code}`, title));
      setText(this.#advice, advice);
    }
  }
}
