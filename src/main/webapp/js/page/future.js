// The active future: its price, and how far it is from the index it stands for.

import { Chart } from './chart.js';
import { cellsOf, setAttribute, setText } from './dom.js';
import { say } from './language.js';
import { count, points, signedPercent, signedPoints, timeOfDay, trend } from './numbers.js';

const SHOWN_MS = 30 * 60_000;
const STEP_MS = 1000;
const LEAST_SPAN_POINTS = 2;

export class FutureTile {
  #tile = document.getElementById('future');
  #name = document.getElementById('future-name');
  #cells = cellsOf(this.#tile);
  #chart = new Chart(this.#cells.chart, {
    onPoint: (i) => this.#readOut(this.#trend[i]),
    leastSpan: () => LEAST_SPAN_POINTS,
  });
  #future = null;
  #trend = [];

  /** @param market a picture of the channel */
  draw({ derivatives: future }) {
    if (future && future !== this.#future) {
      const moved = future.basis !== this.#future?.basis;
      this.#future = future;
      this.#write();
      if (moved && typeof future.basis === 'number') {
        this.#append({ at: Date.parse(future.last_updated), basis: future.basis });
      }
    }
  }

  /** @param points the answer of api/market/basis-trend: the past, before what this page has seen itself */
  setTrend(points) {
    const past = points.map(({ timestamp, basis }) => ({ at: Date.parse(timestamp), basis }));
    const newest = past.at(-1)?.at ?? 0;
    this.#trend = [...past, ...this.#trend.filter(({ at }) => at > newest)];
    this.#drawTrend();
  }

  rewrite() {
    if (this.#future) {
      this.#write();
    }
    this.#drawTrend();
    this.#chart.redraw();
  }

  #write() {
    const future = this.#future;
    setAttribute(this.#tile, 'data-trend', trend(future.change));
    setText(this.#name, future.symbol);
    setText(this.#cells.value, points(future.last_price));
    setText(this.#cells.change, signedPoints(future.change));
    setText(this.#cells.percent, signedPercent(future.change_pct));
    setText(this.#cells.book, `${points(future.bid_price)} / ${points(future.ask_price)}`);
    setText(this.#cells.volume, count(future.volume));
    setText(this.#cells.basis, `${signedPoints(future.basis)} (${signedPercent(future.basis_pct)})`);
    setAttribute(this.#cells.basis, 'data-trend', trend(future.basis));
  }

  /** A point a second is enough. Where time has gone back, as on a tape, the line begins anew. */
  #append(point) {
    const last = this.#trend.at(-1);
    if (last && point.at < last.at - STEP_MS) {
      this.#trend = [point];
    } else if (!last || point.at - last.at >= STEP_MS) {
      this.#trend.push(point);
    } else if (point.at >= last.at) {
      last.basis = point.basis;
    }
    this.#trend = this.#trend.filter(({ at }) => at >= point.at - SHOWN_MS);
    this.#drawTrend();
  }

  #drawTrend() {
    if (this.#trend.length === 0) {
      return;
    }
    const values = this.#trend.map(({ basis }) => basis);
    this.#chart.draw(this.#trend.map(({ at }) => at / 1000), values, 0);
    setAttribute(this.#cells.chart, 'aria-label', say('future.chart', {
      low: signedPoints(Math.min(...values)),
      high: signedPoints(Math.max(...values)),
      now: signedPoints(values.at(-1)),
    }));
  }

  #readOut(point) {
    setText(this.#cells.readout, point ? `· ${timeOfDay(point.at)} ${signedPoints(point.basis)}` : '');
  }
}
