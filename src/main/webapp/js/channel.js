// A channel as an application sees it.

import { AlertLog } from './alerts.js';
import { VERSIONED } from './credentials.js';
import { Emitter } from './emitter.js';
import { Refusal } from './http.js';
import { Link } from './link.js';
import { Picture, isObject } from './picture.js';
import { Poller } from './poller.js';
import { reason } from './reasons.js';
import { Watchdog } from './watchdog.js';

const FIRST_WORD_MS = 10_000;
const PONG_MS = 5000;
const RESYNC_PAUSE_MS = 2000;
const MOST_IN_A_ROW = 3;
const BLOCKED_BEFORE_POLLING = 2;
const WAITING_ALERTS = 64;
const PASSED_ON = ['hello', 'beat', 'status', 'pong', 'auth', 'error', 'bye'];

// Where the same is to be had by asking.
const BY_ASKING = {
  market: ['snapshot'],
  foreign: ['foreign-detail', 'summary'],
  index: ['snapshot', 'indices'],
  alerts: ['alerts?limit=200'],
};

const OUT_OF_STEP = reason('out-of-step', 'What is shown differs from the server', 'back-off');
const QUIET = reason('quiet', 'The server has not been heard for a while');
const FEED_LOST = reason('feed-lost', 'The server has lost its market');

export class Channel extends Emitter {
  #env;
  #credentials;
  #get;
  #link;
  #poller;
  #watchdog;
  #picture = new Picture();
  #alerts = null;
  #pace = null;
  #phase = 'idle';
  #reason = null;
  #retryInMs = null;
  #versioned;
  #live;
  #quiet;
  #feedLost;
  #polled;
  #tried;
  #resyncAsked = null;
  #resyncs = 0;
  #garbled = 0;
  #told = '';
  #cancelFirstWord = () => {};
  #stopListening = () => {};
  #stats = { frames: 0, bytes: 0, saved: 0, snapshot: 0, patch: 0, poll: 0, skipped: 0, resyncs: 0, garbled: 0, reconnects: 0 };

