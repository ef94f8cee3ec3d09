// The WebSocket of a browser, as far as the library uses it, on Node's own HTTP: Node before 22 has none.

import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const CONTINUED = 0x0, TEXT = 0x1, BINARY = 0x2, CLOSE = 0x8, PING = 0x9, PONG = 0xa;

export class NodeSocket {
  readyState = 0;
  protocol = '';
  #socket = null;
  #unread = Buffer.alloc(0);
  #parts = [];
  #isBinary = false;
  #said = { code: 1006, reason: '' };

  constructor(url, protocols = []) {
    const address = new URL(url);
    address.protocol = 'http:';
    const key = randomBytes(16).toString('base64');
    const headers = { Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13', 'Sec-WebSocket-Key': key };
    if (protocols.length > 0) {
      headers['Sec-WebSocket-Protocol'] = protocols.join(', ');
    }
    this.handshake = request(address, { headers })
      .on('upgrade', (answer, socket, head) => this.#upgraded(answer, socket, head, key, protocols))
      .on('response', (answer) => { answer.resume(); this.#end(); })
      .on('error', () => this.#end());
    this.handshake.end();
  }

  send(text) {
    this.#write(TEXT, Buffer.from(text));
  }

  close(code = 1000) {
    if (this.readyState === 0) {
      this.handshake.destroy();
    } else if (this.readyState === 1) {
      this.readyState = 2;
      this.#write(CLOSE, Buffer.from([code >> 8, code & 0xff]));
      this.#socket.end();
    }
  }

  /** As a network does that is cut: without a word. */
  drop() {
    this.#socket.destroy();
  }

  #upgraded(answer, socket, head, key, protocols) {
    const accepted = createHash('sha1').update(key + GUID).digest('base64') === answer.headers['sec-websocket-accept'];
    const chosen = answer.headers['sec-websocket-protocol'] ?? '';
    // As browsers do: who was offered something and chooses nothing of it is left.
    if (!accepted || (protocols.length > 0) !== (chosen !== '') || (chosen && !protocols.includes(chosen))) {
      socket.destroy();
      return this.#end();
    }
    this.#socket = socket;
    this.protocol = chosen;
    this.readyState = 1;
    socket.on('data', (bytes) => this.#read(bytes)).on('close', () => this.#end()).on('error', () => this.#end());
    this.onopen?.({});
    this.#read(head);
  }

  #read(bytes) {
    this.#unread = Buffer.concat([this.#unread, bytes]);
    for (let frame = this.#takeFrame(); frame; frame = this.#takeFrame()) {
      this.#take(frame);
    }
  }

  #takeFrame() {
    const bytes = this.#unread;
    const short = bytes.length < 2 ? 0 : bytes[1] & 0x7f;
    const start = short === 127 ? 10 : short === 126 ? 4 : 2;
    if (bytes.length < start) {
      return null;
    }
    const length = short === 127 ? Number(bytes.readBigUInt64BE(2)) : short === 126 ? bytes.readUInt16BE(2) : short;
    if (bytes.length < start + length) {
      return null;
    }
    this.#unread = bytes.subarray(start + length);
    return { last: (bytes[0] & 0x80) !== 0, kind: bytes[0] & 0x0f, payload: bytes.subarray(start, start + length) };
  }

  #take({ last, kind, payload }) {
    if (kind === PING) {
      this.#write(PONG, payload);
    } else if (kind === CLOSE) {
      this.#said = payload.length < 2 ? { code: 1005, reason: '' } : { code: payload.readUInt16BE(0), reason: payload.toString('utf8', 2) };
      this.close(1000);
    } else if (kind === TEXT || kind === BINARY || kind === CONTINUED) {
      this.#isBinary = kind === CONTINUED ? this.#isBinary : kind === BINARY;
      this.#parts.push(payload);
      if (last) {
        const bytes = Buffer.concat(this.#parts.splice(0));
        this.onmessage?.({ data: this.#isBinary ? new Uint8Array(bytes).buffer : bytes.toString('utf8') });
      }
    }
  }

  #write(kind, payload) {
    const mask = randomBytes(4);
    const { length } = payload;
    const head = length < 126 ? Buffer.from([0x80 | kind, 0x80 | length]) : Buffer.from([0x80 | kind, 0xfe, length >> 8, length & 0xff]);
    this.#socket.write(Buffer.concat([head, mask, payload.map((byte, i) => byte ^ mask[i % 4])]));
  }

  #end() {
    if (this.readyState !== 3) {
      this.readyState = 3;
      this.onclose?.(this.#said);
    }
  }
}
