// One line in a room: something that was said, that waits to be sent, or that could not be.

import { cellsOf, copyOf, setAttribute, setText } from './dom.js';
import { say, sayIfKnown } from './language.js';
import { hourAndMinute } from './numbers.js';

export class Message {
  element = copyOf('message-row');
  /** Under which id it waits; null when it has arrived. */
  waitsAs = null;
  #cells = cellsOf(this.element);
  #mark = () => '';

  static said({ from, message, at }, isMine) {
    const line = new Message();
    setText(line.#cells.from, from);
    setText(line.#cells.words, message);
    setText(line.#cells.time, hourAndMinute(Date.parse(at)));
    setAttribute(line.#cells.time, 'datetime', at);
    setAttribute(line.element, 'data-mine', String(isMine));
    return line;
  }

  static waiting(id, words) {
    const line = new Message();
    line.waitsAs = id;
    setText(line.#cells.words, words);
    setAttribute(line.element, 'data-mine', 'true');
    line.#become('waiting', () => say('room.waiting'));
    return line;
  }

  static gap() {
    const line = new Message();
    line.#become('gap', () => say('room.gap'));
    return line;
  }

  /** It is in the room, and comes from there as any other. */
  arrive() {
    this.#become('sent', () => '');
  }

  fail(code, title) {
    this.#become('failed', () => say('room.failed', { why: sayIfKnown(`reason.${code}`, title) }));
  }

  rewrite() {
    setText(this.#cells.mark, this.#mark());
  }

  #become(state, mark) {
    this.#mark = mark;
    setAttribute(this.element, 'data-state', state);
    this.rewrite();
  }
}
