// Launching runs and reading their results: the asynchronous half of the API (contract.md sections 2, 3, 5 and 6).
import { behaviourOf } from './behaviours.ts';
import { json, RATE_LIMIT_MESSAGE } from './envelope.ts';
import { mayUse } from './keys.ts';
import { mailboxById } from './mailboxes.ts';
import { pageAddress, pageOf } from './pages.ts';
import { cutoffOf, durationOf, holdsSlot, RESULT_LIFETIME_MS, stateAt, tableOf } from './runs.ts';
import { readLaunch, readPageQuery } from './validate.ts';
import type { Problem, Reply } from './envelope.ts';
import type { Report } from './fields.ts';
import type { SandboxKey } from './keys.ts';
import type { Run } from './runs.ts';
import type { PageQuery } from './validate.ts';

/** A call that passed authentication, the request limit and the scope check. */
export type Call = {
  readonly url: URL;
  readonly key: SandboxKey;
  readonly nowMs: number;
  readonly body: unknown;
  readonly problem: Problem;
};

/** The runs of the account. */
export type Results = {
  /** Answers `POST /reports/{report}`. @throws BadRequest */
  launch: (report: Report, call: Call) => Reply;
  /** Answers `GET /reports/results/{id}`. @throws BadRequest */
  read: (resultId: string, call: Call) => Reply;
  reset: () => void;
};

/** Makes an empty store. `origin` is what links begin with; `random` only makes ids hard to guess. */
export function createResults(options: {
  origin: string;
  speed: number;
  concurrentRuns: number;
  random: () => number;
}): Results {
  const { origin, speed, concurrentRuns, random } = options;
  const runs = new Map<string, Run>();
  const launchMemo = new Map<string, number>();
  let lastNumber = 0;

  const addressOf = (run: Run) => pageAddress(`${origin}/api/v1/reports/results/${run.id}`);

  const newId = () => {
    lastNumber += 1;
    const chance = () =>
      Math.floor(random() * 36 ** 8)
        .toString(36)
        .padStart(8, '0');
    return `rr_${lastNumber.toString(36)}${chance()}${chance()}`;
  };

  return {
    launch(report, call) {
      const { url, key, nowMs, body, problem } = call;
      const firstPage = readPageQuery(url.searchParams);
      const launch = readLaunch(report, url.searchParams, body);
      const mailbox = mailboxById(launch.mailboxId);
      if (mailbox === undefined || !mayUse(key, mailbox)) return problem(404, 'Mailbox not found.');
      const behaviour = behaviourOf(mailbox);
      const refused = behaviour.refuse?.({ launch, nowMs, memo: launchMemo, problem });
      if (refused !== undefined && refused !== null) return refused;

      let running = 0;
      for (const run of runs.values()) {
        if (nowMs >= run.launchedAt + RESULT_LIFETIME_MS) runs.delete(run.id);
        else if (holdsSlot(run, nowMs)) running += 1;
      }
      if (running >= concurrentRuns) return problem(429, RATE_LIMIT_MESSAGE);

      const run: Run = {
        id: newId(),
        keyLabel: key.label,
        mailbox,
        launch,
        // Without the query string: every documented sample shows it so (contract.md section 5, assumption).
        origin: { href: `${origin}${url.pathname}`, method: 'POST', body },
        firstPage,
        launchedAt: nowMs,
        durationMs: durationOf(launch, mailbox, behaviour, speed),
        behaviour,
        memo: new Map(),
        lastPageRead: false,
        table: null,
      };
      runs.set(run.id, run);
      const envelope = {
        _links: { self: { href: addressOf(run)(firstPage), method: 'GET' }, origin: run.origin },
        status: 'running',
        progress: 0,
        result: { data: [], total: null },
      };
      const accepted = json(200, envelope, behaviour.headers);
      return behaviour.afterStart?.(accepted, envelope, problem) ?? accepted;
    },

    read(resultId, call) {
      const { url, key, nowMs, problem } = call;
      const page = readPageQuery(url.searchParams);
      const run = runs.get(resultId);
      // Also for a result of another key: the caller cannot tell it from one that never was (contract.md section 2).
      if (run?.keyLabel !== key.label || nowMs >= run.launchedAt + RESULT_LIFETIME_MS) {
        return problem(404, 'Result not found.');
      }
      const instead = run.behaviour.read?.({ run, nowMs, page, problem });
      return instead ?? json(200, envelopeOf(run, nowMs, page), run.behaviour.headers);
    },

    reset() {
      runs.clear();
      launchMemo.clear();
    },
  };

  function envelopeOf(run: Run, nowMs: number, query: PageQuery): unknown {
    const { status, progress } = stateAt(run, nowMs);
    const address = addressOf(run);
    const self = { href: address(query), method: 'GET' };
    const links = { self, origin: run.origin };
    if (status === 'error') {
      const { code, message } = run.behaviour.failure ?? { code: 'report_failed', message: '' };
      return { _links: links, status, progress, error: { code, message } };
    }
    if (status !== 'done') return { _links: links, status, progress, result: { data: [], total: null } };

    const table = tableOf(run);
    const page = (run.behaviour.page ?? pageOf)(table, query, address);
    if (page.next === null) run.lastPageRead = true;
    const data = Array.from({ length: Math.max(0, page.to - page.from) }, (_, i) => table.row(page.from + i));
    return {
      _links: {
        ...links,
        ...(page.next === null ? {} : { next: { href: page.next, method: 'GET' } }),
        ...(page.prev === null ? {} : { prev: { href: page.prev, method: 'GET' } }),
      },
      status,
      progress,
      result: {
        data,
        total: run.lastPageRead ? table.count : null,
        ...(table.open ? { dataCutoffTimestamp: new Date(cutoffOf(run)).toISOString() } : {}),
      },
    };
  }
}
