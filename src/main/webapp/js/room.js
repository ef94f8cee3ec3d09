// A room as an application sees it.

import { Emitter } from './emitter.js';
import { reason } from './reasons.js';
import { presenceAfter, presenceOf } from './presence.js';

const TYPING_AGAIN_MS = 3000;
const GONE = ['room_left', 'room_removed', 'room_deleted'];
const PASSED_ON = [...GONE, 'typing', 'user_joined', 'user_left', 'user_online', 'user_offline', 'role_changed'];

export class Room extends Emitter {
  /** idle, joining, joined, refused or out */
  state = 'idle';
  /** What the server last said of the room when we joined it. */
  facts = null;
  /** Who is there, once the server has said so: {users, count, complete}. */
  presence = null;
  reason = null;
  #hub;
  #history;
  #last = null;
  #resumes = false;
  #catchingUp = false;
  #knowsPresence = false;
  #heldBack = [];
  #typing = new Set();
  #typedAt = -Infinity;

  constructor(id, { history = 50 } = {}, hub) {
    super();
    this.id = id;
    this.#history = history;
    this.#hub = hub;
  }

  get typing() {
    return [...this.#typing];
  }

  /** The id of the last message that was seen. */
  get since() {
    return this.#last;
  }

  join() {
    this.#enter('joining', null);
    this.#say('join_room', this.#last ? { since: this.#last } : {});
  }

  leave() {
    if (!this.#say('leave_room')) {
      this.#out('room_left');
    }
  }

  /** @returns the message_id under which it is sent, and sent again until it has arrived; null when too much waits already */
  say(message) {
    this.#typedAt = -Infinity;
    return this.#hub.put({ room_id: this.id, message });
  }

  /** May be called for each key: the others are told now and then. */
  type(isTyping = true) {
    const now = this.#hub.now();
    const isNews = isTyping ? !(now - this.#typedAt < TYPING_AGAIN_MS) : this.#typedAt !== -Infinity;
    if (this.state === 'joined' && isNews) {
      this.#typedAt = isTyping ? now : -Infinity;
      this.#say('typing', { is_typing: isTyping });
    }
  }

  /** Older messages, oldest first: {messages, more, gap}. */
  history(wanted = {}) {
    return this.#hub.ask('history', { room_id: this.id, ...wanted });
  }

  // What the hub tells.

  heard(frame) {
    if (GONE.includes(frame.type)) {
      this.#out(frame.type);
    } else {
      this.#frames[frame.type]?.(frame);
    }
    if (PASSED_ON.includes(frame.type)) {
      this.emit(frame.type, frame);
    }
  }

  /** Something that we said was not heard: says again what has no answer yet. */
  goOn() {
    if (this.state === 'joining') {
      this.join();
    } else if (this.state === 'joined') {
      this.#askWhatIsMissing();
    }
  }

  /** @returns whether it was for us */
  refused({ request, code, message }) {
    const isOurs = request === 'join_room' && this.state === 'joining';
    if (isOurs) {
      this.#enter('refused', reason(code, message, 'never'));
    }
    return isOurs;
  }

  away() {
    this.#catchingUp = this.#knowsPresence = false;
    this.#heldBack = [];
    this.#typing.clear();
    this.#typedAt = -Infinity;
    if (this.state === 'joined') {
      this.#enter('joining', null);
    }
  }

  #frames = {
    __proto__: null,
    room_joined: (frame) => this.#joined(frame),
    chat: (frame) => this.#chat(frame),
    room_message: (frame) => this.#chat(frame),
    history: (frame) => this.#caughtUp(frame),
    presence_state: (frame) => this.#present(presenceOf(frame)),
    presence_diff: (frame) => this.#present(presenceAfter(this.presence, frame)),
    typing: ({ user_id: user, is_typing: isTyping }) => {
      if (isTyping) {
        this.#typing.add(user);
      } else {
        this.#typing.delete(user);
      }
    },
  };

  #joined(facts) {
    this.facts = facts;
    this.#resumes = this.#last !== null;
    this.#catchingUp = true;
    this.#enter('joined', null);
    this.#askPresence();
    if (!this.#resumes) {
      this.#askHistory();
    }
    this.#hub.joined();
  }

  #chat(message) {
    this.#typing.delete(message.from);
    if (message.id === undefined) {
      this.emit('message', message); // From outside the hub: it has no place in the room's order.
    } else if (this.#catchingUp) {
      this.#heldBack.push(message);
    } else if (isNext(this.#last, message.id)) {
      this.#take(message);
    } else {
      this.#resumes = this.#catchingUp = true;
      this.#heldBack = [message];
      this.#askHistory();
    }
  }

  #caughtUp({ messages, gap, more }) {
    if (gap && this.#resumes) {
      this.emit('gap', {});
    }
    messages.forEach((message) => this.#take(message));
    if (more && this.#resumes && messages.length > 0) {
      this.#askHistory();
    } else {
      this.#catchingUp = false;
      this.#heldBack.splice(0).forEach((message) => this.#take(message));
    }
  }

  #take(message) {
    if (!isSeen(this.#last, message.id)) {
      this.#last = message.id;
      this.emit('message', message);
    }
  }

  #present(state) {
    this.#knowsPresence = state !== null;
    if (state) {
      this.presence = state;
      this.emit('presence', state);
    } else {
      this.#askPresence();
    }
  }

  #askWhatIsMissing() {
    if (!this.#knowsPresence) {
      this.#askPresence();
    }
    if (this.#catchingUp) {
      this.#askHistory();
    }
  }

  #askPresence() {
    this.#say('presence');
  }

  #askHistory() {
    this.#say('history', this.#resumes ? { after: this.#last } : { limit: this.#history });
  }

  #say(type, more) {
    return this.#hub.say({ type, payload: { room_id: this.id, ...more } });
  }

  #out(why) {
    this.#hub.left();
    this.#enter('out', reason(why.replace('_', '-'), why.replace('_', ' '), 'never'));
  }

  #enter(state, why) {
    this.state = state;
    this.reason = why;
    this.emit('state', { state, reason: why });
  }
}

// An id is the word of its room and a number. Another word is another room of the same name, with numbers of its own.
const wordOf = (id) => id.slice(0, id.lastIndexOf('-'));
const numberOf = (id) => Number(id.slice(id.lastIndexOf('-') + 1));
const sameRoom = (last, id) => last !== null && wordOf(last) === wordOf(id);
const isSeen = (last, id) => sameRoom(last, id) && numberOf(id) <= numberOf(last);
const isNext = (last, id) => !sameRoom(last, id) || numberOf(id) <= numberOf(last) + 1;
