// The operators' page: asks for a token, shows what it opens, and says in one line on top how each thing went.

import { setAttribute, setText } from '../page/dom.js';
import { Configuration } from './configuration.js';
import { Connections } from './connections.js';
import { Overview } from './overview.js';
import { Server } from './server.js';
import { Xray } from './xray.js';

const ask = document.getElementById('ask');
const admin = document.getElementById('admin');
const forget = document.getElementById('forget');
const outcome = document.getElementById('outcome');

const server = new Server();
const overview = new Overview(server, attempt);
const connections = new Connections(server, attempt, (id) => attempt(() => xray.look(id)));
const xray = new Xray(server, attempt, () => connections.show());
new Configuration(server, attempt);

ask.addEventListener('submit', (event) => {
  event.preventDefault();
  server.use(ask.token.value.trim());
  attempt(comeIn);
});
// Loaded anew, nothing of what was shown is left either.
forget.addEventListener('click', () => location.reload());

async function comeIn() {
  await Promise.all([overview.look(), connections.show()]);
  ask.reset();
  ask.hidden = true;
  admin.hidden = false;
  forget.hidden = false;
}

/** Whatever goes wrong is said, and nothing is thrown. */
async function attempt(work) {
  try {
    say(await work() ?? '', false);
  } catch (failure) {
    say(failure.message, true);
  }
}

function say(words, isBad) {
  setText(outcome, words);
  setAttribute(outcome, 'data-bad', String(isBad));
}
