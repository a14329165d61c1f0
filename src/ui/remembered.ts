// A choice of the operator's that this browser remembers: followed across tabs, and kept for this visit where nothing can be stored.
import { useSyncExternalStore } from 'react';

/** See the top of this file. */
export type Remembered<Value> = {
  /** The same object until something changes. */
  readonly get: () => Value;
  readonly set: (value: Value) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Whether it outlives the page, as far as that was tried. */
  readonly isKept: () => boolean;
};

/** As much of `localStorage` as is used here. */
export type RememberedIn = () => Pick<Storage, 'getItem' | 'setItem'>;

type RememberedOptions<Value> = {
  /** Name in the storage. */
  readonly key: string;
  /** Reads what was stored, null where nothing was. Text may be anything; where it throws, nothing counts as stored. */
  readonly read: (text: string | null) => Value;
  readonly write?: (value: Value) => string;
  /** Throws where storage is blocked: reading the property itself does so there. */
  readonly storage?: RememberedIn | undefined;
};

/** Makes it. Nothing is read before the first `get`. */
export function createRemembered<Value>({
  key,
  read,
  write = JSON.stringify,
  storage = () => window.localStorage,
}: RememberedOptions<Value>): Remembered<Value> {
  const listeners = new Set<() => void>();
  let isKept = true;
  let last: { readonly text: string | null; readonly value: Value } | null = null;

  function readSafely(text: string | null): Value {
    try {
      return read(text);
    } catch {
      return read(null);
    }
  }

  function look(): Value {
    let text = last?.text ?? null;
    // What could not be stored holds, whatever an earlier visit left there.
    if (isKept) {
      try {
        text = storage().getItem(key);
      } catch {
        isKept = false;
      }
    }
    if (last === null || (isKept && text !== last.text)) last = { text, value: readSafely(text) };
    return last.value;
  }

  return {
    get: look,
    set(value) {
      const text = write(value);
      try {
        storage().setItem(key, text);
        isKept = true;
      } catch {
        isKept = false;
      }
      last = { text, value };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      // Another tab may be where it was chosen.
      window.addEventListener('storage', listener);
      return () => {
        listeners.delete(listener);
        window.removeEventListener('storage', listener);
      };
    },
    isKept: () => isKept,
  };
}

/** What is remembered, for components. */
export function useRemembered<Value>({ subscribe, get }: Remembered<Value>): Value {
  return useSyncExternalStore(subscribe, get);
}
