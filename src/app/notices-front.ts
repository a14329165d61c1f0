// Whether any tab of this desk is looked at: then nobody needs a notification. Each visible tab holds one shared lock, which ends
// with the tab, however it ends. Browsers without locks cannot tell, and are told of every end.
import type { RunEnvironment } from '#src/runs/environment.ts';

const IN_FRONT = 'report-desk-in-front';

type Locks = Pick<LockManager, 'request' | 'query'>;

/** Not there on plain http, whatever the types say. */
function locksHere(): Locks | null {
  return 'locks' in navigator ? navigator.locks : null;
}

/** Holds the lock while this tab is visible. Returns what ends that. */
export function standInFront(
  visibility: RunEnvironment['visibility'],
  locks: Locks | null = locksHere(),
): () => void {
  let step: (() => void) | null = null;

  function adapt() {
    if (!visibility.visible()) {
      step?.();
      step = null;
    } else if (step === null) {
      const seen = new Promise<void>((resolve) => {
        step = resolve;
      });
      locks?.request(IN_FRONT, { mode: 'shared' }, () => seen).catch(() => undefined);
    }
  }

  adapt();
  const unsubscribe = visibility.subscribe(adapt);
  return () => {
    unsubscribe();
    step?.();
  };
}

/** Whether a tab of this desk is visible in this browser. */
export async function isDeskInFront(locks: Locks | null = locksHere()): Promise<boolean> {
  const { held = [] } = (await locks?.query()) ?? {};
  return held.some(({ name }) => name === IN_FRONT);
}
