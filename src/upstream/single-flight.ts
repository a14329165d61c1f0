// Joins callers that ask for the same thing at the same time: one does the work, all get its result.

/** What the work of a flight gets: aborted when every caller has left, unless `commit` was called before. */
export type Flight = { readonly signal: AbortSignal; commit(): void };

/** Work under way, by key. Each flight carries a `Tag` that says what it is about. */
type SingleFlight<T, Tag = null> = {
  /** The tag of the flight under way for `key`, or null. */
  tagOf(key: string): Tag | null;
  /**
   * The result of the work under way for `key`, or of `work`, which is then started. `joined` tells which. A caller leaves when
   * its `signal` is aborted; when the last has left, the flight is given up and the next caller starts a new one.
   */
  join(
    key: string,
    tag: Tag,
    signal: AbortSignal,
    work: (flight: Flight) => Promise<T>,
  ): { readonly joined: boolean; readonly result: Promise<T> };
};

/** An empty {@link SingleFlight}. */
export function createSingleFlight<T, Tag = null>(): SingleFlight<T, Tag> {
  type Entry = {
    readonly tag: Tag;
    readonly result: Promise<T>;
    readonly board: (signal: AbortSignal) => void;
  };
  const flights = new Map<string, Entry>();

  const start = (key: string, tag: Tag, work: (flight: Flight) => Promise<T>): Entry => {
    const controller = new AbortController();
    let aboard = 0;
    let isCommitted = false;
    const land = () => {
      if (flights.get(key) === entry) flights.delete(key);
    };
    const leave = () => {
      aboard -= 1;
      if (aboard > 0 || isCommitted) return;
      land();
      controller.abort();
    };
    const flight: Flight = {
      signal: controller.signal,
      commit() {
        isCommitted = true;
      },
    };
    // The work starts after the entry is in place, so that it cannot finish before.
    const result = Promise.resolve().then(() => work(flight));
    const entry: Entry = {
      tag,
      result,
      board(signal) {
        aboard += 1;
        if (signal.aborted) leave();
        else {
          signal.addEventListener('abort', leave, { once: true });
          result.then(
            () => signal.removeEventListener('abort', leave),
            () => signal.removeEventListener('abort', leave),
          );
        }
      },
    };
    flights.set(key, entry);
    result.then(land, land);
    return entry;
  };

  return {
    tagOf: (key) => flights.get(key)?.tag ?? null,
    join(key, tag, signal, work) {
      const known = flights.get(key);
      const entry = known ?? start(key, tag, work);
      entry.board(signal);
      return { joined: known !== undefined, result: entry.result };
    },
  };
}
