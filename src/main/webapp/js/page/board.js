// The price board: rows in the order that somebody wants, and the keys to walk among them.

import { setAttribute } from './dom.js';
import { arrange, isOnly, isSort, nextSort } from './order.js';
import { Row } from './row.js';
import { sayIfKnown } from './language.js';
import { recall, remember } from './settings.js';

// Rows that change places twice a second cannot be read.
const RESORT_MS = 2000;

export class Board {
  #body = document.getElementById('prices');
  #noneLeft = document.getElementById('none-left');
  #find = document.getElementById('find');
  #only = document.getElementById('only');
  #heads = [...document.querySelectorAll('.board th[data-sort]')];
  #rows = new Map();
  #shown = [];
  #sort = recall('sort', { by: 'symbol', descending: false }, isSort);
  #pinned = new Set(recall('pinned', [], Array.isArray));
  #sectors = {};
  #data = null;
  #arrangedAt = 0;

  constructor() {
    this.#only.value = recall('only', 'all', isOnly);
    this.#only.addEventListener('change', () => this.#choose('only', this.#only.value));
    this.#find.addEventListener('input', () => this.#arrange());
    document.getElementById('sieve').addEventListener('submit', (event) => event.preventDefault());
    this.#heads.forEach((head) => head.addEventListener('click', () => this.#sortBy(head.dataset.sort)));
    this.#body.addEventListener('click', (event) => this.#clicked(event.target.closest('.pin button')));
    this.#body.addEventListener('keydown', (event) => this.#walk(event));
    document.addEventListener('keydown', (event) => this.#findByKey(event));
    this.#showSort();
  }

  setSectors(sectors) {
    this.#sectors = sectors;
    this.#arrange();
  }

  /** @param market a picture of the channel */
  draw(market) {
    const symbols = new Set([...Object.keys(market.prices), ...Object.keys(market.quotes)]);
    const areOthers = symbols.size !== this.#rows.size || [...symbols].some((symbol) => !this.#rows.has(symbol));
    this.#data = market;
    this.#rows = new Map([...symbols].map((symbol) => [symbol, this.#rows.get(symbol) ?? new Row(symbol)]));
    for (const [symbol, row] of this.#rows) {
      row.draw(market.prices[symbol] ?? {}, market.quotes[symbol] ?? {}, performance.now());
    }
    if (areOthers) {
      this.#arrange();
    }
  }

  /** Every now and then, also when the market is silent. */
  tick() {
    if (performance.now() - this.#arrangedAt >= RESORT_MS) {
      this.#arrange();
    }
  }

  rewrite() {
    this.#rows.forEach((row) => row.rewrite());
    this.#arrange();
  }

  #arrange() {
    if (!this.#data) {
      return;
    }
    this.#arrangedAt = performance.now();
    const choice = { sort: this.#sort, only: this.#only.value, find: this.#find.value, pinned: this.#pinned };
    const shown = arrange(this.#stocks(), choice);
    this.#rows.forEach((row, symbol) => row.setPinned(this.#pinned.has(symbol)));
    if (shown.join() !== this.#shown.join()) {
      this.#shown = shown;
      this.#place();
    }
    this.#noneLeft.hidden = shown.length > 0;
  }

  #stocks() {
    return [...this.#rows.keys()].map((symbol) => {
      const sector = this.#sectors[symbol] ?? '';
      return {
        symbol,
        sector: `${sector} ${sayIfKnown(`sector.${sector}`, '')}`,
        price: this.#data.prices[symbol] ?? {},
        quote: this.#data.quotes[symbol] ?? {},
      };
    });
  }

  /** A row that is moved would lose the keyboard. */
  #place() {
    const focused = this.#body.contains(document.activeElement) ? document.activeElement : null;
    this.#body.replaceChildren(...this.#shown.map((symbol) => this.#rows.get(symbol).element));
    focused?.focus({ preventScroll: true });
    this.#keepOneInTabOrder();
  }

  #keepOneInTabOrder(chosen = null) {
    const pins = this.#shown.map((symbol) => this.#rows.get(symbol).pin);
    const one = chosen ?? pins.find((pin) => pin.tabIndex === 0) ?? pins[0];
    this.#rows.forEach(({ pin }) => { pin.tabIndex = pin === one ? 0 : -1; });
  }

  #choose(name, value) {
    remember(name, value);
    this.#arrange();
  }

  #sortBy(by) {
    this.#sort = nextSort(this.#sort, by);
    this.#showSort();
    this.#choose('sort', this.#sort);
  }

  #showSort() {
    for (const head of this.#heads) {
      const order = this.#sort.descending ? 'descending' : 'ascending';
      setAttribute(head, 'aria-sort', head.dataset.sort === this.#sort.by ? order : 'none');
    }
  }

  #clicked(pin) {
    if (pin) {
      const { symbol } = pin.dataset;
      this.#pinned.delete(symbol) || this.#pinned.add(symbol);
      this.#keepOneInTabOrder(pin);
      this.#choose('pinned', [...this.#pinned]);
    }
  }

  #walk(event) {
    const here = this.#shown.indexOf(event.target.dataset.symbol);
    const last = this.#shown.length - 1;
    const to = { ArrowDown: Math.min(here + 1, last), ArrowUp: Math.max(here - 1, 0), Home: 0, End: last }[event.key];
    if (to !== undefined && last >= 0) {
      event.preventDefault();
      const { pin } = this.#rows.get(this.#shown[to]);
      this.#keepOneInTabOrder(pin);
      pin.focus();
    }
  }

  #findByKey(event) {
    if (event.key === '/' && !event.target.closest('input, select')) {
      event.preventDefault();
      this.#find.focus();
    }
  }
}
