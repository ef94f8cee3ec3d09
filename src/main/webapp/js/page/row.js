// One stock on the board, in the colours that every Vietnamese board uses.

import { cellsOf, copyOf, setAttribute, setBalance, setText } from './dom.js';
import { say } from './language.js';
import { colourOf, count, percent, price as written, share, signedCount, signedPoints } from './numbers.js';
import { Trail, lineThrough } from './trail.js';

const SIZE = { width: 100, height: 24 };
// A trail has a point a second at most: to draw it with each price would show little more, and cost much in a busy market.
const TRACE_MS = 1000;

export class Row {
  element = copyOf('price-row');
  pin = this.element.querySelector('.pin button');
  #cells = cellsOf(this.element);
  #line = this.element.querySelector('.line');
  #prior = this.element.querySelector('.prior');
  #trail = new Trail();
  #isUntraced = false;
  #tracedAt = -Infinity;
  #reference = 0;
  #symbol;
  #price = {};
  #quote = {};

  constructor(symbol) {
    this.#symbol = symbol;
    this.pin.dataset.symbol = symbol;
    setText(this.#cells.symbol, symbol);
    // A flash that ended must leave, or the next one in the same direction would not start.
    this.#cells.last.addEventListener('animationend', () => this.#cells.last.removeAttribute('data-flash'));
  }

  /** What is the same object as before says the same, and is not looked at. */
  draw(price, quote, at) {
    if (price !== this.#price) {
      this.#flash(price.last_price);
      this.#price = price;
      this.#writePrice();
      this.#remember(at);
    }
    if (this.#isUntraced && at - this.#tracedAt >= TRACE_MS) {
      this.#trace(at);
    }
    if (quote !== this.#quote) {
      this.#quote = quote;
      this.#writeQuote();
    }
  }

  setPinned(isPinned) {
    setAttribute(this.pin, 'aria-pressed', String(isPinned));
  }

  /** After a change of language. */
  rewrite() {
    this.#writePrice();
    this.#writeQuote();
  }

  #writePrice() {
    const price = this.#price;
    setAttribute(this.element, 'data-trend', colourOf(price));
    setText(this.#cells.last, written(price.last_price));
    setText(this.#cells.change, signedCount(price.change));
    setText(this.#cells.percent, signedPoints(price.change_pct));
    setText(this.#cells.ceiling, written(price.ceiling));
    setText(this.#cells.reference, written(price.ref_price));
    setText(this.#cells.floor, written(price.floor));
    setAttribute(this.pin, 'aria-label', say('board.pin.one', { symbol: this.#symbol }));
  }

  /** Mua chủ động is what buyers took from the book, bán chủ động what sellers gave into it. */
  #writeQuote() {
    const stats = this.#quote;
    const buy = share(stats.mua_chu_dong_volume, stats.total_volume);
    const sell = share(stats.ban_chu_dong_volume, stats.total_volume);
    setText(this.#cells.volume, count(stats.total_volume));
    setBalance(this.#cells.balance, buy, sell, say('board.active', { buy: percent(buy), sell: percent(sell) }));
  }

  #flash(newPrice) {
    const before = this.#price.last_price;
    if (before > 0 && newPrice > 0 && newPrice !== before) {
      setAttribute(this.#cells.last, 'data-flash', newPrice > before ? 'up' : 'down');
    }
  }

  #remember(at) {
    const { last_price: last, ref_price: reference } = this.#price;
    if (reference !== this.#reference) {
      this.#reference = reference;
      this.#trail = new Trail(); // Another day.
      this.#isUntraced = false;
      this.#tracedAt = -Infinity;
    }
    if (last > 0) {
      this.#trail.put(at, last);
      this.#isUntraced = true;
    }
  }

  #trace(at) {
    this.#isUntraced = false;
    this.#tracedAt = at;
    const reference = this.#reference;
    const values = this.#trail.points.map(({ value }) => value);
    const scale = { ...SIZE, low: Math.min(reference, ...values), high: Math.max(reference, ...values) };
    setAttribute(this.#line, 'points', lineThrough(this.#trail.points, scale));
    setAttribute(this.#prior, 'points', lineThrough([{ at, value: reference }], scale).replace(/^[^,]*/, '0'));
  }
}
