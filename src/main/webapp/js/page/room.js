// A room: what is said in it, who is there, and what still waits to be sent. Nothing is connected before somebody wants to.

import { cellsOf, copyOf, setAttribute, setText } from './dom.js';
import { say, sayIfKnown } from './language.js';
import { Message } from './message.js';
import { count } from './numbers.js';

const MOST_MESSAGES = 200;
const MOST_NAMES = 100;

export class RoomPanel {
  #panel = document.getElementById('room');
  #cells = cellsOf(this.#panel);
  #choice = document.getElementById('room-choice');
  #enter = document.getElementById('room-enter');
  #inside = document.getElementById('room-inside');
  #log = this.#panel.querySelector('[role="log"]');
  #list = this.#log.querySelector('ol');
  #people = this.#panel.querySelector('.people ul');
  #form = document.getElementById('say');
  #connect;
  #hub = null;
  #room = null;
  #ends = [];
  #messages = [];
  #notice = null;

  /** @param connect gives the hub, when somebody goes into a room for the first time */
  constructor(connect) {
    this.#connect = connect;
    this.#enter.addEventListener('click', () => this.#goIn(this.#choice.value));
    this.#choice.addEventListener('change', () => this.#room && this.#goIn(this.#choice.value));
    this.#form.words.addEventListener('input', () => this.#room.type(this.#form.words.value !== ''));
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#say(this.#form.words.value.trim());
    });
  }

  /** A server without rooms has no panel for them. */
  offer(rooms) {
    const chosen = this.#choice.value;
    this.#choice.replaceChildren(...rooms.map(({ room_id: id, name }) => new Option(name, id)));
    this.#choice.value = rooms.some(({ room_id: id }) => id === chosen) ? chosen : rooms[0]?.room_id;
    this.#panel.hidden = rooms.length === 0 && !this.#room;
  }

  rewrite() {
    this.#messages.forEach((message) => message.rewrite());
    this.#drawPeople();
    this.#drawState();
  }

  #goIn(id) {
    if (!this.#hub) {
      this.#hub = this.#connect();
      this.#hub.on('state', () => this.#drawState());
    }
    this.#ends.forEach((end) => end());
    this.#room?.leave();
    this.#messages = [];
    this.#list.replaceChildren();
    this.#room = this.#hub.room(id);
    this.#listen(this.#room);
    this.#enter.hidden = true;
    this.#inside.hidden = false;
    this.#form.words.focus();
    this.rewrite();
  }

  #listen(room) {
    this.#ends = Object.entries({
      message: (message) => this.#arrived(message),
      gap: () => this.#append(Message.gap()),
      sent: ({ message_id: id }) => this.#find(id)?.arrive(),
      failed: ({ message_id: id, code, title }) => this.#find(id)?.fail(code, title),
      presence: () => this.#drawPeople(),
      typing: () => this.#drawTyping(),
      state: () => this.#drawState(),
    }).map(([type, listener]) => room.on(type, listener));
  }

  #say(words) {
    if (words === '') {
      return;
    }
    const id = this.#room.say(words);
    this.#notice = id === null ? 'room.full' : null;
    if (id !== null) {
      this.#form.reset();
      this.#append(Message.waiting(id, words));
    }
    this.#drawState();
  }

  /** What we have said ourselves stands here already, below what came before it. */
  #arrived(message) {
    const isMine = message.from === this.#room.facts?.user_id;
    const waiting = isMine ? this.#find(message.message_id) : null;
    if (waiting) {
      waiting.element.remove();
      this.#messages.splice(this.#messages.indexOf(waiting), 1);
    }
    this.#append(Message.said(message, isMine));
    this.#drawTyping();
  }

  #find(id) {
    return this.#messages.find(({ waitsAs }) => id !== undefined && waitsAs === id);
  }

  /** What waits stays last; who reads further up is left there. */
  #append(message) {
    const { scrollHeight, scrollTop, clientHeight } = this.#log;
    const readsTheEnd = scrollHeight - scrollTop - clientHeight < 40;
    const before = message.waitsAs ? null : this.#messages.find(({ waitsAs }) => waitsAs)?.element ?? null;
    this.#list.insertBefore(message.element, before);
    this.#messages.push(message);
    this.#messages.splice(0, this.#messages.length - MOST_MESSAGES).forEach(({ element }) => element.remove());
    if (readsTheEnd) {
      this.#log.scrollTop = this.#log.scrollHeight;
    }
  }

  #drawPeople() {
    const { users = [], count: all } = this.#room?.presence ?? {};
    const mine = this.#room?.facts?.user_id;
    setText(this.#cells.count, count(all));
    this.#people.replaceChildren(...users.slice(0, MOST_NAMES).map((user) => {
      const line = copyOf('person-row');
      setText(line, user);
      setAttribute(line, 'data-mine', String(user === mine));
      return line;
    }));
    this.#drawTyping();
  }

  #drawTyping() {
    const who = this.#room?.typing ?? [];
    setText(this.#cells.typing, who.length === 0 ? '' : say('room.typing', { who: who.join(', ') }));
  }

  #drawState() {
    setText(this.#cells.state, this.#hub ? this.#words() : '');
    setAttribute(this.#panel, 'data-state', this.#hub?.state ?? 'fresh');
  }

  #words() {
    const { state, reason } = this.#hub.status;
    const { reason: out } = this.#room;
    const why = out ?? reason;
    const because = why ? sayIfKnown(`reason.${why.code}`, why.title) : '';
    if (out || state === 'refused') {
      return because;
    }
    if (state !== 'fresh') {
      return [say(`state.${state}`), because].filter(Boolean).join(': ');
    }
    return this.#notice ? say(this.#notice) : '';
  }
}
