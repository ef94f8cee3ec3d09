// Messages in the order in which they came: those that come deflated take a moment, and whatever is behind them waits.

export class Inflater {
  #inflate;
  #waiting = 0;
  #last = Promise.resolve();

  constructor(inflate) {
    this.#inflate = inflate;
  }

  /** @param use gets the text, and how long it was on its way */
  take(data, use) {
    if (typeof data === 'string') {
      return this.inTurn(() => use(data, data.length));
    }
    // What cannot be inflated makes no sense, as a truncated text does.
    const text = this.#inflate(data).catch(() => '');
    this.#wait(async () => use(await text, data.byteLength));
  }

  inTurn(work) {
    if (this.#waiting === 0) {
      work();
    } else {
      this.#wait(work);
    }
  }

  #wait(work) {
    this.#waiting++;
    this.#last = this.#last.then(work).finally(() => this.#waiting--);
  }
}
