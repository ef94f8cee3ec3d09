// The line of an index through the day, because a number alone does not say where it came from.

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 120;
const HEIGHT = 40;
const MARGIN = 2;
const LEAST_SPAN = 0.005;

export class Sparkline {
  #prior;
  #line;

  constructor(svg) {
    this.#prior = svg.appendChild(stroke('prior'));
    this.#line = svg.appendChild(stroke('line'));
  }

  /** Starts at the prior close, so that a day with a single point has a line already. */
  draw(prior, values) {
    const all = [prior, ...values];
    const y = scaleOf(all);
    const step = WIDTH / Math.max(1, all.length - 1);
    setPoints(this.#prior, [[0, y(prior)], [WIDTH, y(prior)]]);
    setPoints(this.#line, all.map((value, i) => [i * step, y(value)]));
  }
}

function scaleOf(values) {
  const lowest = values.reduce((a, b) => Math.min(a, b));
  const highest = values.reduce((a, b) => Math.max(a, b));
  // Without a least span, the first ripple of a quiet morning would look like a crash.
  const span = Math.max(highest - lowest, LEAST_SPAN * highest);
  const middle = (highest + lowest) / 2;
  return (value) => HEIGHT / 2 + ((middle - value) / span) * (HEIGHT - 2 * MARGIN);
}

function stroke(name) {
  const line = document.createElementNS(SVG, 'polyline');
  line.setAttribute('class', name);
  return line;
}

function setPoints(line, points) {
  const text = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  if (line.getAttribute('points') !== text) {
    line.setAttribute('points', text);
  }
}
