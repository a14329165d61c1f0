// Registers the offline shell's worker, and tells when a newer build of the desk is ready. It never changes what is on screen: a page goes on
// with the build that it was loaded with until somebody reloads it.
import { messageSW, Workbox } from 'workbox-window';

/** How often the gateway is asked for a newer worker while the page is visible, in ms: one answer without a body. */
const LOOK_EVERY_MS = 15 * 60_000;
/** A worker that does not answer is no version that could be offered. In ms. */
const ANSWER_MS = 5_000;
/** Longest wait for a worker to take over before the page is loaded anyway: the network has the newer build, too. In ms. */
const TAKE_OVER_MS = 3_000;

/** See {@link followShell}. */
export type ShellFollower = {
  /** Whether a newer build than the page's is ready. */
  readonly isNewer: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
  /** Looks for one now; at most one reading at a time. Never rejects. */
  readonly look: () => Promise<void>;
  /** Puts the newer build in charge and loads the page with it. */
  readonly take: () => void;
  readonly stop: () => void;
};

type Given = {
  /** What `register` gets. */
  readonly script: string;
  /** Of the build that this page was loaded with. */
  readonly version: string;
  readonly isVisible: () => boolean;
  readonly reload: () => void;
};

/** Starts it. Where workers are not allowed (blocked storage, a private window) nothing is ever newer. */
export function followShell({ script, version, isVisible, reload }: Given): ShellFollower {
  const listeners = new Set<() => void>();
  const workbox = new Workbox(script, { updateViaCache: 'none' });
  let newer: ServiceWorker | null = null;
  let registered = false;

  /** A worker is in charge, or waits to be. */
  async function meet(worker: ServiceWorker | null | undefined) {
    if (worker === null || worker === undefined) return;
    const theirs = await versionOf(worker);
    if (theirs === null) return;
    if (theirs === version) {
      // This page came from the network and is as new: nothing on any screen changes when its worker takes over.
      if (worker.state === 'installed') void messageSW(worker, { type: 'SKIP_WAITING' });
      return;
    }
    newer = worker;
    for (const listener of listeners) listener();
  }

  workbox.addEventListener('waiting', ({ sw }) => void meet(sw));
  // Another tab may have put one in charge; the event names the one that this tab knows of.
  workbox.addEventListener('controlling', () => void meet(navigator.serviceWorker.controller));

  async function look() {
    try {
      if (registered) await workbox.update();
      else registered = (await workbox.register()) !== undefined;
    } catch {
      // Not reachable, or not allowed. The worker itself finds out whether it is still wanted.
    }
  }

  void look();
  const timer = setInterval(() => {
    if (isVisible()) void look();
  }, LOOK_EVERY_MS);

  return {
    isNewer: () => newer !== null,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    look,
    take() {
      if (newer?.state !== 'installed') {
        reload();
        return;
      }
      const late = setTimeout(reload, TAKE_OVER_MS);
      workbox.addEventListener('controlling', () => {
        clearTimeout(late);
        reload();
      });
      void messageSW(newer, { type: 'SKIP_WAITING' });
    },
    stop() {
      clearInterval(timer);
    },
  };
}

async function versionOf(worker: ServiceWorker): Promise<string | null> {
  const answer = await Promise.race([
    messageSW(worker, { type: 'VERSION' }) as Promise<unknown>,
    new Promise<null>((resolve) => setTimeout(resolve, ANSWER_MS, null)),
  ]);
  return typeof answer === 'string' ? answer : null;
}
