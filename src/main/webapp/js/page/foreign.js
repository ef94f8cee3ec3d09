// What foreigners bought and sold: the totals, and the five stocks on each side where it shows most.

import { cellsOf, copyOf, setAttribute, setBalance, setCustomProperty, setText } from './dom.js';
import { say } from './language.js';
import { billions, percent, share, signedBillions, trend } from './numbers.js';

const TOP = 5;

export class ForeignFlow {
  #panel = document.getElementById('foreign');
  #cells = cellsOf(this.#panel);
  #buyers = moversIn(this.#panel.querySelector('[data-side="buy"]'));
  #sellers = moversIn(this.#panel.querySelector('[data-side="sell"]'));
  #flow = null;

  /** @param market a picture of the channel */
  draw({ foreign }) {
    if (foreign && foreign !== this.#flow) {
      this.#flow = foreign;
      this.rewrite();
    }
  }

  rewrite() {
    if (!this.#flow) {
      return;
    }
    const { total_buy_value: bought, total_sell_value: sold, total_net_value: net, top_buy: top, top_sell: bottom } = this.#flow;
    setText(this.#cells.bought, billions(bought));
    setText(this.#cells.sold, billions(sold));
    setText(this.#cells.net, signedBillions(net));
    setAttribute(this.#cells.net, 'data-trend', trend(net));
    this.#compare(bought, sold);
    // One scale for both sides, so that a bar there can be compared with a bar here.
    const longest = Math.max(0, ...[...top, ...bottom].map(({ net_value: value }) => Math.abs(value)));
    this.#buyers.forEach((mover, i) => mover.draw(top[i], longest));
    this.#sellers.forEach((mover, i) => mover.draw(bottom[i], longest));
  }

  #compare(bought, sold) {
    const part = share(bought, bought + sold);
    const rest = bought + sold > 0 ? 100 - part : 0;
    setBalance(this.#cells.balance, part, rest, say('foreign.balance', { bought: percent(part), sold: percent(rest) }));
  }
}

/** All rows stand there from the start, so that nothing moves down the page as the lists fill. */
function moversIn(list) {
  const movers = Array.from({ length: TOP }, () => new Mover());
  list.replaceChildren(...movers.map(({ element }) => element));
  return movers;
}

class Mover {
  element = copyOf('mover-row');
  #cells = cellsOf(this.element);

  draw(stock, longest) {
    setText(this.#cells.symbol, stock?.symbol ?? '–');
    setText(this.#cells.net, signedBillions(stock?.net_value));
    setAttribute(this.element, 'data-trend', trend(stock?.net_value));
    setCustomProperty(this.element, '--part', `${stock ? share(Math.abs(stock.net_value), longest) : 0}%`);
  }
}
