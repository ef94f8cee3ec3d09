// The list of frames, the newest on top, drawn no more often than the screen can.

import { cellsOf, oncePerAnimationFrame, setAttribute, setText } from '../page/dom.js';
import { count } from '../page/numbers.js';
import { matches } from './frames.js';
import { say } from './language.js';
import { rowOf } from './row.js';
import { Shelf } from './shelf.js';

export class Log {
  #cells = cellsOf(document.querySelector('.log'));
  #list = document.getElementById('frames');
  #shelf = new Shelf();
  #rows = new Map();
  #undrawn = [];
  #drawSoon = oncePerAnimationFrame(() => this.#draw());

  constructor() {
    const { filter, pause, clear } = this.#cells;
    filter.addEventListener('input', () => this.rewrite());
    pause.addEventListener('click', () => {
      setAttribute(pause, 'aria-pressed', String(!this.#isPaused));
      this.#drawSoon();
    });
    clear.addEventListener('click', () => {
      this.#shelf.clear();
      this.#undrawn = [];
      this.rewrite();
    });
  }

  put(entry) {
    this.#undrawn.push(entry);
    for (const gone of this.#shelf.put(entry)) {
      this.#rows.get(gone)?.remove();
      this.#rows.delete(gone);
    }
    this.#drawSoon();
  }

  /** All that is there, in the language and through the filter of now. */
  rewrite() {
    this.#rows.clear();
    this.#list.replaceChildren();
    const waiting = new Set(this.#undrawn);
    const drawn = this.#shelf.entries.filter((entry) => !waiting.has(entry));
    this.#show(drawn);
    this.#draw();
  }

  get #isPaused() {
    return this.#cells.pause.getAttribute('aria-pressed') === 'true';
  }

  #draw() {
    if (!this.#isPaused) {
      const kept = new Set(this.#shelf.entries);
      this.#show(this.#undrawn.filter((entry) => kept.has(entry)));
      this.#undrawn = [];
    }
    const waiting = this.#undrawn.length;
    setText(this.#cells.waiting, waiting ? say('log.waiting', { count: count(waiting) }) : '');
    this.#cells.empty.hidden = this.#shelf.entries.length > 0;
  }

  #show(entries) {
    for (const entry of entries) {
      if (matches(entry, this.#cells.filter.value)) {
        const row = rowOf(entry);
        this.#rows.set(entry, row);
        this.#list.prepend(row);
      }
    }
  }
}
