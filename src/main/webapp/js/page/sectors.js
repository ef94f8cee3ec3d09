// Where foreign money goes, by sector. No channel tells it of every stock, so it is asked for now and then.

import { cellsOf, copyOf, setAttribute, setCustomProperty, setText } from './dom.js';
import { sayIfKnown } from './language.js';
import { share, signedBillions, trend } from './numbers.js';

export class SectorFlow {
  #panel = document.getElementById('sectors');
  #list = this.#panel.querySelector('ul');
  #none = this.#panel.querySelector('.empty');
  #rows = new Map();
  #sectors = {};
  #stocks = [];

  setSectors(sectors) {
    this.#sectors = sectors;
    this.rewrite();
  }

  /** @param detail the answer of api/market/foreign-detail */
  setStocks({ stocks }) {
    this.#stocks = stocks;
    this.rewrite();
  }

  rewrite() {
    const nets = [...netBySector(this.#stocks, this.#sectors)].sort(([, a], [, b]) => b - a);
    const longest = Math.max(0, ...nets.map(([, net]) => Math.abs(net)));
    const rows = nets.map(([sector, net]) => this.#row(sector).draw(sector, net, longest));
    this.#none.hidden = nets.length > 0;
    if (rows.some((row, i) => row !== this.#list.children[i]) || rows.length !== this.#list.children.length) {
      this.#list.replaceChildren(...rows);
    }
  }

  #row(sector) {
    if (!this.#rows.has(sector)) {
      this.#rows.set(sector, new Row());
    }
    return this.#rows.get(sector);
  }
}

/** The net value of each sector, in VND. */
export function netBySector(stocks, sectors) {
  const nets = new Map();
  for (const { symbol, net_value: net } of stocks) {
    const sector = sectors[symbol] ?? 'other';
    nets.set(sector, (nets.get(sector) ?? 0) + net);
  }
  return nets;
}

class Row {
  #element = copyOf('sector-row');
  #cells = cellsOf(this.#element);

  draw(sector, net, longest) {
    setText(this.#cells.name, sayIfKnown(`sector.${sector}`, sector));
    setText(this.#cells.net, signedBillions(net));
    setAttribute(this.#element, 'data-trend', trend(net));
    setCustomProperty(this.#element, '--part', `${share(Math.abs(net), longest) / 2}%`);
    return this.#element;
  }
}
