// The running count.

import { cellsOf, setText } from '../page/dom.js';
import { bytes, count } from '../page/numbers.js';
import { say } from './language.js';

const cells = cellsOf(document.getElementById('figures'));

export function drawFigures({ version, skipped, frames, wire, size, sent, latencyMs, checked }) {
  setText(cells.version, version === null ? '–' : String(version));
  setText(cells.skipped, count(skipped));
  setText(cells.frames, count(frames));
  setText(cells.wire, bytes(wire));
  setText(cells.size, bytes(size));
  setText(cells.sent, bytes(sent));
  setText(cells.latency, latencyMs === null ? '–' : say('figure.ms', { ms: count(latencyMs) }));
  setText(cells.checked, checked === null ? '–' : say(checked ? 'figure.right' : 'figure.wrong'));
}
