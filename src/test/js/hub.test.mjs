// The hub, in a world that the test turns by hand.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Hub } from '../../main/webapp/js/hub.js';
import { World, recorded, settle } from './support/world.mjs';

let world;
let tickcast;
let hub;
beforeEach(() => { world = new World(); });
afterEach(async () => {
  hub?.close();
  tickcast?.close();
  hub = tickcast = null;
  await settle();
  assert.equal(world.timers, 0, 'a closed hub leaves no timer behind');
});

const frame = (type, fields) => ({ type, payload: fields });
const joined = (id = 'floor') => frame('room_joined', { room_id: id, name: 'The floor', members: 1, online: 1, user_id: 'ann', role: 'member' });
const history = (messages, more = {}) => frame('history', { room_id: 'floor', messages, gap: false, more: false, ...more });
const said = (n, message = `text ${n}`, more = {}) => ({ id: `k-${n}`, type: 'chat', from: 'bob', message, timestamp: 1, at: '2026-02-11T10:00:00+07:00', ...more });
const chat = (n, message, more) => frame('chat', { room_id: 'floor', ...said(n, message, more) });
const state = (version, users) => frame('presence_state', { room_id: 'floor', version, users, count: users.length, complete: true });
const asked = (type) => world.socket.sent.filter((message) => message.type === type);

async function opened(options = {}, limits = {}) {
  tickcast = world.tickcast(options);
  hub = new Hub(tickcast, limits);
  await settle();
  return hub;
}

/** Somebody is in the room floor, where nothing was said yet but one message. */
async function inTheRoom(options, limits) {
  const room = (await opened(options, limits)).room('floor');
  world.socket.opens().says(frame('pong', {}), joined(), history([said(1)]), state(1, ['ann']));
  return room;
}

/** The connection is lost and there again; the server has not said anything of rooms yet. */
async function again() {
  world.socket.closes(1006);
  await world.pass(250);
  world.socket.opens().says(frame('pong', {}));
}

describe('the connection', () => {
  test('opens one socket with the token of the client, and none in its address', async () => {
    await opened();
    assert.equal(world.socket.url.href, 'wss://market.example/ws');
    assert.deepEqual(world.socket.protocols, ['bearer', 'a-token']);
  });

  test('is live once the server has answered, because a server that accepts may yet be mute', async () => {
    await opened();
    world.socket.opens();
    assert.equal(hub.state, 'connecting');
    world.socket.says(frame('pong', {}));
    assert.equal(hub.state, 'fresh');
  });

  test('that only seems to be there is left', async () => {
    await opened();
    world.socket.opens();
    await world.pass(10_000);
    assert.equal(hub.status.reason.code, 'mute');
  });

  test('is asked for a sign of life where nobody says anything, and left when there is none', async () => {
    await inTheRoom();
    await world.pass(20_000);
    world.socket.says(frame('pong', {}));
    await world.pass(25_000);
    assert.equal(hub.state, 'fresh');
    await world.pass(15_000);
    assert.equal(hub.state, 'reconnecting');
  });

  for (const [code, expected] of [[1001, 'reconnecting'], [1013, 'reconnecting'], [4008, 'reconnecting'], [4015, 'reconnecting'], [4001, 'refused'], [4003, 'refused'], [1008, 'refused']]) {
    test(`closed with ${code} is ${expected}`, async () => {
      await inTheRoom();
      world.socket.closes(code);
      assert.equal(hub.state, expected);
    });
  }

  test('is told of a new token before the old one ends', async () => {
    let n = 0;
    await inTheRoom({ token: undefined, getToken: async () => ({ token: `t${++n}`, expiresIn: 50 }) });
    const frames = recorded(hub, 'frame');
    for (let i = 0; i < 4; i++) {
      await world.pass(10_000);
      world.socket.says(frame('pong', {}));
    }
    assert.deepEqual(asked('auth'), [{ type: 'auth', token: 't2' }]);
    assert.ok(frames.every(({ text }) => !text.includes('t2')));
    assert.equal(world.sockets.length, 1);
  });

  test('with options of its own needs no other client', async () => {
    hub = new Hub({ url: 'https://market.example/', token: 'mine', environment: world.environment });
    await settle();
    assert.deepEqual(world.socket.protocols, ['bearer', 'mine']);
  });

  test('is left when three messages in a row make no sense', async () => {
    await inTheRoom();
    world.socket.says('{"type":', '[]', 'null');
    assert.equal(hub.status.reason.code, 'garbled');
  });

  test('takes messages that nobody knows for nothing', async () => {
    await inTheRoom();
    world.socket.says(frame('weather', {}), { type: '__proto__' }, frame('chat', { room_id: 'elsewhere' }), { type: 'x', payload: [] });
    assert.equal(hub.state, 'fresh');
  });
});

