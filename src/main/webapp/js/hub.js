// The hub for pages and programs: rooms, notifications, and what waits to be said. hub.d.ts says what each member is.

import { Client } from './client.js';
import { Connection } from './connection.js';
import { Emitter } from './emitter.js';
import { Refusal } from './http.js';
import { newId } from './outbox.js';
import { isObject } from './picture.js';
import { reason } from './reasons.js';
import { Room } from './room.js';
import { Sender } from './sender.js';

export { Refusal } from './http.js';
export { Outbox } from './outbox.js';
export { presenceAfter, presenceOf } from './presence.js';

const ANSWER_MS = 10_000;
const HEARTBEAT_MS = 20_000;
const REMEMBERED = 500;

export class Hub extends Emitter {
  #parts;
  #own = null;
  #connection;
  #rooms = new Map();
  #asked = new Map();
  #told = new Set();
  #sender;
  #cancelBeat = () => {};

  /** @param client a Tickcast, whose token and whose end it shares, or options as for one */
  constructor(client = {}, limits = {}) {
    super();
    const shared = client instanceof Client ? client : (this.#own = new Client(client));
    this.#parts = shared.parts;
    this.#sender = new Sender(this.#parts.env, limits, {
      canSend: (roomId) => this.#rooms.get(roomId)?.state === 'joined',
      send: (message) => this.#connection.say(message),
      tell: (how, event) => this.#rooms.get(event.room_id)?.emit(how, event),
      goOn: () => this.#rooms.forEach((room) => room.goOn()),
    });
    this.#connection = new Connection(this.#parts, { name: 'hub', path: 'ws', pingMark: 'message_id' }, this, this.#events());
    this.#connection.answers = true;
    shared.adopt(this);
  }

  get state() {
    return this.status.state;
  }

  get status() {
    return this.#connection.status;
  }

  /** What was said and has not reached the server yet, oldest first. */
  get waiting() {
    return this.#sender.waiting;
  }

  open() {
    this.#connection.open();
  }

  close() {
    this.#connection.close();
    this.#sender.close();
    this.#own?.parts.credentials.close();
  }

  useToken(token) {
    this.#parts.credentials.use(token);
    this.open();
  }

  ping() {
    return this.#connection.ping();
  }

  /** The room of this id, which is joined now and after each reconnect until it is left. */
  room(id, options) {
    const known = this.#rooms.get(id);
    if (known) {
      return known;
    }
    const room = new Room(id, options, {
      say: (message) => this.#connection.say(message),
      ask: (type, payload) => this.#ask(type, payload),
      put: (message) => this.#sender.put(message),
      now: this.#parts.env.now,
      joined: () => this.#sender.next(),
      left: () => this.#rooms.delete(id),
    });
    this.#rooms.set(id, room);
    if (this.#connection.isLive) {
      room.join();
    }
    return room;
  }

  /** All rooms that one may see. */
  rooms() {
    return this.#pages('rooms', {}, 'rooms', ({ room_id: id }) => id);
  }

  members(roomId) {
    return this.#pages('members', { room_id: roomId }, 'members', ({ user_id: user }) => user);
  }

  acknowledge(notificationId) {
    return this.#connection.say({ type: 'notification_ack', payload: { id: notificationId } });
  }

  #events() {
    return {
      old: null,
      // A server that lets us in says nothing until it is asked.
      opened: () => this.#connection.say({ type: 'ping' }),
      heard: (frame) => this.#heard(frame),
      silent: () => this.#silent(),
      lost: () => {},
      ended: () => {},
    };
  }

  #heard(frame) {
    this.#connection.greeted();
    if (typeof frame?.type !== 'string') {
      return this.#connection.bear();
    }
    this.#connection.garbled = 0;
    if (this.#connection.goLive()) {
      this.#connection.watchdog.start(HEARTBEAT_MS);
      this.#beat();
      this.#rooms.forEach((room) => room.join());
      this.#connection.tell();
    }
    this.#take({ ...frame, ...(isObject(frame.payload) && frame.payload), type: frame.type });
  }

  /** Who says nothing for long hears nothing either, and could not tell a quiet room from a cut cable. */
  #beat() {
    this.#cancelBeat = this.#parts.env.after(HEARTBEAT_MS, () => {
      this.#connection.say({ type: 'ping' });
      this.#beat();
    });
  }

  #take(frame) {
    const asked = this.#asked.get(frame.message_id);
    if (asked && (frame.type === asked.type || frame.type === 'error')) {
      asked.answer(frame);
    } else if (frame.type === 'error') {
      this.#error(frame);
    } else if (frame.type === 'ack') {
      this.#sender.settle('sent', frame);
    } else if (frame.type === 'notification' && frame.id !== undefined && !this.#isNews(frame.id)) {
      return; // It comes again until it is acknowledged.
    } else {
      this.#rooms.get(frame.room_id)?.heard(frame);
      this.emit(frame.type, frame);
    }
  }

  #isNews(id) {
    const isNews = !this.#told.has(id);
    this.#told.add(id);
    if (this.#told.size > REMEMBERED) {
      this.#told.delete(this.#told.values().next().value);
    }
    return isNews;
  }

  #error(frame) {
    if (frame.code === 'message-rate') {
      this.#sender.pause(frame.retry_after_ms);
    } else if (!this.#sender.settle('failed', { code: frame.code, message_id: frame.message_id, title: frame.message }) && !this.#rooms.get(frame.room_id)?.refused(frame)) {
      this.emit('error', frame);
    }
  }

  #silent() {
    this.#cancelBeat();
    this.#sender.silent();
    const lost = reason('connection-lost', 'The connection was lost');
    [...this.#asked.values()].forEach(({ fail }) => fail(lost));
    this.#rooms.forEach((room) => room.away());
  }

  async #pages(type, payload, list, idOf) {
    const all = [];
    for (let more = true; more;) {
      const after = all.length > 0 ? { after: idOf(all.at(-1)) } : {};
      const page = await this.#ask(type, { ...payload, ...after });
      all.push(...page[list]);
      more = page.more && page[list].length > 0;
    }
    return all;
  }

  /** Asks, and waits for the answer; a refusal is thrown. */
  #ask(type, payload) {
    const id = newId();
    return new Promise((resolve, reject) => {
      const done = (settle, value) => {
        cancel();
        this.#asked.delete(id);
        settle(value);
      };
      const fail = (why) => done(reject, new Refusal(why));
      const answer = (frame) => (frame.type === 'error' ? fail(reason(frame.code, frame.message, 'never')) : done(resolve, frame));
      const cancel = this.#parts.env.after(ANSWER_MS, () => fail(reason('no-answer', 'There was no answer')));
      this.#asked.set(id, { type, answer, fail });
      if (!this.#connection.say({ type, message_id: id, payload })) {
        fail(reason('not-connected', 'There is nobody to answer'));
      }
    });
  }
}
