// Events by name. A listener that throws is reported as any error is that nobody caught, and harms no other.

export class Emitter {
  #listeners = { __proto__: null };

  on(type, listener) {
    const listeners = (this.#listeners[type] ??= new Set());
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  emit(type, event) {
    for (const listener of [...(this.#listeners[type] ?? [])]) {
      try {
        listener(event);
      } catch (error) {
        queueMicrotask(() => { throw error; });
      }
    }
  }
}
