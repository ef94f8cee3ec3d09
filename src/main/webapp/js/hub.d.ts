/** The hub of Tickcast: rooms, who is there, chat, typing, notifications. docs/hub.md has the protocol. */

import { Reason, Refusal, Status, State, Tickcast, TickcastOptions } from './tickcast.js';

export { Refusal };

export interface HubLimits {
  /** How many messages may wait to be sent; 100 by default. */
  most?: number;
  /** How long one may wait; a minute by default, and five at most, for which the server knows it again. */
  lifetimeMs?: number;
}

/** One connection for all rooms. It comes back by itself, as channels do. */
export class Hub {
  /** @param client a client whose token and end it shares, or options as for one; `getTicket` is asked with `'hub'` */
  constructor(client?: Tickcast | TickcastOptions, limits?: HubLimits);
  readonly state: State;
  readonly status: Status;
  /** What was said and has not arrived yet, oldest first. */
  readonly waiting: { message_id: string; room_id: string; message: string }[];
  on<T extends keyof HubEvents>(type: T, listener: (event: HubEvents[T]) => void): () => void;
  /** The room of this id: joined now, and again after each reconnect, until it is left. */
  room(id: string, options?: { /** How many messages to begin with. */ history?: number }): Room;
  /** The rooms that one may see. */
  rooms(): Promise<RoomSummary[]>;
  members(roomId: string): Promise<{ user_id: string; role: Role; online: boolean }[]>;
  /** Ends the coming of a notification, on all devices. */
  acknowledge(notificationId: string): boolean;
  ping(): Promise<number>;
  open(): void;
  close(): void;
  /** Shows this token from now on, and opens anew. */
  useToken(token: string): void;
}

export interface HubEvents {
  state: Status;
  /** It will not come back by itself. */
  refused: Reason;
  /** Each once, also those that waited while nobody was there. */
  notification: Told;
  notification_acked: { id: string };
  broadcast: Told;
  device_connected: { device_count: number };
  /** What the server complains of that is for no room and no question. */
  error: { code: string; message: string; request?: string; room_id?: string };
  auth: { ok: boolean; expires_at?: string };
  /** Each message, in or out, without tokens. */
  frame: { direction: 'in' | 'out'; text: string };
}

export interface Told {
  /** Not there in what was published from outside, where from begins with outside: */
  id?: string;
  from: string;
  message: string;
  timestamp: number;
  at: string;
}

export type Role = 'member' | 'moderator' | 'owner';

export interface RoomSummary {
  room_id: string;
  name: string;
  access: 'public' | 'private';
  members: number;
  online: number;
  last_id?: string;
  role?: Role;
}

export interface Presence {
  version: number;
  /** By name. Not all of them, unless `complete`. */
  users: string[];
  /** How many there are, always. */
  count: number;
  complete: boolean;
}

export interface Message {
  /** Not there in what was published from outside, where from begins with outside: */
  id?: string;
  type: 'chat' | 'room_message';
  from: string;
  /** Text, and nothing else: whoever shows it escapes it. */
  message: string;
  message_id?: string;
  timestamp: number;
  at: string;
}

export interface Room {
  readonly id: string;
  readonly state: 'idle' | 'joining' | 'joined' | 'refused' | 'out';
  /** Why it is refused, or we are out. */
  readonly reason: Reason | null;
  readonly facts: (RoomSummary & { user_id: string }) | null;
  readonly presence: Presence | null;
  /** Who is typing. */
  readonly typing: string[];
  /** The id of the last message that came. */
  readonly since: string | null;
  on<T extends keyof RoomEvents>(type: T, listener: (event: RoomEvents[T]) => void): () => void;
  join(): void;
  leave(): void;
  /** Sends it now, or when the room is there again. Returns its message_id; null when too much waits already. */
  say(message: string): string | null;
  /** May be called for each key that is pressed. */
  type(isTyping?: boolean): void;
  /** Older messages, oldest first. */
  history(wanted?: { before?: string; after?: string; limit?: number }): Promise<{ messages: Message[]; gap: boolean; more: boolean }>;
}

export interface RoomEvents {
  state: { state: Room['state']; reason: Reason | null };
  /** Each message of the room once and in order, those that were missed too. */
  message: Message;
  /** Messages were missed that the server has forgotten. */
  gap: object;
  presence: Presence;
  typing: { user_id: string; is_typing: boolean };
  /** What we said has arrived. */
  sent: { message_id: string; id: string; message: string };
  /** What we said was refused, or is too late: `code` and `title` say why. */
  failed: { message_id: string; message: string; code: string; title: string };
  user_joined: { user_id: string };
  user_left: { user_id: string };
  user_online: { user_id: string };
  user_offline: { user_id: string };
  role_changed: { user_id: string; role: Role };
  room_left: object;
  room_removed: object;
  room_deleted: object;
}

/** What was said while nobody could hear it: bounded, each message under an id of its own, and not for ever. */
export class Outbox<Message = unknown> {
  constructor(limits?: { most?: number; lifetimeMs?: number; now?: () => number });
  /** Returns its id; null when there is no room, and then it is not kept. */
  put(message: Message, id?: string): string | null;
  /** Returns whether it was still waiting. */
  acknowledge(id: string): boolean;
  /** Takes out what is too old, and returns it. */
  expire(): { id: string; message: Message }[];
  /** What to send after a reconnect, oldest first. */
  pending(): { id: string; message: Message }[];
}

/** The state in a `presence_state`. */
export function presenceOf(frame: Presence): Presence;
/** The state after a `presence_diff`; null where a step is missing, and only asking helps. */
export function presenceAfter(state: Presence | null, diff: { version: number; joins: string[]; leaves: string[]; count: number; complete: boolean }): Presence | null;
