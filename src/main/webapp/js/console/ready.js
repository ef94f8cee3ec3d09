// Frames to begin with: good ones, and nonsense. The words beside each say what to look for.

/** Stands for the token in memory, so that nobody has to show it to send it. */
export const TOKEN = '$TOKEN';

const ON_CHANNELS = ['v1', 'plain'];
const json = (message) => () => JSON.stringify(message);

const FRAMES = [
  { name: 'resync', on: ['v1'], text: json({ type: 'resync' }) },
  { name: 'pace-slow', on: ['v1'], text: json({ type: 'pace', per_second: 1 }) },
  { name: 'pace-all', on: ['v1'], text: json({ type: 'pace', per_second: 0 }) },
  { name: 'ping', on: ['v1'], text: json({ type: 'ping', id: 'a-1' }) },
  { name: 'hub-ping', on: ['hub'], text: json({ type: 'ping' }) },
  { name: 'rooms', on: ['hub'], text: json({ type: 'rooms' }) },
  { name: 'join', on: ['hub'], text: ({ room }) => JSON.stringify({ type: 'join_room', payload: { room_id: room } }) },
  { name: 'join-since', on: ['hub'], text: ({ room, last }) => JSON.stringify({ type: 'join_room', payload: { room_id: room, since: last } }) },
  { name: 'chat', on: ['hub'], text: ({ room }) => JSON.stringify({ type: 'chat', message_id: 'm-1', payload: { room_id: room, message: 'Xin chào' } }) },
  { name: 'chat-markup', on: ['hub'], text: ({ room }) => JSON.stringify({ type: 'chat', payload: { room_id: room, message: '<img src=x onerror=alert(1)>' } }) },
  { name: 'typing', on: ['hub'], text: ({ room }) => JSON.stringify({ type: 'typing', payload: { room_id: room } }) },
  { name: 'history', on: ['hub'], text: ({ room }) => JSON.stringify({ type: 'history', payload: { room_id: room, limit: 5 } }) },
  { name: 'members', on: ['hub'], text: ({ room }) => JSON.stringify({ type: 'members', payload: { room_id: room } }) },
  { name: 'presence', on: ['hub'], text: ({ room }) => JSON.stringify({ type: 'presence', payload: { room_id: room } }) },
  { name: 'leave', on: ['hub'], text: ({ room }) => JSON.stringify({ type: 'leave_room', payload: { room_id: room } }) },
  { name: 'auth', on: ['hub', ...ON_CHANNELS], text: json({ type: 'auth', token: TOKEN }) },
  { name: 'auth-wrong', on: ['hub', ...ON_CHANNELS], text: json({ type: 'auth', token: 'not-a-token' }) },
  { name: 'no-json', on: ['hub', ...ON_CHANNELS], text: () => 'Hello, server?' },
  { name: 'unknown', on: ['hub', 'v1'], text: json({ type: 'sell-everything' }) },
  { name: 'bad-pace', on: ['v1'], text: json({ type: 'pace', per_second: 'fast' }) },
  { name: 'too-often', on: ['v1', 'plain'], text: json({ type: 'ping' }), times: 13 },
  { name: 'hub-too-often', on: ['hub'], text: json({ type: 'ping' }), times: 13 },
  { name: 'too-big', on: ['hub', ...ON_CHANNELS], text: () => JSON.stringify({ type: 'ping', id: 'x'.repeat(20_000) }) },
  { name: 'binary', on: ['hub', ...ON_CHANNELS], text: () => 'ping', binary: true },
];

/** @param kind v1, plain or hub */
export const readyFor = (kind) => FRAMES.filter(({ on }) => on.includes(kind)).map(({ name }) => name);

/** @param known the room that was last heard of, and the last message there */
export function readyFrame(name, { room = 'floor', last = '' } = {}) {
  const { text, binary = false, times = 1 } = FRAMES.find((frame) => frame.name === name);
  return { text: text({ room, last }), binary, times };
}
