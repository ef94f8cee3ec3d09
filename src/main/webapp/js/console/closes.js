// Why a connection has ended, and what a client should do now.

import { CLOSE_CODES } from '../close-codes.js';
import { reasonOfClose } from '../reasons.js';

/**
 * @param bye the last frame of tickcast.v1, which names the reason where a code has several
 * @returns code, id (a section of docs/errors.md, or null), said (in the server's words), reconnect (or null)
 */
export function endOf({ code, reason }, bye) {
  const known = Object.hasOwn(CLOSE_CODES, bye?.code ?? code);
  const why = reasonOfClose({ code, reason }, bye);
  return {
    code: why.closeCode,
    id: known && why.code !== 'closed' ? why.code : null,
    said: reason,
    reconnect: why.reconnect === 'lost' ? (code === 1006 ? 'back-off' : null) : why.reconnect,
  };
}
