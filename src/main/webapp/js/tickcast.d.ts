/** Client of Tickcast, a server that pushes a live market over WebSockets. */

export interface TickcastOptions {
  /** Where the server is, with its context path if it has one. Without it: where this module came from. */
  url?: string | URL;
  /** A token that does not end, or none where the server asks for none. */
  token?: string;
  /** Asked for the first token, again before one ends, and when one was refused. The answer of `/auth/token` will do as it is. */
  getToken?: () => Promise<string | GivenToken | { access_token: string; expires_in?: number } | null>;
  /** Asked for a ticket before each attempt, instead of any token. */
  getTicket?: (channel: ChannelName | 'hub') => Promise<string>;
  /** Whether to ask by HTTP where no socket opens; a number says how many milliseconds apart. 2000 by default. */
  polling?: boolean | number;
  /** Whether to have long frames deflated where this platform can inflate them; true by default. */
  compress?: boolean;
  /** For platforms without a WebSocket of their own, such as Node before 22. */
  WebSocket?: new (url: string, protocols?: string[]) => unknown;
  fetch?: typeof fetch;
  /** What tests replace: time, chance, and whether anybody looks at the page. */
  environment?: Partial<Environment>;
}

export interface GivenToken {
  token: string;
  /** In seconds. Without it, what the token says itself, if it is a JWT. */
  expiresIn?: number;
}

export interface Environment {
  now(): number;
  wallClock(): number;
  random(): number;
  after(ms: number, work: () => void): () => void;
  isHidden(): boolean;
  /** The text in a deflated message; null where that cannot be done. */
  inflate: ((bytes: ArrayBuffer) => Promise<string>) | null;
  onWake(wake: (online: boolean) => void): () => void;
}

export type ChannelName = 'market' | 'foreign' | 'index' | 'alerts';

export interface ChannelOptions {
  /** How many pictures a second to be sent at most, 1 to 100; null for all. */
  pace?: number | null;
  /** `auto` asks for tickcast.v1 and takes plain frames where the server does not speak it. */
  protocol?: 'auto' | 'plain';
}

export class Tickcast {
  constructor(options?: TickcastOptions);
  /** Opens a channel, once the caller has had the time to listen to it. */
  channel(name: 'market', options?: ChannelOptions): Channel<Market>;
  channel(name: 'foreign', options?: ChannelOptions): Channel<ForeignFlow>;
  channel(name: 'index', options?: ChannelOptions): Channel<Indices>;
  channel(name: 'alerts', options?: ChannelOptions): Channel<null, Alert>;
  /** Asks for something below `/api`, with the same token. Throws a {@link Refusal}. */
  get<T = unknown>(path: string): Promise<T>;
  /** Shows this token from now on, or those that it gives. All channels open anew, those that were refused too. */
  useToken(token: string | TickcastOptions['getToken']): void;
  /** Closes all channels. */
  close(): void;
}

/**
 * - `connecting`: not there yet, for the first time
 * - `fresh`: what is shown is the present
 * - `stale`: connected, and yet what is shown may be old; `reason` says why
 * - `reconnecting`: not connected; it comes back by itself
 * - `refused`: it does not come back by itself; `reason` says what has to change
 */
export type State = 'idle' | 'connecting' | 'fresh' | 'stale' | 'reconnecting' | 'refused' | 'closed';

export interface Status {
  state: State;
  via: 'socket' | 'polling' | null;
  reason: Reason | null;
  /** How long until the next attempt, counted from this event. */
  retryInMs: number | null;
}

export interface Reason {
  /** One of docs/errors.md, or one of the library's own. */
  code: string;
  /** What happened, in words. */
  title: string;
  /** What to do about it, where somebody knows. */
  advice: string;
  reconnect: 'never' | 'after-new-token' | 'back-off' | 'now' | 'lost';
  closeCode: number | null;
  retryAfterMs: number | null;
}

export class Refusal extends Error {
  readonly reason: Reason;
}

/** One channel. `for await` gives pictures, only the newest for who is slow, or alerts, each. */
export interface Channel<Data = unknown, Item = Data> extends AsyncIterable<Item> {
  readonly name: ChannelName;
  /** The newest picture; null before the first. It is replaced, never changed; what is equal in the next one is the same object. */
  readonly data: Data | null;
  /** Null where the server counts no versions. */
  readonly version: number | null;
  readonly state: State;
  readonly status: Status;
  readonly stats: Stats;
  /** How many pictures a second to be sent at most. Can be set at any time; plain servers do not know it. */
  pace: number | null;
  /** Listens; what it returns ends that. */
  on<T extends keyof Events<Data>>(type: T, listener: (event: Events<Data>[T]) => void): () => void;
  /** Opens it anew, after a refusal for example. */
  open(): void;
  close(): void;
  /** Asks for the whole picture. */
  resync(): void;
  /** How many milliseconds the server takes to answer. Rejects where the server is not asked, or does not answer. */
  ping(): Promise<number>;
}

