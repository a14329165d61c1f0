// The words of an announcement.
import { describeRecord } from '#src/failures/describe-record.ts';
import { failureNews } from '#src/failures/failure-news.ts';
import { recordView } from '#src/failures/record-view.ts';
import { loadedKeys } from '#src/runs/environment.ts';
import type { RunEnvironment } from '#src/runs/environment.ts';
import type { RunChange, ToldState } from '#src/records/changes.ts';
import { STATE_LOOKS } from '#src/records/shown-state.ts';
import { runTitle } from '#src/records/describe-request.ts';
import { formatList } from '#src/ui/number-format.ts';
import * as words from './notices-words.ts';

export type News = {
  readonly message: string;
  /** Of the announcement that the failure's panel makes where it is on screen; whichever comes first is the only one. */
  readonly id: string | null;
};

type Circumstances = Pick<RunEnvironment, 'clock' | 'config' | 'status'>;

/** What went well first. */
const ORDER: readonly ToldState[] = ['done', 'failed', 'refused', 'lost', 'unknown', 'running'];

/** One change in full; several in one sentence. */
export function newsOf(changes: readonly RunChange[], circumstances: Circumstances): News {
  const [only, second] = changes;
  return only !== undefined && second === undefined
    ? newsOfOne(only, circumstances)
    : { message: words.whileAway(formatList(countsOf(changes))), id: null };
}

function newsOfOne({ record, to }: RunChange, { clock, config, status }: Circumstances): News {
  const now = clock.now();
  const keys = loadedKeys({ config });
  const kind = to === 'done' ? null : describeRecord(record, now, keys, status.snapshot());
  if (kind === null) return { message: words.newsOfRun(runTitle(record), STATE_LOOKS[to].word), id: null };
  return failureNews(recordView(record, kind, { now, keys }));
}

/** "2 done", "1 failed". */
function countsOf(changes: readonly RunChange[]): string[] {
  return ORDER.flatMap((state) => {
    const count = changes.filter(({ to }) => to === state).length;
    return count === 0 ? [] : [words.countOf(count, state)];
  });
}
