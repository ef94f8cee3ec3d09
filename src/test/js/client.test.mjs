// The whole library, in a world that the test turns by hand.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { alert, beat, bye, hello, patch, snapshot } from './support/frames.mjs';
import { World, problem, recorded, settle } from './support/world.mjs';

const FPT = { prices: { FPT: { last_price: 98500 }, VNM: { last_price: 61200 } } };
const jwt = (claims) => `h.${btoa(JSON.stringify(claims)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}.s`;

let world;
let tickcast;
beforeEach(() => { world = new World(); });
afterEach(async () => {
  tickcast?.close();
  tickcast = null;
  await settle();
  assert.equal(world.timers, 0, 'a closed client leaves no timer behind');
});

async function opened(name = 'market', { pace, protocol, ...options } = {}) {
  tickcast = world.tickcast(options);
  const channel = tickcast.channel(name, { pace, protocol });
  await settle();
  return channel;
}

async function live(options) {
  const channel = await opened('market', options);
  world.socket.opens('tickcast.v1').says(hello(), snapshot(1, FPT));
  return channel;
}

const kinds = (messages) => messages.map(({ type }) => type);

describe('opening', () => {
  test('offers the versioned protocol and the token, and no address has the token', async () => {
    await opened();
    assert.equal(world.socket.url.href, 'wss://market.example/ws/market');
    assert.deepEqual(world.socket.protocols, ['tickcast.v1', 'bearer', 'a-token']);
  });

  test('works below a context path and without encryption', async () => {
    await opened('index', { url: 'ws://localhost:8080/tickcast' });
    assert.equal(world.socket.url.href, 'ws://localhost:8080/tickcast/ws/index');
  });

  test('without a token offers the protocol alone', async () => {
    await opened('market', { token: undefined });
    assert.deepEqual(world.socket.protocols, ['tickcast.v1']);
  });

  test('a token that cannot be a subprotocol is changed for a ticket, with the token in a header', async () => {
    world.answer = () => ({ status: 200, json: { ticket: 'q0W', expires_in: 30 } });
    await opened('market', { token: 'with spaces/and=signs' });

    assert.equal(world.requests[0].url, 'https://market.example/auth/ticket');
    assert.equal(world.requests[0].headers.Authorization, 'Bearer with spaces/and=signs');
    assert.equal(world.requests[0].body, '{"channel":"market"}');
    assert.equal(world.socket.url.search, '?ticket=q0W');
    assert.deepEqual(world.socket.protocols, ['tickcast.v1']);
  });

  test('asks for a ticket for each attempt', async () => {
    let n = 0;
    await opened('foreign', { token: undefined, getTicket: async (channel) => `${channel}-${++n}` });
    assert.equal(world.socket.url.search, '?ticket=foreign-1');
    world.socket.opens('tickcast.v1').closes(1006);
    await world.pass(250);
    assert.equal(world.socket.url.search, '?ticket=foreign-2');
  });

  test('a channel, protocol, pace or address that cannot be is an error at once', () => {
    const client = world.tickcast();
    assert.throws(() => client.channel('none'), TypeError);
    assert.throws(() => client.channel('toString'), TypeError);
    assert.throws(() => client.channel('market', { protocol: 'v2' }), TypeError);
    assert.throws(() => client.channel('market', { pace: 101 }), RangeError);
    assert.throws(() => client.channel('market', { pace: 0.5 }), RangeError);
    assert.throws(() => world.tickcast({ url: 'ftp://x/' }), TypeError);
    assert.throws(() => world.tickcast({ url: undefined }), TypeError);
  });

  test('a platform that throws refuses, in words', async () => {
    world.onSocket = () => { throw new Error('mixed content'); };
    const channel = await opened();
    assert.equal(channel.state, 'refused');
    assert.match(channel.status.reason.title, /mixed content/);
  });
});

