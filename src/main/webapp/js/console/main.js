// Starts the console: one socket, everything that goes over it, and what one may do to it.

import { offerChoices } from '../page/choices.js';
import { cellsOf, oncePerAnimationFrame } from '../page/dom.js';
import { endOf } from './closes.js';
import { Connecting } from './connecting.js';
import { drawFigures } from './figures.js';
import { read, withoutToken } from './frames.js';
import { Log } from './log.js';
import { TOKEN } from './ready.js';
import { Sending } from './sending.js';
import { Status } from './status.js';
import { Tally } from './tally.js';
import { Wire } from './wire.js';

const SECOND_MS = 1000;
const RESYNC = '{"type":"resync"}';

// Before the views are made: they speak.
offerChoices(() => views.forEach((view) => view.rewrite()));

let tally = new Tally('market');
let bye = null;
// What the hub was last heard of, for frames that go on from there.
const known = {};

const status = new Status();
const log = new Log();
const figures = { rewrite: oncePerAnimationFrame(() => drawFigures(tally)) };
const wire = new Wire({
  opened({ at, protocol }) {
    note(at, 'opened');
    status.show('open', { protocol: protocol === 'bearer' ? '' : protocol });
  },
  heard: (message) => hear(message),
  sent({ at, text, binary, wire: bytes, size }) {
    tally.sent += bytes;
    const frame = { ...read({ at, text: withoutToken(text, connecting.token), wire: bytes, size }), latencyMs: null };
    log.put({ ...frame, way: 'out', type: binary ? 'binary' : frame.type === 'picture' ? 'text' : frame.type });
    figures.rewrite();
  },
  stopped({ at, seconds }) {
    note(at, 'stopped', { seconds });
    status.show('stopped', { stoppedUntil: at + SECOND_MS * seconds });
  },
  resumed({ at }) {
    note(at, 'resumed');
    status.show('open', { protocol: connecting.kind === 'v1' ? 'tickcast.v1' : '' });
  },
  closed: (event) => end(event),
  failed({ at, words }) {
    note(at, 'failed', { words });
    status.show('refused');
  },
});
const connecting = new Connecting({
  open: (withSince) => open(withSince),
  changed() {
    wire.close();
    tally = new Tally(connecting.channel);
    sending.offer(connecting.kind);
    figures.rewrite();
  },
  since: () => tally.since,
});
const sending = new Sending({ send: (...message) => send(...message), known: () => known });
const views = [status, log, figures, connecting, sending];

async function open(withSince) {
  const since = withSince ? tally.since : null;
  tally.begin();
  bye = null;
  status.show('connecting');
  try {
    const { address, shown, protocols } = await connecting.offer(since);
    note(Date.now(), 'connecting', { address: shown });
    wire.open(address, protocols);
  } catch ({ reason, message }) {
    refuse(reason ?? { title: message });
  }
  figures.rewrite();
}

function hear(message) {
  const frame = read(message);
  const verdict = tally.take(frame);
  if (frame.type === 'bye') {
    bye = frame.json;
  }
  if (frame.json?.room_id && (frame.json.last_id ?? frame.json.id)) {
    Object.assign(known, { room: frame.json.room_id, last: frame.json.last_id ?? frame.json.id });
  }
  log.put({ ...frame, verdict, way: 'in' });
  connecting.rewrite();
  figures.rewrite();
}

function send(text, binary, times) {
  if (!status.isOpen) {
    return note(Date.now(), 'not-open');
  }
  wire.send(text.replaceAll(TOKEN, connecting.token ?? ''), binary, times);
}

async function end(event) {
  const why = endOf(event, bye);
  note(event.at, 'closed', { code: why.code, id: why.id ?? '' });
  status.show('closed', { code: why.code });
  const refusal = event.opened ? null : await connecting.whyNot();
  if (refusal) {
    return refuse(refusal);
  }
  status.explain(why);
}

function refuse({ code, title, advice, reconnect }) {
  status.show('refused');
  status.explain({ id: code, title, advice, reconnect });
}

function note(at, name, values = {}) {
  log.put({ at, note: `note.${name}`, values, type: 'note', text: Object.values(values).join(' ') });
}

const { close, vanish, stop, seconds, asking } = cellsOf(document.getElementById('break'));
close.addEventListener('click', () => wire.close());
vanish.addEventListener('click', () => {
  if (status.isOpen) {
    wire.vanish();
    note(Date.now(), 'vanished');
    status.show('vanished');
  }
});
stop.addEventListener('click', () => {
  if (status.state === 'open') {
    wire.stopReading(Number(seconds.value), asking.checked && connecting.kind === 'v1' ? RESYNC : null);
  }
});

sending.offer(connecting.kind);
setInterval(() => status.rewrite(), SECOND_MS);
