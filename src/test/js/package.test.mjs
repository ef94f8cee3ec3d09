// What is given to others: how big it is, what is in it, and that it can be used.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as hub from '../../main/webapp/js/hub.js';
import * as tickcast from '../../main/webapp/js/tickcast.js';
import { World } from './support/world.mjs';

const MOST_BYTES = 12 * 1024;
const MOST_BYTES_OF_THE_HUB = 5 * 1024;

const library = fileURLToPath(new URL('../../main/webapp/js/', import.meta.url));
const modules = readdirSync(library).filter((name) => name.endsWith('.js'));
const text = (name) => readFileSync(join(library, name), 'utf8');
const declared = text('tickcast.d.ts');

/** All modules that come with this one. */
function loadedWith(name, known = new Set()) {
  if (!known.has(name)) {
    known.add(name);
    [...text(name).matchAll(/from '\.\/([^']+)'/g)].forEach(([, other]) => loadedWith(other, known));
  }
  return [...known].sort();
}

/** All of it, comments too. */
const compressed = (names) => gzipSync(names.map(text).join(''), { level: 9 }).length;

test('the code of a page that shows a market is at most 12 KB when compressed', () => {
  const bytes = compressed(loadedWith('tickcast.js'));
  assert.ok(bytes <= MOST_BYTES, `${bytes} bytes`);
});

test('the hub comes with at most 5 KB more', () => {
  const market = loadedWith('tickcast.js');
  const both = new Set([...market, ...loadedWith('hub.js')]);
  const bytes = compressed([...both].sort()) - compressed(market);
  assert.ok(bytes <= MOST_BYTES_OF_THE_HUB, `${bytes} bytes`);
  assert.deepEqual([...both].sort(), modules, 'every module is loaded by one of them');
});

test('nothing is imported from elsewhere', () => {
  for (const name of modules) {
    for (const [, from] of text(name).matchAll(/(?:from|import\()\s*'([^']+)'/g)) {
      assert.ok(modules.includes(from.replace('./', '')), `${name} imports ${from}`);
    }
  }
});

test('what is exported is declared', () => {
  for (const [file, module] of [['tickcast.d.ts', tickcast], ['hub.d.ts', hub]]) {
    const names = [...text(file).matchAll(/^export (?:class|function) (\w+)|^export \{ (\w+) \}/gm)].map(([, one, other]) => one ?? other);
    assert.deepEqual(names.sort(), Object.keys(module).sort());
  }
});

const parents = (of) => (of === Object.prototype ? [] : [of, ...parents(Object.getPrototypeOf(of))]);

/** What somebody can call or read, by its name. */
const has = (thing, ...internal) =>
  [...new Set([...Object.keys(thing), ...parents(Object.getPrototypeOf(thing)).flatMap((each) => Object.getOwnPropertyNames(each))])]
    .filter((name) => !['constructor', 'emit', ...internal].includes(name)).sort();
const says = (file, head) =>
  [...new Set([...text(file).match(new RegExp(`export (?:interface|class) ${head}[^{]*\\{(.*?)\\n\\}`, 's'))[1].matchAll(/^ {2}(?:readonly )?(\w+)/gm)].map(([, name]) => name))]
    .filter((name) => name !== 'constructor').sort();

test('what a channel has is declared, and what is declared it has', () => {
  const client = new World().tickcast();
  const channel = client.channel('market');
  assert.deepEqual(says('tickcast.d.ts', 'Channel<'), has(channel));
  assert.deepEqual(says('tickcast.d.ts', 'Stats'), Object.keys(channel.stats).sort());
  client.close();
});

test('what the hub and its rooms have is declared, and what is declared they have', () => {
  const client = new World().tickcast();
  const people = new hub.Hub(client);
  assert.deepEqual(says('hub.d.ts', 'Hub '), has(people));
  assert.deepEqual(says('hub.d.ts', 'Room '), has(people.room('floor'), 'heard', 'refused', 'away', 'goOn'));
  client.close();
});

const npm = (() => {
  try {
    return execFileSync('npm', ['--version'], { encoding: 'utf8' });
  } catch {
    return null;
  }
})();

test('the package can be packed, installed and imported by its name', { skip: npm ? false : 'npm is not there' }, () => {
  const home = mkdtempSync(join(tmpdir(), 'tickcast-pack-'));
  after(() => rmSync(home, { recursive: true }));
  const run = (cwd, command, ...words) => execFileSync(command, words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

  const [{ filename, files }] = JSON.parse(run(library, 'npm', 'pack', '--json', '--offline', '--cache', join(home, 'cache'), '--pack-destination', home));
  const packed = files.map(({ path }) => path).sort();
  assert.deepEqual(packed, [...modules, 'hub.d.ts', 'package.json', 'tickcast.d.ts'].sort());

  const installed = join(home, 'node_modules', 'tickcast');
  mkdirSync(installed, { recursive: true });
  run(home, 'tar', '-xzf', join(home, filename), '-C', installed, '--strip-components=1');
  writeFileSync(join(home, 'use.mjs'), `
    import { Tickcast } from 'tickcast';
    import { Hub } from 'tickcast/hub';
    const client = new Tickcast({ url: 'http://localhost:1/', token: 'x' });
    console.log(client.channel('market').state, new Hub(client).state);
    client.close();
  `);
  assert.equal(run(home, process.execPath, 'use.mjs').trim(), 'idle idle');
});