describe('tickcast.v1', () => {
  test('a snapshot, then patches, each an update', async () => {
    const channel = await opened();
    const events = recorded(channel, 'update', 'state');
    world.socket.opens('tickcast.v1').says(hello(), snapshot(1, FPT));
    const before = channel.data;

    world.socket.says(patch(1, 4, { prices: { FPT: { last_price: 98600 } } }));

    assert.equal(channel.state, 'fresh');
    assert.equal(channel.version, 4);
    assert.deepEqual(channel.data.prices, { FPT: { last_price: 98600 }, VNM: { last_price: 61200 } });
    assert.equal(channel.data.prices.VNM, before.prices.VNM);
    const updates = events.filter(({ type }) => type === 'update');
    assert.deepEqual(updates.map(({ kind, version }) => [kind, version]), [['snapshot', 1], ['patch', 4]]);
    assert.equal(updates[1].previous, before);
    assert.deepEqual(world.socket.sent, []);
  });

  test('a beat that agrees changes nothing', async () => {
    const channel = await live();
    world.socket.says(beat(1, FPT));
    assert.deepEqual(world.socket.sent, []);
    assert.equal(channel.state, 'fresh');
  });

  for (const [why, frame] of [
    ['another-base', patch(0, 2, {})],
    ['checksum', beat(1, { other: 1 })],
    ['checksum', beat(2, FPT)],
    ['another-base', patch(1, 2, {}, { '/none': { drop: 0, keep: 0, add: [] } })],
    ['garbled', '{"type":"patch","ts":17'],
    ['garbled', '[]'],
    ['garbled', '{"type":"snapshot"}'],
  ]) {
    test(`${why} makes it stale and asks for the whole, once: ${JSON.stringify(frame).slice(0, 50)}`, async () => {
      const channel = await live();
      const resyncs = recorded(channel, 'resync');

      world.socket.says(frame, patch(7, 8, {}));
      assert.deepEqual(world.socket.sent, [{ type: 'resync' }]);
      assert.equal(channel.state, 'stale');
      assert.equal(channel.status.reason.code, 'out-of-step');
      assert.deepEqual(channel.data, FPT);

      world.socket.says(snapshot(8, { prices: {} }));
      assert.equal(channel.state, 'fresh');
      assert.deepEqual(resyncs.map((event) => event.why), [why]);
    });
  }

  test('frames out of order lead to the right picture all the same', async () => {
    const channel = await live();
    world.socket.says(patch(2, 3, { b: 1 }), patch(1, 2, { a: 1 }), snapshot(3, { ...FPT, a: 1, b: 1 }));
    assert.deepEqual(channel.data, { ...FPT, a: 1, b: 1 });
    assert.equal(channel.state, 'fresh');
  });

  test('frames and members that nobody knows are not for us', async () => {
    const channel = await live();
    world.socket.says({ type: 'weather' }, { type: 'toString' }, { type: '__proto__' }, { more: 1 }, snapshot(2, FPT, { new_member: 1 }));
    assert.equal(channel.state, 'fresh');
    assert.equal(channel.version, 2);
    assert.deepEqual(world.socket.sent, []);
  });

  test('who never comes into step starts over, without what it had', async () => {
    const channel = await live();
    for (let i = 0; i < 4; i++) {
      await world.pass(2000);
      world.socket.says(beat(1, { other: 1 }), snapshot(1, FPT));
    }
    assert.equal(channel.state, 'reconnecting');
    assert.equal(channel.status.reason.code, 'out-of-step');
    await world.pass(1000);
    assert.equal(world.sockets.length, 2);
    assert.equal(world.socket.url.search, '');
  });

  test('three frames in a row that make no sense are too many', async () => {
    const channel = await live();
    world.socket.says('x', 'y', 'z');
    assert.equal(channel.status.reason.code, 'garbled');
    assert.equal(world.socket.wasClosed, true);
    assert.equal(channel.stats.garbled, 3);
  });

  test('comes back with what it has, and goes on where it was', async () => {
    const channel = await live();
    world.socket.closes(1006);
    assert.equal(channel.state, 'reconnecting');
    await world.pass(250);

    assert.equal(world.socket.url.search, '?since=e1%3A1');
    world.socket.opens('tickcast.v1').says(hello({ resumed: true, version: 3 }), patch(1, 3, { n: 1 }));
    assert.equal(channel.state, 'fresh');
    assert.deepEqual(channel.data, { ...FPT, n: 1 });
  });

  test('starts over where the server has, and keeps showing until then', async () => {
    const channel = await live();
    world.socket.closes(1006);
    await world.pass(250);
    world.socket.opens('tickcast.v1').says(hello({ epoch: 'e2', reason: 'epoch' }));
    assert.equal(channel.state, 'reconnecting');
    assert.deepEqual(channel.data, FPT);
    world.socket.says(snapshot(1, { prices: {} }, { epoch: 'e2' }));
    assert.equal(channel.state, 'fresh');
  });

  test('silence makes it stale, and then the end of this socket', async () => {
    const channel = await live();
    await world.pass(7500);
    assert.equal(channel.state, 'stale');
    assert.equal(channel.status.reason.code, 'quiet');
    world.socket.says(beat(1, FPT));
    assert.equal(channel.state, 'fresh');
    await world.pass(10_000);
    assert.equal(channel.state, 'reconnecting');
    assert.equal(world.socket.wasClosed, true);
    await world.pass(1000);
    assert.equal(world.sockets.length, 2);
  });

  test('a market that no longer reaches the server is stale', async () => {
    const channel = await live();
    const told = recorded(channel, 'status');
    world.socket.says({ type: 'status', connected: false });
    assert.equal(channel.state, 'stale');
    assert.equal(channel.status.reason.code, 'feed-lost');
    world.socket.says({ type: 'status', connected: true });
    assert.equal(channel.state, 'fresh');
    assert.deepEqual(told.map(({ connected }) => connected), [false, true]);
  });

  test('the pace is said at the start and whenever it changes', async () => {
    const channel = await live({ pace: 2 });
    channel.pace = 10;
    channel.pace = null;
    assert.deepEqual(world.socket.sent, [2, 10, null].map((n) => ({ type: 'pace', per_second: n })));
  });

  test('a ping tells how long an answer takes', async () => {
    const channel = await live();
    const answered = channel.ping();
    world.time += 12;
    world.socket.says({ type: 'pong', id: world.socket.sent[0].id });
    assert.equal(await answered, 12);

    const never = assert.rejects(channel.ping(), /no answer/);
    await world.pass(5000);
    await never;
  });

  test('counts what came, and what patches saved', async () => {
    const channel = await live();
    world.socket.says(beat(1, FPT), patch(1, 2, {}));
    const { frames, snapshot: whole, patch: steps, bytes, resyncs } = channel.stats;
    assert.deepEqual([frames, whole, steps, resyncs], [4, 1, 1, 0]);
    assert.ok(bytes > 100);
  });

  test('shows each frame to who wants to see it, but no token', async () => {
    const channel = await live({ token: undefined, getToken: async () => ({ token: `t${world.time}`, expiresIn: 100 }) });
    const frames = recorded(channel, 'frame');
    world.socket.says({ type: 'new' });
    for (let i = 0; i < 16; i++) {
      await world.pass(5000);
      world.socket.says(beat(1, FPT));
    }
    assert.deepEqual(frames[0], { type: 'frame', direction: 'in', text: '{"type":"new"}' });
    assert.equal(world.socket.sent[0].token, 't81000');
    assert.equal(frames.find(({ direction }) => direction === 'out').text, '{"type":"auth","token":"…"}');
  });
});

