// The alerts of the day, newest first, and a beep for who wants one.

import { wordsOf } from './alert-words.js';
import { cellsOf, copyOf, setAttribute, setText } from './dom.js';
import { say } from './language.js';
import { timeOfDay } from './numbers.js';

const MOST = 100;

export class Alerts {
  #list = document.querySelector('#alerts ol');
  #log = document.querySelector('#alerts [role="log"]');
  #none = document.querySelector('#alerts .empty');
  #waiting = [];
  #rows = [];
  #known = new Set();

  /** Keeps it for the next frame. Each is taken once, by whichever way it comes; true if it is new. */
  take(alert) {
    const isNew = !this.#known.has(alert.id);
    if (isNew) {
      this.#known.add(alert.id);
      this.#waiting.push(alert);
      // Nothing is drawn while nobody looks.
      this.#waiting.splice(0, this.#waiting.length - MOST).forEach(({ id }) => this.#known.delete(id));
    }
    return isNew;
  }

  draw() {
    const news = this.#waiting.splice(0).map((alert) => new Row(alert));
    if (news.length === 0) {
      return;
    }
    this.#rows = [...news, ...this.#rows].sort((a, b) => b.at - a.at);
    this.#rows.splice(MOST).forEach((row) => this.#forget(row));
    this.#rows.forEach(({ element }, i) => {
      if (this.#list.children[i] !== element) {
        this.#list.insertBefore(element, this.#list.children[i] ?? null);
      }
    });
    this.#none.hidden = true;
  }

  rewrite() {
    this.#rows.forEach((row) => row.rewrite());
  }

  #forget({ id, element }) {
    element.remove();
    this.#known.delete(id);
  }

  /** Who wants to hear a beep wants to have it read out, too. */
  readOut(wanted) {
    setAttribute(this.#log, 'aria-live', wanted ? 'polite' : 'off');
  }
}

class Row {
  element = copyOf('alert-row');
  #cells = cellsOf(this.element);
  #alert;

  constructor(alert) {
    this.#alert = alert;
    this.id = alert.id;
    this.at = Date.parse(alert.timestamp);
    setAttribute(this.element, 'data-severity', alert.severity);
    setText(this.#cells.symbol, alert.symbol);
    setText(this.#cells.mark, alert.severity === 'critical' ? '◆' : '●');
    this.rewrite();
  }

  rewrite() {
    const { severity, timestamp } = this.#alert;
    setText(this.#cells.words, wordsOf(this.#alert));
    setText(this.#cells.time, timeOfDay(this.at));
    setAttribute(this.#cells.time, 'datetime', timestamp);
    setAttribute(this.#cells.mark, 'role', 'img');
    setAttribute(this.#cells.mark, 'aria-label', say(severity === 'critical' ? 'alert.critical' : 'alert.warning'));
  }
}
