// What somebody has chosen on this page, until the next visit. Where the browser keeps nothing, until the page is closed.

const PREFIX = 'tickcast.';
const meanwhile = new Map();

/** @param isGood what is kept may be older than this page, or written by another one: what it cannot use is not there */
export function recall(name, fallback, isGood = () => true) {
  let value = meanwhile.get(name);
  try {
    value ??= JSON.parse(localStorage.getItem(PREFIX + name));
  } catch {
    // Not allowed to look, or not ours.
  }
  return value !== null && value !== undefined && isGood(value) ? value : fallback;
}

export function remember(name, value) {
  meanwhile.set(name, value);
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Full or forbidden: then it is as long as this page.
  }
}
