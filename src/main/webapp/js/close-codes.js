// Written from org.tickcast.wire.CloseCode: whether to come back, and why, where there is only one reason.

export const CLOSE_CODES = {
  1001: ['now', 'going-away'],
  1002: ['never'],
  1003: ['never', 'binary-not-accepted'],
  1008: ['never'],
  1009: ['never', 'message-too-big'],
  1011: ['back-off'],
  1012: ['now', 'draining'],
  1013: ['back-off'],
  4000: ['never'],
  4001: ['after-new-token', 'token-missing'],
  4002: ['after-new-token'],
  4003: ['after-new-token', 'token-expired'],
  4008: ['back-off', 'reads-too-slowly'],
  4010: ['back-off', 'address-limit'],
  4011: ['back-off', 'connect-rate'],
  4012: ['back-off', 'server-full'],
  4013: ['back-off', 'message-rate'],
  4014: ['back-off', 'user-limit'],
  4015: ['back-off', 'falls-behind'],
  4100: ['back-off', 'no-answer'],
};
