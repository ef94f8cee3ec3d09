// What lets us in: a token, renewed before its end, or tickets.

import { Refusal, ask } from './http.js';
import { reason } from './reasons.js';

export const VERSIONED = 'tickcast.v1';
const RESERVED = ['bearer', VERSIONED];
const NAME_OF_A_SUBPROTOCOL = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const MARGIN_MS = 60_000;
const LEAST_PAUSE_MS = 5000;

export class Credentials {
  #env;
  #ticketAddress;
  #getToken;
  #getTicket;
  #token = null;
  #fetched = null;
  #msLeft = () => 0;
  #skew = null;
  #renewal = null;
  #cancel = () => {};
  #holders = new Set();

  constructor({ token = null, getToken, getTicket }, env, ticketAddress) {
    this.#env = env;
    this.#ticketAddress = ticketAddress;
    this.#getToken = getToken;
    this.#getTicket = getTicket;
    this.use(token);
  }

  get renewable() {
    return Boolean(this.#getToken ?? this.#getTicket);
  }

  onRenewed(hold) {
    this.#holders.add(hold);
    return () => this.#holders.delete(hold);
  }

  use(token, expiresIn) {
    if (typeof token === 'function') {
      this.#getToken = token;
      return this.use(null);
    }
    const end = expiresIn && this.#env.now() + 1000 * expiresIn;
    this.#token = token;
    this.#msLeft = end ? () => end - this.#env.now() : this.#lifeOf(token);
    this.#plan();
  }

  async token() {
    if (this.#token === null && this.#getToken) {
      await this.#renew();
    }
    return this.#token;
  }

  reject(token) {
    if (token === this.#token && this.#getToken) {
      this.use(null);
    }
  }

  async offer(channel, versioned) {
    const protocols = versioned ? [VERSIONED] : [];
    if (this.#getTicket) {
      return { protocols, token: null, ticket: await this.#getTicket(channel) };
    }
    const token = await this.token();
    if (token === null) {
      return { protocols, token };
    }
    if (NAME_OF_A_SUBPROTOCOL.test(token) && !RESERVED.includes(token)) {
      return { protocols: [...protocols, 'bearer', token], token };
    }
    const answer = await ask(this.#env, this.#ticketAddress, token, JSON.stringify({ channel }));
    return { protocols, token, ticket: JSON.parse(answer).ticket };
  }

  /** By which tokens end; ours may be hours off. */
  serverTime(ms) {
    const skew = ms - this.#env.wallClock();
    if (this.#skew === null || Math.abs(skew - this.#skew) > LEAST_PAUSE_MS) {
      this.#skew = skew;
      this.#plan();
    }
  }

  close() {
    this.#cancel();
    this.#holders.clear();
  }

  #renew() {
    this.#renewal ??= this.#fetchToken().finally(() => { this.#renewal = null; });
    return this.#renewal;
  }

  async #fetchToken() {
    const given = await this.#getToken();
    const token = given?.token ?? given?.access_token ?? given;
    if (typeof token !== 'string' || token === '') {
      throw new Refusal(reason('token-missing', 'There is no token', 'never'));
    }
    this.use(token, given.expiresIn ?? given.expires_in);
    if (this.#fetched !== null && this.#fetched !== token) {
      this.#holders.forEach((hold) => hold(token));
    }
    this.#fetched = token;
  }

  #plan() {
    this.#cancel();
    const left = this.#msLeft();
    if (this.#getToken && left > 0) {
      const pause = Math.max(LEAST_PAUSE_MS, left - Math.min(MARGIN_MS, left / 5));
      this.#cancel = this.#env.after(pause, () => this.#renew().catch(() => this.#plan()));
    }
  }

  #lifeOf(token) {
    try {
      const { exp, iat } = JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));
      const guess = 1000 * (exp - (iat ?? this.#env.wallClock() / 1000));
      return () => this.#skew === null ? guess : 1000 * exp - this.#env.wallClock() - this.#skew;
    } catch {
      return () => 0;
    }
  }
}
