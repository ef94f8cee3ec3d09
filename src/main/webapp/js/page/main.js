// Starts the page: opens the three channels and shows the newest frame of each, no more often than the screen can.

import { Access } from './access.js';
import { Board } from './board.js';
import { Channel } from './channel.js';
import { oncePerAnimationFrame } from './dom.js';
import { ForeignFlow } from './foreign.js';
import { FutureTile, IndexTile } from './indices.js';
import { Status } from './status.js';
import { knownToken, rememberToken } from './token.js';

const market = document.getElementById('market');
const views = {
  market: [new Board(document.getElementById('prices')), new FutureTile(document.getElementById('future'))],
  index: Array.from(document.querySelectorAll('[data-index]'), (tile) => new IndexTile(tile)),
  foreign: [new ForeignFlow(document.getElementById('foreign'))],
};
const status = new Status(document.getElementById('upstream'));
const access = new Access(connect);

// Newest wins: a frame that was overtaken before the screen was ready is never drawn.
const waiting = new Map();
const drawSoon = oncePerAnimationFrame(() => {
  const news = [...waiting];
  waiting.clear();
  for (const [channel, { frame, at }] of news) {
    market.hidden = false;
    status.setSeen(channel, at);
    views[channel].forEach((view) => view.draw(frame));
  }
});

const channels = Object.keys(views).map((name) => new Channel(name, {
  onState(channel, state) {
    status.setState(channel, state);
    access.explainRefusal(status.isAny('refused'), status.isAny('live'));
  },
  onFrame(channel, frame) {
    waiting.set(channel, { frame, at: new Date() });
    drawSoon();
  },
  onUpstream(connected) {
    status.setUpstream(connected);
  },
}));

function connect(token) {
  rememberToken(token);
  channels.forEach((channel) => channel.open(token));
}

const token = knownToken();
if (token) {
  connect(token);
} else {
  access.ask();
}
