// Answers that may be given again: pages of finished runs, which never change, and the last status of running ones.

/** An answer that is kept. `at`: when it was asked for, epoch ms. */
export type KeptAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly at: number;
};

/** Room for kept answers, in bytes. */
export const CACHE_BYTES = 64 * 1024 * 1024;
// What an entry takes besides its body, roughly.
const ENTRY_BYTES = 1024;
// How often entries that have ended are looked for: nobody may ask for them again.
const SWEEP_MS = 60_000;

/** A bounded cache: what was used longest ago goes first. Entries belong to a key id, and go when it does. */
type PageCache = {
  get(keyId: string, url: string): KeptAnswer | null;
  /** Keeps an answer until `until` (epoch ms); one that is larger than a quarter of the room is not kept. */
  put(keyId: string, url: string, answer: KeptAnswer, until: number): void;
  drop(keyId: string, url: string): void;
  dropKey(keyId: string): void;
  clear(): void;
  /** How many answers are kept. */
  size(): number;
};

/** A cache of `room` bytes on the clock `now`. */
export function createPageCache(now: () => number, room: number = CACHE_BYTES): PageCache {
  type Entry = { readonly keyId: string; readonly answer: KeptAnswer; readonly until: number };
  // A Map keeps the order of insertion: the first entry is the one that was used longest ago.
  const entries = new Map<string, Entry>();
  let size = 0;
  let sweptAt = -Infinity;
  const nameOf = (keyId: string, url: string) => `${keyId} ${url}`;
  const remove = (name: string) => {
    const entry = entries.get(name);
    if (entry === undefined) return;
    entries.delete(name);
    size -= costOf(entry.answer);
  };
  const sweep = () => {
    const at = now();
    // A clock that was set back looks again, too.
    if (at >= sweptAt && at < sweptAt + SWEEP_MS) return;
    sweptAt = at;
    for (const [name, { until }] of entries) if (until <= at) remove(name);
  };
  return {
    get(keyId, url) {
      const name = nameOf(keyId, url);
      const entry = entries.get(name);
      if (entry === undefined) return null;
      if (entry.until <= now()) {
        remove(name);
        return null;
      }
      entries.delete(name);
      entries.set(name, entry);
      return entry.answer;
    },
    put(keyId, url, answer, until) {
      sweep();
      const name = nameOf(keyId, url);
      remove(name);
      if (costOf(answer) > room / 4) return;
      entries.set(name, { keyId, answer, until });
      size += costOf(answer);
      for (const oldest of entries.keys()) {
        if (size <= room) break;
        remove(oldest);
      }
    },
    drop: (keyId, url) => remove(nameOf(keyId, url)),
    dropKey(keyId) {
      for (const [name, entry] of entries) if (entry.keyId === keyId) remove(name);
    },
    clear() {
      entries.clear();
      size = 0;
    },
    size: () => entries.size,
  };
}

function costOf(answer: KeptAnswer): number {
  return answer.body.byteLength + ENTRY_BYTES;
}
