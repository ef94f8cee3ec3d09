// The market for pages and programs. tickcast.d.ts says what each option, event and member is.

import { Channel } from './channel.js';
import { Client } from './client.js';

export { Refusal } from './http.js';

const POLL_MS = 2000;

export class Tickcast extends Client {
  #pollMs;

  constructor({ polling = true, ...options } = {}) {
    super(options);
    this.#pollMs = polling === true ? POLL_MS : Number(polling);
  }

  channel(name, options) {
    return this.adopt(new Channel(name, options, { ...this.parts, pollMs: this.#pollMs }));
  }
}
