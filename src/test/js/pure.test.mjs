// The parts that need neither a network nor a clock of their own.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { AlertLog } from '../../main/webapp/js/alerts.js';
import { Backoff } from '../../main/webapp/js/backoff.js';
import { canonical, checksum } from '../../main/webapp/js/canonical.js';
import { CLOSE_CODES } from '../../main/webapp/js/close-codes.js';
import { Emitter } from '../../main/webapp/js/emitter.js';
import { Outbox } from '../../main/webapp/js/outbox.js';
import { presenceAfter, presenceOf } from '../../main/webapp/js/presence.js';
import { Picture, extend, merge, renewed } from '../../main/webapp/js/picture.js';
import { reasonOfAnswer, reasonOfClose } from '../../main/webapp/js/reasons.js';
import { Watchdog } from '../../main/webapp/js/watchdog.js';
import { World, problem } from './support/world.mjs';

const vectors = (file) => JSON.parse(readFileSync(new URL(`../resources/vectors/${file}.json`, import.meta.url), 'utf8'));

describe('the vectors that the server is held to as well', () => {
  for (const { name, value, text, checksum: sum } of vectors('canonical')) {
    test(`written in one way only: ${name}`, () => {
      assert.equal(canonical(value), text);
      assert.equal(checksum(text), sum);
    });
  }

  for (const { name, before, patch, series, after } of vectors('steps')) {
    test(`one step: ${name}`, () => {
      const picture = new Picture();
      picture.take({ epoch: 'e', version: 1, data: before }, 0);
      const was = canonical(before);

      assert.equal(picture.apply({ from: 1, to: 2, patch, series }), true);

      assert.equal(canonical(picture.data), canonical(after));
      assert.equal(canonical(before), was, 'a picture that was given away is never changed');
      assert.equal({}.polluted, undefined);
    });
  }

  for (const { channel, frames } of vectors('delivery')) {
    test(`a day on ${channel}, word for word as the server tells it`, () => {
      const picture = new Picture();
      let beats = 0;
      for (const frame of frames) {
        const taken = { snapshot: () => picture.take(frame, 0), patch: () => picture.apply(frame), beat: () => picture.agrees(frame) };
        assert.equal(taken[frame.type](), true, JSON.stringify(frame));
        beats += frame.type === 'beat';
      }
      assert.ok(beats >= 3);
    });
  }
});

describe('who is there, by the vectors that the server is held to as well', () => {
  for (const { name, state, diffs, expected } of vectors('presence').cases) {
    test(name, () => {
      const after = diffs.reduce((now, diff) => now && presenceAfter(now, diff), presenceOf(state));
      assert.deepEqual(after ?? 'ask', expected);
    });
  }
});

