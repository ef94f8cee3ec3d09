// What a channel shows, by asking, where no socket opens.

import { Backoff } from './backoff.js';
import { isObject } from './picture.js';
import { reason } from './reasons.js';

const PLACES = {
  market: ['snapshot'],
  foreign: ['foreign-detail', 'summary'],
  index: ['snapshot', 'indices'],
  alerts: ['alerts?limit=200'],
};

export const isChannel = (name) => Object.hasOwn(PLACES, name);

export async function askFor(name, get) {
  const [path, part] = PLACES[name];
  const whole = await get(`api/market/${path}`);
  const answer = part ? whole[part] : whole;
  if (name === 'alerts' ? !Array.isArray(answer) : !isObject(answer)) {
    throw new TypeError('not what this channel shows');
  }
  return answer;
}

export class Poller {
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
