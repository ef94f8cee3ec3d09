// A world that tests turn by hand: a clock, chance, a network of sockets and answers, a page that somebody looks at or not.

import { Tickcast } from '../../../main/webapp/js/tickcast.js';

/** Lets everything happen that needs no time. */
export async function settle() {
  for (let i = 0; i < 10; i++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export class World {
  time = 1000;
  wall = Date.parse('2026-02-11T03:00:00Z');
  hidden = false;
  chance = 0.5;
  sockets = [];
  requests = [];
  /** What is answered to a request: (url, init) => {status, json?, text?, headers?}, or throws. */
  answer = () => ({ status: 204 });
  /** Where a browser can inflate: (bytes) => a promise of the text. */
  inflate = null;
  /** What happens to a new socket: nothing, unless a test says so. */
  onSocket = () => {};
  #timers = new Set();
  #wakers = new Set();

  constructor() {
    const world = this;
    this.WebSocket = class extends FakeSocket {
      constructor(url, protocols) {
        super(url, protocols);
        world.sockets.push(this);
        world.onSocket(this);
      }
    };
  }

  get environment() {
    return {
      WebSocket: this.WebSocket,
      fetch: (url, init) => this.#fetch(url, init),
      now: () => this.time,
      wallClock: () => this.wall,
      random: () => this.chance,
      inflate: this.inflate,
      after: (ms, work) => this.#after(ms, work),
      isHidden: () => this.hidden,
      onWake: (wake) => {
        this.#wakers.add(wake);
        return () => this.#wakers.delete(wake);
      },
    };
  }

  tickcast(options = {}) {
    return new Tickcast({ url: 'https://market.example/', token: 'a-token', environment: this.environment, ...options });
  }

  /** Time goes by, with everything that is due in it. */
  async pass(ms) {
    const end = this.time + ms;
    await settle();
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.wall += next.due - this.time;
      this.time = Math.max(this.time, next.due);
      this.#timers.delete(next);
      next.work();
      await settle();
    }
    this.wall += end - this.time;
    this.time = end;
    await settle();
  }

  /** The machine sleeps: time goes by, and whatever was due comes late. */
  async sleep(ms) {
    this.time += ms;
    this.wall += ms;
    await this.pass(0);
  }

  async wake(online) {
    this.#wakers.forEach((wake) => wake(online));
    await settle();
  }

  get socket() {
    return this.sockets.at(-1);
  }

  get timers() {
    return this.#timers.size;
  }

  #next(end) {
    return [...this.#timers].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
  }

  #after(ms, work) {
    const timer = { due: this.time + ms, work };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  async #fetch(url, init) {
    this.requests.push({ url, ...init });
    const { status, json, text = JSON.stringify(json) ?? '', headers = {} } = await Promise.race([
      this.answer(new URL(url), init),
      new Promise((_, reject) => init.signal.addEventListener('abort', () => reject(init.signal.reason))),
    ]);
    return new Response(status === 204 ? null : text, { status, headers });
  }
}

export class FakeSocket {
  readyState = 0;
  protocol = '';
  sent = [];

  constructor(url, protocols = []) {
    this.url = new URL(url);
    this.protocols = protocols;
  }

  /** The server takes us in. */
  opens(protocol = this.protocols[0] ?? '') {
    this.readyState = 1;
    this.protocol = protocol;
    this.onopen?.({});
    return this;
  }

  says(...frames) {
    for (const frame of frames) {
      this.onmessage?.({ data: typeof frame === 'string' ? frame : JSON.stringify(frame) });
    }
    return this;
  }

  closes(code = 1006, reason = '') {
    this.readyState = 3;
    this.onclose?.({ code, reason });
  }

  send(text) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.readyState = 3;
    this.wasClosed = true;
  }
}

/** Everything that a channel tells, in the order in which it does. */
export function recorded(channel, ...types) {
  const events = [];
  for (const type of types) {
    channel.on(type, (event) => events.push({ type, ...event }));
  }
  return events;
}

export const problem = (code, reconnect, status = 401, headers = {}) => ({
  status,
  headers: { 'Content-Type': 'application/problem+json', ...headers },
  json: { type: `/docs/errors.md#${code}`, title: `Title of ${code}`, status, detail: `Advice on ${code}`, code, reconnect },
});