  constructor(name, { pace = null, protocol = 'auto' } = {}, parts) {
    super();
    if (!Object.hasOwn(BY_ASKING, name) || !['auto', 'plain'].includes(protocol)) {
      throw new TypeError(`No such channel or protocol: ${name}, ${protocol}`);
    }
    const { env, credentials, get, pollMs } = parts;
    this.name = name;
    this.#env = env;
    this.#credentials = credentials;
    this.#get = get;
    this.#alerts = name === 'alerts' ? new AlertLog() : null;
    this.#link = new Link(parts, name, protocol === 'auto', this.#linkEvents());
    this.#poller = pollMs > 0 ? new Poller(env, pollMs, this.#pollEvents()) : null;
    this.#watchdog = new Watchdog(env, {
      quiet: (isQuiet) => { this.#quiet = isQuiet; this.#tell(); },
      dead: () => this.#again(QUIET),
    });
    this.pace = pace;
  }

  get data() {
    return this.#picture.data;
  }

  get version() {
    return this.#picture.version;
  }

  get state() {
    return this.status.state;
  }

  get status() {
    const live = this.#live;
    const via = live ? 'socket' : this.#polled ? 'polling' : null;
    const why = !live ? this.#reason
      : this.#quiet ? QUIET : this.#resyncAsked !== null ? OUT_OF_STEP : this.#feedLost ? FEED_LOST : null;
    const state = this.#phase !== 'open' ? this.#phase
      : live && why ? 'stale' : via ? 'fresh' : this.#tried ? 'reconnecting' : 'connecting';
    return { state, via, reason: why, retryInMs: this.#retryInMs };
  }

  get stats() {
    return { ...this.#stats };
  }

  get pace() {
    return this.#pace;
  }

  set pace(perSecond) {
    if (perSecond !== null && !(Number.isInteger(perSecond) && perSecond >= 0 && perSecond <= 100)) {
      throw new RangeError(`A pace is a whole number from 0 to 100, or null, not ${perSecond}`);
    }
    this.#pace = perSecond;
    if (this.#live) {
      this.#sayPace();
    }
  }

  open() {
    this.#enter('open', null);
    const forget = this.#credentials.onRenewed((token) => this.#say({ type: 'auth', token }));
    const sleep = this.#env.onWake((online) => this.#wake(online));
    this.#stopListening = () => { forget(); sleep(); };
    if (this.#poller && !this.#env.WebSocket) {
      this.#poller.start();
    } else {
      this.#link.open();
    }
  }

  close() {
    this.#enter('closed', null);
  }

  resync() {
    this.#resync('asked');
  }

  ping() {
    return new Promise((resolve, reject) => {
      const sent = this.#env.now();
      const ends = [
        this.on('pong', ({ id }) => id === sent && done(resolve, this.#env.now() - sent)),
        this.#env.after(PONG_MS, () => done(reject, new Error('There was no answer'))),
      ];
      const done = (settle, value) => {
        ends.forEach((end) => end());
        settle(value);
      };
      if (!this.#versioned || !this.#say({ type: 'ping', id: sent })) {
        done(reject, new Error('There is nobody to answer'));
      }
    });
  }

  /** Who is slow sees only the newest picture, and yet each alert. */
  async *[Symbol.asyncIterator]() {
    const waiting = this.data ? [this.data] : [];
    const most = this.#alerts ? WAITING_ALERTS : 1;
    let wake;
    const take = (news) => {
      waiting.push(news);
      waiting.splice(0, waiting.length - most);
      wake?.();
    };
    const ends = [this.on('update', ({ data }) => take(data)), this.on('alert', take), this.on('state', () => wake?.())];
    try {
      while (waiting.length || this.state !== 'closed') {
        if (waiting.length) {
          yield waiting.shift();
        } else if (this.state === 'refused') {
          throw new Refusal(this.#reason);
        } else {
          await new Promise((resolve) => { wake = resolve; });
        }
      }
    } finally {
      ends.forEach((end) => end());
    }
  }

  #linkEvents() {
    return {
      since: () => (this.#alerts ?? this.#picture).since,
      connecting: () => {
        this.#retryInMs = null;
        this.#tell();
      },
      opened: (protocol) => this.#opened(protocol),
      text: (text) => this.#heard(text),
      waiting: (why, ms) => this.#lost(why, ms),
      refused: (why) => this.#refused(why),
    };
  }

  #opened(protocol) {
    this.#versioned = protocol === VERSIONED;
    this.#garbled = 0;
    if (this.#alerts && !this.#versioned) {
      this.#goLive();
      this.#catchUp();
    } else {
      this.#cancelFirstWord = this.#env.after(FIRST_WORD_MS, () => {
        this.#link.blocked++;
        this.#again(reason('mute', 'The server accepts, and says nothing'));
      });
    }
  }

  #lost(why, ms) {
    this.#silence();
    this.#tried = true;
    this.#reason = why;
    this.#retryInMs = Math.round(ms);
    this.#stats.reconnects++;
    if (this.#link.blocked >= BLOCKED_BEFORE_POLLING) {
      this.#poller?.start();
    }
    this.#tell();
  }

  #refused(why) {
    this.#enter('refused', why);
    this.emit('refused', why);
  }

  #again(why) {
    this.#silence();
    this.#link.again(why);
  }

  #silence() {
    this.#cancelFirstWord();
    this.#watchdog.stop();
    this.#live = this.#quiet = this.#feedLost = false;
    this.#resyncAsked = null;
  }

  #enter(phase, why) {
    this.#silence();
    this.#link.close();
    this.#poller?.stop();
    this.#stopListening();
    this.#polled = false;
    this.#phase = phase;
    this.#reason = why;
    this.#retryInMs = null;
    this.#tell();
  }

  /** A socket may only seem to be open. */
  #wake(online) {
    if (!this.#link.isOpen) {
      this.#link.wake();
    } else if (this.#versioned) {
      this.ping().catch(() => this.#link.isOpen && this.#again(QUIET));
    } else if (online) {
      this.#again(reason('network-changed', 'The network has changed'));
    }
  }

  #say(message) {
    const text = JSON.stringify(message);
    const said = this.#link.send(text);
    if (said) {
      this.emit('frame', { direction: 'out', text: message.token ? '{"type":"auth","token":"…"}' : text });
    }
    return said;
  }

  #sayPace() {
    if (this.#versioned) {
      this.#say({ type: 'pace', per_second: this.#pace });
    }
  }

  #heard(text) {
    this.#watchdog.heard();
    this.#stats.frames++;
    this.#stats.bytes += text.length;
    this.emit('frame', { direction: 'in', text });
    let frame = null;
    try {
      frame = JSON.parse(text);
    } catch {
      // Truncated, or never meant to be JSON.
    }
    if (!isObject(frame)) {
      this.#makesNoSense();
    } else if (typeof frame.type === 'string') {
      this.#frames[frame.type]?.(frame, text.length);
      if (PASSED_ON.includes(frame.type)) {
        this.emit(frame.type, frame);
      }
    } else if (this.#alerts) {
      this.#alert(frame);
    } else if (!this.#versioned) {
      this.#snapshot({ data: frame }, text.length);
    }
  }

  // Whatever else a later server says is not for us.
  #frames = {
    __proto__: null,
    hello: (frame) => this.#hello(frame),
    snapshot: (frame, size) => this.#snapshot(frame, size),
    patch: (frame, size) => this.#step('patch', frame, size) || this.#resync('another-base'),
    beat: (frame) => this.#beat(frame),
    alert: ({ n, alert }) => {
      this.#alert(alert);
      this.#countAlert(n, true);
    },
    status: ({ connected }) => {
      this.#feedLost = connected === false;
      this.#tell();
    },
    bye: (frame) => { this.#link.bye = frame; },
  };

  #hello(frame) {
    this.#cancelFirstWord();
    this.#credentials.serverTime(frame.ts / 1000);
    this.#watchdog.start(frame.heartbeat_ms);
    if (this.#alerts?.hello(frame)) {
      this.#missed();
    }
    if (this.#alerts || frame.resumed) {
      this.#goLive();
    }
  }

  #snapshot(frame, size) {
    this.#cancelFirstWord();
    if (this.#step('snapshot', frame, size)) {
      this.#resyncAsked = null;
      this.#garbled = 0;
      this.#goLive();
    } else {
      this.#makesNoSense();
    }
  }

  #step(kind, frame, size) {
    const picture = this.#picture;
    const previous = picture.data;
    const taken = kind === 'patch' ? picture.apply(frame) : picture.take(frame, size);
    if (taken) {
      this.#stats[kind]++;
      this.#stats.skipped += frame.skipped ?? 0;
      this.#stats.saved += kind === 'patch' ? Math.max(0, picture.size - size) : 0;
      this.emit('update', { kind, data: picture.data, previous, version: picture.version, frame });
    }
    return taken;
  }

  #beat(frame) {
    if (this.#alerts) {
      this.#countAlert(frame.version, false);
    } else if (this.#picture.agrees(frame)) {
      this.#resyncs = 0;
    } else {
      this.#resync('checksum');
    }
  }

  #resync(why) {
    const now = this.#env.now();
    if (!this.#versioned || (this.#resyncAsked !== null && now - this.#resyncAsked < RESYNC_PAUSE_MS)) {
      return;
    }
    this.#resyncAsked = now;
    this.#stats.resyncs++;
    this.emit('resync', { why });
    if (why !== 'asked' && this.#resyncs++ === MOST_IN_A_ROW) {
      this.#resyncs = 0;
      this.#picture.forget();
      this.#again(OUT_OF_STEP);
    } else {
      this.#say({ type: 'resync' });
      this.#tell();
    }
  }

  #makesNoSense() {
    this.#stats.garbled++;
    if (++this.#garbled === MOST_IN_A_ROW) {
      this.#again(reason('garbled', 'What the server says makes no sense', 'back-off'));
    } else {
      this.#resync('garbled');
    }
  }

  #goLive() {
    if (!this.#live) {
      this.#live = this.#tried = true;
      this.#reason = null;
      this.#link.blocked = 0;
      this.#poller?.stop();
      this.#polled = false;
      if (this.#pace !== null) {
        this.#sayPace();
      }
    }
    this.#tell();
  }

  #alert(alert) {
    if (this.#alerts.take(alert)) {
      this.emit('alert', alert);
    }
  }

  #countAlert(n, isOne) {
    if (this.#alerts.newest(n, isOne)) {
      this.#missed();
    }
  }

  #missed() {
    this.emit('missed', {});
    this.#catchUp();
  }

  async #catchUp() {
    try {
      this.#caughtUp(await this.#ask());
    } catch (error) {
      this.emit('error', { code: 'not-caught-up', message: error.message });
    }
  }

  #caughtUp(newestFirst) {
    this.#alerts.catchUp(newestFirst).forEach((alert) => this.emit('alert', alert));
  }

  async #ask() {
    const [path, part] = BY_ASKING[this.name];
    const whole = await this.#get(`api/market/${path}`);
    const answer = part ? whole[part] : whole;
    if (this.#alerts ? !Array.isArray(answer) : !isObject(answer)) {
      throw new TypeError('not what this channel shows');
    }
    return answer;
  }

  #pollEvents() {
    return {
      ask: () => this.#ask(),
      answer: (answer) => {
        this.#polled = true;
        if (this.#alerts) {
          this.#caughtUp(answer);
        } else {
          this.#step('poll', { data: answer }, 0);
        }
        this.#tell();
      },
      failed: (why) => {
        this.#polled = false;
        this.#tried = true;
        this.#reason = why;
        const inVain = why.reconnect === 'never' || (why.reconnect === 'after-new-token' && !this.#credentials.renewable);
        if (inVain && !this.#env.WebSocket) {
          this.#refused(why);
        } else {
          this.#tell();
        }
      },
    };
  }

  #tell() {
    const { status } = this;
    const words = JSON.stringify(status);
    if (words !== this.#told) {
      this.#told = words;
      this.emit('state', status);
    }
  }
}
