// The network first, the kept page where that does not answer. Pure but for what is passed in.

/** Longer than a page takes on a slow line, shorter than anybody waits for a white window. In ms. */
export const SLOW_MS = 5_000;

/** What a proxy in front of the desk answers while the desk itself is down. The desk answers no page with these. */
const DOWN: ReadonlySet<number> = new Set([502, 503, 504]);

type Sources = {
  /** Rejects where there is no answer at all. */
  readonly network: () => Promise<Response>;
  /** Undefined where the browser has thrown it away. */
  readonly kept: () => Promise<Response | undefined>;
  readonly sleep: (ms: number) => Promise<void>;
};

/** Rejects only where neither has a page; then the browser tells of it in its own way. */
export async function answerPage({ network, kept, sleep }: Sources): Promise<Response> {
  const asked = network();
  const first = await Promise.race([asked.catch(() => null), sleep(SLOW_MS).then(() => null)]);
  if (first !== null && !DOWN.has(first.status)) return first;
  // A storage that fails must not cost a page that the network may still have.
  return (await kept().catch(() => undefined)) ?? asked;
}
