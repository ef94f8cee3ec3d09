// Owns the console's socket, in a thread of its own, because only there reading can stop: a browser hands over what has
// come when the thread is free, and takes nothing more from the network once enough waits for it.

import { onTheWire } from './frames.js';

const SECOND = 1000;

let socket = null;
// What is deflated takes a moment, and must not be overtaken by what is not.
let inTurn = Promise.resolve();

const orders = {
  open({ address, protocols }) {
    try {
      socket = new WebSocket(address, protocols);
    } catch (error) {
      return tell('failed', { words: error.message });
    }
    let opened = false;
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => {
      opened = true;
      tell('opened', { protocol: socket.protocol });
    };
    socket.onmessage = ({ data }) => {
      const at = now();
      inTurn = inTurn.then(() => hand(data, at));
    };
    socket.onclose = ({ code, reason, wasClean }) => {
      inTurn.then(() => {
        tell('closed', { code, reason, wasClean, opened });
        close();
      });
    };
  },

  send({ text, binary, times }) {
    for (let i = 0; i < times; i++) {
      say(text, binary);
    }
  },

  close() {
    socket?.close(1000);
  },

  /** Nothing else runs in this thread meanwhile; what is sent leaves all the same. */
  stopReading({ seconds, meanwhile }) {
    tell('stopped', { seconds });
    for (let second = 0; second < seconds; second++) {
      spin(SECOND);
      if (meanwhile) {
        say(meanwhile, false);
      }
    }
    tell('resumed', { seconds });
  },
};

onmessage = ({ data: [order, details] }) => orders[order](details);

function say(text, binary) {
  if (socket?.readyState !== WebSocket.OPEN) {
    return;
  }
  const bytes = new TextEncoder().encode(text);
  socket.send(binary ? bytes : text);
  tell('sent', { text, binary, wire: onTheWire(bytes.length, true), size: bytes.length });
}

async function hand(data, at) {
  const text = typeof data === 'string' ? data : await inflated(data);
  const size = text === null ? data.byteLength : new TextEncoder().encode(text).length;
  tell('heard', { at, text, size, wire: onTheWire(data.byteLength ?? size, false) });
}

async function inflated(bytes) {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return await new Response(stream).text();
  } catch {
    return null; // A binary message of another kind: an older system sent the word ping so.
  }
}

function spin(ms) {
  const end = performance.now() + ms;
  while (performance.now() < end) {
    // Waiting without giving the thread away is the point.
  }
}

function now() {
  return performance.timeOrigin + performance.now();
}

function tell(what, details) {
  postMessage([what, { at: now(), ...details }]);
}
