// How the token gets out of sight. It is kept in memory and nowhere else.

import { reasonOfAnswer } from '../reasons.js';
import { Refusal } from '../tickcast.js';

/** Takes the token from the address if it has one, and cleans the address: people share links and screenshots. */
export function tokenOfTheAddress() {
  const address = new URL(location.href);
  const shown = address.searchParams.get('token');
  if (shown !== null) {
    address.searchParams.delete('token');
    history.replaceState(history.state, '', address);
  }
  return shown || null;
}

/** What somebody pasted is the token, or the whole link from the log with the token in it. */
export function tokenIn(text) {
  const pasted = text.trim();
  const link = pasted.match(/[?&](token=[^&#\s]+)/);
  return link ? new URLSearchParams(link[1]).get('token') : pasted;
}

/** Asks the server for tokens with an API key, for as long as the page is open. */
export function tokensFor(key) {
  return async () => {
    const answer = await fetch('auth/token', { method: 'POST', headers: { 'X-API-Key': key } });
    if (answer.ok) {
      return answer.json();
    }
    const reason = await reasonOfAnswer(answer);
    throw reason ? new Refusal(reason) : new Error(`somebody answered ${answer.status}`);
  };
}