describe('a picture', () => {
  const shown = () => {
    const picture = new Picture();
    picture.take({ epoch: 'e', version: 7, data: { a: { x: 1 }, b: { y: 2 }, l: [1, 2] } }, 30);
    return picture;
  };

  test('keeps what a step does not touch', () => {
    const picture = shown();
    const before = picture.data;

    picture.apply({ from: 7, to: 9, patch: { a: { x: 2 } } });

    assert.equal(picture.data.b, before.b);
    assert.notEqual(picture.data.a, before.a);
    assert.equal(before.a.x, 1);
    assert.equal(picture.since, 'e:9');
  });

  for (const [why, step] of Object.entries({
    'a patch for another base': { from: 6, to: 9, patch: {} },
    'a patch that is none': { from: 7, to: 9, patch: [] },
    'a patch that leads nowhere': { from: 7, patch: {} },
    'a series for a list that is not there': { from: 7, to: 8, patch: {}, series: { '/none': { drop: 0, keep: 0, add: [] } } },
    'a series for a longer list': { from: 7, to: 8, patch: {}, series: { '/l': { drop: 1, keep: 2, add: [] } } },
    'a series that drops less than nothing': { from: 7, to: 8, patch: {}, series: { '/l': { drop: -1, keep: 1, add: [] } } },
    'a series without numbers': { from: 7, to: 8, patch: {}, series: { '/l': {} } },
    'a series through something that is no object': { from: 7, to: 8, patch: {}, series: { '/a/x/y': { drop: 0, keep: 0, add: [] } } },
    'a series that is nothing': { from: 7, to: 8, patch: {}, series: null },
  })) {
    test(`does not take ${why}, and stays as it is`, () => {
      const picture = shown();
      const before = picture.data;

      assert.equal(picture.apply(step), false);
      assert.equal(picture.data, before);
      assert.equal(picture.version, 7);
    });
  }

  for (const snapshot of [{}, { epoch: 'e', version: 1 }, { epoch: 'e', version: 'x', data: {} }, { epoch: 'e', version: 1, data: [] }]) {
    test(`does not take the snapshot ${JSON.stringify(snapshot)}`, () => {
      assert.equal(shown().take(snapshot, 0), false);
    });
  }

  test('has nothing that a patch could be for before its first snapshot', () => {
    assert.equal(new Picture().apply({ from: null, to: 1, patch: {} }), false);
    assert.equal(new Picture().since, null);
  });

  test('that the server does not have is noticed', () => {
    const picture = shown();
    const sum = checksum(canonical(picture.data));

    assert.equal(picture.agrees({ version: 7, checksum: sum }), true);
    assert.equal(picture.agrees({ version: 8, checksum: sum }), false);
    assert.equal(picture.agrees({ version: 7, checksum: '00000000' }), false);
  });

  test('that is sent whole keeps the parts that are equal, and has no nulls', () => {
    const old = { a: { x: 1 }, l: [{ t: 1 }, { t: 2 }], n: 1 };

    const fresh = renewed(old, { a: { x: 1, z: null }, l: [{ t: 1 }, { t: 3 }], n: 1, m: null });

    assert.deepEqual(fresh, { a: { x: 1 }, l: [{ t: 1 }, { t: 3 }], n: 1 });
    assert.equal(fresh.a, old.a);
    assert.equal(fresh.l[0], old.l[0]);
    assert.equal(renewed(old, structuredClone(old)), old);
    assert.deepEqual(renewed([1], { a: [null] }), { a: [null] });
    assert.notEqual(renewed({}, []), {});
  });

  test('names in a pointer are unescaped', () => {
    assert.deepEqual(extend({ 'a/b': { '~': [1] } }, { '/a~1b/~0': { drop: 0, keep: 1, add: [2] } }), { 'a/b': { '~': [1, 2] } });
  });

  test('merging into nothing makes an object', () => {
    assert.deepEqual(merge(undefined, { a: { b: 1 } }), { a: { b: 1 } });
  });
});

