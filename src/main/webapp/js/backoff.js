// Who was thrown out together must not come back together.

const LOST = [250, 30_000];
const TOLD = [1000, 60_000];
const HIDDEN = 4;

export class Backoff {
  #random;
  #failures = 0;

  constructor(random) {
    this.#random = random;
  }

  reset() {
    this.#failures = 0;
  }

  pause({ reconnect, retryAfterMs = null }, hidden = false) {
    const failures = this.#failures++;
    const chance = this.#random();
    if (retryAfterMs !== null) {
      return retryAfterMs + chance * Math.min(1000, Math.max(250, retryAfterMs));
    }
    const [least, most] = reconnect === 'back-off' || (reconnect === 'now' && failures === 0) ? TOLD : LOST;
    const longest = Math.min(most, least * 2 ** failures) * (hidden ? HIDDEN : 1);
    return longest * (reconnect === 'back-off' ? (1 + chance) / 2 : chance);
  }
}