describe('deflated frames', () => {
  const deflated = (frame) => new TextEncoder().encode(JSON.stringify(frame)).buffer;
  const inflating = () => {
    const waiting = [];
    world.inflate = (bytes) => new Promise((resolve) => { waiting.push(() => resolve(new TextDecoder().decode(bytes))); });
    return waiting;
  };

  test('are asked for where they can be inflated, and not where somebody does not want them', async () => {
    inflating();
    await opened();
    assert.equal(world.socket.url.search, '?compress=deflate');
    assert.equal(world.socket.binaryType, 'arraybuffer');
    tickcast.close();
    await opened('market', { compress: false });
    assert.equal(world.socket.url.search, '');
    tickcast.close();
    await opened('market', { protocol: 'plain' });
    assert.equal(world.socket.url.search, '');
  });

  test('are taken in the order in which they came, whichever is ready first, and short ones between them too', async () => {
    const waiting = inflating();
    const channel = await opened();
    world.socket.opens('tickcast.v1').says(hello());
    world.socket.onmessage({ data: deflated(snapshot(1, FPT)) });
    world.socket.onmessage({ data: deflated(patch(1, 2, { n: 1 })) });
    world.socket.says(patch(2, 3, { n: 2 }), bye(4000, 'channel-forbidden', null));
    world.socket.closes(4000);
    waiting[1]();
    await settle();
    assert.equal(channel.data, null);
    waiting[0]();
    await settle();
    assert.deepEqual(channel.data, { ...FPT, n: 2 });
    assert.equal(channel.state, 'refused');
    assert.equal(channel.stats.resyncs, 0);
  });

  test('count as long as they were on their way', async () => {
    const bytes = new ArrayBuffer(10);
    world.inflate = async () => JSON.stringify(snapshot(1, FPT));
    const channel = await opened();
    world.socket.opens('tickcast.v1');
    world.socket.onmessage({ data: bytes });
    await settle();
    assert.equal(channel.stats.bytes, 10);
    assert.equal(channel.stats.deflated, JSON.stringify(snapshot(1, FPT)).length - 10);
  });

  test('that cannot be inflated make no sense', async () => {
    world.inflate = async () => { throw new TypeError('corrupt'); };
    const channel = await live();
    world.socket.onmessage({ data: new ArrayBuffer(3) });
    await settle();
    assert.equal(channel.status.reason.code, 'out-of-step');
    assert.deepEqual(kinds(world.socket.sent), ['resync']);
  });
});

