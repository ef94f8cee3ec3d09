// What is given to others: how big it is, what is in it, and that it can be used.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as tickcast from '../../main/webapp/js/tickcast.js';
import { World } from './support/world.mjs';

const MOST_BYTES = 12 * 1024;

const library = fileURLToPath(new URL('../../main/webapp/js/', import.meta.url));
const modules = readdirSync(library).filter((name) => name.endsWith('.js'));
const text = (name) => readFileSync(join(library, name), 'utf8');
const declared = text('tickcast.d.ts');

test('all modules together are at most 12 KB when compressed', () => {
  const bytes = gzipSync(modules.map(text).join(''), { level: 9 }).length;
  assert.ok(bytes <= MOST_BYTES, `${bytes} bytes`);
});

test('nothing is imported from elsewhere', () => {
  for (const name of modules) {
    for (const [, from] of text(name).matchAll(/(?:from|import\()\s*'([^']+)'/g)) {
      assert.ok(modules.includes(from.replace('./', '')), `${name} imports ${from}`);
    }
  }
});

test('what is exported is declared', () => {
  const classes = [...declared.matchAll(/^export class (\w+)/gm)].map(([, name]) => name);
  assert.deepEqual(classes.sort(), Object.keys(tickcast).sort());
});

test('what a channel has is declared, and what is declared it has', () => {
  const client = new World().tickcast();
  const channel = client.channel('market');
  const prototypes = [Object.getPrototypeOf(channel), Object.getPrototypeOf(Object.getPrototypeOf(channel))];
  const has = new Set(['name', ...prototypes.flatMap((each) => Object.getOwnPropertyNames(each))].filter((name) => !['constructor', 'emit'].includes(name)));
  const body = declared.match(/export interface Channel<[^{]*\{(.*?)\n\}/s)[1];
  const says = new Set([...body.matchAll(/^ {2}(?:readonly )?(\w+)/gm)].map(([, name]) => name));
  assert.deepEqual([...says].sort(), [...has].sort());
  assert.deepEqual(Object.keys(channel.stats).sort(), [...declared.match(/interface Stats \{(.*?)\n\}/s)[1].matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name).sort());
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
  assert.deepEqual(packed, [...modules, 'package.json', 'tickcast.d.ts'].sort());

  const installed = join(home, 'node_modules', 'tickcast');
  mkdirSync(installed, { recursive: true });
  run(home, 'tar', '-xzf', join(home, filename), '-C', installed, '--strip-components=1');
  writeFileSync(join(home, 'use.mjs'), `
    import { Tickcast } from 'tickcast';
    const client = new Tickcast({ url: 'http://localhost:1/', token: 'x' });
    console.log(client.channel('market').state);
    client.close();
  `);
  assert.equal(run(home, process.execPath, 'use.mjs').trim(), 'idle');
});
