// One connection: its state and why, and when it is given up.

import { Link } from './link.js';
import { reason } from './reasons.js';
import { Watchdog } from './watchdog.js';

const FIRST_WORD_MS = 10_000;
const PONG_MS = 5000;
const MOST_GARBLED = 3;

const QUIET = reason('quiet', 'The server has not been heard for a while');

export class Connection {
  /** Whether the server answers a ping. */
  answers = false;
  reconnects = 0;
  garbled = 0;
  isLive = false;
  watchdog;
  #parts;
  #door;
  #events;
  #owner;
  #link;
  #phase = 'idle';
  #reason = null;
  #retryInMs = null;
  #quiet = false;
  #tried = false;
  #told = '';
  #cancelFirstWord = () => {};
  #stopListening = () => {};

  /** @param door its name, its path, whether it is versioned, and its pingMark */
  constructor(parts, door, events, owner) {
    this.#parts = parts;
    this.#door = door;
    this.#events = events;
    this.#owner = owner;
    this.#link = new Link(parts, door, {
      since: () => owner.since,
      connecting: () => { this.#retryInMs = null; this.tell(); },
      opened: (protocol) => this.#opened(protocol),
      text: (text, size) => this.#heard(text, size),
      waiting: (why, ms) => this.#lost(why, ms),
      refused: (why) => this.refuse(why),
    });
    this.watchdog = new Watchdog(parts.env, {
      quiet: (isQuiet) => { this.#quiet = isQuiet; this.tell(); },
      dead: () => this.again(QUIET),
    });
  }

  get status() {
    const { isLive } = this;
    const { polled, old } = this.#owner;
    const via = isLive ? 'socket' : polled ? 'polling' : null;
    const why = !isLive ? this.#reason : this.#quiet ? QUIET : old;
    const state = this.#phase !== 'open' ? this.#phase
      : isLive && why ? 'stale' : via ? 'fresh' : this.#tried ? 'reconnecting' : 'connecting';
    return { state, via, reason: why, retryInMs: this.#retryInMs };
  }

  open(withSocket = true) {
    this.#enter('open', null);
    const forget = this.#parts.credentials.onRenewed((token) => this.say({ type: 'auth', token }));
    const sleep = this.#parts.env.onWake((online) => this.#wake(online));
    this.#stopListening = () => { forget(); sleep(); };
    if (withSocket) {
      this.#link.open();
    }
  }

  close() {
    this.#enter('closed', null);
  }

  refuse(why) {
    this.#enter('refused', why);
    this.#events.emit('refused', why);
  }

  again(why) {
    this.#silence();
    this.#link.again(why);
  }

  say(message) {
    const text = JSON.stringify(message);
    const said = this.#link.send(text);
    if (said) {
      this.#events.emit('frame', { direction: 'out', text: message.token ? '{"type":"auth","token":"…"}' : text });
    }
    return said;
  }

  ping() {
    const { after, now } = this.#parts.env;
    const { pingMark } = this.#door;
    const sent = now();
    return new Promise((resolve, reject) => {
      const done = (answered) => {
        ends.forEach((end) => end());
        return answered ? resolve(now() - sent) : reject(new Error('There was no answer'));
      };
      const ends = [
        this.#events.on('pong', (pong) => pong[pingMark] === String(sent) && done(true)),
        after(PONG_MS, done),
      ];
      if (!this.answers || !this.say({ type: 'ping', [pingMark]: String(sent) })) {
        done();
      }
    });
  }

  set bye(frame) {
    this.#link.bye = frame;
  }

  greeted() {
    this.#cancelFirstWord();
  }

  goLive() {
    const isNew = !this.isLive;
    this.greeted();
    if (isNew) {
      this.isLive = this.#tried = true;
      this.#reason = null;
      this.#link.blocked = 0;
    }
    return isNew;
  }

  failed(why) {
    this.#tried = true;
    this.#reason = why;
    this.tell();
  }

  tell() {
    const { status } = this;
    const words = JSON.stringify(status);
    if (words !== this.#told) {
      this.#told = words;
      this.#events.emit('state', status);
    }
  }

  /** @returns whether it goes on in spite of it */
  bear() {
    const tooMuch = ++this.garbled === MOST_GARBLED;
    if (tooMuch) {
      this.again(reason('garbled', 'What the server says makes no sense', 'back-off'));
    }
    return !tooMuch;
  }

  #heard(text, size) {
    let frame = null;
    try {
      frame = JSON.parse(text);
    } catch {
      // Truncated.
    }
    this.watchdog.heard();
    this.#events.emit('frame', { direction: 'in', text });
    this.#owner.heard(frame, text, size);
  }

  #opened(protocol) {
    this.garbled = 0;
    this.#cancelFirstWord = this.#parts.env.after(FIRST_WORD_MS, () => {
      this.#link.blocked++;
      this.again(reason('mute', 'The server accepts, and says nothing'));
    });
    this.#owner.opened(protocol);
  }

  #lost(why, ms) {
    this.#silence();
    this.#retryInMs = Math.round(ms);
    this.reconnects++;
    this.#owner.lost(this.#link.blocked);
    this.failed(why);
  }

  #silence() {
    this.#cancelFirstWord();
    this.watchdog.stop();
    this.isLive = this.#quiet = false;
    this.#owner.silent();
  }

  #enter(phase, why) {
    this.#silence();
    this.#link.close();
    this.#stopListening();
    this.#owner.ended();
    this.#phase = phase;
    this.#reason = why;
    this.#retryInMs = null;
    this.tell();
  }

  #wake(online) {
    if (!this.#link.isOpen) {
      this.#link.wake();
    } else if (this.answers) {
      this.ping().catch(() => this.#link.isOpen && this.again(QUIET));
    } else if (online) {
      this.again(reason('network-changed', 'The network has changed'));
    }
  }
}
