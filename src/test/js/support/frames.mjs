// What a server of tickcast.v1 says.

import { canonical, checksum } from '../../../main/webapp/js/canonical.js';

const ts = 1770778800000000;

export const hello = (more = {}) =>
  ({ type: 'hello', ts, channel: 'market', epoch: 'e1', version: 1, heartbeat_ms: 5000, resumed: false, reason: null, ...more });
export const snapshot = (version, data, more = {}) => ({ type: 'snapshot', ts, epoch: 'e1', version, skipped: 0, data, ...more });
export const patch = (from, to, step, series) => ({ type: 'patch', ts, from, to, skipped: 0, patch: step, ...(series && { series }) });
export const beat = (version, data) => ({ type: 'beat', ts, version, checksum: data === null ? null : checksum(canonical(data)) });
export const bye = (code, reason, retryAfterMs) => ({ type: 'bye', ts, code, reason, retry_after_ms: retryAfterMs });
export const alert = (n, id = `alert-${n}`, more = {}) =>
  ({ type: 'alert', ts, n, alert: { id, symbol: 'FPT', timestamp: '2026-02-11T10:00:01.000000+07:00', ...more } });