describe('plain frames', () => {
  test('come from a server that chooses no version, and look the same', async () => {
    const channel = await opened();
    const updates = recorded(channel, 'update');
    world.socket.opens('bearer').says({ prices: { FPT: { last_price: 1 } }, foreign: null });
    world.socket.says({ prices: { FPT: { last_price: 1 } }, foreign: { x: 1 } });

    assert.equal(channel.state, 'fresh');
    assert.deepEqual(updates[0].data, { prices: { FPT: { last_price: 1 } } });
    assert.equal(updates[1].data.prices, updates[0].data.prices);
    assert.equal(updates[1].version, null);
  });

  test('can be asked for', async () => {
    await opened('market', { protocol: 'plain' });
    assert.deepEqual(world.socket.protocols, ['bearer', 'a-token']);
  });

  test('one that makes no sense is skipped: the next replaces it', async () => {
    const channel = await opened();
    world.socket.opens('bearer').says({ a: 1 }, '{"a":', { a: 2 });
    assert.deepEqual(channel.data, { a: 2 });
    assert.deepEqual(world.socket.sent, []);
  });

  test('are not paced, pinged or asked for again', async () => {
    const channel = await opened('market', { pace: 3 });
    world.socket.opens('bearer').says({ a: 1 });
    channel.resync();
    await assert.rejects(channel.ping(), /no answer/);
    assert.deepEqual(world.socket.sent, []);
  });

  test('may be far apart without being stale', async () => {
    const channel = await opened();
    world.socket.opens('bearer').says({ a: 1 });
    await world.pass(3_600_000);
    assert.equal(channel.state, 'fresh');
  });
});

describe('a server that accepts and says nothing', () => {
  for (const protocol of ['tickcast.v1', 'bearer']) {
    test(`is left after ten seconds (${protocol})`, async () => {
      const channel = await opened();
      world.socket.opens(protocol);
      assert.equal(channel.state, 'connecting');
      await world.pass(10_000);
      assert.equal(channel.status.reason.code, 'mute');
      assert.equal(world.sockets[0].wasClosed, true);
    });
  }

  test('or does not even accept', async () => {
    const channel = await opened();
    await world.pass(10_000);
    assert.equal(world.sockets[0].wasClosed, true);
    assert.equal(channel.status.reason.code, 'sockets-blocked');
  });
});

