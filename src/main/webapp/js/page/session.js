// The clock of the market and what its main board does. A simulated or recorded market has a time of its own.

import { cellsOf, setAttribute, setText } from './dom.js';
import { say, sayIfKnown } from './language.js';
import { hourAndMinute, timeOfDay } from './numbers.js';

const MAIN_BOARD = 'HOSE';

export class Session {
  #place = document.getElementById('session');
  #cells = cellsOf(this.#place);
  #ahead = null;
  #board = null;

  /** @param session the answer of api/session */
  setSession({ timestamp, boards }) {
    this.#ahead = Date.parse(timestamp) - performance.now();
    this.#board = boards.find(({ board }) => board === MAIN_BOARD) ?? null;
    this.rewrite();
  }

  /** Whether its phase should be over by now, so that it is time to ask again. */
  get isOver() {
    const change = this.#board?.next_change;
    return change !== undefined && change !== null && this.#now() >= Date.parse(change);
  }

  tick() {
    if (this.#ahead !== null) {
      setText(this.#cells.clock, timeOfDay(this.#now()));
    }
  }

  rewrite() {
    this.tick();
    if (this.#board) {
      const { phase, is_open: isOpen, next_change: change } = this.#board;
      setAttribute(this.#place, 'data-open', String(isOpen));
      setText(this.#cells.phase, `${MAIN_BOARD} · ${sayIfKnown(`phase.${phase}`, phase)}`);
      setText(this.#cells.until, change ? say('session.until', { time: hourAndMinute(Date.parse(change)) }) : '');
    }
  }

  #now() {
    return performance.now() + this.#ahead;
  }
}
