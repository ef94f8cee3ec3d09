// What an alert says, in the reader's language. Of a kind that is new to this page, what the server has written.

import { say } from './language.js';
import { count, percent, price, signedBillions, signedPoints, tenths } from './numbers.js';

const WORDS = {
  volume_spike: ({ last_vol: volume, price: at, ratio }) =>
    say('alert.volume_spike', { volume: count(volume), price: price(at), ratio: tenths(ratio) }),
  price_breakout: ({ direction, price: at }) =>
    say(`alert.price_breakout.${direction === 'floor' ? 'floor' : 'ceiling'}`, { price: price(at) }),
  // A part of 1, whatever its name says.
  foreign_acceleration: ({ change_pct: part, net_value: net }) =>
    say('alert.foreign_acceleration', { change: percent(100 * part), net: signedBillions(net) }),
  basis_divergence: ({ basis }) =>
    say(`alert.basis_divergence.${basis > 0 ? 'premium' : 'discount'}`, { basis: signedPoints(basis) }),
};

export function wordsOf({ alert_type: type, data, message }) {
  return Object.hasOwn(WORDS, type) && data ? WORDS[type](data) : message;
}
