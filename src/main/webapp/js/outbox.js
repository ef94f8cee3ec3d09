// What was said while nobody could hear it. However often a message is sent, it keeps its id.

export class Outbox {
  #waiting = new Map();
  #limits;

  constructor(limits) {
    this.#limits = { most: 100, lifetimeMs: 60_000, now: () => performance.now(), ...limits };
  }

  /** @returns its id; null when there is no room, and it is not kept */
  put(message, id = newId()) {
    const { most, lifetimeMs, now } = this.#limits;
    if (!this.#waiting.has(id)) {
      if (this.#waiting.size >= most) {
        return null;
      }
      this.#waiting.set(id, { id, message, until: now() + lifetimeMs });
    }
    return id;
  }

  acknowledge(id) {
    return this.#waiting.delete(id);
  }

  expire() {
    const old = this.#those((left) => left <= 0);
    old.forEach(({ id }) => this.#waiting.delete(id));
    return old;
  }

  pending() {
    return this.#those((left) => left > 0);
  }

  #those(wanted) {
    const now = this.#limits.now();
    return [...this.#waiting.values()].filter(({ until }) => wanted(until - now)).map(({ id, message }) => ({ id, message }));
  }
}

/** New, not secret: pages without encryption have no crypto.randomUUID. */
export const newId = () => [1, 2, 3].map(() => Math.random().toString(36).slice(2, 10)).join('');
