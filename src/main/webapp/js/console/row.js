// One line of the list, and what is in it when somebody opens it. Whatever was heard is text, here as everywhere.

import { cellsOf, copyOf, setAttribute, setText } from '../page/dom.js';
import { bytes, count, timeOfDay } from '../page/numbers.js';
import { say, sayIfKnown } from './language.js';

const START = 240;
const MOST_SHOWN = 200_000;
const WAYS = { in: '↓', out: '↑' };
const MARKS = { right: ' ✓', wrong: ' ✗' };

export function rowOf(entry) {
  return entry.way ? frameRow(entry) : noteRow(entry);
}

function noteRow({ at, note, values }) {
  const row = copyOf('note-row');
  const cells = cellsOf(row);
  setText(cells.time, timeWithMillis(at));
  setText(cells.words, say(note, values));
  return row;
}

function frameRow(entry) {
  const { at, way, type, text, wire, size, latencyMs, skipped, verdict } = entry;
  const row = copyOf('frame-row');
  const cells = cellsOf(row);
  setAttribute(row, 'data-way', way);
  setAttribute(row, 'data-type', type);
  if (skipped) {
    setAttribute(row, 'data-skipped', String(skipped));
  }
  if (verdict) {
    setAttribute(row, 'data-verdict', verdict);
  }
  setText(cells.time, timeWithMillis(at));
  setText(cells.way, WAYS[way]);
  setText(cells.type, type);
  setText(cells.step, stepOf(entry));
  // Inflated only where that is something else than what came, but for a WebSocket's few bytes of its own.
  setText(cells.bytes, size > wire ? say('log.bytes.inflated', { wire: count(wire), size: bytes(size) }) : say('log.bytes', { wire: count(wire) }));
  setText(cells.late, latencyMs === null ? '' : say('figure.ms', { ms: count(latencyMs) }));
  setText(cells.start, text?.slice(0, START) ?? '');
  const details = row.querySelector('details');
  details.addEventListener('toggle', () => details.open && !details.querySelector('pre') && details.append(opened(entry)));
  return row;
}

function stepOf({ step, skipped, verdict }) {
  if (!step) {
    return MARKS[verdict]?.trim() ?? '';
  }
  const versions = step.from === null ? String(step.to) : `${step.from} → ${step.to}`;
  return versions + (skipped ? say('log.skipped', { count: count(skipped) }) : '') + (MARKS[verdict] ?? '');
}

function opened({ way, type, text }) {
  const part = copyOf('frame-open');
  const { meaning, pretty, copy, whole } = cellsOf(part);
  setText(meaning, way === 'out' ? say('frame.out') : sayIfKnown(`frame.${type}`, say('frame.other')));
  setText(pretty, say('log.pretty'));
  setText(copy, say('log.copy'));
  const write = () => {
    const isPretty = pretty.getAttribute('aria-pressed') === 'true';
    const written = isPretty ? indented(text) : text ?? '';
    const cut = written.length > MOST_SHOWN;
    setText(whole, cut ? `${written.slice(0, MOST_SHOWN)}\n… ${say('log.cut', { count: count(MOST_SHOWN) })}` : written);
    return written;
  };
  pretty.addEventListener('click', () => {
    setAttribute(pretty, 'aria-pressed', String(pretty.getAttribute('aria-pressed') !== 'true'));
    write();
  });
  copy.addEventListener('click', () => copyText(write(), whole).then((done) => done && setText(copy, say('log.copied'))));
  write();
  return part;
}

/** Where the browser lets nobody at its clipboard, the text is selected, for a copy by hand. */
async function copyText(text, node) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(node);
    return false;
  }
}

function indented(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text ?? ''; // Not JSON: then there is nothing to indent.
  }
}

function timeWithMillis(at) {
  const millis = Math.floor(at);
  return `${timeOfDay(millis)}.${String(millis % 1000).padStart(3, '0')}`;
}
