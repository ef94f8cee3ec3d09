// A short tone, for who has asked for it.

const HERTZ = 880;
const SECONDS = 0.12;

export class Beep {
  #audio = null;

  /** Browsers let a page sound only after somebody has touched it, so this is called by the button. */
  allow() {
    this.#audio ??= new AudioContext();
    return this.#audio.resume();
  }

  sound() {
    if (this.#audio?.state !== 'running') {
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
