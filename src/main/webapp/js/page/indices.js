// An index on top of the page: where it is, where it comes from, and how many stocks are with it.

import { Chart } from './chart.js';
import { cellsOf, setAttribute, setBalance, setText } from './dom.js';
import { say } from './language.js';
import { count, hourAndMinute, points, share, signedPercent, signedPoints, timeOfDay, trend } from './numbers.js';

export class IndexTile {
  #tile;
  #cells;
  #chart;
  #index = null;

  constructor(tile) {
    this.#tile = tile;
    this.#cells = cellsOf(tile);
    this.#chart = new Chart(this.#cells.chart, { onPoint: (i) => this.#readOut(this.#index?.intraday[i]) });
  }

  /** @param market a picture of the channel */
  draw(market) {
    const index = market.indices[this.#tile.dataset.index];
    if (index && index !== this.#index) {
      const line = this.#index?.intraday;
      this.#index = index;
      this.#write();
      if (index.intraday !== line) {
        this.#drawLine();
      }
    }
  }

  rewrite() {
    if (this.#index) {
      this.#write();
      this.#drawLine();
    }
    this.#chart.redraw();
  }

  #write() {
    const { value, change, ratio_change: ratio, advances, no_changes: same, declines } = this.#index;
    const all = advances + same + declines;
    setAttribute(this.#tile, 'data-trend', trend(change));
    setText(this.#cells.value, points(value));
    setText(this.#cells.change, signedPoints(change));
    setText(this.#cells.percent, signedPercent(ratio));
    setText(this.#cells.advances, count(advances));
    setText(this.#cells.unchanged, count(same));
    setText(this.#cells.declines, count(declines));
    const words = say('index.breadth', { up: count(advances), same: count(same), down: count(declines) });
    setBalance(this.#cells.breadth, share(advances, all), share(declines, all), words);
  }

  #drawLine() {
    const { intraday, prior_value: prior } = this.#index;
    if (intraday.length === 0) {
      return;
    }
    const values = intraday.map(({ value }) => value);
    this.#chart.draw(intraday.map(({ timestamp }) => Date.parse(timestamp) / 1000), values, prior);
    setAttribute(this.#cells.chart, 'aria-label', say('index.chart', {
      name: this.#tile.dataset.index,
      points: count(values.length),
      from: hourAndMinute(Date.parse(intraday[0].timestamp)),
      low: points(Math.min(...values)),
      high: points(Math.max(...values)),
      now: points(values.at(-1)),
    }));
  }

  #readOut(point) {
    setText(this.#cells.readout, point ? `${timeOfDay(Date.parse(point.timestamp))} · ${points(point.value)}` : '');
  }
}
