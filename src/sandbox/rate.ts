// The account's request limit: a sliding window over all its keys (contract.md section 3).

/** Counts a call at `atMs` and says whether it is within the limit. Refused calls count too. */
export type RateWindow = { take: (atMs: number) => boolean; reset: () => void };

/** A window of one minute that lets `limit` calls through. Times must not go backwards. */
export function createRateWindow(limit: number, windowMs = 60_000): RateWindow {
  let times: number[] = [];
  let head = 0;
  return {
    take(atMs) {
      while (head < times.length && (times[head] ?? atMs) <= atMs - windowMs) head += 1;
      if (head > 1000 && head * 2 > times.length) {
        times = times.slice(head);
        head = 0;
      }
      times.push(atMs);
      return times.length - head <= limit;
    },
    reset() {
      times = [];
      head = 0;
    },
  };
}
