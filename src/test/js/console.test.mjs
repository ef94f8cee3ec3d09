// The parts of the console that need no document.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { CLOSE_CODES } from '../../main/webapp/js/close-codes.js';
import { checksum, canonical } from '../../main/webapp/js/canonical.js';
import { endOf } from '../../main/webapp/js/console/closes.js';
import { matches, onTheWire, read, withoutToken } from '../../main/webapp/js/console/frames.js';
import { say, speak } from '../../main/webapp/js/console/language.js';
import { TOKEN, readyFor, readyFrame } from '../../main/webapp/js/console/ready.js';
import { Shelf } from '../../main/webapp/js/console/shelf.js';
import { Tally } from '../../main/webapp/js/console/tally.js';
import { en } from '../../main/webapp/js/console/words-en.js';
import { vi } from '../../main/webapp/js/console/words-vi.js';

const webapp = new URL('../../main/webapp/', import.meta.url);
const html = readFileSync(new URL('console/index.html', webapp), 'utf8');
const code = readdirSync(new URL('js/console/', webapp)).map((name) => readFileSync(new URL(`js/console/${name}`, webapp), 'utf8')).join('\n');
const heard = (frame, at = 0) => {
  const text = typeof frame === 'string' ? frame : JSON.stringify(frame);
  return read({ at, text, wire: text.length + 2, size: text.length });
};

