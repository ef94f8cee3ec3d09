// One socket after the other, and when to come back.

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
  /** How often no socket spoke, where we would be let in. */
  blocked = 0;

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

  again(why) {
    // For the pauses, only what lasted counts.
    if (this.isOpen && this.#env.now() - this.#openedAt >= SETTLED_MS) {
      this.#backoff.reset();
      this.#newTokens = 0;
    }
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
    const query = { since: this.#on.since(), compress: this.#offers && this.#compress, ticket: offer.ticket };
    const address = String(this.#addressOf(this.#door.path, query)).replace('http', 'ws');
    let socket;
    try {
      socket = new this.#env.WebSocket(address, offer.protocols);
    } catch (error) {
      return this.#refuse(reason('not-possible', `A socket is not possible here: ${error.message}`, 'never'));
    }
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    const inflater = new Inflater(this.#env.inflate);
    // One that was replaced may still speak.
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

  /** A browser does not tell, so we ask. */
  async #whyNot({ token, ticket, protocols }) {
    let why;
    try {
      await ask(this.#env, this.#addressOf('ws/preflight', { path: `/${this.#door.path}`, ticket }), token);
      this.blocked++;
      why = reason('sockets-blocked', 'The server would let us in, but no socket opens');
    } catch (refusal) {
      why = refusal.reason;
    }
    // A browser breaks off where no offer is chosen; then the ticket is spent.
    if (protocols.length < 2 && ['sockets-blocked', 'ticket-invalid'].includes(why.code)) {
      this.#offers = this.#door.versioned && !this.#offers;
    }
    return why;
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
