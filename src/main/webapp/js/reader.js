// What frames mean, and whether they are right.

import { AlertLog } from './alerts.js';
import { Connection } from './connection.js';
import { VERSIONED } from './credentials.js';
import { Picture, isObject } from './picture.js';
import { Poller, askFor, isChannel } from './poller.js';
import { reason } from './reasons.js';

const RESYNC_PAUSE_MS = 2000;
const MOST_IN_A_ROW = 3;
const BLOCKED_BEFORE_POLLING = 2;
const PASSED_ON = ['hello', 'beat', 'status', 'pong', 'auth', 'error', 'bye'];

const OUT_OF_STEP = reason('out-of-step', 'What is shown differs from the server', 'back-off');
const FEED_LOST = reason('feed-lost', 'The server has lost its market');

export class Reader {
  connection;
  pace = null;
  picture = new Picture();
  stats = { frames: 0, bytes: 0, saved: 0, deflated: 0, snapshot: 0, patch: 0, poll: 0, skipped: 0, resyncs: 0, garbled: 0 };
  #name;
  #parts;
  #events;
  #alerts;
  #poller;
  #versioned = false;
  #resyncAsked = null;
  #feedLost = false;
  #resyncs = 0;

  constructor(name, versioned, parts, events) {
    if (!isChannel(name)) {
      throw new TypeError(`No such channel: ${name}`);
    }
    this.#name = name;
    this.#parts = parts;
    this.#events = events;
    this.#alerts = name === 'alerts' ? new AlertLog() : null;
    this.connection = new Connection(parts, { name, path: `ws/${name}`, versioned, pingMark: 'id' }, events, this);
    this.#poller = new Poller(parts.env, parts.pollMs, {
      ask: () => askFor(name, parts.get),
      answer: (answer) => { this.#answered(answer); this.connection.tell(); },
      failed: (why) => this.#pollFailed(why),
    });
  }

  open() {
    const byAsking = this.#parts.pollMs > 0 && !this.#parts.env.WebSocket;
    this.connection.open(!byAsking);
    if (byAsking) {
      this.#poller.start();
    }
  }

  sayPace() {
    if (this.#versioned) {
      this.connection.say({ type: 'pace', per_second: this.pace });
    }
  }

  resync(why) {
    const now = this.#parts.env.now();
    if (!this.#versioned || (this.#resyncAsked !== null && now - this.#resyncAsked < RESYNC_PAUSE_MS)) {
      return;
    }
    this.#resyncAsked = now;
    this.stats.resyncs++;
    this.#events.emit('resync', { why });
    if (why !== 'asked' && this.#resyncs++ === MOST_IN_A_ROW) {
      this.#resyncs = 0;
      this.picture.forget();
      this.connection.again(OUT_OF_STEP);
    } else {
      this.connection.say({ type: 'resync' });
      this.connection.tell();
    }
  }

  get since() {
    return (this.#alerts ?? this.picture).since;
  }

  get old() {
    return this.#resyncAsked !== null ? OUT_OF_STEP : this.#feedLost ? FEED_LOST : null;
  }

  get polled() {
    return this.#poller.succeeds;
  }

  opened(protocol) {
    this.#versioned = this.connection.answers = protocol === VERSIONED;
    if (this.#alerts && !this.#versioned) {
      this.#goLive();
      this.#catchUp();
    }
  }

  /** @param size its bytes on the way */
  heard(frame, { length }, size) {
    const { stats } = this;
    stats.frames++;
    stats.bytes += size;
    stats.deflated += length - size;
    if (!isObject(frame)) {
      this.#makesNoSense();
    } else if (typeof frame.type === 'string') {
      this.#frames[frame.type]?.(frame, length);
      if (PASSED_ON.includes(frame.type)) {
        this.#events.emit(frame.type, frame);
      }
    } else if (this.#alerts) {
      this.#alert(frame);
    } else if (!this.#versioned) {
      this.#snapshot({ data: frame }, length);
    }
  }

  silent() {
    this.#feedLost = false;
    this.#resyncAsked = null;
  }

  lost(blocked) {
    if (blocked >= BLOCKED_BEFORE_POLLING && this.#parts.pollMs > 0) {
      this.#poller.start();
    }
  }

  ended() {
    this.#poller.stop();
  }

  #frames = {
    __proto__: null,
    hello: (frame) => this.#hello(frame),
    snapshot: (frame, size) => this.#snapshot(frame, size),
    patch: (frame, size) => this.#step('patch', frame, size) || this.resync('another-base'),
    beat: (frame) => {
      if (this.#alerts) {
        this.#ifMissed(this.#alerts.newest(frame.version, false));
      } else if (this.picture.agrees(frame)) {
        this.#resyncs = 0;
      } else {
        this.resync('checksum');
      }
    },
    alert: ({ n, alert }) => {
      this.#alert(alert);
      this.#ifMissed(this.#alerts.newest(n, true));
    },
    status: ({ connected }) => {
      this.#feedLost = connected === false;
      this.connection.tell();
    },
    bye: (frame) => { this.connection.bye = frame; },
  };

  #hello(frame) {
    this.connection.greeted();
    this.connection.watchdog.start(frame.heartbeat_ms);
    this.#parts.credentials.serverTime(frame.ts / 1000);
    this.#ifMissed(this.#alerts?.hello(frame));
    if (this.#alerts || frame.resumed) {
      this.#goLive();
    }
  }

  #snapshot(frame, size) {
    if (this.#step('snapshot', frame, size)) {
      this.#resyncAsked = null;
      this.connection.garbled = 0;
      this.#goLive();
    } else {
      this.#makesNoSense();
    }
  }

  #step(kind, frame, size) {
    const { picture, stats } = this;
    const previous = picture.data;
    const taken = kind === 'patch' ? picture.apply(frame) : picture.take(frame, size);
    if (taken) {
      stats[kind]++;
      stats.skipped += frame.skipped ?? 0;
      stats.saved += kind === 'patch' ? Math.max(0, picture.size - size) : 0;
      this.#events.emit('update', { kind, data: picture.data, previous, version: picture.version, frame });
    }
    return taken;
  }

  #makesNoSense() {
    this.stats.garbled++;
    if (this.connection.bear()) {
      this.resync('garbled');
    }
  }

  #goLive() {
    if (this.connection.goLive()) {
      this.#poller.stop();
      if (this.pace !== null) {
        this.sayPace();
      }
    }
    this.connection.tell();
  }

  #alert(alert) {
    if (this.#alerts.take(alert)) {
      this.#events.emit('alert', alert);
    }
  }

  #ifMissed(missed) {
    if (missed) {
      this.#events.emit('missed', {});
      this.#catchUp();
    }
  }

  async #catchUp() {
    try {
      this.#answered(await askFor(this.#name, this.#parts.get));
    } catch (error) {
      this.#events.emit('error', { code: 'not-caught-up', message: error.message });
    }
  }

  #answered(answer) {
    if (this.#alerts) {
      this.#alerts.catchUp(answer).forEach((alert) => this.#events.emit('alert', alert));
    } else {
      this.#step('poll', { data: answer }, 0);
    }
  }

  #pollFailed(why) {
    const inVain = why.reconnect === 'never' || (why.reconnect === 'after-new-token' && !this.#parts.credentials.renewable);
    if (inVain && !this.#parts.env.WebSocket) {
      this.connection.refuse(why);
    } else {
      this.connection.failed(why);
    }
  }
}
