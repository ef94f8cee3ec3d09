// The form that says something: ready-made or one's own.

import { cellsOf, setText } from '../page/dom.js';
import { say } from './language.js';
import { readyFor, readyFrame } from './ready.js';

export class Sending {
  #form = document.getElementById('send');
  #hint = cellsOf(this.#form).hint;
  #kind = null;
  #known;

  /** @param send is called with text, binary and times; known tells the room and message that were last heard of */
  constructor({ send, known }) {
    this.#known = known;
    const { ready, text } = this.#form;
    ready.addEventListener('change', () => this.#fill());
    text.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        this.#form.requestSubmit();
      }
    });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      send(text.value, this.#form.binary.checked, this.#form.times.valueAsNumber);
    });
  }

  /** Offers what means something there. */
  offer(kind) {
    if (kind !== this.#kind) {
      this.#kind = kind;
      this.#form.ready.replaceChildren(...readyFor(kind).map((name) => new Option('', name)));
      this.#fill();
    }
    this.rewrite();
  }

  rewrite() {
    for (const option of this.#form.ready.options) {
      setText(option, say(`ready.${option.value}`));
    }
    setText(this.#hint, say(`ready.${this.#form.ready.value}.hint`));
  }

  #fill() {
    const { text, binary, times } = readyFrame(this.#form.ready.value, this.#known());
    this.#form.text.value = text;
    this.#form.binary.checked = binary;
    this.#form.times.value = String(times);
    this.rewrite();
  }
}
