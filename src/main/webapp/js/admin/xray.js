// One connection: who it is, how it is served, and what can be done to it.

import { cellsOf, copyOf, setText } from '../page/dom.js';
import { isSure } from './sure.js';
import { moment } from './words.js';

/** What is shown of it, in this order, and how it is written. */
const FACTS = {
  user: ['User', (user) => user],
  kind: ['Known by'],
  address: ['Address'],
  channel: ['Channel'],
  protocol: ['Protocol'],
  since: ['Since', moment],
  pulse: ['Pulse'],
  closed_for: ['Closed for'],
  in_flight_ms: ['On its way', (millis) => `${millis} ms`],
  frames: ['Frames sent'],
  bytes: ['Bytes sent'],
  version: ['Version'],
  lag: ['Behind by'],
  skipped: ['Pictures skipped'],
  lost: ['Alerts and answers lost'],
  waiting: ['Frames waiting'],
  per_second: ['Pictures a second'],
  rooms: ['Rooms', (rooms) => rooms.join(', ')],
  token_id: ['Token id'],
  expires_at: ['Token expires', moment],
};

export class Xray {
  #server;
  #panel = document.getElementById('xray');
  #cells = cellsOf(this.#panel);
  #tell = document.getElementById('tell');
  #id = null;

  /** @param closed is called when the connection was closed */
  constructor(server, attempt, closed) {
    this.#server = server;
    this.#cells.again.addEventListener('click', () => attempt(() => this.#show()));
    this.#cells.kick.addEventListener('click', () => attempt(() => this.#kick(closed)));
    this.#tell.addEventListener('submit', (event) => {
      event.preventDefault();
      attempt(() => this.#say());
    });
  }

  async look(id) {
    this.#id = id;
    await this.#show();
    this.#panel.hidden = false;
    this.#panel.focus();
  }

  hide() {
    this.#panel.hidden = true;
  }

  async #show() {
    const facts = await this.#server.get(`connections/${this.#id}`);
    setText(this.#cells.id, String(facts.id));
    const known = Object.entries(FACTS).filter(([name]) => facts[name] !== null && String(facts[name]) !== '');
    this.#cells.facts.replaceChildren(...known.map(([name, [words, written = String]]) => fact(words, written(facts[name]))));
    this.#tell.hidden = facts.protocol === 'plain';
  }

  async #say() {
    await this.#server.post(`connections/${this.#id}/message`, { message: this.#tell.message.value });
    this.#tell.reset();
    return `Said to connection ${this.#id}.`;
  }

  async #kick(closed) {
    if (await isSure(`Close connection ${this.#id}? Its client is told not to come back by itself.`)) {
      await this.#server.remove(`connections/${this.#id}`);
      this.hide();
      await closed();
      return `Connection ${this.#id} is closed.`;
    }
  }
}

function fact(words, value) {
  const entry = copyOf('fact');
  const cells = cellsOf(entry);
  setText(cells.name, words);
  setText(cells.value, value);
  return entry;
}
