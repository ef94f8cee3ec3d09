// Tickcast for pages and programs. tickcast.d.ts says what each option, event and member is.

import { Channel } from './channel.js';
import { Credentials } from './credentials.js';
import { environmentOf } from './environment.js';
import { ask } from './http.js';

export { Refusal } from './http.js';
export { Outbox } from './outbox.js';

const POLL_MS = 2000;

export class Tickcast {
  #env;
  #base;
  #credentials;
  #pollMs;
  #channels = new Set();

  constructor({ url, polling = true, WebSocket, fetch, environment, ...shown } = {}) {
    this.#env = environmentOf({ ...(WebSocket && { WebSocket }), ...(fetch && { fetch }), ...environment });
    this.#base = baseOf(url);
    this.#credentials = new Credentials(shown, this.#env, this.#address('auth/ticket'));
    this.#pollMs = polling === true ? POLL_MS : Number(polling);
  }

  /** Opens a channel, once the caller has had the time to listen to it. */
  channel(name, options) {
    const channel = new Channel(name, options, {
      env: this.#env,
      credentials: this.#credentials,
      address: (path) => this.#address(path),
      get: (path) => this.get(path),
      pollMs: this.#pollMs,
    });
    this.#channels.add(channel);
    queueMicrotask(() => channel.state === 'idle' && channel.open());
    return channel;
  }

  async get(path) {
    const token = await this.#credentials.token();
    try {
      return JSON.parse(await ask(this.#env, this.#address(path), token));
    } catch (error) {
      if (error.reason?.reconnect === 'after-new-token') {
        this.#credentials.reject(token);
      }
      throw error;
    }
  }

  useToken(token) {
    this.#credentials.use(token);
    this.#channels.forEach((channel) => channel.state !== 'closed' && channel.open());
  }

  close() {
    this.#channels.forEach((channel) => channel.close());
    this.#channels.clear();
    this.#credentials.close();
  }

  #address(path) {
    return new URL(path, this.#base);
  }
}

/** Without an address, the server that this module came from. */
function baseOf(url = new URL('../', import.meta.url)) {
  const base = new URL(url, globalThis.location?.href);
  base.protocol = base.protocol.replace('ws', 'http');
  if (!base.protocol.startsWith('http')) {
    throw new TypeError('Say with url where the server is');
  }
  base.search = base.hash = '';
  base.pathname = base.pathname.replace(/\/?$/, '/');
  return base;
}
