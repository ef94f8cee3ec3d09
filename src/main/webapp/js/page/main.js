// Starts the page: follows two channels, and a room when somebody wants to, and shows the newest picture, no more often than the screen can.

import { Hub } from '../hub.js';
import { Tickcast } from '../tickcast.js';
import { Access } from './access.js';
import { Alerts } from './alerts.js';
import { Beep } from './beep.js';
import { Board } from './board.js';
import { offerChoices } from './choices.js';
import { Connection } from './connection.js';
import { oncePerAnimationFrame } from './dom.js';
import { ForeignFlow } from './foreign.js';
import { FutureTile } from './future.js';
import { IndexTile } from './indices.js';
import { Questions } from './questions.js';
import { RoomPanel } from './room.js';
import { SectorFlow } from './sectors.js';
import { Session } from './session.js';
import { tokenOfTheAddress, tokensFor } from './token.js';

const TICK_MS = 1000;
const LATENCY_MS = 10_000;
const FIRST_LATENCY_MS = 2000;

const token = tokenOfTheAddress();
const tickcast = new Tickcast(token ? { token } : {});
// Of the four channels two have everything, and an address may hold only so many.
const market = tickcast.channel('market');
const alerts = tickcast.channel('alerts');

// Before the views are made: they speak.
offerChoices(() => views.forEach((view) => view.rewrite()));

const access = new Access({
  useToken: (entered) => tickcast.useToken(entered),
  useKey: (entered) => tickcast.useToken(tokensFor(entered)),
  tryAgain: () => [market, alerts].filter(({ state }) => state === 'refused').forEach((channel) => channel.open()),
});
const board = new Board();
const future = new FutureTile();
const sectors = new SectorFlow();
const session = new Session();
const room = new RoomPanel(() => {
  const hub = new Hub(tickcast);
  hub.on('state', drawStatusSoon);
  connection.follow(hub);
  return hub;
});
const list = new Alerts();
const beep = new Beep(document.getElementById('sound'), (wanted) => list.readOut(wanted));
const connection = new Connection([market, alerts]);
const pictures = [board, future, new ForeignFlow(), ...Array.from(document.querySelectorAll('[data-index]'), (tile) => new IndexTile(tile))];
const views = [...pictures, sectors, session, room, list, access, connection];
const questions = new Questions((path) => tickcast.get(path), { board, sectors, future, session, room });

// Newest wins: a picture that was overtaken before the screen was ready is never drawn.
const drawSoon = oncePerAnimationFrame(() => {
  list.draw();
  if (market.data) {
    document.getElementById('market').hidden = false;
    pictures.forEach((view) => view.draw(market.data));
  }
});
const drawStatusSoon = oncePerAnimationFrame(() => connection.draw());

market.on('update', drawSoon);
market.on('state', ({ state, via }) => {
  if (state === 'fresh') {
    access.clear();
  }
  if (state === 'fresh' && via === 'socket') {
    questions.begin();
  }
});
alerts.on('hello', async () => {
  const earlier = await tickcast.get('api/market/alerts?limit=50').catch(() => []);
  earlier.forEach((alert) => list.take(alert));
  drawSoon();
});
alerts.on('alert', (alert) => {
  if (list.take(alert) && alert.severity === 'critical') {
    beep.sound();
  }
  drawSoon();
});
for (const channel of [market, alerts]) {
  channel.on('state', drawStatusSoon);
  channel.on('refused', (reason) => access.explain(reason));
}

setInterval(() => {
  session.tick();
  questions.tick();
  board.tick();
  drawStatusSoon();
}, TICK_MS);
// Not at once: then it would be the time that the page takes to be drawn.
setTimeout(() => connection.measure(), FIRST_LATENCY_MS);
setInterval(() => connection.measure(), LATENCY_MS);
