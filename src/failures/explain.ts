// What went wrong with a read that is neither a launch nor a poll, as a kind of the catalogue. Those two get theirs from the
// tables in runs/. Pure: decided by status, code, place and age, never by a message.
import { ApiError } from '#src/client/api-error.ts';
import type { Reply } from '#src/client/reply.ts';
import { rateLimitWait } from '#src/client/retry-policy.ts';
import type { DeskCode } from '#src/contract/desk.ts';
import type { FailureKind } from '#src/records/failure-kind.ts';
import { failureFrom } from '#src/records/failure.ts';
import type { RunFailure } from '#src/records/failure.ts';
import { redact } from './redact.ts';
import * as words from './words.ts';

/**
 * What was being read: the mailbox list, a page of a result, an attachment's content, a message's list of attachments, or
 * something of the desk's own (`/desk/*`).
 */
export type ExplainContext = 'mailboxes' | 'page' | 'download' | 'attachments' | 'desk';

/** What is known beside the error. Times are epoch ms of the desk's clock. */
export type ExplainFacts = {
  /** When it was noticed; the time of an `ApiError` itself wins. */
  readonly at: number;
  /** Path and query of the request; an `ApiError` knows only the path. */
  readonly target?: string | undefined;
  /** When the API stops keeping the result that the page belongs to. */
  readonly expiresAt?: number | undefined;
  /** Whether the attachment is of the kind that can be downloaded. */
  readonly downloadable?: boolean | undefined;
};

const CODES = {
  loginRequired: 'desk-login-required',
  keyUnknown: 'desk-key-unknown',
} as const satisfies Record<string, DeskCode>;

/**
 * Answers of the gateway that cannot have come from the API, whatever else they carry. On a read no header says that nothing was
 * forwarded; these codes do.
 */
const DESK_REFUSALS: ReadonlySet<string> = new Set<DeskCode>([
  'cross-site',
  'desk-key-required',
  'desk-login-refused',
  'desk-login-throttled',
  'host',
  'query-not-allowed',
]);

const SCOPE_KIND: Readonly<Record<ExplainContext, FailureKind>> = {
  mailboxes: 'scope-missing',
  attachments: 'scope-missing',
  page: 'run-key-mismatch',
  download: 'not-downloadable',
  desk: 'desk-refused',
};

/** Longest part of a stack that is kept as evidence, in characters. */
const STACK_CHARACTERS = 2_000;

/** The failure that `error` amounts to in `context`, with its evidence. Total: whatever is no `ApiError` is our own mistake. */
export function explain(error: unknown, context: ExplainContext, facts: ExplainFacts): RunFailure {
  if (!(error instanceof ApiError)) return crashOf(error, facts);
  const request = { method: error.method, target: facts.target ?? error.path, at: error.at };
  const kind = kindOf(error, context, facts);
  return failureFrom(
    kind,
    request,
    error.reply,
    kind === 'rate-limited' ? error.at + rateLimitWait(error) : null,
  );
}

function kindOf(error: ApiError, context: ExplainContext, facts: ExplainFacts): FailureKind {
  const { reply } = error;
  // Without its id an answer did not come from this desk: a captive portal, another server on this port.
  if (reply === null || reply.requestId === null) return 'connection-lost';
  if (error.kind === 'unreadable') return 'answer-not-understood';
  const code = reply.problem?.code ?? '';
  if (reply.status === 401) {
    if (code === CODES.loginRequired) return 'signed-out';
    if (code === CODES.keyUnknown) return 'result-other-key';
    return DESK_REFUSALS.has(code) ? 'desk-refused' : 'key-refused';
  }
  if (reply.status === 429 && !DESK_REFUSALS.has(code)) return 'rate-limited';
  if (reply.status >= 500 || reply.status === 408 || reply.status === 425) return 'update-delayed';
  if (!reply.forwarded || DESK_REFUSALS.has(code)) return 'desk-refused';
  return refusalOf(reply, context, { ...facts, at: error.at });
}

/** The rest of the 4xx. */
function refusalOf({ status }: Reply, context: ExplainContext, facts: ExplainFacts): FailureKind {
  if (status === 400 && context === 'page') return 'page-link-refused';
  if (status === 403) {
    // A file attachment can be downloaded, so it is the key that may not.
    return context === 'download' && facts.downloadable === true ? 'scope-missing' : SCOPE_KIND[context];
  }
  if (status === 404 && context === 'page') {
    return facts.expiresAt !== undefined && facts.at >= facts.expiresAt ? 'result-expired' : 'result-missing';
  }
  return context === 'desk' && status !== 404 ? 'desk-refused' : 'not-recognised';
}

/** An exception in our own code, whatever its type; where it happened is the evidence. */
export function crashOf(
  error: unknown,
  { at, target = '' }: Pick<ExplainFacts, 'at' | 'target'>,
): RunFailure {
  const { message, stack } = wordsOf(error);
  return {
    ...failureFrom('crashed', { method: 'GET', target, at }, null),
    message: redact(message),
    raw: stack === null ? null : redact(stack).slice(0, STACK_CHARACTERS),
  };
}

/** What was thrown in words. Reading a foreign object may itself throw. */
function wordsOf(thrown: unknown): { message: string; stack: string | null } {
  try {
    if (thrown instanceof Error) {
      return { message: `${thrown.name}: ${thrown.message}`, stack: thrown.stack ?? null };
    }
    const text = typeof thrown === 'string' ? thrown : (JSON.stringify(thrown) ?? typeof thrown);
    return { message: words.thrown(text), stack: null };
  } catch {
    return { message: words.thrown(typeof thrown), stack: null };
  }
}