export interface Events<Data = unknown> {
  /** A new picture. */
  update: Update<Data>;
  state: Status;
  /** It will not come back by itself. */
  refused: Reason;
  /** One alert, told once. */
  alert: Alert;
  /** There were alerts that did not reach us; they are asked for. */
  missed: object;
  /** The market reaches the server, or does not. */
  status: { connected: boolean };
  /** What was shown is not what the server has; the whole is on its way. */
  resync: { why: 'asked' | 'another-base' | 'checksum' | 'garbled' };
  /** The server has taken a new token on the open socket. */
  auth: { ok: boolean; expires_at: string | null };
  /** What the server, or the catching up with alerts, complains of; nothing ends by it. */
  error: { code: string; message: string };
  hello: { epoch: string; version: number; heartbeat_ms: number; resumed: boolean; reason: string | null; ts: number };
  beat: { version: number; checksum: string | null; ts: number };
  pong: { id: unknown; ts: number };
  bye: { code: number; reason: string; retry_after_ms: number | null; ts: number };
  /** Each frame as it is on the wire, without tokens. */
  frame: { direction: 'in' | 'out'; text: string };
}

export interface Update<Data> {
  kind: 'snapshot' | 'patch' | 'poll';
  data: Data;
  previous: Data | null;
  version: number | null;
  /** What the server has said, as docs/protocol.md has it. */
  frame: { ts?: number; skipped?: number | null; patch?: object; series?: object };
}

export interface Stats {
  frames: number;
  /** What was received: bytes where it was deflated, else characters, which are as many as long as the text is ASCII. */
  bytes: number;
  /** By how many characters patches were shorter than whole pictures. */
  saved: number;
  /** By how many bytes frames were shorter for being deflated. */
  deflated: number;
  snapshot: number;
  patch: number;
  poll: number;
  /** Pictures that the server has not sent us, because we were slow or wanted fewer. */
  skipped: number;
  resyncs: number;
  garbled: number;
  reconnects: number;
}

// What the channels show, as docs/channels.md describes it. A member that the server does not know is not there.

export interface Market {
  prices: Record<string, Price>;
  quotes: Record<string, Quote>;
  indices: Indices;
  foreign?: ForeignFlow;
  derivatives?: Derivatives;
}

export interface Price {
  last_price: number;
  change: number;
  change_pct: number;
  ref_price: number;
  ceiling: number;
  floor: number;
}

export interface Volumes {
  mua_chu_dong_volume: number;
  ban_chu_dong_volume: number;
  neutral_volume: number;
  total_volume: number;
}

export interface Quote extends Volumes {
  symbol: string;
  mua_chu_dong_value: number;
  ban_chu_dong_value: number;
  last_updated?: string;
  ato: Volumes;
  continuous: Volumes;
  atc: Volumes;
}

export interface Derivatives {
  symbol: string;
  last_price: number;
  change: number;
  change_pct: number;
  bid_price?: number;
  ask_price?: number;
  volume: number;
  basis?: number;
  basis_pct?: number;
  is_premium?: boolean;
  last_updated?: string;
}

export interface ForeignFlow {
  top_buy: ForeignStock[];
  top_sell: ForeignStock[];
  total_buy_value: number;
  total_buy_volume: number;
  total_sell_value: number;
  total_sell_volume: number;
  total_net_value: number;
  total_net_volume: number;
}

export interface ForeignStock {
  symbol: string;
  buy_value: number;
  buy_volume: number;
  buy_speed_per_min: number;
  buy_acceleration: number;
  sell_value: number;
  sell_volume: number;
  sell_speed_per_min: number;
  sell_acceleration: number;
  net_value: number;
  net_volume: number;
  current_room: number;
  total_room: number;
  last_updated?: string;
}

export type Indices = Record<string, Index>;

export interface Index {
  index_id: string;
  value: number;
  prior_value: number;
  change: number;
  ratio_change: number;
  total_volume: number;
  advances: number;
  declines: number;
  no_changes: number;
  advance_ratio?: number;
  intraday: { timestamp: string; value: number }[];
  last_updated?: string;
}

export interface Alert {
  id: string;
  alert_type: 'volume_spike' | 'price_breakout' | 'foreign_acceleration' | 'basis_divergence';
  severity: 'warning' | 'critical';
  symbol: string;
  message: string;
  timestamp: string;
  data: Record<string, unknown>;
}
