// The price board: one row per stock, in the colours that every Vietnamese board uses.

import { cellsOf, copyOf, setAttribute, setBalance, setText } from './dom.js';
import { count, price, share, signedCount, signedPoints, trend } from './numbers.js';

export class Board {
  #body;
  #rows = new Map();

  constructor(body) {
    this.#body = body;
  }

  /** @param frame a frame of /ws/market */
  draw(frame) {
    const symbols = [...new Set([...Object.keys(frame.prices), ...Object.keys(frame.quotes)])].sort();
    if (symbols.length !== this.#rows.size || symbols.some((symbol) => !this.#rows.has(symbol))) {
      this.#list(symbols);
    }
    for (const [symbol, row] of this.#rows) {
      row.draw(frame.prices[symbol] ?? {}, frame.quotes[symbol] ?? {});
    }
  }

  #list(symbols) {
    this.#rows = new Map(symbols.map((symbol) => [symbol, this.#rows.get(symbol) ?? new Row(symbol)]));
    this.#body.replaceChildren(...[...this.#rows.values()].map((row) => row.element));
  }
}

class Row {
  element = copyOf('price-row');
  #cells = cellsOf(this.element);
  #balance = this.element.querySelector('.balance');
  #lastPrice = 0;

  constructor(symbol) {
    setText(this.#cells.symbol, symbol);
    // A flash that ended must leave, or the next one in the same direction would not start.
    this.#cells.last.addEventListener('animationend', () => this.#cells.last.removeAttribute('data-flash'));
  }

  draw(prices, stats) {
    this.#flash(prices.last_price);
    setAttribute(this.element, 'data-trend', colourOf(prices));
    setText(this.#cells.last, price(prices.last_price));
    setText(this.#cells.change, signedCount(prices.change));
    setText(this.#cells.percent, signedPoints(prices.change_pct));
    setText(this.#cells.reference, price(prices.ref_price));
    setText(this.#cells.ceiling, price(prices.ceiling));
    setText(this.#cells.floor, price(prices.floor));
    setText(this.#cells.volume, count(stats.total_volume));
    this.#compare(stats);
  }

  #flash(newPrice) {
    if (this.#lastPrice > 0 && newPrice > 0 && newPrice !== this.#lastPrice) {
      setAttribute(this.#cells.last, 'data-flash', newPrice > this.#lastPrice ? 'up' : 'down');
    }
    this.#lastPrice = newPrice;
  }

  /** Mua chủ động is what buyers took from the book, bán chủ động what sellers gave into it. */
  #compare(stats) {
    const buy = share(stats.mua_chu_dong_volume, stats.total_volume);
    const sell = share(stats.ban_chu_dong_volume, stats.total_volume);
    setBalance(this.#balance, buy, sell, `Active buy ${buy}%, active sell ${sell}%`);
  }
}

function colourOf(prices) {
  if (!(prices.last_price > 0)) {
    return 'reference';
  }
  if (prices.ceiling > 0 && prices.last_price >= prices.ceiling) {
    return 'ceiling';
  }
  return prices.last_price <= prices.floor ? 'floor' : trend(prices.change);
}
