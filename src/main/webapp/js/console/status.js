// Whether we are connected, in one word on top; and why we no longer are, in more of them.

import { cellsOf, setAttribute, setText } from '../page/dom.js';
import { count } from '../page/numbers.js';
import { say, sayIfKnown } from './language.js';

const DOCS = new URL('../../docs/errors.md', import.meta.url);
const COLOURS = { open: 'fresh', connecting: 'connecting', stopped: 'stale', closed: 'refused', vanished: 'refused', refused: 'refused' };

export class Status {
  state = 'idle';
  #chip = document.getElementById('chip');
  #word = cellsOf(this.#chip).state;
  #notice = document.getElementById('ending');
  #cells = cellsOf(this.#notice);
  #values = {};
  #end = null;

  /** Open to everything that a socket can be asked for. */
  get isOpen() {
    return this.state === 'open' || this.state === 'stopped';
  }

  show(state, values = {}) {
    this.state = state;
    this.#values = values;
    if (state === 'connecting') {
      this.#end = null;
    }
    this.rewrite();
  }

  /** @param end an end of closes.js, or a refusal of the server's with a title of its own */
  explain(end) {
    this.#end = end;
    this.rewrite();
  }

  rewrite() {
    setAttribute(this.#chip, 'data-state', COLOURS[this.state] ?? 'idle');
    setText(this.#word, this.#inOneWord());
    this.#notice.hidden = this.#end === null;
    if (this.#end) {
      this.#writeEnd(this.#end);
    }
  }

  #inOneWord() {
    const { protocol, stoppedUntil } = this.#values;
    const seconds = Math.max(0, Math.ceil((stoppedUntil - Date.now()) / 1000));
    return say(`chip.${this.state}`, { ...this.#values, protocol: protocol || say('chip.plain'), seconds: count(seconds) });
  }

  #writeEnd({ code, id, said = '', title, advice = '', reconnect }) {
    const name = id ? ` ${id}` : '';
    setText(this.#cells.title, title ? say('ending.handshake', { title: sayIfKnown(`reason.${id}`, title) }) : `${code}${name}`);
    setText(this.#cells.words, title ? advice : [said && `“${said}”`, sayIfKnown(`close.${code}`, '')].filter(Boolean).join(' '));
    setText(this.#cells.next, sayIfKnown(`reconnect.${reconnect}`, ''));
    this.#cells.link.hidden = !id;
    setAttribute(this.#cells.link, 'href', `${DOCS}#${id ?? ''}`);
  }
}
