// A channel.

import { Emitter } from './emitter.js';
import { Refusal } from './http.js';
import { Reader } from './reader.js';

const WAITING_ALERTS = 64;

export class Channel extends Emitter {
  #env;
  #reader;
  #connection;

  constructor(name, { pace = null, protocol = 'auto' } = {}, parts) {
    super();
    if (!['auto', 'plain'].includes(protocol)) {
      throw new TypeError(`No such protocol: ${protocol}`);
    }
    this.name = name;
    this.#env = parts.env;
    this.#reader = new Reader(name, protocol === 'auto', parts, this);
    this.#connection = this.#reader.connection;
    this.pace = pace;
  }

  get data() {
    return this.#reader.picture.data;
  }

  get version() {
    return this.#reader.picture.version;
  }

  get state() {
    return this.status.state;
  }

  get status() {
    return this.#connection.status;
  }

  get stats() {
    return { ...this.#reader.stats, reconnects: this.#connection.reconnects };
  }

  get pace() {
    return this.#reader.pace;
  }

  set pace(perSecond) {
    if (perSecond !== null && !(Number.isInteger(perSecond) && perSecond >= 0 && perSecond <= 100)) {
      throw new RangeError(`A pace is a number from 0 to 100 or null, not ${perSecond}`);
    }
    this.#reader.pace = perSecond;
    if (this.#connection.isLive) {
      this.#reader.sayPace();
    }
  }

  open() {
    this.#reader.open();
  }

  close() {
    this.#connection.close();
  }

  resync() {
    this.#reader.resync('asked');
  }

  ping() {
    return this.#connection.ping();
  }

  async *[Symbol.asyncIterator]() {
    const waiting = this.data ? [this.data] : [];
    const most = this.name === 'alerts' ? WAITING_ALERTS : 1;
    let wake;
    const take = (news) => {
      waiting.push(news);
      waiting.splice(0, waiting.length - most);
      wake?.();
    };
    const ends = [this.on('update', ({ data }) => take(data)), this.on('alert', take), this.on('state', () => wake?.())];
    try {
      while (waiting.length || this.state !== 'closed') {
        if (waiting.length) {
          yield waiting.shift();
        } else if (this.state === 'refused') {
          throw new Refusal(this.status.reason);
        } else {
          await new Promise((resolve) => { wake = resolve; });
        }
      }
    } finally {
      ends.forEach((end) => end());
    }
  }
}
