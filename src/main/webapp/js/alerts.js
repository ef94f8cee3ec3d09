// Which alerts were told, and which were missed.

const REMEMBERED = 500;

export class AlertLog {
  #epoch = null;
  #n = null;
  #told = new Set();
  #from = null; // Before, it is history.

  get since() {
    return this.#epoch && `${this.#epoch}:${this.#n}`;
  }

  hello({ epoch, version, resumed, ts }) {
    const missed = this.#from !== null && !resumed;
    this.#from ??= ts / 1000;
    this.#epoch = epoch;
    this.#n = version;
    return missed;
  }

  newest(n, isOne) {
    const missed = n !== this.#n + (isOne ? 1 : 0);
    this.#n = n;
    return missed;
  }

  take(alert) {
    if (typeof alert?.id !== 'string' || this.#told.has(alert.id)) {
      return false;
    }
    this.#told.add(alert.id);
    if (this.#told.size > REMEMBERED) {
      this.#told.delete(this.#told.values().next().value);
    }
    return true;
  }

  /** @returns the news, oldest first */
  catchUp(newestFirst) {
    const from = this.#from;
    const news = newestFirst.filter((alert) => this.take(alert) && from !== null && Date.parse(alert.timestamp) >= from);
    this.#from ??= Date.parse(newestFirst[0]?.timestamp ?? 0);
    return news.reverse();
  }
}
