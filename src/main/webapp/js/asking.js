// Where what a channel shows is to be had by asking.

import { isObject } from './picture.js';

const PLACES = {
  market: ['snapshot'],
  foreign: ['foreign-detail', 'summary'],
  index: ['snapshot', 'indices'],
  alerts: ['alerts?limit=200'],
};

export const isChannel = (name) => Object.hasOwn(PLACES, name);

export async function askFor(name, get) {
  const [path, part] = PLACES[name];
  const whole = await get(`api/market/${path}`);
  const answer = part ? whole[part] : whole;
  if (name === 'alerts' ? !Array.isArray(answer) : !isObject(answer)) {
    throw new TypeError('not what this channel shows');
  }
  return answer;
}
