// Says how each connection is and how old its news are, and marks what is on the page but no longer live.

import { setAttribute, setText } from './dom.js';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

export class Status {
  #upstream;
  #states = new Map();

  constructor(upstream) {
    this.#upstream = upstream;
  }

  /** Marks everything that shows this channel; the style sheet dims what is not live. */
  setState(channel, state) {
    this.#states.set(channel, state);
    for (const node of document.querySelectorAll(`[data-channel="${channel}"]`)) {
      setAttribute(node, 'data-state', state);
    }
    setText(entryOf(channel, '.state'), state);
  }

  /** Outside the announced words: a screen reader must not read the time twice a second. */
  setSeen(channel, at) {
    const seen = entryOf(channel, '.seen');
    setText(seen, clock.format(at));
    setAttribute(seen, 'datetime', at.toISOString());
  }

  setUpstream(connected) {
    setText(this.#upstream, connected ? '' : 'The server has lost its market feed; it shows what it last knew');
  }

  isAny(state) {
    return [...this.#states.values()].includes(state);
  }
}

function entryOf(channel, part) {
  return document.querySelector(`.channels [data-channel="${channel}"] ${part}`);
}
