// As much of a browser's window as the desk's services use: somewhere to listen, and no storage, which they take for blocked.

/** See {@link installWindow}. */
export type Listened = {
  /** How many listeners there are. */
  listeners(): number;
};

/** Gives the thread a window that all tabs share. Call once, before the desk is put together. */
export function installWindow(): Listened {
  const listeners = new Map<string, Set<unknown>>();
  const of = (type: string) => {
    const known = listeners.get(type) ?? new Set();
    listeners.set(type, known);
    return known;
  };
  Object.assign(globalThis, {
    window: {
      addEventListener: (type: string, listener: unknown) => void of(type).add(listener),
      removeEventListener: (type: string, listener: unknown) => void of(type).delete(listener),
    },
  });
  return { listeners: () => [...listeners.values()].reduce((sum, { size }) => sum + size, 0) };
}
