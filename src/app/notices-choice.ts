// Whether the operator wants system notifications. Remembered where the browser allows it, else for this visit.

type Choice = 'yes' | 'no' | null;

export type NoticesChoice = {
  /** Null where nothing was said yet. */
  get: () => Choice;
  set: (choice: 'yes' | 'no') => void;
  subscribe: (listener: () => void) => () => void;
};

const STORAGE_KEY = 'desk-run-notices';

/** `storage` throws where storage is blocked: reading the property itself does so there. */
export function createNoticesChoice(
  storage: () => Pick<Storage, 'getItem' | 'setItem'> = () => window.localStorage,
): NoticesChoice {
  const listeners = new Set<() => void>();
  let said: Choice = null;
  return {
    get() {
      try {
        const kept = storage().getItem(STORAGE_KEY);
        return kept === 'yes' || kept === 'no' ? kept : said;
      } catch {
        return said;
      }
    },
    set(choice) {
      said = choice;
      try {
        storage().setItem(STORAGE_KEY, choice);
      } catch {
        // It holds until the page is left.
      }
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      // Another tab may be where it was said.
      window.addEventListener('storage', listener);
      return () => {
        listeners.delete(listener);
        window.removeEventListener('storage', listener);
      };
    },
  };
}
