// One channel's socket, which opens itself again whenever it is lost: a page left open over night must be live in
// the morning.

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 30_000;
const REFUSALS_TO_BELIEVE = 3;
const NAME_OF_A_SUBPROTOCOL = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

export class Channel {
  #name;
  #listener;
  #token;
  #socket;
  #timer;
  #wasOpen = false;
  #attempts = 0;
  #neverOpened = 0;

  /** @param listener has onState(name, state), onFrame(name, frame), onUpstream(connected) */
  constructor(name, listener) {
    this.#name = name;
    this.#listener = listener;
    addEventListener('online', () => this.#reconnectNow());
  }

  /** Starts anew with this token, whatever was before. */
  open(token) {
    this.#token = token;
    this.#attempts = 0;
    this.#neverOpened = 0;
    this.#socket?.close();
    this.#connect('connecting');
  }

  #connect(state) {
    clearTimeout(this.#timer);
    const socket = openWith(this.#token, addressOf(this.#name));
    this.#socket = socket;
    this.#wasOpen = false;
    this.#tell(state);
    // A socket that was replaced may still have something to say; it is not about this channel any more.
    const ifCurrent = (handle) => (event) => socket === this.#socket && handle(event);
    socket.onopen = ifCurrent(() => this.#opened());
    socket.onmessage = ifCurrent((event) => this.#received(event.data));
    socket.onclose = ifCurrent(() => this.#closed());
  }

  #opened() {
    this.#wasOpen = true;
    this.#tell('live');
  }

  #received(data) {
    // Only now: a server that accepts and then drops everybody is not well, and wants its pauses.
    this.#attempts = 0;
    const frame = frameIn(data);
    if (frame?.type === 'status') {
      this.#listener.onUpstream(frame.connected);
    } else if (frame) {
      this.#listener.onFrame(this.#name, frame);
    }
  }

  /** The browser does not say why a handshake failed, so several in a row are taken for a refusal. */
  #closed() {
    this.#neverOpened = this.#wasOpen ? 0 : this.#neverOpened + 1;
    const refused = this.#neverOpened >= REFUSALS_TO_BELIEVE;
    this.#tell(refused ? 'refused' : 'reconnecting');
    this.#timer = setTimeout(() => this.#connect(refused ? 'refused' : 'reconnecting'), this.#pause(refused));
  }

  /** Chance spreads the pages that one restart threw out; a refused page has no reason to hurry at all. */
  #pause(refused) {
    const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#attempts++);
    return refused ? LONGEST_PAUSE * (1 + Math.random()) / 2 : longest * Math.random();
  }

  #reconnectNow() {
    if (this.#socket?.readyState === WebSocket.CLOSED) {
      this.#connect('reconnecting');
    }
  }

  #tell(state) {
    this.#listener.onState(this.#name, state);
  }
}

/** A page can set no header, but it can offer subprotocols: so the token is in no address, and in no log of addresses. */
function openWith(token, address) {
  if (NAME_OF_A_SUBPROTOCOL.test(token) && token !== 'bearer') {
    return new WebSocket(address, ['bearer', token]);
  }
  address.searchParams.set('token', token);
  return new WebSocket(address);
}

/** Relative to the page, so that it works below a context path too. */
function addressOf(channel) {
  const address = new URL(`ws/${channel}`, location.href);
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  address.search = '';
  address.hash = '';
  return address;
}

/** The object that a text frame holds; null for heartbeats and for anything else that is none. */
function frameIn(data) {
  if (typeof data !== 'string') {
    return null;
  }
  try {
    const frame = JSON.parse(data);
    return typeof frame === 'object' ? frame : null;
  } catch {
    return null;
  }
}
