// What stands between this tab and the API right now: keys that were refused, a missing log-in, an unreachable gateway.

/** See {@link createDeskStatus}. Immutable; a new object after every change. */
export type DeskStatusSnapshot = {
  /** Ids of keys that the API refused: nothing is sent with them until the operator acts. */
  readonly pausedKeys: ReadonlySet<string>;
  readonly signedOut: boolean;
  /** The code that sends and follows could not be loaded. */
  readonly incomplete: boolean;
};

/** Shared, in-memory, per tab: after a reload the first refusal finds it out again. */
export type DeskStatus = {
  readonly snapshot: () => DeskStatusSnapshot;
  readonly subscribe: (listener: () => void) => () => void;
  pauseKey(keyId: string): void;
  resumeKey(keyId: string): void;
  setSignedOut(signedOut: boolean): void;
  setIncomplete(): void;
};

/** Makes the status with nothing paused. */
export function createDeskStatus(): DeskStatus {
  const listeners = new Set<() => void>();
  let current: DeskStatusSnapshot = { pausedKeys: new Set(), signedOut: false, incomplete: false };

  function set(next: DeskStatusSnapshot) {
    current = next;
    for (const listener of listeners) listener();
  }

  return {
    snapshot: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pauseKey(keyId) {
      if (!current.pausedKeys.has(keyId)) {
        set({ ...current, pausedKeys: new Set([...current.pausedKeys, keyId]) });
      }
    },
    resumeKey(keyId) {
      if (current.pausedKeys.has(keyId)) {
        set({ ...current, pausedKeys: new Set([...current.pausedKeys].filter((id) => id !== keyId)) });
      }
    },
    setSignedOut(signedOut) {
      if (current.signedOut !== signedOut) set({ ...current, signedOut });
    },
    setIncomplete() {
      set({ ...current, incomplete: true });
    },
  };
}
