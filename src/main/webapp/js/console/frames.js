// What can be said of a frame without opening it.

const MASK = 4;

/** With the head that a WebSocket puts before it (RFC 6455, section 5.2); what clients say is masked. */
export function onTheWire(payload, masked) {
  const length = payload < 126 ? 0 : payload < 65_536 ? 2 : 8;
  return 2 + length + (masked ? MASK : 0) + payload;
}

/** @param heard { at, text, wire, size } of a frame; without a text it was binary */
export function read(heard) {
  const json = parse(heard.text);
  return { ...heard, json, type: typeOf(heard.text, json), step: stepOf(json), skipped: json?.skipped ?? null, latencyMs: latencyOf(json, heard.at) };
}

function parse(text) {
  try {
    const json = JSON.parse(text);
    return json !== null && typeof json === 'object' && !Array.isArray(json) ? json : null;
  } catch {
    return null;
  }
}

function typeOf(text, json) {
  if (text === null) {
    return 'binary';
  }
  if (!json) {
    return 'text';
  }
  return typeof json.type === 'string' ? json.type : 'picture';
}

/** From which version to which, as far as a frame knows versions. */
function stepOf(json) {
  const to = json?.to ?? json?.version ?? json?.n;
  return Number.isSafeInteger(to) ? { from: json.from ?? null, to } : null;
}

/** By two clocks: that of the server, and ours. */
function latencyOf(json, at) {
  const said = Number.isSafeInteger(json?.ts) ? json.ts / 1000 : Date.parse(json?.at);
  return Number.isFinite(said) ? at - said : null;
}

/** Each word has to be in it; one behind a minus must not. */
export function matches({ type, text }, wanted) {
  const whole = `${type} ${text ?? ''}`.toLowerCase();
  return wanted.toLowerCase().split(/\s+/).filter((word) => word && word !== '-')
    .every((word) => (word.startsWith('-') ? !whole.includes(word.slice(1)) : whole.includes(word)));
}

/** Tokens are not for screens, which are shared. */
export function withoutToken(text, token) {
  return token ? text.replaceAll(token, '•••') : text;
}
