// The parts of the page that need no document.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { wordsOf } from '../../main/webapp/js/page/alert-words.js';
import { languages, say, speak } from '../../main/webapp/js/page/language.js';
import { bytes, colourOf, points, price, share, signedPoints, timeOfDay } from '../../main/webapp/js/page/numbers.js';
import { arrange, isSort, nextSort } from '../../main/webapp/js/page/order.js';
import { Trail, lineThrough } from '../../main/webapp/js/page/trail.js';
import { en } from '../../main/webapp/js/page/words-en.js';
import { vi } from '../../main/webapp/js/page/words-vi.js';

const webapp = new URL('../../main/webapp/', import.meta.url);
const html = readFileSync(new URL('index.html', webapp), 'utf8');
const code = readdirSync(new URL('js/page/', webapp)).map((name) => readFileSync(new URL(`js/page/${name}`, webapp), 'utf8')).join('\n');

describe('words', () => {
  // What the server says itself in English is translated where we know it.
  const both = (words) => Object.keys(words).filter((key) => !key.startsWith('reason.')).sort();

  test('both languages have the same', () => {
    assert.deepEqual(both(vi), both(en));
  });

  test('both languages say the same values', () => {
    const values = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
    both(en).forEach((key) => assert.deepEqual(values(vi[key]), values(en[key]), key));
  });

  test('all that the page is marked with is there', () => {
    const marked = [...html.matchAll(/data-t(?:-label|-placeholder)?="([^"]+)"/g)].map(([, key]) => key);
    assert.ok(marked.length > 50);
    assert.deepEqual(marked.filter((key) => !(key in en)), []);
  });

  test('all that the code says is there', () => {
    const said = [...code.matchAll(/\bsay\('([^']+)'/g)].map(([, key]) => key);
    assert.ok(said.length > 10);
    assert.deepEqual(said.filter((key) => !(key in en)), []);
  });

  test('each language writes numbers its own way', () => {
    const written = languages.map((language) => { speak(language); return points(1980.5); });
    assert.deepEqual(written, ['1,980.50', '1.980,50']);
    speak('en');
  });

  test('an alert is told in the language of the reader, and one of a new kind as the server tells it', () => {
    speak('en');
    assert.equal(wordsOf({ alert_type: 'price_breakout', data: { direction: 'floor', price: 25000 } }), say('alert.price_breakout.floor', { price: '25,000' }));
    assert.match(wordsOf({ alert_type: 'foreign_acceleration', data: { change_pct: 0.785, net_value: -2e9 } }), /79%.*−2\.00/);
    assert.equal(wordsOf({ alert_type: 'of-tomorrow', message: 'as it is' }), 'as it is');
    assert.equal(wordsOf({ alert_type: 'constructor', data: {}, message: 'as it is' }), 'as it is');
  });
});

describe('numbers', () => {
  test('what is not known is a dash, and a minus is a true one', () => {
    assert.deepEqual([points(undefined), points(NaN), price(0), timeOfDay(NaN), bytes(undefined)], ['–', '–', '–', '–', '–']);
    assert.equal(signedPoints(-1.5), '−1.50');
    assert.equal(signedPoints(0), '0.00');
  });

  test('time is that of Vietnam wherever the reader is', () => {
    assert.equal(timeOfDay(Date.parse('2026-11-20T02:30:05Z')), '09:30:05');
  });

  test('a stock has the colour that Vietnamese boards give it', () => {
    const band = { ceiling: 107, floor: 93 };
    const colours = [107, 93, 101, 99, 100].map((last) => colourOf({ ...band, last_price: last, change: last - 100 }));
    assert.deepEqual(colours, ['ceiling', 'floor', 'up', 'down', 'reference']);
    assert.equal(colourOf({ ...band, last_price: 0, change: 0 }), 'reference');
    assert.equal(colourOf(undefined), 'reference');
  });

  test('nothing of nothing is no part of it', () => {
    assert.equal(share(undefined, undefined), 0);
    assert.equal(share(1, 3), 33);
  });
});

describe('the order of the board', () => {
  const stock = (symbol, change, sector = '') => ({ symbol, sector, price: { last_price: 100 + change, change, change_pct: change }, quote: {} });
  const stocks = [stock('VNM', 2), stock('ACB', -1, 'Banking Ngân hàng'), stock('FPT', 2)];
  const asIs = { sort: { by: 'symbol', descending: false }, only: 'all', find: '', pinned: new Set() };

  test('by name, or by a number with names where it is the same', () => {
    assert.deepEqual(arrange(stocks, asIs), ['ACB', 'FPT', 'VNM']);
    assert.deepEqual(arrange(stocks, { ...asIs, sort: { by: 'percent', descending: true } }), ['FPT', 'VNM', 'ACB']);
  });

  test('pinned ones come first whatever it is sorted by', () => {
    assert.deepEqual(arrange(stocks, { ...asIs, pinned: new Set(['VNM']) }), ['VNM', 'ACB', 'FPT']);
  });

  test('found by symbol or sector in either language, and only what is wanted', () => {
    assert.deepEqual(arrange(stocks, { ...asIs, find: ' bank' }), ['ACB']);
    assert.deepEqual(arrange(stocks, { ...asIs, find: 'NGÂN' }), ['ACB']);
    assert.deepEqual(arrange(stocks, { ...asIs, only: 'up' }), ['FPT', 'VNM']);
  });

  test('another column begins with the largest, names with A, and the same one turns round', () => {
    assert.deepEqual(nextSort({ by: 'symbol', descending: false }, 'last'), { by: 'last', descending: true });
    assert.deepEqual(nextSort({ by: 'last', descending: true }, 'symbol'), { by: 'symbol', descending: false });
    assert.deepEqual(nextSort({ by: 'last', descending: true }, 'last'), { by: 'last', descending: false });
  });

  test('what was kept is not believed', () => {
    assert.deepEqual([null, {}, { by: 'constructor', descending: true }, { by: 'last' }].map(isSort), [false, false, false, false]);
  });
});

describe('the trail of a price', () => {
  test('it never has more than 120 points and still begins where it began', () => {
    const trail = new Trail();
    for (let second = 0; second < 10_000; second++) {
      trail.put(second * 1000, second);
    }
    assert.ok(trail.points.length <= 120 && trail.points.length >= 40, String(trail.points.length));
    assert.equal(trail.points[0].at, 0);
    assert.equal(trail.points.at(-1).value, 9999);
  });

  test('it is drawn from edge to edge, and inside', () => {
    const size = { width: 100, height: 24, low: 10, high: 20 };
    assert.equal(lineThrough([{ at: 0, value: 10 }, { at: 50, value: 20 }], size), '0.0,22.0 100.0,2.0');
    assert.equal(lineThrough([{ at: 7, value: 15 }], { ...size, low: 15, high: 15 }), '0.0,12.0 100,12.0');
  });
});