describe('words', () => {
  test('both languages have the same, with the same values', () => {
    const values = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
    assert.deepEqual(Object.keys(vi).sort(), Object.keys(en).sort());
    Object.keys(en).forEach((key) => assert.deepEqual(values(vi[key]), values(en[key]), key));
  });

  test('all that the page is marked with is there, and all that the code says', () => {
    const marked = [...html.matchAll(/data-t(?:-label|-placeholder)?="([^"]+)"/g)].map(([, key]) => key);
    const said = [...code.matchAll(/\bsay\('([^']+)'/g)].map(([, key]) => key);
    const noted = [...code.matchAll(/\bnote\((?:at|event\.at|Date\.now\(\)), '([\w-]+)'/g)].map(([, key]) => `note.${key}`);
    assert.ok(marked.length > 30 && said.length > 10 && noted.length > 5);
    for (const language of ['vi', 'en']) {
      speak(language);
      [...marked, ...said, ...noted].forEach((key) => assert.ok(say(key), key));
    }
  });

  test('every close code is explained, and every ready-made frame', () => {
    const frames = ['v1', 'plain', 'hub'].flatMap(readyFor).flatMap((name) => [`ready.${name}`, `ready.${name}.hint`]);
    const closes = [1000, 1005, 1006, 1007, ...Object.keys(CLOSE_CODES)].map((number) => `close.${number}`);
    const next = Object.values(CLOSE_CODES).map(([reconnect]) => `reconnect.${reconnect}`);
    assert.deepEqual([...frames, ...closes, ...next].filter((key) => !(key in en)), []);
  });
});

describe('a frame', () => {
  test('has the head of RFC 6455 on the wire, and a mask when it is ours', () => {
    assert.deepEqual([125, 126, 65_535, 65_536].map((size) => onTheWire(size, false) - size), [2, 4, 4, 10]);
    assert.equal(onTheWire(0, true), 6);
  });

  test('is told by its type, versions and age', () => {
    const patch = heard({ type: 'patch', ts: 1_000_000, from: 7, to: 9, skipped: 1, patch: {} }, 1012.5);
    assert.deepEqual([patch.type, patch.step, patch.skipped, patch.latencyMs], ['patch', { from: 7, to: 9 }, 1, 12.5]);
    assert.deepEqual(heard({ type: 'alert', n: 3 }).step, { from: null, to: 3 });
    assert.equal(heard({ type: 'chat', at: '1970-01-01T07:00:01.000000+07:00' }, 1003).latencyMs, 3);
  });

  test('may be anything', () => {
    const types = ['{"prices":', '[1]', 'null', '"x"', '{"prices":{}}', '{"type":7}'].map((text) => heard(text).type);
    assert.deepEqual(types, ['text', 'text', 'text', 'text', 'picture', 'picture']);
    assert.equal(read({ at: 0, text: null, wire: 6, size: 4 }).type, 'binary');
    assert.deepEqual([heard({ type: 'patch', to: 'x', ts: 'y', at: {} }).step, heard({ ts: 'y' }).latencyMs], [null, null]);
  });

  test('is found by its words, and hidden by those behind a minus', () => {
    const frame = heard({ type: 'patch', patch: { FPT: 1 } });
    assert.deepEqual(['', ' fpt PATCH ', '-beat', '-', 'beat', '-fpt'].map((wanted) => matches(frame, wanted)), [true, true, true, true, false, false]);
    assert.equal(matches(read({ at: 0, text: null, wire: 0, size: 0 }), 'binary'), true);
  });

  test('is never shown with the token in it', () => {
    assert.equal(withoutToken('{"token":"s3cret"} s3cret', 's3cret'), '{"token":"•••"} •••');
    assert.equal(withoutToken('as it is', null), 'as it is');
  });
});

describe('the shelf', () => {
  test('keeps the newest 500', () => {
    const shelf = new Shelf();
    const gone = Array.from({ length: 502 }, (_, i) => shelf.put({ text: String(i) })).flat();
    assert.deepEqual(gone.map(({ text }) => text), ['0', '1']);
    assert.equal(shelf.entries.length, 500);
  });

  test('keeps fewer that are large, and always the newest', () => {
    const shelf = new Shelf({ mostCharacters: 10 });
    shelf.put({ text: 'xxxx' });
    shelf.put({ text: null });
    assert.equal(shelf.put({ text: 'x'.repeat(11) }).length, 2);
    assert.equal(shelf.entries.length, 1);
    assert.equal(shelf.put({ text: 'x' }).length, 1);
  });
});

describe('the count', () => {
  const data = { a: 1, b: { c: 2 } };
  const picture = (version) => heard({ type: 'snapshot', epoch: 'e', version, skipped: 0, data });
  const beat = (version, shown) => heard({ type: 'beat', version, checksum: checksum(canonical(shown)) });

  test('adds up what came, and knows where to go on', () => {
    const tally = new Tally('market');
    assert.equal(tally.since, null);
    assert.deepEqual([heard({ type: 'hello', epoch: 'e', version: 9 }), picture(4)].map((frame) => tally.take(frame)), [null, null]);
    assert.equal(tally.take(heard({ type: 'patch', from: 4, to: 6, skipped: 2, patch: { a: null } })), 'right');
    assert.equal(tally.take(beat(6, { b: { c: 2 } })), 'right');
    assert.deepEqual([tally.frames, tally.skipped, tally.version, tally.checked, tally.since], [4, 2, 6, true, 'e:6']);
    assert.equal(tally.wire - tally.size, 8);

    tally.begin();
    assert.deepEqual([tally.frames, tally.wire, tally.since], [0, 0, 'e:6']);
  });

  test('says what does not fit', () => {
    const tally = new Tally('market');
    tally.take(picture(4));
    assert.equal(tally.take(heard({ type: 'patch', from: 3, to: 6, patch: {} })), 'wrong');
    assert.equal(tally.take(beat(4, { a: 2 })), 'wrong');
    assert.equal(tally.take(heard({ type: 'snapshot', epoch: 'e', version: 5, data: [] })), 'wrong');
    assert.equal(tally.checked, false);
  });

  test('of alerts goes on from the newest, and has no checksum', () => {
    const tally = new Tally('alerts');
    tally.take(heard({ type: 'hello', epoch: 'e', version: 9 }));
    assert.equal(tally.since, 'e:9');
    tally.take(heard({ type: 'alert', n: 10, alert: {} }));
    assert.equal(tally.take(heard({ type: 'beat', version: 10, checksum: null })), null);
    assert.equal(tally.since, 'e:10');
  });
});

describe('an end', () => {
  test('is named where its code has one reason, or the bye names it', () => {
    assert.deepEqual(endOf({ code: 4008, reason: 'Too slow' }, null), { code: 4008, id: 'reads-too-slowly', said: 'Too slow', reconnect: 'back-off' });
    assert.deepEqual(endOf({ code: 4002, reason: '' }, null), { code: 4002, id: null, said: '', reconnect: 'after-new-token' });
    const bye = { code: 4002, reason: 'token-revoked', retry_after_ms: null };
    assert.deepEqual(endOf({ code: 4002, reason: '' }, bye), { code: 4002, id: 'token-revoked', said: '', reconnect: 'after-new-token' });
    assert.equal(endOf({ code: 1013, reason: '' }, { code: 1013, reason: 'x', retry_after_ms: null }).reconnect, 'never');
  });

  test('without a word is a loss, and a goodbye asks for nothing', () => {
    assert.equal(endOf({ code: 1006, reason: '' }, null).reconnect, 'back-off');
    assert.deepEqual(endOf({ code: 1000, reason: '' }, null), { code: 1000, id: null, said: '', reconnect: null });
  });
});

describe('ready-made frames', () => {
  test('are JSON but for those that are nonsense, and never name a real token', () => {
    for (const kind of ['v1', 'plain', 'hub']) {
      const good = readyFor(kind).filter((name) => !['no-json', 'binary'].includes(name));
      good.forEach((name) => assert.equal(typeof JSON.parse(readyFrame(name).text).type, 'string', name));
    }
    assert.equal(JSON.parse(readyFrame('auth').text).token, TOKEN);
  });

  test('of the hub go on from the room that was last heard of', () => {
    assert.deepEqual(JSON.parse(readyFrame('join-since', { room: 'vip', last: 'k-7' }).text).payload, { room_id: 'vip', since: 'k-7' });
  });
});
