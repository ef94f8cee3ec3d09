// What market and hub have in common.

import { Credentials } from './credentials.js';
import { environmentOf } from './environment.js';
import { ask } from './http.js';

export class Client {
  parts;
  #members = new Set();

  constructor({ url, WebSocket, fetch, environment, compress = true, ...shown } = {}) {
    const env = environmentOf({ ...(WebSocket && { WebSocket }), ...(fetch && { fetch }), ...environment });
    const base = baseOf(url);
    const address = (path) => new URL(path, base);
    const credentials = new Credentials(shown, env, address('auth/ticket'));
    this.parts = { env, credentials, address, compress, get: (path) => this.get(path) };
  }

  adopt(member) {
    this.#members.add(member);
    queueMicrotask(() => member.state === 'idle' && member.open());
    return member;
  }

  async get(path) {
    const { credentials, env, address } = this.parts;
    const token = await credentials.token();
    try {
      return JSON.parse(await ask(env, address(path), token));
    } catch (error) {
      if (error.reason?.reconnect === 'after-new-token') {
        credentials.reject(token);
      }
      throw error;
    }
  }

  useToken(token) {
    this.parts.credentials.use(token);
    this.#members.forEach((member) => member.state !== 'closed' && member.open());
  }

  close() {
    this.#members.forEach((member) => member.close());
    this.#members.clear();
    this.parts.credentials.close();
  }
}

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
