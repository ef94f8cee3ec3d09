// Where a price has been since the page is open, in few points however long that is. Plain, without a document.

const MOST = 120;
const FIRST_STEP_MS = 1000;
const MARGIN = 2;

export class Trail {
  #stepMs = FIRST_STEP_MS;
  #points = [];

  /** Within one step of time the last value counts. */
  put(at, value) {
    const last = this.#points.at(-1);
    if (last && at - last.at < this.#stepMs) {
      last.value = value;
      return;
    }
    this.#points.push({ at, value });
    if (this.#points.length > MOST) {
      this.#thin();
    }
  }

  get points() {
    return this.#points;
  }

  /** Half as many points, twice as far apart: so all of the session stays on the line. */
  #thin() {
    this.#stepMs *= 2;
    this.#points = this.#points.filter((_, i) => i % 2 === 0);
  }
}

/** The line as points of an SVG of this size, across all the time there is. */
export function lineThrough(points, { width, height, low, high }) {
  const from = points[0].at;
  const span = Math.max(1, points.at(-1).at - from);
  const room = height - 2 * MARGIN;
  const y = (value) => (high > low ? MARGIN + (room * (high - value)) / (high - low) : height / 2);
  const corners = points.map(({ at, value }) => `${((width * (at - from)) / span).toFixed(1)},${y(value).toFixed(1)}`);
  return points.length === 1 ? `${corners[0]} ${width},${y(points[0].value).toFixed(1)}` : corners.join(' ');
}
