// How the connection is: in one word on top, in numbers at the foot, and in colour on everything that hangs on it.

import { cellsOf, copyOf, setAttribute, setText } from './dom.js';
import { say, sayIfKnown } from './language.js';
import { bytes, count, percent, share, tenths } from './numbers.js';

export class Connection {
  #chip = document.querySelector('#chip [data-cell="state"]');
  #latency = document.getElementById('latency');
  #lines;

  constructor(channels) {
    this.#lines = channels.map((channel) => new Line(channel));
    document.querySelector('#connection tbody').replaceChildren(...this.#lines.map(({ element }) => element));
    this.rewrite();
  }

  /** Once a second, and whenever a state has changed. */
  draw() {
    this.#lines.forEach((line) => line.draw());
    const [market] = this.#lines;
    setText(this.#chip, market.words);
    setText(this.#latency, market.isAnswering ? `${count(market.latencyMs)} ms` : '');
  }

  /** The hub comes when somebody goes into a room. It shows no pictures, so it has no numbers of them. */
  follow(hub) {
    const line = new Line(hub, 'hub');
    this.#lines.push(line);
    document.querySelector('#connection tbody').append(line.element);
    this.rewrite();
  }

  rewrite() {
    this.#lines.forEach((line) => line.label());
    this.draw();
  }

  /** How long an answer takes is asked for now and then: what clients say is counted. */
  measure() {
    this.#lines.forEach((line) => line.measure());
  }
}

class Line {
  element = copyOf('connection-row');
  latencyMs = null;
  #cells = cellsOf(this.element);
  #channel;
  #name;
  #received = 0;
  #heardAt = null;
  #retryAt = null;

  constructor(channel, name = channel.name) {
    this.#channel = channel;
    this.#name = name;
    channel.on('frame', ({ direction, text }) => direction === 'in' && this.#heard(text));
    channel.on('state', (status) => this.#changed(status));
  }

  get isAnswering() {
    return this.#channel.status.via === 'socket' && this.latencyMs !== null;
  }

  get words() {
    const { state, via, reason } = this.#channel.status;
    const seconds = Math.ceil((this.#retryAt - performance.now()) / 1000);
    const waits = state === 'reconnecting' && this.#retryAt !== null && seconds > 0;
    const word = waits ? say('state.reconnecting.in', { seconds: count(seconds) })
      : say(state === 'fresh' && via === 'polling' ? 'state.polling' : `state.${state}`);
    return ['stale', 'reconnecting'].includes(state) && reason ? `${word}: ${sayIfKnown(`reason.${reason.code}`, reason.title)}` : word;
  }

  measure() {
    this.#channel.ping().then((ms) => { this.latencyMs = Math.round(ms); }, () => { this.latencyMs = null; });
  }

  /** Where the table has no room for its head, each cell says itself what it is. */
  label() {
    for (const [name, cell] of Object.entries(this.#cells)) {
      setAttribute(cell, 'data-label', say(`connection.${name}`));
    }
  }

  draw() {
    const { stats, status } = this.#channel;
    const heardMs = this.#heardAt === null ? null : performance.now() - this.#heardAt;
    setAttribute(this.element, 'data-state', status.state);
    setText(this.#cells.channel, say(`channel.${this.#name}`));
    setText(this.#cells.state, this.words);
    setText(this.#cells.latency, this.isAnswering ? `${count(this.latencyMs)} ms` : '–');
    setText(this.#cells.heard, heardMs === null ? '–' : say('connection.ago', { seconds: tenths(heardMs / 1000) }));
    setText(this.#cells.received, bytes(stats?.bytes ?? this.#received));
    if (stats) {
      this.#drawStats(stats);
    }
  }

  #drawStats(stats) {
    setText(this.#cells.saved, `${bytes(stats.saved)} (${percent(share(stats.saved, stats.saved + stats.deflated + stats.bytes))})`);
    setText(this.#cells.deflated, `${bytes(stats.deflated)} (${percent(share(stats.deflated, stats.deflated + stats.bytes))})`);
    setText(this.#cells.pictures, count(stats.snapshot + stats.patch + stats.poll));
    setText(this.#cells.skipped, count(stats.skipped));
    setText(this.#cells.resyncs, count(stats.resyncs));
    setText(this.#cells.reconnects, count(stats.reconnects));
  }

  #heard(text) {
    this.#heardAt = performance.now();
    this.#received += text.length;
  }

  /** Marks everything that shows this channel; the style sheet greys what is not live. */
  #changed({ state, retryInMs }) {
    this.#retryAt = retryInMs === null ? null : performance.now() + retryInMs;
    for (const node of document.querySelectorAll(`[data-channel="${this.#name}"]`)) {
      setAttribute(node, 'data-state', state);
    }
  }
}
