// A short tone, for who has asked for it.

import { setAttribute } from './dom.js';

const HERTZ = 880;
const SECONDS = 0.12;

export class Beep {
  #isWanted = false;
  #audio = null;

  /** @param changed is told whether somebody wants to hear it */
  constructor(button, changed) {
    button.addEventListener('click', () => {
      this.#isWanted = !this.#isWanted;
      setAttribute(button, 'aria-pressed', String(this.#isWanted));
      changed(this.#isWanted);
      // Browsers let a page sound only after somebody has touched it: now.
      this.#audio ??= new AudioContext();
      this.#audio.resume().then(() => this.sound());
    });
  }

  sound() {
    if (!this.#isWanted || this.#audio.state !== 'running') {
      return;
    }
    const now = this.#audio.currentTime;
    const tone = new OscillatorNode(this.#audio, { frequency: HERTZ });
    const volume = new GainNode(this.#audio, { gain: 0.15 });
    volume.gain.exponentialRampToValueAtTime(0.001, now + SECONDS);
    tone.connect(volume).connect(this.#audio.destination);
    tone.start(now);
    tone.stop(now + SECONDS);
  }
}