describe('pauses', () => {
  const pauses = (random, reason, n, hidden) => {
    const backoff = new Backoff(() => random);
    return Array.from({ length: n }, () => backoff.pause(reason, hidden));
  };

  test('after a lost connection are anything up to a bound that doubles from 0.25 to 30 s', () => {
    const bounds = [250, 500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000];
    assert.deepEqual(pauses(1, { reconnect: 'lost' }, 9), bounds);
    assert.deepEqual(pauses(0, { reconnect: 'lost' }, 9), bounds.map(() => 0));
  });

  test('that the server asked for are at least half of a bound that doubles from a second to a minute', () => {
    assert.deepEqual(pauses(1, { reconnect: 'back-off' }, 8), [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
    assert.deepEqual(pauses(0, { reconnect: 'back-off' }, 8), [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  test('are never shorter than the server said', () => {
    assert.deepEqual(pauses(0, { reconnect: 'back-off', retryAfterMs: 7000 }, 2), [7000, 7000]);
    assert.deepEqual(pauses(1, { reconnect: 'now', retryAfterMs: 2000 }, 1), [3000]);
    assert.deepEqual(pauses(1, { reconnect: 'now', retryAfterMs: 0 }, 1), [250]);
  });

  test('are a second at most for who may come back now, give or take', () => {
    assert.deepEqual(pauses(1, { reconnect: 'now' }, 3), [1000, 500, 1000]);
  });

  test('are longer where nobody looks', () => {
    assert.deepEqual(pauses(1, { reconnect: 'lost' }, 2, true), [1000, 2000]);
  });

  test('begin anew after a success', () => {
    const backoff = new Backoff(() => 1);
    backoff.pause({});
    backoff.pause({});
    backoff.reset();
    assert.equal(backoff.pause({}), 250);
  });
});

describe('the reason of a close', () => {
  test('follows the registry for each of its codes', () => {
    for (const [code, [reconnect]] of Object.entries(CLOSE_CODES)) {
      const why = reasonOfClose({ code: Number(code), reason: 'Words of the server' });
      assert.equal(why.reconnect, reconnect);
      assert.equal(why.title, 'Words of the server');
    }
    assert.equal(reasonOfClose({ code: 4003, reason: '' }).code, 'token-expired');
    assert.equal(reasonOfClose({ code: 4003, reason: '' }).title, 'token expired');
  });

  for (const [code, reconnect] of [[1000, 'lost'], [1005, 'lost'], [1006, 'lost'], [1007, 'lost'], [4008, 'back-off'], [4999, 'back-off']]) {
    test(`${code}, which is not in it, is ${reconnect}`, () => {
      assert.equal(reasonOfClose({ code, reason: '' }).reconnect, reconnect);
    });
  }

  test('is what a goodbye said, and when to come back', () => {
    assert.deepEqual(reasonOfClose({ code: 1006, reason: '' }, { code: 1001, reason: 'going-away', retry_after_ms: 2000 }), {
      code: 'going-away', title: 'going away', advice: '', reconnect: 'now', closeCode: 1001, retryAfterMs: 2000,
    });
  });

  test('is final where a goodbye names no time, unless a new token helps', () => {
    assert.equal(reasonOfClose({ code: 1001, reason: '' }, { code: 1001, reason: 'going-away', retry_after_ms: null }).reconnect, 'never');
    assert.equal(reasonOfClose({ code: 4003, reason: '' }, { code: 4003, reason: 'token-expired', retry_after_ms: null }).reconnect, 'after-new-token');
  });

  test('is what a problem says, with its Retry-After', async () => {
    const { status, headers, json } = problem('address-limit', 'back-off', 429, { 'Retry-After': '3' });
    const why = await reasonOfAnswer(new Response(JSON.stringify(json), { status, headers }));
    assert.deepEqual([why.code, why.reconnect, why.retryAfterMs, why.advice], ['address-limit', 'back-off', 3000, 'Advice on address-limit']);
  });

  for (const text of ['', '<html>', '[]', 'null', '{"code":7}', '"x"']) {
    test(`is unknown where somebody else answers ${text || 'nothing'}`, async () => {
      assert.equal(await reasonOfAnswer(new Response(text, { status: 502 })), null);
    });
  }
});

describe('the watchdog', () => {
  const watched = () => {
    const world = new World();
    const seen = [];
    const dog = new Watchdog(world.environment, { quiet: (is) => seen.push(is ? 'quiet' : 'heard'), dead: () => seen.push('dead') });
    dog.start(5000);
    return { world, seen, dog };
  };

  test('calls one heartbeat and a half of silence stale, and two the end', async () => {
    const { world, seen } = watched();

    await world.pass(7499);
    assert.deepEqual(seen, []);
    await world.pass(1);
    assert.deepEqual(seen, ['quiet']);
    await world.pass(2499);
    assert.deepEqual(seen, ['quiet']);
    await world.pass(1);
    assert.deepEqual(seen, ['quiet', 'dead']);
    assert.equal(world.timers, 0);
  });

  test('is content with a word now and then', async () => {
    const { world, seen, dog } = watched();

    for (let i = 0; i < 10; i++) {
      await world.pass(7000);
      dog.heard();
    }

    assert.deepEqual(seen, []);
  });

  test('takes back what it said once a word comes', async () => {
    const { world, seen, dog } = watched();
    await world.pass(8000);
    dog.heard();
    await world.pass(7499);

    assert.deepEqual(seen, ['quiet', 'heard']);
    await world.pass(2501);
    assert.deepEqual(seen, ['quiet', 'heard', 'quiet', 'dead']);
  });

  test('does not take its own sleep for silence', async () => {
    const { world, seen } = watched();

    await world.sleep(3_600_000);
    assert.deepEqual(seen, []);
    await world.pass(10_000);
    assert.deepEqual(seen, ['quiet', 'dead']);
  });

  test('says nothing once it is stopped', async () => {
    const { world, seen, dog } = watched();
    dog.stop();
    await world.pass(60_000);
    assert.deepEqual(seen, []);
  });
});

describe('the outbox', () => {
  test('keeps messages in order until they are acknowledged, each under its id', () => {
    const outbox = new Outbox({ now: () => 0 });
    const ids = ['a', 'b', 'c'].map((text) => outbox.put({ text }));

    assert.equal(outbox.acknowledge(ids[1]), true);
    assert.equal(outbox.acknowledge(ids[1]), false);
    assert.deepEqual(outbox.pending(), [{ id: ids[0], message: { text: 'a' } }, { id: ids[2], message: { text: 'c' } }]);
    assert.equal(new Set(ids).size, 3);
  });

  test('takes a message with the same id once', () => {
    const outbox = new Outbox({ now: () => 0, most: 1 });
    assert.equal(outbox.put('x', 'same'), 'same');
    assert.equal(outbox.put('x', 'same'), 'same');
    assert.equal(outbox.pending().length, 1);
  });

  test('takes no more than it has room for, and says so', () => {
    const outbox = new Outbox({ now: () => 0, most: 2 });
    outbox.put('a');
    outbox.put('b');
    assert.equal(outbox.put('c'), null);
    assert.equal(outbox.pending().length, 2);
  });

  test('hands out what is too old, once, and sends it no more', () => {
    let now = 0;
    const outbox = new Outbox({ now: () => now, lifetimeMs: 100 });
    outbox.put('old', '1');
    now = 60;
    outbox.put('new', '2');
    now = 100;

    assert.deepEqual(outbox.pending(), [{ id: '2', message: 'new' }]);
    assert.deepEqual(outbox.expire(), [{ id: '1', message: 'old' }]);
    assert.deepEqual(outbox.expire(), []);
  });
});

describe('the log of alerts', () => {
  const at = (second, id) => ({ id, timestamp: `2026-02-11T10:00:0${second}+07:00` });
  const greeting = { epoch: 'e', version: 4, resumed: false, ts: Date.parse('2026-02-11T10:00:02+07:00') * 1000 };

  test('knows when the numbers have a gap', () => {
    const log = new AlertLog();
    assert.equal(log.hello(greeting), false);
    assert.equal(log.newest(5, true), false);
    assert.equal(log.newest(5, false), false);
    assert.equal(log.newest(7, true), true);
    assert.equal(log.newest(8, false), true);
    assert.equal(log.since, 'e:8');
    assert.equal(log.hello({ ...greeting, version: 9 }), true);
    assert.equal(log.hello({ ...greeting, version: 9, resumed: true }), false);
  });

  test('catches up with what is news, oldest first, and never with what was before', () => {
    const log = new AlertLog();
    log.hello(greeting);
    log.take(at(4, 'told'));

    assert.deepEqual(log.catchUp([at(5, 'c'), at(4, 'told'), at(3, 'b'), at(1, 'before')]).map(({ id }) => id), ['b', 'c']);
    assert.deepEqual(log.catchUp([at(5, 'c')]), []);
  });

  test('takes the first answer for history where no clock of the server was heard', () => {
    const log = new AlertLog();
    assert.deepEqual(log.catchUp([at(3, 'a')]), []);
    assert.deepEqual(log.catchUp([at(4, 'b'), at(3, 'a')]).map(({ id }) => id), ['b']);
    assert.deepEqual(new AlertLog().catchUp([]), []);
  });

  test('forgets the oldest of very many', () => {
    const log = new AlertLog();
    for (let i = 0; i < 501; i++) {
      log.take({ id: `${i}` });
    }
    assert.equal(log.take({ id: '0' }), true);
    assert.equal(log.take({ id: '500' }), false);
    assert.equal(log.take({}), false);
    assert.equal(log.take(null), false);
  });
});

test('a listener that throws harms no other, and is reported', (context) => {
  const emitter = new Emitter();
  const heard = [];
  const reports = [];
  context.mock.method(globalThis, 'queueMicrotask', (work) => reports.push(work));
  emitter.on('x', () => { throw new Error('mine'); });
  const end = emitter.on('x', (event) => heard.push(event));

  emitter.emit('x', 1);
  end();
  emitter.emit('x', 2);

  assert.deepEqual(heard, [1]);
  assert.equal(reports.length, 2);
  assert.throws(reports[0], /mine/);
});
