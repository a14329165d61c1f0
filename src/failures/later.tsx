// Code that is asked for ahead of its use. What is there already is shown at once: React's own `lazy` would first show what stands in
// for it, for a moment at least, and the board would move.
import { lazy, useState, useSyncExternalStore } from 'react';
import type { ComponentType } from 'react';

/** See {@link createLater}. */
export type Later<Code extends object> = {
  /** Fetches the code ahead of its first use, once. */
  readonly preload: () => void;
  /** The code; null while it is on the way, or nobody asked for it, `missing` where it cannot be had. */
  readonly useCode: () => Code | 'missing' | null;
  /** One part of it as a component, for a `LazyPart`. */
  readonly part: <Props extends object>(pick: (code: Code) => ComponentType<Props>) => ComponentType<Props>;
};

/** What `fetchCode` gives, fetched at most once: where it rejects, the code is missing for as long as the page stands. */
export function createLater<Code extends object>(fetchCode: () => Promise<Code>): Later<Code> {
  let code: Code | 'missing' | null = null;
  let loading: Promise<Code> | null = null;
  const listeners = new Set<() => void>();

  function settle(found: Code | 'missing'): void {
    code = found;
    for (const listener of listeners) listener();
  }

  function load(): Promise<Code> {
    if (loading === null) {
      loading = fetchCode();
      loading.then(settle, () => settle('missing'));
    }
    return loading;
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return {
    preload: () => void load().catch(() => undefined),
    useCode: () => useSyncExternalStore(subscribe, () => code),
    part<Props extends object>(pick: (from: Code) => ComponentType<Props>) {
      const Coming = lazy(async () => ({ default: pick(await load()) }));
      return function LaterPart(props: Props) {
        // For as long as it stands: another type of component would begin anew.
        const [Part] = useState<ComponentType<Props>>(() =>
          code === null || code === 'missing' ? Coming : pick(code),
        );
        return <Part {...props} />;
      };
    },
  };
}
