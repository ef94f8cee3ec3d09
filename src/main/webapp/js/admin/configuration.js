// The settings in force, each with where it was set. Secrets come from the server without their value.

import { cellsOf, copyOf, setText } from '../page/dom.js';

export class Configuration {
  #server;
  #cells = cellsOf(document.getElementById('configuration'));
  #rows = [];

  constructor(server, attempt) {
    this.#server = server;
    this.#cells.show.addEventListener('click', () => attempt(() => this.#show()));
    this.#cells.part.addEventListener('input', () => this.#narrow());
  }

  async #show() {
    const { settings } = await this.#server.get('configuration');
    this.#rows = settings.map((setting) => ({ name: setting.name, row: row(setting) }));
    this.#cells.rows.replaceChildren(...this.#rows.map((each) => each.row));
    this.#cells.table.hidden = false;
    this.#cells.narrow.hidden = false;
    this.#narrow();
  }

  #narrow() {
    const part = this.#cells.part.value.trim().toLowerCase();
    this.#rows.forEach(({ name, row }) => { row.hidden = !name.includes(part); });
  }
}

function row({ name, value, origin, secret }) {
  const copy = copyOf('setting-row');
  const cells = cellsOf(copy);
  setText(cells.name, name);
  setText(cells.value, secret ? '(secret)' : value ?? '(not set)');
  setText(cells.origin, origin ?? '');
  return copy;
}
