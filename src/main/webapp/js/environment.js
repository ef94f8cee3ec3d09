// What we need of the world.

const inflate = (bytes) => new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();

function canInflate() {
  try {
    return Boolean(new DecompressionStream('deflate-raw'));
  } catch {
    return false;
  }
}

export const environmentOf = (given) => {
  const page = globalThis.document;
  return {
    WebSocket: globalThis.WebSocket,
    fetch: (...request) => globalThis.fetch(...request),
    now: () => performance.now(),
    wallClock: () => Date.now(),
    random: Math.random,
    inflate: canInflate() ? inflate : null,
    after(ms, work) {
      const timer = setTimeout(work, Math.min(ms, 2 ** 31 - 1));
      return () => clearTimeout(timer);
    },
    isHidden: () => page?.visibilityState === 'hidden',
    onWake(wake) {
      const end = new AbortController();
      page?.addEventListener('visibilitychange', () => page.visibilityState === 'visible' && wake(false), end);
      globalThis.addEventListener?.('online', () => wake(true), end);
      return () => end.abort();
    },
    ...given,
  };
};
