// What foreigners bought and sold: the totals, and the five stocks on each side where it shows most.

import { cellsOf, copyOf, setAttribute, setBalance, setCustomProperty, setText } from './dom.js';
import { billions, share, signedBillions, trend } from './numbers.js';

const TOP = 5;

export class ForeignFlow {
  #totals;
  #balance;
  #buyers;
  #sellers;

  constructor(panel) {
    this.#totals = cellsOf(panel.querySelector('.totals'));
    this.#balance = panel.querySelector('.balance');
    this.#buyers = rowsIn(panel.querySelector('[data-side="buy"]'));
    this.#sellers = rowsIn(panel.querySelector('[data-side="sell"]'));
  }

  /** @param frame a frame of /ws/foreign */
  draw(frame) {
    setText(this.#totals.bought, billions(frame.total_buy_value));
    setText(this.#totals.sold, billions(frame.total_sell_value));
    setText(this.#totals.net, signedBillions(frame.total_net_value));
    setAttribute(this.#totals.net, 'data-trend', trend(frame.total_net_value));
    this.#compare(frame.total_buy_value, frame.total_sell_value);
    // One scale for both sides, so that a bar there can be compared with a bar here.
    const longest = [...frame.top_buy, ...frame.top_sell]
      .reduce((most, stock) => Math.max(most, Math.abs(stock.net_value)), 0);
    this.#buyers.forEach((row, i) => row.draw(frame.top_buy[i], longest));
    this.#sellers.forEach((row, i) => row.draw(frame.top_sell[i], longest));
  }

  #compare(bought, sold) {
    const part = share(bought, bought + sold);
    const rest = bought + sold > 0 ? 100 - part : 0;
    setBalance(this.#balance, part, rest, `Bought ${part}%, sold ${rest}% of the value`);
  }
}

/** All rows stand there from the start, so that nothing moves down the page as the lists fill. */
function rowsIn(list) {
  const rows = Array.from({ length: TOP }, () => new Row());
  list.replaceChildren(...rows.map((row) => row.element));
  return rows;
}

class Row {
  element = copyOf('investor-row');
  #cells = cellsOf(this.element);

  draw(stock, longest) {
    setText(this.#cells.symbol, stock ? stock.symbol : '–');
    setText(this.#cells.net, stock ? signedBillions(stock.net_value) : '–');
    setAttribute(this.element, 'data-trend', trend(stock?.net_value));
    setCustomProperty(this.element, '--part', `${stock ? share(Math.abs(stock.net_value), longest) : 0}%`);
  }
}
