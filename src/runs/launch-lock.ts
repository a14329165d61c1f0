// Only one tab sends a launch at a time. The lock is held while sending and while its outcome is being found out, never longer.

/** Runs one task at a time among all tabs that share the lock. */
export type LaunchLock = <Result>(task: () => Promise<Result>) => Promise<Result>;

/** Name of the Web Lock. */
const LOCK_NAME = 'report-desk-launch';

/** A lock shared by all tabs of this origin, by Web Locks. */
export function createWebLock(locks: LockManager): LaunchLock {
  return async (task) => await locks.request(LOCK_NAME, task);
}

/** A lock within this process: where Web Locks are missing, and in tests. */
export function createLocalLock(): LaunchLock {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task, task);
    last = result.catch(() => undefined);
    return result;
  };
}
