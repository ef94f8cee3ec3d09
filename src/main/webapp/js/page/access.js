// What the page says to somebody who is not let in: the form for a token, and a guess at why it did not help.

import { setText } from './dom.js';
import { tokenIn } from './token.js';

const SOME_LIVE = 'Not every channel lets this page in. An address may hold only so many connections at once (5 unless '
  + 'the server was told otherwise) and this page needs 3: close another page or bot. It keeps trying, slowly.';
const NONE_LIVE = 'No channel lets this page in. Perhaps the token is wrong (a server that was given none makes a new '
  + 'one at each start), this address already has its 5 connections, or the server is down. It keeps trying, slowly.';

export class Access {
  #form = document.getElementById('ask');
  #refusal = document.getElementById('refusal');
  #words = document.getElementById('refusal-words');

  /** @param useToken is called with each token that somebody enters */
  constructor(useToken) {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      const token = tokenIn(this.#form.token.value);
      if (token) {
        this.#form.reset();
        this.#form.hidden = true;
        useToken(token);
      }
    });
    document.getElementById('another-token').addEventListener('click', () => this.ask());
  }

  ask() {
    this.#form.hidden = false;
    this.#form.token.focus();
  }

  explainRefusal(someRefused, someLive) {
    this.#refusal.hidden = !someRefused;
    setText(this.#words, someRefused ? (someLive ? SOME_LIVE : NONE_LIVE) : '');
  }
}
