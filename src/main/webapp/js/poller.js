// Asks again and again, where no socket opens.

import { Backoff } from './backoff.js';
import { reason } from './reasons.js';

export class Poller {
  /** Whether the last answer was one. */
  succeeds = false;
  #env;
  #everyMs;
  #on;
  #backoff;
  #turn = null;
  #cancel = () => {};

  constructor(env, everyMs, on) {
    this.#env = env;
    this.#everyMs = everyMs;
    this.#on = on;
    this.#backoff = new Backoff(env.random);
  }

  start() {
    if (!this.#turn) {
      this.#round((this.#turn = {}));
    }
  }

  stop() {
    this.succeeds = false;
    this.#turn = null;
    this.#cancel();
  }

  async #round(turn) {
    const hidden = this.#env.isHidden();
    let pause = this.#everyMs * (hidden ? 4 : 1);
    const ifCurrent = (work) => turn === this.#turn && work();
    try {
      const answer = await this.#on.ask();
      ifCurrent(() => { this.succeeds = true; this.#on.answer(answer); });
      this.#backoff.reset();
    } catch (error) {
      const why = error.reason ?? reason('garbled', `The answer makes no sense: ${error.message}`);
      pause = Math.max(pause, this.#backoff.pause(why, hidden));
      ifCurrent(() => { this.succeeds = false; this.#on.failed(why); });
    }
    ifCurrent(() => { this.#cancel = this.#env.after(pause, () => this.#round(turn)); });
  }
}
