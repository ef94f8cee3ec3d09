// A line through time with a level that it is measured by: above it is filled in one colour, below in another.

const IN_VIETNAM = 'Asia/Ho_Chi_Minh';
const FONT = '11px system-ui, sans-serif';
const LEAST_SPAN = 0.0006;

export class Chart {
  #place;
  #onPoint;
  #leastSpan;
  #level = 0;
  #plot = null;

  /**
   * @param onPoint is told which point the pointer is on, or null
   * @param leastSpan how much of the height a ripple may take: without it, a quiet morning would look like a crash
   */
  constructor(place, { onPoint, leastSpan = (level) => level * LEAST_SPAN }) {
    this.#place = place;
    this.#onPoint = onPoint;
    this.#leastSpan = leastSpan;
    new ResizeObserver(() => this.#plot?.setSize(this.#size())).observe(place);
  }

  /** @param seconds when each of the values was */
  draw(seconds, values, level) {
    this.#level = level;
    const data = [seconds, values];
    if (this.#plot) {
      this.#plot.setData(data);
    } else if (globalThis.uPlot && this.#place.clientWidth > 0) {
      this.#plot = new globalThis.uPlot(this.#options(), data, this.#place);
    }
  }

  /** After a change of colours or language. */
  redraw() {
    this.#plot?.redraw(false, true);
  }

  #size() {
    return { width: this.#place.clientWidth, height: this.#place.clientHeight };
  }

  #options() {
    return {
      ...this.#size(),
      tzDate: (second) => globalThis.uPlot.tzDate(new Date(second * 1000), IN_VIETNAM),
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
      padding: [6, 6, 0, 18],
      scales: { y: { range: (_, low, high) => this.#range(low, high) } },
      series: [{}, this.#series()],
      axes: [this.#axis({ size: 18, space: 60 }), this.#axis({ side: 1, size: 46, space: 20 })],
      hooks: {
        setCursor: [({ cursor }) => this.#onPoint(cursor.idx ?? null)],
        drawAxes: [(plot) => this.#drawLevel(plot)],
      },
    };
  }

  #series() {
    return {
      width: 1.6,
      stroke: (plot) => this.#splitAtLevel(plot, ''),
      fill: (plot) => this.#splitAtLevel(plot, '33'),
      fillTo: () => this.#level,
      points: { show: false },
    };
  }

  #axis(more) {
    return {
      font: FONT,
      gap: 3,
      stroke: () => this.#colour('--quiet'),
      grid: { stroke: () => this.#colour('--line'), width: 1 },
      ticks: { show: false },
      values: more.side ? undefined : (_, ticks) => ticks.map((second) => hour(second)),
      ...more,
    };
  }

  #range(low, high) {
    const [bottom, top] = [Math.min(low, this.#level), Math.max(high, this.#level)];
    const span = Math.max(top - bottom, this.#leastSpan(this.#level));
    const middle = (top + bottom) / 2;
    return [middle - span * 0.56, middle + span * 0.56];
  }

  #splitAtLevel(plot, alpha) {
    const [up, down] = [this.#colour('--up') + alpha, this.#colour('--down') + alpha];
    const { top, height } = plot.bbox;
    const y = plot.valToPos(this.#level, 'y', true);
    if (!(height > 0) || !Number.isFinite(y)) {
      return up;
    }
    const at = Math.min(1, Math.max(0, (y - top) / height));
    const gradient = plot.ctx.createLinearGradient(0, top, 0, top + height);
    [[0, up], [at, up], [at, down], [1, down]].forEach(([stop, colour]) => gradient.addColorStop(stop, colour));
    return gradient;
  }

  #drawLevel({ ctx, bbox: { left, width }, valToPos }) {
    const y = Math.round(valToPos(this.#level, 'y', true)) + 0.5;
    ctx.save();
    ctx.setLineDash([4, 4]);
    ctx.strokeStyle = this.#colour('--reference');
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(left, y);
    ctx.lineTo(left + width, y);
    ctx.stroke();
    ctx.restore();
  }

  #colour(name) {
    return getComputedStyle(this.#place).getPropertyValue(name).trim();
  }
}

function hour(second) {
  const clock = { timeZone: IN_VIETNAM, hour: '2-digit', minute: '2-digit', hour12: false };
  return new Intl.DateTimeFormat('en-GB', clock).format(second * 1000);
}
