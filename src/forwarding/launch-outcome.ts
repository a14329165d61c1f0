// What an answer to a launch proves: the ledger's side of protocol.md, table 1.
import type { DeskCode } from '#src/contract/desk.ts';
import { endpointAt } from '#src/contract/endpoints.ts';
import { hasEnded, readErrorEnvelope, readRunEnvelope } from '#src/contract/envelope.ts';
import type { ExchangeFailure, WholeAnswer } from '#src/upstream/exchange.ts';
import type { Settlement, StoredAnswer } from '#src/ledger/ledger-row.ts';
import { problemBody, REFUSALS } from './problem.ts';
import { parseJson } from '#src/upstream/run-status.ts';
import { replyHeaders } from './reply-headers.ts';

/** The entry that a launch ends with. `origin` is the API's, `now` epoch ms. */
export function launchOutcome(
  outcome: WholeAnswer | ExchangeFailure,
  origin: string,
  now: number,
): Settlement {
  switch (outcome.kind) {
    case 'not-sent':
      return settled('refused', ownAnswer('upstream-unreachable', false));
    case 'redirect':
      return settled('unknown', ownAnswer('upstream-redirect'));
    case 'timeout':
    case 'broken':
    case 'too-large':
      return settled('unknown', ownAnswer('outcome-unknown'));
    case 'answer':
      return answered(outcome, origin, now);
  }
}

/** The stored form of a refusal of our own. */
export function ownAnswer(code: DeskCode, sent = true): StoredAnswer {
  return {
    status: REFUSALS[code].status,
    headers: { 'content-type': 'application/json' },
    body: new TextEncoder().encode(problemBody(code)),
    sent,
  };
}

function answered(reply: WholeAnswer, origin: string, now: number): Settlement {
  const { status, headers, body } = reply;
  // Browsers repeat a POST that was answered 408: it must never reach one.
  if (status === 408) return settled('unknown', ownAnswer('outcome-unknown'));
  const answer: StoredAnswer = { status, headers: replyHeaders(headers), body, sent: true };
  const value = parseJson(body);
  if (status >= 200 && status < 300) {
    const run = readRunEnvelope(value);
    const self = run === null ? null : resultPath(run._links.self?.href, origin);
    if (run === null || self === null) return settled('accepted', answer);
    return {
      state: 'accepted',
      answer,
      self,
      run: { status: run.status, progress: run.progress ?? null, endedAt: hasEnded(run.status) ? now : null },
    };
  }
  // A 429 that is not the API's own may come from something in between, which may have passed the launch on before.
  if (status === 429) return settled(readErrorEnvelope(value) === null ? 'unknown' : 'refused', answer);
  return settled(status >= 400 && status < 500 ? 'refused' : 'unknown', answer);
}

function settled(state: Settlement['state'], answer: StoredAnswer): Settlement {
  return { state, answer, self: null, run: null };
}

/** Path and query of a run's link, or null when it does not lead to a result of this API. */
function resultPath(href: string | undefined, origin: string): string | null {
  const url = href === undefined ? null : URL.parse(href);
  if (url === null || url.origin !== origin || endpointAt(url.pathname)?.kind !== 'result') return null;
  return `${url.pathname}${url.search}`;
}