describe('closes', () => {
  const cases = [
    [1001, 'reconnecting', 500],
    [1013, 'reconnecting', 750],
    [4008, 'reconnecting', 750],
    [4010, 'reconnecting', 750],
    [1006, 'reconnecting', 125],
    [1000, 'reconnecting', 125],
    [4000, 'refused', null],
    [1008, 'refused', null],
    [4001, 'refused', null],
    [4002, 'refused', null],
    [4003, 'refused', null],
  ];
  for (const [code, state, retryInMs] of cases) {
    test(`${code} with a token of which there is no other: ${state}`, async () => {
      const channel = await live();
      world.socket.closes(code, 'Because');
      assert.equal(channel.state, state);
      assert.equal(channel.status.retryInMs, retryInMs);
      assert.equal(channel.status.reason.closeCode, code);
      await world.pass(120_000);
      assert.equal(world.sockets.length > 1, state === 'reconnecting');
    });
  }

  for (const code of [4001, 4002, 4003]) {
    test(`${code} with a callback: another token, at once`, async () => {
      let n = 0;
      const channel = await live({ token: undefined, getToken: async () => `token-${++n}` });
      world.socket.closes(code);
      await world.pass(0);
      assert.deepEqual(world.socket.protocols, ['tickcast.v1', 'bearer', 'token-2']);
      world.socket.opens('tickcast.v1').says(hello({ resumed: true }));
      assert.equal(channel.state, 'fresh');
    });
  }

  test('a third token that does not help either is the last', async () => {
    let n = 0;
    const channel = await opened('market', { token: undefined, getToken: async () => `token-${++n}` });
    const refused = recorded(channel, 'refused');
    for (let i = 0; i < 3; i++) {
      world.socket.opens('tickcast.v1').closes(4002, 'The token is not valid');
      await world.pass(2000);
    }
    assert.equal(n, 3);
    assert.equal(channel.state, 'refused');
    assert.deepEqual(refused.map(({ title }) => title), ['The token is not valid']);
  });

  test('who was refused comes back with a token of somebody’s choice', async () => {
    const channel = await live();
    world.socket.closes(4002);
    tickcast.useToken('a-better-one');
    await settle();
    assert.equal(channel.state, 'reconnecting');
    assert.equal(world.socket.protocols.at(-1), 'a-better-one');
  });

  test('or with a callback for tokens', async () => {
    await live();
    world.socket.closes(4002);
    tickcast.useToken(async () => 'from-a-callback');
    await settle();
    assert.equal(world.socket.protocols.at(-1), 'from-a-callback');
  });

  test('after a goodbye, no sooner than it said', async () => {
    const channel = await live();
    world.socket.says(bye(1001, 'going-away', 20_000)).closes(1001, 'The server is stopping');
    assert.equal(channel.status.reason.code, 'going-away');
    await world.pass(20_000);
    assert.equal(world.sockets.length, 1);
    await world.pass(1000);
    assert.equal(world.sockets.length, 2);
  });

  test('a goodbye without a time is for good', async () => {
    const channel = await live();
    world.socket.says(bye(1003, 'binary-not-accepted', null)).closes(1003);
    assert.equal(channel.state, 'refused');
  });

  test('pauses grow while a server accepts and drops, and begin anew after one that held', async () => {
    const channel = await live();
    world.chance = 0.999;
    const pauses = [];
    for (let i = 0; i < 4; i++) {
      world.socket.closes(1006);
      pauses.push(channel.status.retryInMs);
      await world.pass(channel.status.retryInMs + 1);
      world.socket.opens('tickcast.v1').says(hello({ resumed: true }));
    }
    await world.pass(5000);
    world.socket.says(beat(1, FPT));
    await world.pass(5000);
    world.socket.closes(1006);
    assert.deepEqual([...pauses, channel.status.retryInMs], [250, 500, 999, 1998, 250]);
  });

  test('what an older socket still says is not heard', async () => {
    const channel = await live();
    const old = world.socket;
    const { onmessage, onclose } = old;
    old.closes(1006);
    await world.pass(250);
    onmessage({ data: JSON.stringify(snapshot(9, { old: 1 })) });
    onclose({ code: 4000, reason: '' });
    assert.deepEqual(channel.data, FPT);
    assert.equal(channel.state, 'reconnecting');
  });
});

describe('a handshake that fails', () => {
  test('is explained by the preflight, with the token in a header', async () => {
    world.answer = () => problem('channel-forbidden', 'never', 403);
    const channel = await opened();
    const refused = recorded(channel, 'refused');
    world.socket.closes(1006);
    await settle();

    assert.equal(channel.state, 'refused');
    assert.deepEqual([refused[0].code, refused[0].title, refused[0].advice], ['channel-forbidden', 'Title of channel-forbidden', 'Advice on channel-forbidden']);
    assert.equal(world.requests[0].url, 'https://market.example/ws/preflight?path=%2Fws%2Fmarket');
    assert.equal(world.requests[0].headers.Authorization, 'Bearer a-token');
  });

  test('for a token that has ended gets another', async () => {
    world.answer = () => problem('token-expired', 'after-new-token');
    let n = 0;
    await opened('market', { token: undefined, getToken: async () => `token-${++n}` });
    world.socket.closes(1006);
    await world.pass(0);
    assert.equal(world.socket.protocols.at(-1), 'token-2');
  });

  test('for want of a place waits as long as it is told', async () => {
    world.answer = () => problem('address-limit', 'back-off', 429, { 'Retry-After': '30' });
    const channel = await opened();
    world.socket.closes(1006);
    await settle();
    assert.equal(channel.status.reason.code, 'address-limit');
    await world.wake(true);
    await world.pass(29_999);
    assert.equal(world.sockets.length, 1);
    await world.pass(1001);
    assert.equal(world.sockets.length, 2);
  });

  for (const [what, answer] of [['no network', () => { throw new TypeError('offline'); }], ['a proxy', () => ({ status: 502, text: '<html>' })]]) {
    test(`behind ${what} is tried again and again`, async () => {
      world.answer = answer;
      const channel = await opened();
      world.onSocket = (socket) => queueMicrotask(() => socket.closes(1006));
      world.socket.closes(1006);
      await world.pass(60_000);
      assert.equal(channel.state, 'reconnecting');
      assert.ok(world.sockets.length >= 7, `${world.sockets.length} attempts`);
    });
  }

  for (const [what, answer] of [['was chosen', { status: 204 }], ['was chosen, and the ticket is spent', problem('ticket-invalid', 'after-new-token')]]) {
    test(`where nothing of what is offered ${what}, is tried without an offer, and then with one`, async () => {
      world.answer = () => answer;
      await opened('market', { token: undefined, getTicket: async () => 'q0W' });
      const offers = [];
      for (let i = 0; i < 3; i++) {
        offers.push(world.socket.protocols);
        world.socket.closes(1006);
        await world.pass(2000);
      }
      assert.deepEqual(offers, [['tickcast.v1'], [], ['tickcast.v1']]);
    });
  }

  test('a token callback that fails is asked again', async () => {
    let n = 0;
    const channel = await opened('market', {
      token: undefined,
      getToken: async () => {
        if (++n < 3) {
          throw new Error('login is down');
        }
        return 'at-last';
      },
    });
    assert.match(channel.status.reason.title, /login is down/);
    await world.pass(1000);
    assert.equal(world.socket.protocols.at(-1), 'at-last');
  });

  test('a token callback without a token is a refusal', async () => {
    const channel = await opened('market', { token: undefined, getToken: async () => null });
    assert.equal(channel.state, 'refused');
    assert.equal(channel.status.reason.code, 'token-missing');
  });
});

