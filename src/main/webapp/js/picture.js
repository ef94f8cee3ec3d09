// What a channel shows. Only what differs is a new object.

import { canonical, checksum } from './canonical.js';

export const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/** JSON Merge Patch (RFC 7396). */
export function merge(target, patch) {
  if (!isObject(patch)) {
    return patch;
  }
  const members = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) {
      members.delete(name);
    } else {
      members.set(name, merge(members.get(name), value));
    }
  }
  // Here __proto__ is like any other.
  return Object.fromEntries(members);
}

/** Moves lists that grow. Throws where there is none. */
export function extend(data, series) {
  for (const [pointer, step] of Object.entries(series)) {
    data = extendAt(data, pointer.split('/').slice(1).map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~')), step);
  }
  return data;
}

function extendAt(node, [name, ...rest], step) {
  if (name !== undefined) {
    const members = new Map(Object.entries(node));
    return Object.fromEntries(members.set(name, extendAt(members.get(name), rest, step)));
  }
  const { drop, keep, add } = step;
  if (!Array.isArray(node) || !(drop >= 0 && keep >= 0 && drop + keep <= node.length)) {
    throw new RangeError('A series is for another list');
  }
  return [...node.slice(drop, drop + keep), ...add];
}

/** Keeps what is equal, and drops nulls. */
export function renewed(old, fresh) {
  if (fresh === null || typeof fresh !== 'object') {
    return fresh;
  }
  const had = new Map(old && Array.isArray(old) === Array.isArray(fresh) ? Object.entries(old) : []);
  const members = Object.entries(fresh)
    .filter(([, value]) => value !== null || Array.isArray(fresh))
    .map(([name, value]) => [name, renewed(had.get(name), value)]);
  if (old && members.length === had.size && members.every(([name, value]) => had.get(name) === value)) {
    return old;
  }
  return Array.isArray(fresh) ? members.map(([, value]) => value) : Object.fromEntries(members);
}

export class Picture {
  data = null;
  version = null;
  #epoch = null;
  size = 0;

  get since() {
    return this.#epoch && `${this.#epoch}:${this.version}`;
  }

  forget() {
    this.#epoch = null;
  }

  /** A plain frame has neither epoch nor version. */
  take({ epoch = null, version = null, data }, size) {
    if (!isObject(data) || (epoch !== null && !Number.isSafeInteger(version))) {
      return false;
    }
    this.data = renewed(this.data, data);
    this.version = version;
    this.#epoch = epoch;
    this.size = size;
    return true;
  }

  apply({ from, to, patch, series = {} }) {
    if (!this.#epoch || from !== this.version || !Number.isSafeInteger(to) || !isObject(patch)) {
      return false;
    }
    try {
      this.data = extend(merge(this.data, patch), series);
    } catch {
      return false; // As good as a patch for another picture.
    }
    this.version = to;
    return true;
  }

  agrees(beat) {
    const text = canonical(this.data);
    this.size = text.length;
    return beat.version === this.version && beat.checksum === checksum(text);
  }
}