describe('a room', () => {
  test('is joined, shows what was said last, and who is there', async () => {
    const room = (await opened()).room('floor');
    const messages = recorded(room, 'message');
    world.socket.opens().says(frame('pong', {}));
    assert.deepEqual(asked('join_room'), [frame('join_room', { room_id: 'floor' })]);
    world.socket.says(joined(), history([said(1), said(2)]), state(4, ['ann', 'bob']));

    assert.equal(room.state, 'joined');
    assert.deepEqual(asked('history'), [frame('history', { room_id: 'floor', limit: 50 })]);
    assert.deepEqual(messages.map(({ message }) => message), ['text 1', 'text 2']);
    assert.deepEqual(room.presence.users, ['ann', 'bob']);
  });

  test('tells each message once and in order, whatever comes first', async () => {
    const room = (await opened()).room('floor');
    const messages = recorded(room, 'message');
    world.socket.opens().says(frame('pong', {}), joined(), chat(3), history([said(1), said(2), said(3)]), chat(3), chat(4));
    assert.deepEqual(messages.map(({ id }) => id), ['k-1', 'k-2', 'k-3', 'k-4']);
  });

  test('after a reconnect goes on behind the last message, page by page', async () => {
    const room = await inTheRoom();
    const messages = recorded(room, 'message', 'gap');
    await again();
    assert.deepEqual(asked('join_room'), [frame('join_room', { room_id: 'floor', since: 'k-1' })]);
    world.socket.says(joined(), history([said(2)], { more: true }), chat(4), history([said(3), said(4)]));

    assert.deepEqual(asked('history'), [frame('history', { room_id: 'floor', after: 'k-2' })]);
    assert.deepEqual(messages.map(({ id }) => id), ['k-2', 'k-3', 'k-4']);
  });

  test('says that messages are missing where the server has forgotten them', async () => {
    const room = await inTheRoom();
    const told = recorded(room, 'message', 'gap');
    await again();
    world.socket.says(joined(), history([said(90)], { gap: true }));
    assert.deepEqual(told.map(({ type, id }) => id ?? type), ['gap', 'k-90']);
  });

  test('asks for what is missing between two messages', async () => {
    const room = await inTheRoom();
    const messages = recorded(room, 'message');
    world.socket.says(chat(4));
    assert.deepEqual(asked('history').at(-1), frame('history', { room_id: 'floor', after: 'k-1' }));
    world.socket.says(history([said(2), said(3), said(4)]));
    assert.deepEqual(messages.map(({ id }) => id), ['k-2', 'k-3', 'k-4']);
  });

  test('tells what comes from outside at once, which has no place in the order', async () => {
    const room = await inTheRoom();
    const messages = recorded(room, 'message');
    world.socket.says(frame('chat', { room_id: 'floor', from: 'outside:desk', message: 'closing' }), chat(2));
    assert.deepEqual(messages.map(({ id, message }) => id ?? message), ['closing', 'k-2']);
    assert.equal(asked('history').length, 1);
  });

  test('follows who comes and goes, and asks where it has lost track', async () => {
    const room = await inTheRoom();
    const diff = (version, joins, leaves) => frame('presence_diff', { room_id: 'floor', version, joins, leaves, count: 2, complete: true });
    world.socket.says(diff(2, ['bob'], []));
    assert.deepEqual(room.presence.users, ['ann', 'bob']);
    world.socket.says(diff(4, ['cleo'], []));
    assert.equal(asked('presence').length, 2);
    world.socket.says(state(4, ['ann', 'bob', 'cleo']));
    assert.deepEqual(room.presence.users, ['ann', 'bob', 'cleo']);
  });

  test('tells who is typing, until he has said it', async () => {
    const room = await inTheRoom();
    world.socket.says(frame('typing', { room_id: 'floor', user_id: 'bob', is_typing: true }));
    assert.deepEqual(room.typing, ['bob']);
    world.socket.says(chat(2));
    assert.deepEqual(room.typing, []);
  });

  test('is told now and then that somebody is typing, however many keys are pressed', async () => {
    const room = await inTheRoom();
    room.type(false);
    room.type();
    room.type();
    await world.pass(3000);
    room.type();
    room.type(false);
    assert.deepEqual(asked('typing').map(({ payload }) => payload.is_typing), [true, true, false]);
  });

  test('that does not let us in says why, and what is said there waits', async () => {
    const room = (await opened()).room('vip');
    world.socket.opens().says(frame('pong', {}), frame('error', { code: 'room-forbidden', message: 'No', request: 'join_room', room_id: 'vip' }));
    assert.equal(room.state, 'refused');
    assert.equal(room.reason.code, 'room-forbidden');
    room.say('hello');
    assert.deepEqual(asked('chat'), []);
  });

  for (const type of ['room_left', 'room_removed', 'room_deleted']) {
    test(`is not joined again after ${type}`, async () => {
      const room = await inTheRoom();
      const told = recorded(room, type);
      world.socket.says(frame(type, { room_id: 'floor' }));
      assert.equal(room.state, 'out');
      assert.equal(told.length, 1);
      await again();
      assert.deepEqual(asked('join_room'), []);
    });
  }
});

