// Where the token is between two visits of this tab, and how it gets out of sight.

const KEY = 'tickcast.token';

/** Takes the token from the address if it has one, and cleans the address: people share links and screenshots. */
export function knownToken() {
  const address = new URL(location.href);
  const shown = address.searchParams.get('token');
  if (shown) {
    rememberToken(shown);
  }
  if (address.searchParams.has('token')) {
    address.searchParams.delete('token');
    history.replaceState(history.state, '', address);
  }
  return shown || sessionStorage.getItem(KEY);
}

export function rememberToken(token) {
  sessionStorage.setItem(KEY, token);
}

/** What somebody pasted is the token, or the whole link from the log with the token in it. */
export function tokenIn(text) {
  const pasted = text.trim();
  const link = pasted.match(/[?&](token=[^&#\s]+)/);
  return link ? new URLSearchParams(link[1]).get('token') : pasted;
}