describe('the page', () => {
  test('that is online again tries at once', async () => {
    await live();
    world.chance = 0.9;
    for (let i = 0; i < 6; i++) {
      world.socket.closes(1006);
      await world.pass(i < 5 ? 10_000 : 0);
    }
    const before = world.sockets.length;
    await world.wake(true);
    assert.equal(world.sockets.length, before + 1);
  });

  test('that nobody looks at tries less often', async () => {
    const channel = await live();
    world.hidden = true;
    world.socket.closes(1006);
    assert.equal(channel.status.retryInMs, 500);
  });

  test('that is seen again asks whether the server is still there', async () => {
    const channel = await live();
    await world.wake(false);
    assert.deepEqual(kinds(world.socket.sent), ['ping']);
    await world.pass(5000);
    assert.equal(channel.state, 'reconnecting');
    assert.equal(world.sockets[0].wasClosed, true);
  });

  test('that slept does not take that for silence', async () => {
    const channel = await live();
    await world.sleep(3_600_000);
    world.socket.says(beat(1, FPT));
    assert.equal(channel.state, 'fresh');
  });

  test('on another network opens a plain socket anew', async () => {
    await opened();
    world.socket.opens('bearer').says({ a: 1 });
    await world.wake(true);
    await world.pass(250);
    assert.equal(world.sockets.length, 2);
    assert.equal(world.sockets[0].wasClosed, true);
  });
});

describe('polling', () => {
  const market = { prices: { FPT: { last_price: 5 } }, indices: { VN30: { value: 1 } }, foreign: null };
  const blocked = ({ pathname }) => (pathname === '/ws/preflight' ? { status: 204 } : { status: 200, json: market });

  async function pollingChannel(name = 'market') {
    world.answer = blocked;
    world.onSocket = (socket) => queueMicrotask(() => socket.closes(1006));
    const channel = await opened(name);
    await world.pass(2000);
    return channel;
  }

  test('takes over where the server would let us in and no socket opens', async () => {
    const channel = await pollingChannel();
    assert.deepEqual([channel.state, channel.status.via], ['fresh', 'polling']);
    assert.equal(channel.status.reason.code, 'sockets-blocked');
    assert.deepEqual(channel.data, { prices: market.prices, indices: market.indices });
    const asked = world.requests.filter(({ url }) => url.endsWith('/api/market/snapshot'));
    assert.equal(asked[0].headers.Authorization, 'Bearer a-token');
  });

  test('shows of the market what the channel would', async () => {
    const channel = await pollingChannel('index');
    assert.deepEqual(channel.data, { VN30: { value: 1 } });
  });

  test('ends when a socket opens after all', async () => {
    const channel = await pollingChannel();
    world.onSocket = () => {};
    await world.pass(40_000);
    world.socket.opens('tickcast.v1').says(hello(), snapshot(1, FPT));
    assert.equal(channel.status.via, 'socket');
    const asked = world.requests.length;
    world.socket.says(beat(1, FPT));
    await world.pass(5000);
    assert.equal(world.requests.length, asked);
  });

  test('that fails is said, and tried again', async () => {
    const channel = await pollingChannel();
    world.answer = ({ pathname }) => (pathname === '/ws/preflight' ? { status: 204 } : problem('busy', 'back-off', 503));
    await world.pass(2000);
    assert.equal(channel.state, 'reconnecting');
    world.answer = blocked;
    await world.pass(10_000);
    assert.equal(channel.state, 'fresh');
  });

  test('is all there is where there are no sockets', async () => {
    world.answer = blocked;
    world.WebSocket = undefined;
    const channel = await opened();
    assert.deepEqual([channel.state, channel.status.via], ['fresh', 'polling']);
    world.answer = () => problem('token-invalid', 'after-new-token');
    await world.pass(2000);
    assert.equal(channel.state, 'refused');
  });

  test('can be switched off', async () => {
    world.WebSocket = undefined;
    const channel = await opened('market', { polling: false });
    assert.equal(channel.state, 'refused');
    assert.equal(channel.status.reason.code, 'not-possible');
  });

  test('an answer that makes no sense is not shown', async () => {
    world.WebSocket = undefined;
    world.answer = () => ({ status: 200, json: [] });
    const channel = await opened();
    assert.equal(channel.state, 'reconnecting');
    assert.equal(channel.data, null);
  });
});

