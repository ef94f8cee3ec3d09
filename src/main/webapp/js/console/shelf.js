// The newest frames, as many as there is room for.

export class Shelf {
  entries = [];
  #most;
  #mostCharacters;
  #characters = 0;

  constructor({ most = 500, mostCharacters = 8_000_000 } = {}) {
    this.#most = most;
    this.#mostCharacters = mostCharacters;
  }

  /** @returns what had to go for it; the newest stays whatever its size */
  put(entry) {
    this.entries.push(entry);
    this.#characters += sizeOf(entry);
    const gone = [];
    while (this.entries.length > 1 && (this.entries.length > this.#most || this.#characters > this.#mostCharacters)) {
      gone.push(this.entries.shift());
      this.#characters -= sizeOf(gone.at(-1));
    }
    return gone;
  }

  clear() {
    this.entries = [];
    this.#characters = 0;
  }
}

function sizeOf({ text }) {
  return text?.length ?? 0;
}
