// The tiles on top: the two indices, and the future with its basis, so that one glance says how the day goes.

import { cellsOf, setAttribute, setText } from './dom.js';
import { count, points, signedPercent, signedPoints, trend } from './numbers.js';
import { Sparkline } from './sparkline.js';

export class IndexTile {
  #tile;
  #cells;
  #sparkline;

  constructor(tile) {
    this.#tile = tile;
    this.#cells = cellsOf(tile);
    this.#sparkline = new Sparkline(tile.querySelector('.spark'));
  }

  /** @param frame a frame of /ws/index: every index by its name */
  draw(frame) {
    const index = frame[this.#tile.dataset.index];
    if (!index) {
      return;
    }
    setAttribute(this.#tile, 'data-trend', trend(index.change));
    setText(this.#cells.value, points(index.value));
    setText(this.#cells.change, signedPoints(index.change));
    setText(this.#cells.percent, `(${signedPercent(index.ratio_change)})`);
    setText(this.#cells.advances, count(index.advances));
    setText(this.#cells.unchanged, count(index.no_changes));
    setText(this.#cells.declines, count(index.declines));
    this.#sparkline.draw(index.prior_value, index.intraday.map((point) => point.value));
  }
}

export class FutureTile {
  #tile;
  #name;
  #cells;

  constructor(tile) {
    this.#tile = tile;
    this.#name = tile.querySelector('h2');
    this.#cells = cellsOf(tile);
  }

  /** @param frame a frame of /ws/market */
  draw(frame) {
    const future = frame.derivatives;
    if (!future) {
      return;
    }
    setAttribute(this.#tile, 'data-trend', trend(future.change));
    setText(this.#name, future.symbol);
    setText(this.#cells.value, points(future.last_price));
    setText(this.#cells.change, signedPoints(future.change));
    setText(this.#cells.percent, `(${signedPercent(future.change_pct)})`);
    setText(this.#cells.basis, `${signedPoints(future.basis)} (${signedPercent(future.basis_pct)})`);
    setText(this.#cells.bid, points(future.bid_price));
    setText(this.#cells.ask, points(future.ask_price));
    setText(this.#cells.volume, count(future.volume));
  }
}
