// How this page writes what the server says.

/** In the operator's own time, to the second. */
export function moment(text) {
  return new Date(text).toLocaleString(undefined, { dateStyle: 'short', timeStyle: 'medium' });
}
