// How operators ask the server. The token is kept here, in memory, and nowhere else.

const ADMIN = new URL('../../admin/', import.meta.url);

/** What the server refused, in its own words. */
export class Refusal extends Error {
  constructor({ title = 'The server did not answer', detail = '', status = 0 }) {
    super(detail ? `${title}. ${detail}` : title);
    this.status = status;
  }
}

export class Server {
  #token = null;

  use(token) {
    this.#token = token;
  }

  get(path, query = {}) {
    const address = new URL(path, ADMIN);
    Object.entries(query).forEach(([name, value]) => value && address.searchParams.set(name, value));
    return this.#ask('GET', address);
  }

  post(path, body = null) {
    return this.#ask('POST', new URL(path, ADMIN), body);
  }

  remove(path) {
    return this.#ask('DELETE', new URL(path, ADMIN));
  }

  async #ask(method, address, body = null) {
    const headers = { Authorization: `Bearer ${this.#token}` };
    if (body) {
      headers['Content-Type'] = 'application/json';
    }
    const answer = await this.#send(address, { method, headers, body: body && JSON.stringify(body), cache: 'no-store' });
    const words = await answer.json().catch(() => ({ status: answer.status }));
    if (!answer.ok) {
      throw new Refusal(words);
    }
    return words;
  }

  async #send(address, request) {
    try {
      return await fetch(address, request);
    } catch {
      throw new Refusal({});
    }
  }
}
