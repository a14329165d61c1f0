// What holds for every answer: content type, headers that say something about limits, and the error envelope (contract.md section 4).
import { readErrorEnvelope } from '#src/contract/envelope.ts';
import { parseRetryAfter } from '#src/contract/retry-after.ts';
import type { FactId } from './facts.ts';
import type { Findings } from './findings.ts';
import { compare, isObject, objectOf, optional, RULES } from './forms.ts';
import { addressKind, kindOf, plainCode, plainName } from './redact.ts';
import type { Answer, Call } from './wire.ts';

/** What is written down of an answer, and where. */
type Place = { readonly origin: string; readonly findings: Findings; readonly now: () => number };

const TELLING_HEADER =
  /^(?:retry-after|(?:x-)?rate-?limit.*|deprecation|sunset|warning|allow|etag|www-authenticate|access-control-allow-origin|.*request-id|traceparent|location)$/;
const LIMIT_HEADER = /^(?:x-)?rate-?limit/;
/** Numbers and the words that stand beside them: nothing that could belong to an account. */
const LIMIT_VALUE = /^(?:[\d;=, "]|account|default|limit|policy|remaining|reset|[rtwq](?==)){1,60}$/;

const ENVELOPE_FACTS: Readonly<Record<number, FactId>> = {
  400: 'error-envelope-400',
  401: 'error-envelope-401',
  403: 'error-envelope-403',
  404: 'error-envelope-404',
  429: 'error-envelope-429',
};

const ERROR_FIELDS = {
  _links: optional(
    objectOf({
      origin: optional(objectOf({ href: RULES.text, method: RULES.text, body: optional(RULES.any) })),
    }),
  ),
  status: { says: '"error"', fits: (value: unknown) => value === 'error' },
  error: objectOf({ code: RULES.text, message: RULES.text }),
};

/** Holds one answer against what is believed of all. */
export function checkAnswer(place: Place, call: Call, answer: Answer): void {
  checkHeaders(place, call, answer);
  if (answer.status >= 400) checkError(place, call, answer);
}

function checkHeaders({ findings, now }: Place, { what }: Call, { headers, isEmpty, status }: Answer) {
  const type = headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  // What says nothing has no type; what some other machine says in passing is noted where it is met.
  if (!isEmpty && status < 500) {
    const shown = type === undefined ? 'no type' : /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'odd type';
    findings.check(
      'json-type',
      type === 'application/json',
      shown === 'application/json' ? '' : `${what}: ${shown}`,
    );
  }
  const after = headers.get('retry-after');
  if (after !== null) {
    const wait = parseRetryAfter(after, now());
    findings.check(
      'retry-after',
      wait !== null,
      wait === null ? `${what}: ${kindOf(after)}` : `${String(wait / 1000)} s`,
    );
  }
  for (const [name, value] of headers) {
    if (!TELLING_HEADER.test(name)) continue;
    const shown = LIMIT_HEADER.test(name) && LIMIT_VALUE.test(value) ? `: ${value}` : '';
    findings.note(`Header ${plainName(name)} (HTTP ${String(status)})${shown}`);
  }
}

function checkError({ findings, origin }: Place, call: Call, { body, status }: Answer) {
  const fact = ENVELOPE_FACTS[status];
  const said = readErrorEnvelope(body);
  const { wrong, unknown } = isObject(body) ? compare(body, ERROR_FIELDS) : { wrong: [], unknown: [] };
  for (const name of unknown) findings.note(`Undocumented field in the error envelope: ${name}`);
  if (said !== null) findings.note(`\`error.code\` at HTTP ${String(status)}: ${plainCode(said.error.code)}`);
  if (fact === undefined) {
    if (status < 500) findings.note(`${call.what}: HTTP ${String(status)}`);
  } else if (isObject(body)) {
    findings.check(
      fact,
      said !== null && wrong.length === 0,
      wrong.map((words) => `${call.what}: ${words}`).join('; '),
    );
  } else {
    findings.check(fact, false, `${call.what}: ${body === undefined ? 'no JSON' : kindOf(body)}`);
  }
  if (said === null) return;
  if (status === 429) {
    findings.check(
      'rate-limit-code',
      said.error.code === '429',
      `${call.what}: ${plainCode(said.error.code)}`,
    );
  }
  const named = said._links?.origin;
  if (named === undefined) {
    findings.note(`HTTP ${String(status)} without \`_links.origin\``);
    return;
  }
  const asked = URL.parse(call.target, origin);
  const found = URL.parse(named.href);
  const isPost = call.body !== undefined;
  findings.check(
    'error-origin',
    found?.origin === asked?.origin && found?.pathname === asked?.pathname,
    found?.pathname === asked?.pathname && found?.origin === asked?.origin
      ? ''
      : `${call.what}: ${addressKind(named.href, origin)}`,
  );
  const method = isPost ? 'POST' : 'GET';
  findings.check(
    'error-origin',
    named.method === method,
    named.method === method ? '' : `${call.what}: method ${plainCode(named.method)}`,
  );
  const hasBody = 'body' in named;
  findings.check(
    'error-origin',
    hasBody === isPost,
    hasBody === isPost ? '' : `${call.what}: ${hasBody ? 'a body' : 'no body'}`,
  );
}