describe('tokens that end', () => {
  const beats = async (seconds) => {
    for (let i = 0; i < seconds; i += 5) {
      await world.pass(5000);
      world.socket.says(beat(1, FPT));
    }
  };

  test('are renewed on the open socket before they do', async () => {
    let n = 0;
    const channel = await live({ token: undefined, getToken: async () => ({ access_token: `t${++n}`, expires_in: 600 }) });
    const told = recorded(channel, 'auth');
    await beats(535);
    assert.deepEqual(world.socket.sent, []);
    await beats(5);
    assert.deepEqual(world.socket.sent, [{ type: 'auth', token: 't2' }]);
    world.socket.says({ type: 'auth', ok: true, expires_at: '2026-11-21T13:15:10+07:00' });
    assert.equal(told[0].expires_at, '2026-11-21T13:15:10+07:00');
    assert.equal(world.sockets.length, 1);
  });

  for (const hours of [-9, 0, 9]) {
    test(`by the server's clock, where ours is ${hours} hours off`, async () => {
      const serverNow = world.wall / 1000;
      world.wall += hours * 3_600_000;
      let n = 0;
      await live({ token: undefined, getToken: async () => jwt({ sub: 'lan', exp: serverNow + 600 * ++n }) });
      await beats(535);
      assert.deepEqual(world.socket.sent, []);
      await beats(10);
      assert.deepEqual(kinds(world.socket.sent), ['auth']);
    });
  }

  test('by their own lifetime, where no clock of the server is heard', async () => {
    world.wall += 36_000_000;
    let n = 0;
    await opened('market', { token: undefined, getToken: async () => jwt({ iat: 1000, exp: 1600, n: ++n }) });
    world.socket.opens('bearer').says({ a: 1 });
    await world.pass(541_000);
    assert.deepEqual(kinds(world.socket.sent), ['auth']);
  });

  test('are asked for once by all channels', async () => {
    let n = 0;
    tickcast = world.tickcast({ token: undefined, getToken: async () => `t${++n}` });
    ['market', 'index', 'foreign', 'alerts'].forEach((name) => tickcast.channel(name));
    await settle();
    assert.equal(world.sockets.length, 4);
    assert.equal(n, 1);
  });

  test('a renewal that fails is tried again before the end', async () => {
    let n = 0;
    await live({
      token: undefined,
      getToken: async () => {
        if (++n === 2) {
          throw new Error('login is down');
        }
        return { token: `t${n}`, expiresIn: 600 };
      },
    });
    await beats(595);
    assert.equal(world.socket.sent[0].token, 't3');
  });
});

