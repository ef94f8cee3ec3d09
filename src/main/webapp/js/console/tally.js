// What a connection has come to, and whether what it said adds up: the console keeps the picture as any client would.

import { Picture } from '../picture.js';

export class Tally {
  frames = 0;
  wire = 0;
  size = 0;
  sent = 0;
  skipped = 0;
  version = null;
  latencyMs = null;
  /** Whether the last checksum was that of our picture; null before there was one. */
  checked = null;
  #channel;
  #picture = new Picture();
  #epoch = null;

  constructor(channel) {
    this.#channel = channel;
  }

  /** Counts from nought for a new connection; the picture stays, to go on from. */
  begin() {
    this.frames = this.wire = this.size = this.sent = this.skipped = 0;
    this.latencyMs = this.checked = null;
  }

  /** What to name in the address to go on where we were; null where nobody counts. */
  get since() {
    return this.#channel === 'alerts' ? this.#epoch && `${this.#epoch}:${this.version}` : this.#picture.since;
  }

  /** @returns 'right' or 'wrong' for a frame that can be checked, else null */
  take(frame) {
    this.frames++;
    this.wire += frame.wire;
    this.size += frame.size;
    this.skipped += frame.skipped ?? 0;
    this.latencyMs = frame.latencyMs ?? this.latencyMs;
    const judged = this.#judge(frame);
    // A hello names the server's version, which is not ours before the picture has come.
    if (frame.step && (frame.type !== 'hello' || this.#channel === 'alerts')) {
      this.version = frame.step.to;
    }
    return judged === null ? null : judged ? 'right' : 'wrong';
  }

  #judge({ type, json, size }) {
    switch (type) {
      case 'hello':
        this.#epoch = json.epoch;
        return null;
      case 'snapshot':
        return this.#picture.take(json, size) ? null : false;
      case 'patch':
        return this.#picture.apply(json);
      case 'beat':
        return json.checksum === null ? null : (this.checked = this.#picture.agrees(json));
      default:
        return null;
    }
  }
}
