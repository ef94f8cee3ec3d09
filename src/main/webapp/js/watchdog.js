// Notices silence: 1.5 heartbeats are stale, two the end.

export class Watchdog {
  #env;
  #on;
  #cancel = () => {};
  #heartbeat;
  #heard;
  #quiet;

  constructor(env, on) {
    this.#env = env;
    this.#on = on;
    this.stop();
  }

  start(heartbeatMs) {
    this.stop();
    this.#heartbeat = heartbeatMs;
    this.heard();
    this.#wait();
  }

  stop() {
    this.#cancel();
    this.#heartbeat = 0;
    this.#quiet = false;
  }

  heard() {
    this.#heard = this.#env.now();
    if (this.#quiet) {
      this.#quiet = false;
      this.#cancel();
      this.#wait();
      this.#on.quiet(false);
    }
  }

  #wait() {
    const due = this.#heard + this.#heartbeat * (this.#quiet ? 2 : 1.5);
    this.#cancel = this.#env.after(Math.max(0, due - this.#env.now()), () => this.#look(due));
  }

  #look(due) {
    const now = this.#env.now();
    if (now - due > this.#heartbeat / 2) {
      this.#heard = now; // It was us who slept.
    } else if (this.#quiet) {
      return this.#on.dead();
    } else if (now - this.#heard >= this.#heartbeat * 1.5) {
      this.#quiet = true;
      this.#on.quiet(true);
    }
    this.#wait();
  }
}
