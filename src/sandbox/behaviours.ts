// What the drill mailboxes do differently. Each drill is one entry: what it refuses, what it answers in place of the
// truth, how its runs move, and what its pages hold. Everything else stays as for any mailbox.
import { html, json, RATE_LIMIT_MESSAGE } from './envelope.ts';
import { brokenTable, hugeTable, oddTable } from './odd-rows.ts';
import { pageOf } from './pages.ts';
import { shareAt } from './runs.ts';
import type { DrillMailbox } from './drill-mailboxes.ts';
import type { Problem, Reply } from './envelope.ts';
import type { Mailbox } from './mailboxes.ts';
import type { Page, PageAddress } from './pages.ts';
import type { ProgressShape } from './progress.ts';
import type { RowTable } from './rows.ts';
import type { Run } from './runs.ts';
import type { Launch, PageQuery } from './validate.ts';

/** A launch that passed every check but has not been accepted. `memo` lasts until the sandbox is reset. */
type LaunchMoment = { launch: Launch; nowMs: number; memo: Map<string, number>; problem: Problem };

/** A read of a result that exists and belongs to the key. */
type ReadMoment = { run: Run; nowMs: number; page: PageQuery; problem: Problem };

/** The ways in which a mailbox may differ. All absent = an ordinary mailbox. */
export type Behaviour = {
  /** Refuses a launch; null lets it pass. Nothing is started. */
  readonly refuse?: (moment: LaunchMoment) => Reply | null;
  /** What the caller gets after the run has started, given the answer that would be true. */
  readonly afterStart?: (accepted: Response, envelope: Record<string, unknown>, problem: Problem) => Reply;
  /** Length of its runs at speed 1. */
  readonly seconds?: number;
  /** Runs that outlast their own result. */
  readonly endless?: true;
  readonly shape?: ProgressShape;
  /** Ends in an error at this progress. */
  readonly failure?: { readonly progress: number; readonly code: string; readonly message: string };
  /** The status word while running. */
  readonly status?: (share: number) => string;
  /** Answers a read in place of the truth; null lets it pass. */
  readonly read?: (moment: ReadMoment) => Reply | null;
  /** Headers added to every good answer about its runs. */
  readonly headers?: Record<string, string>;
  readonly table?: (mailbox: Mailbox) => RowTable;
  /** No key may read the attachments of its messages. */
  readonly noAttachments?: true;
  /** Cuts pages its own way. */
  readonly page?: (table: RowTable, query: PageQuery, address: PageAddress) => Page;
};

const MINUTE_MS = 60_000;

const during = (fromShare: number, toShare: number, run: Run, nowMs: number) => {
  const share = shareAt(run, nowMs);
  return share >= fromShare && share < toShare;
};

// The first time something is asked of a run, in epoch milliseconds; remembered in the run.
function firstTime(memo: Map<string, number>, name: string, nowMs: number): number {
  const first = memo.get(name) ?? nowMs;
  memo.set(name, first);
  return first;
}

