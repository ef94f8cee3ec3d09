// Who is connected: a page at a time, narrowed by what was searched for.

import { cellsOf, copyOf, setAttribute, setText } from '../page/dom.js';
import { moment } from './words.js';

export class Connections {
  #server;
  #search = document.getElementById('search');
  #cells = cellsOf(document.getElementById('connections'));
  #look;
  #query = {};
  #next = null;

  /** @param look is called with the number of the connection to be looked at */
  constructor(server, attempt, look) {
    this.#server = server;
    this.#look = look;
    this.#search.addEventListener('submit', (event) => {
      event.preventDefault();
      attempt(() => this.show());
    });
    this.#cells.first.addEventListener('click', () => attempt(() => this.show()));
    this.#cells.next.addEventListener('click', () => attempt(() => this.#page(this.#next)));
  }

  /** The first page of what is searched for now. */
  show() {
    this.#query = Object.fromEntries(new FormData(this.#search));
    return this.#page(null);
  }

  async #page(after) {
    const { connections, next, total } = await this.#server.get('connections', { ...this.#query, after });
    this.#cells.rows.replaceChildren(...connections.map((connection) => this.#row(connection)));
    this.#next = next;
    this.#cells.next.disabled = next === null;
    this.#cells.first.disabled = after === null;
    setText(this.#cells.total, `${connections.length} of ${total} shown`);
  }

  #row(connection) {
    const row = copyOf('connection-row');
    const cells = cellsOf(row);
    for (const name of ['id', 'address', 'channel', 'protocol', 'pulse']) {
      setText(cells[name], String(connection[name]));
    }
    setText(cells.user, connection.user ?? `(${connection.kind})`);
    setText(cells.since, moment(connection.since));
    setText(cells.in_flight_ms, `${connection.in_flight_ms} ms`);
    setAttribute(cells.pulse, 'data-pulse', connection.pulse);
    setAttribute(cells.look, 'aria-label', `Look at connection ${connection.id}`);
    cells.look.addEventListener('click', () => this.#look(connection.id));
    return row;
  }
}