describe('alerts', () => {
  const listed = (n, time) => ({ ...alert(n).alert, timestamp: `2026-02-11T10:00:${time}.000000+07:00` });

  test('come one by one, each once', async () => {
    const channel = await opened('alerts');
    const alerts = recorded(channel, 'alert', 'missed');
    world.socket.opens('tickcast.v1').says(hello({ channel: 'alerts', version: 4 }), alert(5), alert(6), alert(6), beat(6, null));
    assert.equal(channel.state, 'fresh');
    assert.deepEqual(alerts.map(({ id }) => id), ['alert-5', 'alert-6', undefined]);
  });

  test('that were missed are caught up with, oldest first', async () => {
    world.answer = () => ({ status: 200, json: [listed(8, '08'), listed(7, '07'), listed(6, '06'), listed(1, '01')] });
    const channel = await opened('alerts');
    const alerts = recorded(channel, 'alert');
    world.socket.opens('tickcast.v1').says(hello({ version: 5, ts: Date.parse('2026-02-11T10:00:05+07:00') * 1000 }), alert(6));
    world.socket.closes(1006);
    await world.pass(250);
    assert.equal(world.socket.url.search, '?since=e1%3A6');
    world.socket.opens('tickcast.v1').says(hello({ version: 8, reason: 'too-old' }));
    await settle();
    assert.deepEqual(alerts.map(({ id }) => id), ['alert-6', 'alert-7', 'alert-8']);
    world.socket.says(beat(9, null));
    await settle();
    assert.equal(world.requests.filter(({ url }) => url.includes('/api/market/alerts')).length, 2);
  });

  test('of a plain server come too, with what was missed meanwhile', async () => {
    let answer = [listed(1, '01')];
    world.answer = () => ({ status: 200, json: answer });
    const channel = await opened('alerts');
    const alerts = recorded(channel, 'alert');
    world.socket.opens('bearer').says(listed(2, '02'));
    await settle();
    answer = [listed(3, '03'), listed(2, '02'), listed(1, '01')];
    world.socket.closes(1006);
    await world.pass(250);
    world.socket.opens('bearer');
    await settle();
    assert.deepEqual(alerts.map(({ id }) => id), ['alert-2', 'alert-3']);
    assert.equal(channel.state, 'fresh');
  });

  test('that cannot be caught up with are said to be missed', async () => {
    world.answer = () => problem('channel-forbidden', 'never', 403);
    const channel = await opened('alerts');
    const told = recorded(channel, 'missed', 'error');
    world.socket.opens('tickcast.v1').says(hello({ version: 4 }), beat(5, null));
    await settle();
    assert.deepEqual(told.map(({ type, code }) => code ?? type), ['missed', 'not-caught-up']);
  });
});

describe('for await', () => {
  test('gives the newest picture to who is slow, and ends with the channel', async () => {
    const channel = await live();
    const seen = [];
    const reading = (async () => {
      for await (const data of channel) {
        seen.push(data.n ?? 0);
        await settle();
      }
    })();
    await settle();
    world.socket.says(patch(1, 2, { n: 1 }), patch(2, 3, { n: 2 }), patch(3, 4, { n: 3 }));
    await settle();
    await settle();
    channel.close();
    await reading;
    assert.deepEqual(seen, [0, 3]);
  });

  test('throws what a refusal says', async () => {
    const channel = await live();
    const reading = (async () => {
      for await (const data of channel) {
        assert.ok(data);
      }
    })();
    await settle();
    world.socket.closes(4000, 'The token does not open this channel');
    await assert.rejects(reading, (error) => error.name === 'Refusal' && error.reason.code !== undefined && /does not open/.test(error.message));
  });

  test('gives each alert', async () => {
    const channel = await opened('alerts');
    const seen = [];
    const reading = (async () => {
      for await (const { id } of channel) {
        if (seen.push(id) === 3) {
          break;
        }
      }
    })();
    await settle();
    world.socket.opens('tickcast.v1').says(hello({ version: 0 }), alert(1), alert(2), alert(3));
    await reading;
    assert.deepEqual(seen, ['alert-1', 'alert-2', 'alert-3']);
  });
});

describe('asking', () => {
  test('shows the token in a header and gives what was answered', async () => {
    world.answer = () => ({ status: 200, json: { boards: [] } });
    tickcast = world.tickcast();
    assert.deepEqual(await tickcast.get('api/session'), { boards: [] });
    assert.equal(world.requests[0].headers.Authorization, 'Bearer a-token');
  });

  test('throws what is refused', async () => {
    world.answer = () => problem('busy', 'back-off', 503, { 'Retry-After': '2' });
    tickcast = world.tickcast();
    await assert.rejects(tickcast.get('api/session'), ({ reason, message }) => reason.retryAfterMs === 2000 && message === 'Title of busy. Advice on busy');
  });

  test('gives up on who never answers', async () => {
    world.answer = () => new Promise(() => {});
    tickcast = world.tickcast();
    const asked = assert.rejects(tickcast.get('api/session'), ({ reason }) => reason.code === 'unreachable');
    await settle();
    await world.pass(10_000);
    await asked;
  });
});
