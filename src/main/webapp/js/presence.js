// Who is there: a state, and the steps from it to the next. Pure, and tested with the vectors that the server is held to.

export const presenceOf = ({ version, users, count, complete }) => ({ version, users, count, complete });

/** @returns the state after this step; null where a step is missing, and only asking helps */
export function presenceAfter(state, { version, joins, leaves, count, complete }) {
  if (!state || version > state.version + 1) {
    return null;
  }
  if (version <= state.version) {
    return state;
  }
  const users = new Set([...state.users, ...joins]);
  leaves.forEach((user) => users.delete(user));
  return { version, users: [...users].sort(), count, complete: state.complete && complete };
}
