// The form that opens a socket: which one, how, and who we are.

import { Credentials } from '../credentials.js';
import { environmentOf } from '../environment.js';
import { ask } from '../http.js';
import { cellsOf, setText } from '../page/dom.js';
import { tokenIn, tokenOfTheAddress } from '../page/token.js';
import { withoutToken } from './frames.js';
import { sayIfKnown } from './language.js';

const HUB = 'hub';
const SERVER = new URL('../../', import.meta.url);

export class Connecting {
  #form = document.getElementById('connect');
  #cells = cellsOf(this.#form);
  #env = environmentOf({});
  #since;

  /** @param open is called with whether to go on from where we were; changed when another channel is chosen; since tells where we are */
  constructor({ open, changed, since }) {
    this.#since = since;
    this.#form.token.value = tokenOfTheAddress() ?? '';
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      open(false);
    });
    this.#cells.resume.addEventListener('click', () => open(true));
    for (const choice of [this.#form.channel, this.#form.protocol]) {
      choice.addEventListener('change', () => {
        changed();
        this.rewrite();
      });
    }
    this.#form.deflate.addEventListener('change', () => this.rewrite());
    this.rewrite();
  }

  get channel() {
    return this.#form.channel.value;
  }

  /** What is spoken there: v1, plain or hub. */
  get kind() {
    return this.channel === HUB ? HUB : this.#form.protocol.value;
  }

  get token() {
    return tokenIn(this.#form.token.value) || null;
  }

  /** Where to, and what to show there; asks for a ticket where the token is none that a browser can offer. */
  async offer(since) {
    const credentials = new Credentials({ token: this.token }, this.#env, new URL('auth/ticket', SERVER));
    const { protocols, ticket } = await credentials.offer(this.channel, this.kind === 'v1');
    return { address: this.#address({ since, ticket }), shown: withoutToken(this.#address({ since }), this.token), protocols };
  }

  /** A browser does not tell why a handshake has failed: the server does. Answers nothing where it would let us in. */
  async whyNot() {
    const preflight = new URL('ws/preflight', SERVER);
    preflight.searchParams.set('path', this.#path);
    try {
      await ask(this.#env, preflight, this.token);
      return null;
    } catch (refusal) {
      return refusal.reason;
    }
  }

  rewrite() {
    const isHub = this.channel === HUB;
    this.#form.protocol.disabled = isHub;
    this.#form.deflate.disabled = this.kind !== 'v1';
    this.#cells.resume.disabled = this.#since() === null;
    setText(this.#cells.hint, sayIfKnown(`kind.${this.kind}.${this.channel}`, sayIfKnown(`kind.${this.kind}`, '')));
    setText(this.#cells.address, this.#address({}));
  }

  get #path() {
    return this.channel === HUB ? '/ws' : `/ws/${this.channel}`;
  }

  #address({ since, ticket }) {
    const address = new URL(this.#path.slice(1), SERVER);
    address.protocol = address.protocol.replace('http', 'ws');
    const query = { since, compress: this.kind === 'v1' && this.#form.deflate.checked && 'deflate', ticket };
    Object.entries(query).forEach(([name, value]) => value && address.searchParams.set(name, value));
    return String(address);
  }
}
