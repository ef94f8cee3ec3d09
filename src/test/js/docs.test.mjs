// The page about the library says what is there, and its examples run.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Hub } from '../../main/webapp/js/hub.js';
import { Tickcast } from '../../main/webapp/js/tickcast.js';
import { hello, snapshot } from './support/frames.mjs';
import { World, settle } from './support/world.mjs';

const read = (path) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const page = read('docs/client.md');
const declared = read('src/main/webapp/js/tickcast.d.ts');
const members = (text) => [...text.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name]) => name);
const firstCells = (heading) => {
  const table = page.slice(page.indexOf(heading)).split('\n\n')[0];
  return table.split('\n').slice(2).flatMap((row) => [...row.split('|')[1].matchAll(/`(\w+)`/g)].map(([, name]) => name));
};

test('every event is there, and none too many', () => {
  assert.deepEqual(firstCells('| event |').sort(), members(declared.match(/interface Events<.*?\{(.*?)\n\}/s)[1]).sort());
});

test('every state is there that somebody may meet', () => {
  const states = [...declared.match(/type State = (.*);/)[1].matchAll(/'(\w+)'/g)].map(([, name]) => name);
  assert.deepEqual(firstCells('| `state` | what').sort(), states.filter((name) => name !== 'idle').sort());
});

test('every event of a room is there, and none too many', () => {
  const events = members(read('src/main/webapp/js/hub.d.ts').match(/interface RoomEvents \{(.*?)\n\}/s)[1]);
  assert.deepEqual(firstCells('| event of a room |').sort(), events.sort());
});

test('every option is there, and none too many', () => {
  const options = members(declared.match(/interface TickcastOptions \{(.*?)\n\}/s)[1]).filter((name) => name !== 'environment');
  assert.deepEqual(firstCells('| option |').sort(), options.sort());
});

const examples = [...page.matchAll(/(?:^ {4}.*\n|^\n(?= {4}))+/gm)].map(([text]) => text).filter((text) => text.includes(';'));

test('there are examples', () => assert.equal(examples.length, 6));

for (const [i, example] of examples.entries()) {
  test(`example ${i + 1} runs`, async () => {
    const world = new World();
    world.answer = () => ({ status: 200, json: { access_token: 'x' } });
    world.onSocket = (socket) => queueMicrotask(() => socket.opens('tickcast.v1').says(hello(), snapshot(1, {
      prices: { FPT: { last_price: 98500 } }, indices: { VN30: { value: 2000 } },
    })));
    const clients = [];
    class Client extends Tickcast {
      constructor(options) {
        super({ url: 'https://market.example/', ...options, WebSocket: world.WebSocket, environment: world.environment });
        clients.push(this);
      }
    }
    const seen = [];
    const given = {
      Tickcast: Client, Hub, tickcast: new Client({ token: 'x' }), token: 'x', WebSocket: undefined, fetch: world.environment.fetch,
      draw: async (value) => seen.push(value), console: { log: (...words) => seen.push(words) }, process: { env: { TOKEN: 'x' } },
    };
    const code = example.replace(/^\s*import .*$|<\/?script.*>/gm, '').replace('const tickcast =', 'const mine =').replaceAll(/^(\s*)tickcast\.channel\('alerts'/gm, '$1mine.channel(\'alerts\'');
    const AsyncFunction = (async () => {}).constructor;

    const run = new AsyncFunction(...Object.keys(given), code)(...Object.values(given));
    await settle();
    clients.forEach((client) => client.close());
    await run;

    if (/draw|last_price/.test(example)) {
      assert.ok(seen.length > 0, 'it showed nothing');
    }
  });
}
