// Asks again and again, where no socket opens.

import { Backoff } from './backoff.js';
import { reason } from './reasons.js';

export class Poller {
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
    this.#turn = null;
    this.#cancel();
  }

  async #round(turn) {
    let pause = this.#everyMs * (this.#env.isHidden() ? 4 : 1);
    try {
      const answer = await this.#on.ask();
      if (turn === this.#turn) {
        this.#on.answer(answer);
        this.#backoff.reset();
      }
    } catch (error) {
      const why = error.reason ?? reason('garbled', `The answer makes no sense: ${error.message}`);
      if (turn === this.#turn) {
        pause = Math.max(pause, this.#backoff.pause(why));
        this.#on.failed(why);
      }
    }
    // Whoever was told may have stopped us.
    if (turn === this.#turn) {
      this.#cancel = this.#env.after(pause, () => this.#round(turn));
    }
  }
}
