// One socket after the other: why each ends, and whether and when to come back.

import { Backoff } from './backoff.js';
import { ask } from './http.js';
import { Inflater } from './inflater.js';
import { reason, reasonOfClose } from './reasons.js';

const HANDSHAKE_MS = 10_000;
const SETTLED_MS = 10_000;
const NEW_TOKENS_TO_TRY = 2;

export class Link {
  #env;
  #credentials;
  #door;
  #address;
  #compress;
  #offers;
  #on;
  #backoff;
  #socket = null;
  #turn = null;
  #openedAt = null;
  #cancel = () => {};
  #waitsFor = null;
  #newTokens = 0;
  #shown = null;
  bye = null;
  /** How often the server would have let us in, and not a word came through a socket. */
  blocked = 0;

  /** @param door its name, its path, and whether it speaks tickcast.v1 */
  constructor({ env, credentials, address, compress }, door, on) {
    this.#env = env;
    this.#credentials = credentials;
    this.#door = door;
    this.#address = address;
    this.#compress = compress && env.inflate && 'deflate';
    this.#offers = door.versioned;
    this.#on = on;
    this.#backoff = new Backoff(env.random);
  }

  open() {
    this.close();
    this.#backoff.reset();
    this.#newTokens = 0;
    this.#connect();
  }

  close() {
    this.#turn = this.#waitsFor = this.#openedAt = null;
    this.#cancel();
    this.#socket?.close();
    this.#socket = null;
  }

  /** Gives this socket up, for a reason that the server did not say. */
  again(why) {
    this.#settle();
    this.close();
    this.#comeBack(why);
  }

  send(text) {
    const open = this.#socket?.readyState === 1;
    if (open) {
      this.#socket.send(text);
    }
    return open;
  }

  get isOpen() {
    return this.#openedAt !== null;
  }

  /** No more waiting, unless the server asked for it. */
  wake() {
    if (this.#waitsFor && this.#waitsFor.reconnect !== 'back-off') {
      this.#cancel();
      this.#connect();
    }
  }

  async #connect() {
    const turn = (this.#turn = {});
    this.#waitsFor = this.bye = null;
    this.#on.connecting();
    try {
      const offer = await this.#credentials.offer(this.#door.name, this.#offers);
      if (turn === this.#turn) {
        this.#shown = offer.token;
        this.#openSocket(offer);
      }
    } catch (error) {
      if (turn === this.#turn) {
        this.#comeBack(error.reason ?? reason('token-unavailable', `No token could be had: ${error.message}`));
      }
    }
  }

  #openSocket(offer) {
    const turn = this.#turn;
    let socket;
    try {
      socket = new this.#env.WebSocket(String(this.#socketAddress(offer)), offer.protocols);
    } catch (error) {
      return this.#refuse(reason('not-possible', `A socket is not possible here: ${error.message}`, 'never'));
    }
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    const inflater = new Inflater(this.#env.inflate);
    // A socket that was replaced may still have something to say.
    const ifCurrent = (handle) => (...event) => turn === this.#turn && handle(...event);
    const take = ifCurrent(this.#on.text);
    const closed = ifCurrent((event) => this.#closed(event, offer));
    socket.onopen = ifCurrent(() => {
      this.#cancel();
      this.#openedAt = this.#env.now();
      this.#on.opened(socket.protocol);
    });
    socket.onmessage = ({ data }) => inflater.take(data, take);
    socket.onerror = () => {}; // A close follows, and says more.
    socket.onclose = (event) => inflater.inTurn(() => closed(event));
    this.#cancel = this.#env.after(HANDSHAKE_MS, () => {
      closed({});
      socket.close();
    });
  }

  #socketAddress({ ticket }) {
    const address = this.#addressOf(this.#door.path, { since: this.#on.since?.(), compress: this.#offers && this.#compress, ticket });
    address.protocol = address.protocol.replace('http', 'ws');
    return address;
  }

  #addressOf(path, query) {
    const address = this.#address(path);
    Object.entries(query).forEach(([name, value]) => value && address.searchParams.set(name, value));
    return address;
  }

  async #closed(event, offer) {
    if (this.isOpen) {
      return this.again(reasonOfClose(event, this.bye));
    }
    this.#cancel();
    this.#socket = null;
    const turn = (this.#turn = {});
    const why = await this.#whyNot(offer);
    if (turn === this.#turn) {
      this.#comeBack(why);
    }
  }

  /** A browser does not tell why a handshake failed, so we ask the server what it would say. */
  async #whyNot({ token, ticket, protocols }) {
    let why;
    try {
      await ask(this.#env, this.#addressOf('ws/preflight', { path: `/${this.#door.path}`, ticket }), token);
      this.blocked++;
      why = reason('sockets-blocked', 'The server would let us in, but no socket opens');
    } catch (refusal) {
      why = refusal.reason;
    }
    // A browser breaks off where nothing of its offer is chosen, and then a ticket is spent: next time it offers nothing.
    if (protocols.length < 2 && ['sockets-blocked', 'ticket-invalid'].includes(why.code)) {
      this.#offers = this.#door.versioned && !this.#offers;
    }
    return why;
  }

  /** A server that drops everybody after a moment wants its pauses: only what lasted counts. */
  #settle() {
    if (this.isOpen && this.#env.now() - this.#openedAt >= SETTLED_MS) {
      this.#backoff.reset();
      this.#newTokens = 0;
    }
  }

  #comeBack(why) {
    const newToken = why.reconnect === 'after-new-token';
    if (why.reconnect === 'never' || (newToken && !(this.#credentials.renewable && this.#newTokens < NEW_TOKENS_TO_TRY))) {
      return this.#refuse(why);
    }
    let pause = 0;
    if (newToken) {
      this.#credentials.reject(this.#shown);
    }
    if (!newToken || this.#newTokens++ > 0) {
      pause = this.#backoff.pause(newToken ? { reconnect: 'back-off' } : why, this.#env.isHidden());
    }
    this.#waitsFor = why;
    this.#cancel = this.#env.after(pause, () => this.#connect());
    this.#on.waiting(why, pause);
  }

  #refuse(why) {
    this.close();
    this.#on.refused(why);
  }
}
