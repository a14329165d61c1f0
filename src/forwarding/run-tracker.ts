// What the gateway knows of runs from the answers that pass: whether a read is a poll, and how many slots are in use.
import { pathOf } from '#src/contract/endpoints.ts';
import { LONGEST_RUN_MS } from '#src/contract/limits.ts';
import { hasEnded } from '#src/contract/envelope.ts';
import type { RunStatus } from '#src/contract/envelope.ts';
import type { Ledger } from '#src/ledger/ledger.ts';

/** Runs that are remembered at a time. */
const MAX_RUNS = 2000;

/** Runs by key id and path of their link. */
export type RunTracker = {
  /** An answer said how the run stands. */
  note(keyId: string, path: string, status: RunStatus, progress: number | null): void;
  /** The API no longer knows the run, or not with this key. */
  lost(keyId: string, path: string): void;
  isRunning(keyId: string, path: string): boolean;
  /** Runs that hold a slot as far as can be told: seen running, or sent less than 30 minutes ago and not seen to end. */
  slotsInUse(): number;
  clear(): void;
};

/** A tracker on the clock `now` that writes what it sees into `ledger`. */
export function createRunTracker(ledger: Ledger, now: () => number): RunTracker {
  type Seen = { readonly isAlive: boolean; readonly at: number; readonly note: string };
  const seen = new Map<string, Seen>();
  const nameOf = (keyId: string, path: string) => `${keyId} ${path}`;
  const put = (name: string, isAlive: boolean, note: string) => {
    seen.delete(name);
    seen.set(name, { isAlive, at: now(), note });
    for (const oldest of seen.keys()) {
      if (seen.size <= MAX_RUNS) break;
      seen.delete(oldest);
    }
  };
  return {
    note(keyId, path, status, progress) {
      const isOver = hasEnded(status);
      const name = nameOf(keyId, path);
      const note = `${status} ${String(progress)}`;
      const isNews = seen.get(name)?.note !== note;
      // Pages of one run say the same again and again: no need to write that down.
      if (!isNews) {
        put(name, !isOver, note);
        return;
      }
      put(name, !isOver, '');
      try {
        ledger.noteRun(keyId, path, { status, progress, endedAt: isOver ? now() : null });
        put(name, !isOver, note);
      } catch {
        // A full disk must not take the answer away that brought the news; the next one brings it again.
      }
    },
    lost: (keyId, path) => put(nameOf(keyId, path), false, 'lost'),
    isRunning: (keyId, path) => seen.get(nameOf(keyId, path))?.isAlive === true,
    slotsInUse() {
      const recent = (at: number) => at > now() - LONGEST_RUN_MS;
      const alive = new Set<string>();
      for (const [name, run] of seen) if (run.isAlive && recent(run.at)) alive.add(name);
      for (const entry of ledger.list()) {
        if (!recent(entry.createdAt) || entry.state === 'refused' || entry.state === 'void') continue;
        if (entry.run !== null && hasEnded(entry.run.status)) continue;
        const { id, keyId, self } = entry;
        const name = self === null || keyId === null ? id : nameOf(keyId, pathOf(self));
        if (seen.get(name)?.isAlive !== false) alive.add(name);
      }
      return alive.size;
    },
    clear: () => seen.clear(),
  };
}
