// Asks by HTTP: a text, or a Refusal.

import { reason, reasonOfAnswer } from './reasons.js';

const PATIENCE_MS = 10_000;

export class Refusal extends Error {
  constructor(why) {
    super([why.title, why.advice].filter(Boolean).join('. '));
    this.name = 'Refusal';
    this.reason = why;
  }
}

export async function ask(env, url, token, body) {
  const impatience = new AbortController();
  const cancel = env.after(PATIENCE_MS, () => impatience.abort());
  const headers = { ...(token && { Authorization: `Bearer ${token}` }), ...(body && { 'Content-Type': 'application/json' }) };
  const request = { method: body ? 'POST' : 'GET', headers, body, cache: 'no-store', signal: impatience.signal };
  try {
    const response = await env.fetch(String(url), request);
    if (response.ok) {
      return await response.text();
    }
    throw new Refusal(await reasonOfAnswer(response) ?? reason('unexpected-answer', `Somebody answered ${response.status}`));
  } catch (error) {
    throw error.reason ? error : new Refusal(reason('unreachable', 'The server cannot be reached'));
  } finally {
    cancel();
  }
}
