// The library against a real server: node against-a-server.mjs <url> <token> <API key>. Ends with 0 if all went well.

import assert from 'node:assert/strict';
import { Hub } from '../../main/webapp/js/hub.js';
import { Refusal, Tickcast } from '../../main/webapp/js/tickcast.js';
import { NodeSocket } from './support/node-socket.mjs';

const [url, token, apiKey] = process.argv.slice(2);
const NAMES = ['market', 'index', 'foreign', 'alerts'];
const PATIENCE_MS = 20_000;

const client = (options = {}) => new Tickcast({ url, token, WebSocket: NodeSocket, ...options });

/** The first event for which the condition holds; what is so already is asked first. */
function until(channel, type, wanted = () => true, now = () => null) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${channel.name ?? channel.id}: no such ${type}; it is ${JSON.stringify(channel.status ?? channel.state)}`)), PATIENCE_MS);
    const done = (event) => {
      clearTimeout(late);
      off();
      resolve(event);
    };
    const off = channel.on(type, (event) => wanted(event) && done(event));
    const already = now();
    if (already) {
      done(already);
    }
  });
}

async function tokenFor(key) {
  const answer = await fetch(new URL('auth/token', url), { method: 'POST', headers: { 'X-API-Key': key } });
  return (await answer.json()).access_token;
}

const fresh = (channel) => until(channel, 'state', ({ state }) => state === 'fresh', () => channel.state === 'fresh' && channel.status);

const scenes = {
  async 'every channel goes live and the market moves'() {
    const tickcast = client();
    const channels = NAMES.map((name) => tickcast.channel(name));
    await Promise.all(channels.map(fresh));
    const [market, index, foreign] = channels;
    const moves = await until(market, 'update', ({ data, previous }) => previous !== null && data !== previous);
    assert.equal(Object.keys(moves.data.prices).length, 30);
    assert.ok(Object.keys(moves.data.prices).some((name) => moves.data.prices[name] === moves.previous.prices[name]), 'what is equal is the same');
    assert.deepEqual(Object.keys(index.data ?? (await until(index, 'update')).data), ['VN30', 'VNINDEX']);
    assert.ok((foreign.data ?? (await until(foreign, 'update')).data).total_buy_value >= 0);
    tickcast.close();
  },

  async 'the versioned protocol, where the server speaks it, stays in step for two beats and comes back where it was'() {
    const tickcast = client();
    const market = tickcast.channel('market', { pace: 5 });
    await fresh(market);
    if (market.version === null) {
      console.log('# the server speaks plain frames only');
    } else {
      await until(market, 'beat');
      await until(market, 'beat');
      assert.ok(await market.ping() >= 0);
      assert.equal(market.stats.resyncs, 0);
      assert.ok(market.stats.patch > 0);
      const before = market.version;
      const greeted = until(market, 'hello');
      market.open();
      await greeted;
      await fresh(market);
      assert.ok(market.version >= before);
      market.resync();
      await until(market, 'update', ({ kind }) => kind === 'snapshot');
      await until(market, 'beat');
      assert.equal(market.state, 'fresh');
    }
    tickcast.close();
  },

  async 'frames come deflated, and are a fraction as long'() {
    const tickcast = client();
    const market = tickcast.channel('market');
    await until(market, 'beat');
    const { bytes, deflated } = market.stats;
    assert.ok(deflated > 2 * bytes, `${bytes} bytes came, ${deflated} did not`);
    assert.equal(market.stats.resyncs, 0);
    tickcast.close();
  },

  async 'two talk in a room, one is cut off and misses nothing, and what he says meanwhile arrives once'() {
    const free = client({ token: await tokenFor('test-api-key-free') });
    const cut = [];
    class Cuttable extends NodeSocket {
      constructor(...words) {
        super(...words);
        cut.push(this);
      }
    }
    const listener = new Hub({ url, token: await tokenFor(apiKey), WebSocket: Cuttable });
    const speaker = new Hub(free);
    const [here, there] = [listener.room('floor'), speaker.room('floor')];
    const heard = [];
    here.on('message', ({ message }) => heard.push(message));
    await Promise.all([until(here, 'presence', ({ users }) => users.length >= 2), until(there, 'presence')]);
    assert.deepEqual(here.presence.users.filter((user) => user.startsWith('user_')), ['user_free_001', 'user_pro_001']);

    const marks = ['<b>one</b>', 'two', 'three'].map((word) => `${word} ${Math.random()}`);
    there.say(marks[0]);
    await until(here, 'message', ({ message }) => message === marks[0]);
    cut[0].drop();
    here.say(marks[2]);
    there.say(marks[1]);
    await until(here, 'sent');
    await until(here, 'message', ({ message }) => message === marks[2], () => heard.includes(marks[2]) && {});
    assert.deepEqual(heard.filter((message) => marks.includes(message)).sort(), [...marks].sort());
    assert.ok((await listener.rooms()).some(({ room_id: id }) => id === 'floor'));
    assert.ok((await speaker.members('floor')).some(({ user_id: user }) => user === 'user_pro_001'));
    assert.ok(await listener.ping() >= 0);
    assert.ok(cut.length > 1);
    [listener, free].forEach((each) => each.close());
  },

  async 'a room that is not there is refused'() {
    const hub = new Hub({ url, token: await tokenFor(apiKey), WebSocket: NodeSocket });
    const room = hub.room('nowhere');
    await until(room, 'state', ({ state }) => state === 'refused', () => room.state === 'refused' && {});
    assert.equal(room.reason.code, 'room-not-found');
    hub.close();
  },

  async 'plain frames on request, the same as what is asked for'() {
    const tickcast = client();
    const index = tickcast.channel('index', { protocol: 'plain' });
    await fresh(index);
    assert.equal(index.version, null);
    const { indices } = await tickcast.get('api/market/snapshot');
    assert.deepEqual(Object.keys(index.data.VN30), Object.keys(indices.VN30).filter((name) => indices.VN30[name] !== null));
    tickcast.close();
  },

  async 'a wrong token is refused in the words of the server, and a good one mends it'() {
    const tickcast = client({ token: 'wrong' });
    const market = tickcast.channel('market');
    const why = await until(market, 'refused');
    assert.equal(why.code, 'token-invalid');
    assert.equal(why.title, 'The token is not valid');
    tickcast.useToken(token);
    await fresh(market);
    tickcast.close();
  },

  async 'a token from a callback, for which the answer of the token desk will do, can be shown again'() {
    let asked = 0;
    const getToken = async () => {
      asked++;
      const answer = await fetch(new URL('auth/token', url), { method: 'POST', headers: { 'X-API-Key': apiKey } });
      return { ...(await answer.json()), expires_in: 2 };
    };
    const tickcast = client({ token: undefined, getToken });
    const market = tickcast.channel('market');
    await fresh(market);
    const { ok } = await until(market, 'auth');
    assert.equal(ok, true);
    assert.ok(asked >= 2);
    assert.equal(market.stats.reconnects, 0);
    tickcast.close();
  },

  async 'a ticket opens a channel'() {
    const getTicket = async (channel) => {
      const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
      const answer = await fetch(new URL('auth/ticket', url), { method: 'POST', headers, body: JSON.stringify({ channel }) });
      return (await answer.json()).ticket;
    };
    const tickcast = client({ token: undefined, getTicket });
    await fresh(tickcast.channel('market'));
    tickcast.close();
  },

  async 'where no socket opens, the market is asked for, and sockets are taken again once they open'() {
    let broken = true;
    class Sometimes {
      constructor(...words) {
        if (!broken) {
          return new NodeSocket(...words);
        }
        queueMicrotask(() => this.onclose({ code: 1006, reason: '' }));
      }
      close() {}
    }
    const tickcast = client({ WebSocket: Sometimes, polling: 300 });
    const market = tickcast.channel('market');
    await until(market, 'state', ({ state, via }) => state === 'fresh' && via === 'polling');
    assert.equal(Object.keys(market.data.prices).length, 30);
    broken = false;
    await until(market, 'state', ({ via }) => via === 'socket');
    tickcast.close();
  },

  async 'what is asked for and refused says why'() {
    const tickcast = client();
    await assert.rejects(tickcast.get('api/nothing'), (error) => error instanceof Refusal && error.reason.code === 'no-such-path');
    tickcast.close();
  },
};

// An address has five places, so one scene after the other; a socket that was closed gives its place back in a moment.
for (const [name, play] of Object.entries(scenes)) {
  await play();
  console.log(`ok - ${name}`);
}
console.log('# all went well');
