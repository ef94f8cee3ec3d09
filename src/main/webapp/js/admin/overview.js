// The server as a whole: whether it takes clients, how its feed is doing, and whose tokens are taken back.

import { cellsOf, setText } from '../page/dom.js';
import { isSure } from './sure.js';
import { moment } from './words.js';

export class Overview {
  #server;
  #cells = cellsOf(document.getElementById('server'));

  /** @param attempt runs what may be refused, and says how it went */
  constructor(server, attempt) {
    this.#server = server;
    this.#cells.refresh.addEventListener('click', () => attempt(() => this.look()));
    this.#cells.restart.addEventListener('click', () => attempt(() => this.#restart()));
    this.#cells.drain.addEventListener('click', () => attempt(() => this.#drain()));
    document.getElementById('revoke').addEventListener('submit', (event) => {
      event.preventDefault();
      attempt(() => this.#revoke(event.target.user.value));
    });
  }

  async look() {
    const [drain, feed] = await Promise.all([this.#server.get('drain'), this.#server.get('feed')]);
    this.#showDrain(drain);
    this.#showFeed(feed);
  }

  #showDrain({ clients, draining }) {
    setText(this.#cells.clients, String(clients));
    setText(this.#cells.taking, draining ? 'no: everybody is let go' : 'yes');
    this.#cells.drain.disabled = draining;
  }

  #showFeed(feed) {
    setText(this.#cells.feed, feed.feed);
    setText(this.#cells.state, feed.state);
    setText(this.#cells.since, moment(feed.since));
    setText(this.#cells.open, feed.market_open ? 'open' : 'closed');
    setText(this.#cells.why, feed.why);
  }

  async #restart() {
    if (await isSure('Restart the feed? Clients are told that the market is away until it is back.')) {
      this.#showFeed(await this.#server.post('feed/restart'));
      return 'The feed is being restarted.';
    }
  }

  async #drain() {
    const clients = this.#cells.clients.textContent;
    if (await isSure(`Let everybody go? All ${clients} clients are closed, nobody comes in any more, and there is no way back but a new start.`)) {
      this.#showDrain(await this.#server.post('drain'));
      return 'Everybody is let go.';
    }
  }

  async #revoke(user) {
    if (await isSure(`Take back all tokens of ${user} that were issued before now?`)) {
      await this.#server.post('revocations', { user });
      return `The tokens of ${user} are taken back.`;
    }
  }
}
