// Which stocks the board shows, and in what order. Plain, without a document.

import { colourOf, share } from './numbers.js';

/** What each column is sorted by; of a stock that nobody has priced it is the least. */
const KEYS = {
  symbol: ({ symbol }) => symbol,
  last: ({ price }) => price.last_price ?? 0,
  change: ({ price }) => price.change ?? 0,
  percent: ({ price }) => price.change_pct ?? 0,
  volume: ({ quote }) => quote.total_volume ?? 0,
  active: ({ quote }) => share(quote.mua_chu_dong_volume - quote.ban_chu_dong_volume, quote.total_volume),
};

const ONLY = {
  all: () => true,
  pinned: ({ symbol }, pinned) => pinned.has(symbol),
  up: ({ price }) => price.change > 0,
  down: ({ price }) => price.change < 0,
  limit: ({ price }) => ['ceiling', 'floor'].includes(colourOf(price)),
};

export const columns = Object.keys(KEYS);

export const isSort = (sort) => columns.includes(sort?.by) && typeof sort.descending === 'boolean';
export const isOnly = (only) => Object.hasOwn(ONLY, only);

/** Another column begins with what people look for in it: names from A, numbers from the largest. */
export function nextSort(sort, by) {
  return { by, descending: sort.by === by ? !sort.descending : by !== 'symbol' };
}

/** @param stocks each with symbol, sector, price and quote; returns the symbols to show, pinned ones first */
export function arrange(stocks, { sort, only, find, pinned }) {
  const wanted = find.trim().toLocaleLowerCase();
  return stocks
    .filter((stock) => ONLY[only](stock, pinned))
    .filter(({ symbol, sector }) => [symbol, sector].some((name) => name.toLocaleLowerCase().includes(wanted)))
    .sort((a, b) => pinned.has(b.symbol) - pinned.has(a.symbol) || compare(a, b, sort))
    .map(({ symbol }) => symbol);
}

function compare(a, b, { by, descending }) {
  const [x, y] = [KEYS[by](a), KEYS[by](b)];
  const order = x < y ? -1 : Number(x > y);
  return (descending ? -order : order) || (a.symbol < b.symbol ? -1 : 1);
}