describe('what is said', () => {
  test('is sent with an id and has arrived when the server says so', async () => {
    const room = await inTheRoom();
    const told = recorded(room, 'sent');
    const id = room.say('hello');
    assert.deepEqual(asked('chat'), [{ type: 'chat', message_id: id, payload: { room_id: 'floor', message: 'hello' } }]);
    assert.equal(hub.waiting.length, 1);
    world.socket.says(frame('ack', { message_id: id, id: 'k-2', room_id: 'floor' }));
    assert.deepEqual(hub.waiting, []);
    assert.deepEqual([told[0].message_id, told[0].id, told[0].message], [id, 'k-2', 'hello']);
  });

  test('while nobody hears it is sent later, in order, under the same ids', async () => {
    const room = await inTheRoom();
    const first = room.say('one');
    world.socket.closes(1006);
    const second = room.say('two');
    await world.pass(250);
    world.socket.opens().says(frame('pong', {}), joined());
    assert.deepEqual(asked('chat').map(({ message_id: id }) => id), [first]);
    world.socket.says(frame('ack', { message_id: first, id: 'k-2', room_id: 'floor' }));
    assert.deepEqual(asked('chat').map(({ message_id: id }) => id), [first, second]);
  });

  test('too late is not sent any more, and that is said', async () => {
    const room = await inTheRoom({}, { lifetimeMs: 5000 });
    const failed = recorded(room, 'failed');
    world.onSocket = (socket) => queueMicrotask(() => socket.closes(1006));
    world.answer = () => { throw new TypeError('offline'); };
    world.socket.closes(1006);
    room.say('hello');
    await world.pass(6000);
    assert.deepEqual(failed.map(({ code, message }) => [code, message]), [['too-late', 'hello']]);
    assert.deepEqual(hub.waiting, []);
  });

  test('too much at once is not taken', async () => {
    const room = await inTheRoom({}, { most: 1 });
    assert.notEqual(room.say('one'), null);
    assert.equal(room.say('two'), null);
  });

  test('and refused is told, and the next one sent', async () => {
    const room = await inTheRoom();
    const failed = recorded(room, 'failed');
    const id = room.say('');
    room.say('better');
    world.socket.says(frame('error', { code: 'bad-text', message: 'It is empty', request: 'chat', message_id: id }));
    assert.deepEqual([failed[0].code, failed[0].title, failed[0].message], ['bad-text', 'It is empty', '']);
    assert.equal(asked('chat').at(-1).payload.message, 'better');
  });

  test('too fast is said again when the server wants to hear it', async () => {
    const room = await inTheRoom();
    const id = room.say('hello');
    world.socket.says(frame('error', { code: 'message-rate', message: 'Too fast', retry_after_ms: 700 }));
    await world.pass(699);
    assert.equal(asked('chat').length, 1);
    await world.pass(1);
    assert.deepEqual(asked('chat').map(({ message_id: other }) => other), [id, id]);
  });

  test('when it was too much, joining is tried again too', async () => {
    (await opened()).room('floor');
    world.socket.opens().says(frame('pong', {}), frame('error', { code: 'message-rate', message: 'Too fast', retry_after_ms: 700 }));
    await world.pass(700);
    assert.equal(asked('join_room').length, 2);
  });
});

describe('the hub', () => {
  test('tells each notification that has no id', async () => {
    await inTheRoom();
    const told = recorded(hub, 'notification');
    world.socket.says(frame('notification', { message: 'one' }), frame('notification', { message: 'two' }));
    assert.deepEqual(told.map(({ message }) => message), ['one', 'two']);
  });

  test('tells a notification once, however often it comes', async () => {
    await inTheRoom();
    const told = recorded(hub, 'notification', 'broadcast');
    const notification = frame('notification', { id: 'n1', from: 'root', message: 'filled' });
    world.socket.says(notification, notification, frame('broadcast', { id: 'b1', from: 'root', message: 'six' }));
    assert.deepEqual(told.map(({ id }) => id), ['n1', 'b1']);
    hub.acknowledge('n1');
    assert.deepEqual(asked('notification_ack'), [frame('notification_ack', { id: 'n1' })]);
  });

  test('lists rooms, page by page', async () => {
    await inTheRoom();
    const listing = hub.rooms();
    const page = (more, ...ids) => world.socket.says(frame('rooms', { message_id: asked('rooms').at(-1).message_id, more, rooms: ids.map((id) => ({ room_id: id })) }));
    page(true, 'a', 'b');
    await settle();
    page(false, 'c');
    assert.deepEqual((await listing).map(({ room_id: id }) => id), ['a', 'b', 'c']);
    assert.equal(asked('rooms').at(-1).payload.after, 'b');
  });

  test('throws what is refused, what has no answer, and what was lost on the way', async () => {
    await inTheRoom();
    const refused = assert.rejects(hub.members('vip'), ({ reason }) => reason.code === 'room-forbidden');
    world.socket.says(frame('error', { code: 'room-forbidden', message: 'No', request: 'members', message_id: asked('members')[0].message_id }));
    await refused;
    const unanswered = assert.rejects(hub.rooms(), ({ reason }) => reason.code === 'no-answer');
    await world.pass(10_000);
    await unanswered;
    const lost = assert.rejects(hub.rooms(), ({ reason }) => reason.code === 'connection-lost');
    world.socket.closes(1006);
    await lost;
    await assert.rejects(hub.rooms(), ({ reason }) => reason.code === 'not-connected');
  });
});
