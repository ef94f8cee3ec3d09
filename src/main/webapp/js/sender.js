// Sends what was said to rooms: one after the other, again until it has arrived, and not for ever.

import { Outbox } from './outbox.js';

const SWEEP_MS = 1000;

export class Sender {
  #after;
  #on;
  #outbox;
  #sending = null;
  #cancelSweep = null;
  #cancelPause = null;

  /** @param on what its owner does: canSend to a room, send, and tell what became of it */
  constructor({ after, now }, limits, on) {
    this.#after = after;
    this.#on = on;
    this.#outbox = new Outbox({ ...limits, now });
  }

  get waiting() {
    return this.#outbox.pending().map(({ id, message }) => ({ message_id: id, ...message }));
  }

  put(message) {
    const id = this.#outbox.put(message);
    if (id !== null) {
      this.#sweepLater();
      this.next();
    }
    return id;
  }

  /** So that they keep their order, and come no faster than the server takes them. */
  next() {
    if (this.#sending === null && !this.#cancelPause) {
      const next = this.#outbox.pending().find(({ message }) => this.#on.canSend(message.room_id));
      if (next && this.#on.send({ type: 'chat', message_id: next.id, payload: next.message })) {
        this.#sending = next.id;
      }
    }
  }

  /** Too fast: what was said last did not count, and is said again. */
  pause(ms) {
    this.silent();
    this.#cancelPause = this.#after(ms, () => {
      this.#cancelPause = null;
      this.#on.goOn();
      this.next();
    });
  }

  /** @returns whether the server has spoken of something that we said */
  settle(how, frame) {
    const said = this.waiting.find(({ message_id: id }) => id === frame.message_id);
    if (this.#sending === frame.message_id) {
      this.#sending = null;
    }
    if (said) {
      this.#outbox.acknowledge(said.message_id);
      this.#on.tell(how, { ...frame, ...said });
    }
    this.next();
    return Boolean(said);
  }

  silent() {
    this.#sending = null;
    this.#cancelPause?.();
    this.#cancelPause = null;
  }

  close() {
    this.silent();
    this.#cancelSweep?.();
    this.#cancelSweep = null;
  }

  #sweepLater() {
    this.#cancelSweep ??= this.#after(SWEEP_MS, () => {
      this.#cancelSweep = null;
      for (const { id, message } of this.#outbox.expire()) {
        this.#sending = this.#sending === id ? null : this.#sending;
        this.#on.tell('failed', { ...message, message_id: id, code: 'too-late', title: 'It could not be sent in time' });
      }
      if (this.#outbox.pending().length > 0) {
        this.#sweepLater();
      }
      this.next();
    });
  }
}