const BEHAVIOURS: Record<DrillMailbox, Behaviour> = {
  'Drill: settings refused': {
    refuse: ({ launch, problem }) => {
      const name = launch.report === 'receivedMessageDetail' ? 'activityEnd' : 'end';
      return problem(400, `Parameter '${name}' is out of range.`);
    },
  },
  'Drill: permission missing': {
    refuse: ({ problem }) => problem(403, 'The API key does not have a scope that this call requires.'),
  },
  'Drill: out of reach': { refuse: ({ problem }) => problem(404, 'Mailbox not found.') },
  'Drill: unexpected refusal': {
    refuse: () =>
      new Response('Unavailable For Legal Reasons', {
        status: 451,
        headers: { 'content-type': 'text/plain' },
      }),
  },
  'Drill: limit reached': {
    // Refuses for a minute, lets one launch pass within the next quarter of an hour, then starts over.
    refuse: ({ nowMs, memo, problem }) => {
      const waited = nowMs - firstTime(memo, 'limit reached', nowMs);
      if (waited >= MINUTE_MS && waited < 15 * MINUTE_MS) {
        memo.delete('limit reached');
        return null;
      }
      if (waited >= 15 * MINUTE_MS) memo.set('limit reached', nowMs);
      return problem(429, RATE_LIMIT_MESSAGE);
    },
  },
  'Drill: HTML error page': { refuse: () => html(502, 'Bad Gateway') },
  'Drill: 503 on launch after accepting': {
    afterStart: (_, __, problem) => problem(503, 'The service is temporarily unavailable.'),
  },
  'Drill: connection dropped': { afterStart: () => 'drop' },
  'Drill: no answer': { afterStart: () => 'hang' },
  'Drill: started without link': {
    afterStart: (_, envelope) => {
      const { self: __, ...links } = envelope['_links'] as Record<string, unknown>;
      return json(200, { ...envelope, _links: links });
    },
  },
  'Drill: unreadable launch answer': { afterStart: () => html(200, 'Please wait') },
  'Drill: too many requests': {
    read: ({ run, nowMs, problem }) =>
      nowMs - firstTime(run.memo, 'limited', nowMs) < MINUTE_MS ? problem(429, RATE_LIMIT_MESSAGE) : null,
  },
  'Drill: too many requests, wait 20 seconds': {
    read: ({ run, nowMs, problem }) => {
      const left = 20 - Math.floor((nowMs - firstTime(run.memo, 'limited', nowMs)) / 1000);
      return left > 0 ? problem(429, RATE_LIMIT_MESSAGE, { headers: { 'retry-after': String(left) } }) : null;
    },
  },
  'Drill: wrong key for the run': {
    read: ({ problem }) => problem(403, 'The API key may not read this result.'),
  },
  'Drill: updates delayed': {
    read: ({ run, nowMs, problem }) =>
      during(0, 0.5, run, nowMs) ? problem(503, 'The service is temporarily unavailable.') : null,
  },
  'Drill: unreadable 200': {
    read: ({ run, nowMs }) => (during(0.2, 0.6, run, nowMs) ? html(200, 'Maintenance') : null),
  },
  'Drill: result missing': {
    read: ({ run, nowMs, problem }) =>
      shareAt(run, nowMs) >= 0.4 ? problem(404, 'Result not found.') : null,
  },
  'Drill: result comes back': {
    read: ({ run, nowMs, problem }) =>
      shareAt(run, nowMs) >= 0.4 && nowMs - firstTime(run.memo, 'missing', nowMs) < 2 * MINUTE_MS
        ? problem(404, 'Result not found.')
        : null,
  },
  'Drill: page link refused': {
    read: ({ page, problem }) =>
      page.after === null ? null : problem(400, "Parameter 'starting_after' is not a known cursor."),
    page: (table, query, address) => {
      const page = pageOf(table, query, address);
      const after = table.idOf(Math.max(0, page.to - 1));
      return { ...page, next: address({ ...query, after, before: null }) };
    },
  },
  'Drill: fails while running': {
    failure: {
      progress: 60,
      code: 'report_failed',
      message: 'The report could not be completed: the mailbox data was not available.',
    },
  },
  'Drill: never ends': { endless: true },
  'Drill: attachments': {},
  'Drill: attachments not permitted': { noAttachments: true },
  'Drill: slow': { seconds: 600, shape: 'slowing' },
  'Drill: huge result': { table: hugeTable },
  'Drill: odd fields': { table: oddTable },
  'Drill: broken rows': { table: brokenTable },
  'Drill: unknown status': {
    status: (share) => (share >= 0.2 && share < 0.7 ? 'throttled' : 'running'),
  },
  'Drill: progress goes backwards': { shape: 'backwards', seconds: 30 },
  'Drill: cycling pages': {
    // The first page is half of what it could be; the second leads back to the first.
    page: (table, query, address) => {
      const page = pageOf(table, query, address);
      if (query.after !== null) return { ...page, next: address({ ...query, after: null }) };
      const to = Math.ceil(page.to / 2);
      return to === 0 ? page : { ...page, to, next: address({ ...query, after: table.idOf(to - 1) }) };
    },
  },
  'Drill: foreign link': {
    page: (table, query, address) => ({
      ...pageOf(table, query, address),
      next: 'https://elsewhere.invalid/api/v1/reports/results/elsewhere?max=50',
    }),
  },
  'Drill: short pages': {
    // Two rows a page, and the second page is empty although rows follow it.
    page: (table, query, address) => {
      const { max, after, before } = query;
      const afterEmpty = after?.startsWith('empty-') === true ? after.slice('empty-'.length) : null;
      if (afterEmpty !== null) {
        const from = (table.indexOf(afterEmpty) ?? table.count) + 1;
        return { from, to: from, next: address({ ...query, after: afterEmpty }), prev: null };
      }
      const page = pageOf(table, { ...query, max: Math.min(2, max) }, (short) => address({ ...short, max }));
      if (after !== null || before !== null || page.next === null) return page;
      return { ...page, next: address({ ...query, after: `empty-${table.idOf(page.to - 1)}` }) };
    },
  },
  'Drill: deprecation notice': { headers: { deprecation: '@1798761600' } },
};

const ORDINARY: Behaviour = {};

/** How runs of a mailbox behave. */
export function behaviourOf(mailbox: Mailbox): Behaviour {
  const { mailboxName } = mailbox.listing;
  return Object.hasOwn(BEHAVIOURS, mailboxName) ? BEHAVIOURS[mailboxName as DrillMailbox] : ORDINARY;
}
