// What no channel tells is asked for: at once when we are let in, and again now and then while somebody looks.

const SESSION_MS = 30_000;
const DETAIL_MS = 5000;

export class Questions {
  #get;
  #views;
  #asked = new Map();

  /** @param get asks for a path below /api */
  constructor(get, views) {
    this.#get = get;
    this.#views = views;
  }

  /** After each connection: what was known may be of another day or another server. */
  begin() {
    this.#asked.clear();
    const { board, sectors, future, room } = this.#views;
    this.#ask('api/sectors', ({ sectors: all }) => {
      board.setSectors(all);
      sectors.setSectors(all);
    });
    this.#ask('api/market/basis-trend?minutes=30', (points) => future.setTrend(points));
    this.#ask('api/rooms', ({ rooms }) => room.offer(rooms));
    this.tick();
  }

  /** Once a second. */
  tick() {
    const { session, sectors } = this.#views;
    if (!document.hidden && this.#asked.size > 0) {
      this.#every(session.isOver ? 1000 : SESSION_MS, 'api/session', (answer) => session.setSession(answer));
      this.#every(DETAIL_MS, 'api/market/foreign-detail', (answer) => sectors.setStocks(answer));
    }
  }

  #every(ms, path, use) {
    if (performance.now() - (this.#asked.get(path) ?? -Infinity) >= ms) {
      this.#ask(path, use);
    }
  }

  /** A token may open channels and not this; then its panel stays empty and says so. */
  #ask(path, use) {
    this.#asked.set(path, performance.now());
    this.#get(path).then(use, () => {});
  }
}
