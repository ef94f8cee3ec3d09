// The way from the console to its socket, which lives in a worker. A new connection is a new worker.

const WORKER = String(new URL('worker.js', import.meta.url));

// The page's policy lets text become a script in no other way; and what comes out is always this one.
const policy = globalThis.trustedTypes?.createPolicy('console', { createScriptURL: () => WORKER });

export class Wire {
  #on;
  #worker = null;

  /** @param on opened, heard, sent, stopped, resumed, closed and failed, each with what there is to know of it */
  constructor(on) {
    this.#on = on;
  }

  open(address, protocols) {
    this.close();
    const worker = new Worker(policy ? policy.createScriptURL('') : WORKER, { type: 'module' });
    worker.onmessage = ({ data: [what, details] }) => worker === this.#worker && this.#on[what](details);
    worker.onerror = () => this.#on.failed({ at: Date.now(), words: 'worker.js' });
    this.#worker = worker;
    this.#order('open', { address, protocols });
  }

  send(text, binary, times) {
    this.#order('send', { text, binary, times });
  }

  /** With a goodbye, which is heard as the end of the connection. */
  close() {
    this.#order('close');
  }

  stopReading(seconds, meanwhile) {
    this.#order('stopReading', { seconds, meanwhile });
  }

  /** The thread is gone in the middle of whatever it did, and the socket with it. */
  vanish() {
    this.#worker?.terminate();
    this.#worker = null;
  }

  #order(order, details) {
    this.#worker?.postMessage([order, details]);
  }
}
