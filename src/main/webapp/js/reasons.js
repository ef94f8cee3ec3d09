// Why there is no connection, in words, and whether to come back.

import { CLOSE_CODES } from './close-codes.js';

export const reason = (code, title, reconnect = 'lost', closeCode = null) =>
  ({ code, title, advice: '', reconnect, closeCode, retryAfterMs: null });

export function reasonOfClose({ code, reason: words }, bye) {
  const closeCode = bye?.code ?? code;
  const known = CLOSE_CODES[closeCode];
  if (!known && !bye && !(code >= 4000)) {
    return reason('connection-lost', 'The connection was lost', 'lost', code);
  }
  const [reconnect, id = 'closed'] = known ?? ['back-off'];
  const retryAfterMs = bye?.retry_after_ms ?? null;
  // Without a time, only a new token helps.
  const end = bye && retryAfterMs === null && reconnect !== 'after-new-token';
  const said = bye?.reason ?? id;
  return { ...reason(said, words || said.replaceAll('-', ' '), end ? 'never' : reconnect, closeCode), retryAfterMs };
}

/** Null where somebody else has answered. */
export async function reasonOfAnswer(response) {
  const problem = await response.json().catch(() => null);
  if (typeof problem?.code !== 'string') {
    return null;
  }
  const { code, title, detail, reconnect } = problem;
  const seconds = response.headers.get('Retry-After');
  const retryAfterMs = /^\d+$/.test(seconds) ? 1000 * seconds : null;
  return { ...reason(code, title, reconnect), advice: detail, retryAfterMs };
}
