// Inflates; whatever is behind it waits.

export class Inflater {
  #inflate;
  #waiting = 0;
  #last = Promise.resolve();

  constructor(inflate) {
    this.#inflate = inflate;
  }

  take(data, use) {
    if (typeof data === 'string') {
      return this.inTurn(() => use(data, data.length));
    }
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
