// The market; tickcast.d.ts says what each member is.

import { Channel } from './channel.js';
import { Client } from './client.js';

export { Refusal } from './http.js';

const POLL_MS = 2000;

export class Tickcast extends Client {
  constructor({ polling = true, ...options } = {}) {
    super(options);
    this.parts.pollMs = polling === true ? POLL_MS : Number(polling);
  }

  channel(name, options) {
    return this.adopt(new Channel(name, options, this.parts));
  }
}
