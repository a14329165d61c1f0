// What holds for every answer about a run, the launch's as well as a poll's or a page's (contract.md section 5).
import { isDeepStrictEqual } from 'node:util';
import { endpointAt } from '#src/contract/endpoints.ts';
import type { Findings } from './findings.ts';
import { compare, isObject, objectOf, optional, orNull, RULES } from './forms.ts';
import { addressKind, kindOf, plainCode, plainName } from './redact.ts';

/** The launch that a run came from. `target`: path and query, `max`: rows a page. */
export type Sent = {
  readonly origin: string;
  readonly target: string;
  readonly body: string;
  readonly max: number;
};

const LINK = objectOf({ href: RULES.text, method: RULES.text });
const RUN_FIELDS = {
  _links: objectOf({
    self: LINK,
    origin: objectOf({ href: RULES.text, method: RULES.text, body: RULES.any }),
    next: optional(LINK),
    prev: optional(LINK),
  }),
  status: RULES.text,
  progress: RULES.any,
  result: optional(
    orNull(
      objectOf({ data: RULES.list, total: orNull(RULES.whole), dataCutoffTimestamp: optional(RULES.text) }),
    ),
  ),
  error: optional(objectOf({ code: RULES.text, message: RULES.text })),
};

type Body = Readonly<Record<string, unknown>>;

/** Holds the async envelope in `body` against what is believed of it. `what`: the request that it answers. */
export function checkRun(findings: Findings, sent: Sent, what: string, body: Body): void {
  const { wrong, unknown } = compare(body, RUN_FIELDS);
  findings.check('run-fields', wrong.length === 0, wrong.map((words) => `${what}: ${words}`).join('; '));
  for (const name of unknown) findings.note(`Undocumented field in the async envelope: ${name}`);
  const links = isObject(body['_links']) ? body['_links'] : {};
  checkLinks(findings, sent, what, links);
  if (isObject(links['origin'])) checkOrigin(findings, sent, links['origin']);
  checkState(findings, what, body);
}

function checkLinks(findings: Findings, { origin, max }: Sent, what: string, links: Body) {
  for (const name of ['self', 'next', 'prev', 'origin']) {
    const link = links[name];
    if (!isObject(link) || typeof link['href'] !== 'string') continue;
    const { href } = link;
    const seen = `${what}: \`${name}\` is ${addressKind(href, origin)}`;
    const url = URL.parse(href);
    findings.check('links-absolute', url !== null, url === null ? seen : '');
    if (url !== null)
      findings.check('links-origin', url.origin === origin, url.origin === origin ? '' : seen);
    if (name === 'origin') continue;
    const at = URL.parse(href, origin);
    const size = at?.searchParams.get('max') ?? 'none';
    findings.check('page-size-kept', size === String(max), size === String(max) ? '' : seen);
    if (name !== 'self') continue;
    const isResult = at !== null && endpointAt(at.pathname)?.kind === 'result' && at.username === '';
    findings.check('self-link', isResult, isResult ? '' : seen);
    if (link['method'] !== 'GET')
      findings.check('self-link', false, `${what}: method ${plainCode(link['method'])}`);
  }
}

function checkOrigin(findings: Findings, { origin, target, body }: Sent, link: Body) {
  const { href, method, body: named } = link;
  const found = typeof href === 'string' ? URL.parse(href, origin) : null;
  if (found !== null) {
    const isSame = found.pathname === URL.parse(target, origin)?.pathname && method === 'POST';
    findings.check(
      'origin-address',
      isSame,
      isSame ? '' : `${plainCode(method)} ${addressKind(found.href, origin)}`,
    );
    findings.check(
      'origin-query',
      found.search === '',
      found.search === '' ? '' : addressKind(found.href, origin),
    );
  }
  const isSent = isDeepStrictEqual(named, JSON.parse(body));
  const fields = isObject(named) ? `fields ${Object.keys(named).map(plainName).join(', ')}` : kindOf(named);
  findings.check('origin-body', isSent, isSent ? '' : fields);
}

function checkState(findings: Findings, what: string, { status, progress, result, error }: Body) {
  const isKnown = status === 'running' || status === 'done' || status === 'error';
  findings.check('status-values', isKnown, isKnown ? status : `${what}: ${plainCode(status)}`);
  const isShare = Number.isInteger(progress) && Number(progress) >= 0 && Number(progress) <= 100;
  findings.check(
    'progress-range',
    isShare,
    isShare ? '' : `${what}: ${typeof progress === 'number' ? String(progress) : kindOf(progress)}`,
  );
  const data = isObject(result) ? result['data'] : undefined;
  if (status === 'done') {
    findings.check(
      'progress-done',
      progress === 100,
      progress === 100
        ? ''
        : `${what}: ${typeof progress === 'number' ? String(progress) : kindOf(progress)}`,
    );
    findings.check(
      'data-when-done',
      Array.isArray(data),
      Array.isArray(data) ? '' : `${what}: ${kindOf(data)}`,
    );
    checkCutoff(findings, result);
  } else if (status === 'running') {
    const isEmpty = data === undefined || (Array.isArray(data) && data.length === 0);
    findings.check('data-while-running', isEmpty, isEmpty ? '' : `${what}: ${kindOf(data)}`);
  } else if (status === 'error') {
    findings.check(
      'failed-run',
      isObject(error) && result === undefined,
      `\`error\` is ${kindOf(error)}, \`result\` is ${kindOf(result)}`,
    );
    const code = plainCode(isObject(error) ? error['code'] : undefined);
    findings.check('failed-codes', /^\w+$/.test(code), code);
  }
}

function checkCutoff(findings: Findings, result: unknown) {
  const cutoff = isObject(result) ? result['dataCutoffTimestamp'] : undefined;
  findings.check('cutoff-absent', cutoff === undefined, cutoff === undefined ? '' : kindOf(cutoff));
  if (cutoff !== undefined)
    findings.check('cutoff-form', kindOf(cutoff).startsWith('date and time'), kindOf(cutoff));
}
