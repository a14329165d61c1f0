// The pages of the ended run: forwards by `next`, back by `prev`, and once more (contract.md section 6).
import { isDeepStrictEqual } from 'node:util';
import { MAX_PAGE_SIZE } from '#src/contract/limits.ts';
import { isObject } from './forms.ts';
import { ask, bearer, CannotGoOnError } from './inspection.ts';
import type { Inspection } from './inspection.ts';
import { plainCode } from './redact.ts';
import { checkRun } from './run-checks.ts';
import type { Sent } from './run-checks.ts';
import type { Answer } from './wire.ts';

type Body = Readonly<Record<string, unknown>>;

/** A day of hours fills three pages; whoever links to more pages goes round in circles. */
const MOST_PAGES = 6;

/** Path and query of a link, whatever its origin: the key only ever goes where it was meant to go. Null where it leads nowhere. */
export function targetOf(body: Body, name: string, origin: string): string | null {
  const links = body['_links'];
  const link = isObject(links) ? links[name] : undefined;
  const url = isObject(link) && typeof link['href'] === 'string' ? URL.parse(link['href'], origin) : null;
  return url === null || !url.pathname.startsWith('/api/v1/reports/results/')
    ? null
    : url.pathname + url.search;
}

/** The rows in an answer about a run. */
function rowsOf(body: Body): readonly unknown[] {
  const result = body['result'];
  const data = isObject(result) ? result['data'] : undefined;
  return Array.isArray(data) ? data : [];
}

/** Asks for a poll or a page and holds the answer against what is believed of it. Throws where it is not about a run. */
export async function askForRun(
  inspection: Inspection,
  sent: Sent,
  what: string,
  target: string,
  repeats?: number,
): Promise<Body> {
  const { findings, origin } = inspection;
  const { status, body }: Answer = await ask(
    inspection,
    { what, target, authorization: bearer(inspection) },
    repeats,
  );
  const isRun = status === 200 && isObject(body) && 'status' in body && '_links' in body;
  findings.check('poll-envelope', isRun, isRun ? '' : `${what}: HTTP ${String(status)}`);
  if (!isRun) throw new CannotGoOnError(`The run cannot be followed (${what}: HTTP ${String(status)}).`);
  checkRun(findings, sent, what, body);
  const self = targetOf(body, 'self', origin);
  findings.check('self-stays', self === target, self === target ? '' : `${what}: another address`);
  return body;
}

/** Reads all pages after `first`, which was read from `target`. Gives all rows. */
export async function readPages(
  inspection: Inspection,
  sent: Sent,
  target: string,
  first: Body,
): Promise<unknown[]> {
  const { findings, origin } = inspection;
  const rows = [...rowsOf(first)];
  const ids = new Set(rows.map(idOf));
  const bodies = [first];
  checkPage(inspection, sent, first, 1);
  let next = targetOf(first, 'next', origin);
  while (next !== null && bodies.length < MOST_PAGES) {
    const number = bodies.length + 1;
    const body = await askForRun(inspection, sent, `page ${String(number)}`, next);
    checkPage(inspection, sent, body, number);
    const isNew = rowsOf(body).every((row) => !ids.has(idOf(row)));
    findings.check('next-page', isNew, isNew ? '' : `page ${String(number)} has rows of the pages before`);
    for (const row of rowsOf(body)) ids.add(idOf(row));
    rows.push(...rowsOf(body));
    bodies.push(body);
    next = targetOf(body, 'next', origin);
  }
  if (next !== null) findings.check('next-page', false, `goes on after ${String(MOST_PAGES)} pages`);
  else checkTotals(inspection, bodies, rows.length);

  const second = bodies[1];
  const back = second === undefined ? null : targetOf(second, 'prev', origin);
  if (back !== null) {
    const isSame = isDeepStrictEqual(
      rowsOf(await askForRun(inspection, sent, 'page before', back)),
      rowsOf(first),
    );
    findings.check('prev-page', isSame, isSame ? '' : 'other rows than the first page');
  }
  const again = await askForRun(inspection, sent, 'page 1 again', target);
  const isSame = isDeepStrictEqual(rowsOf(again), rowsOf(first));
  findings.check('page-again', isSame, isSame ? '' : 'other rows');
  await checkLargest(inspection, target);
  return rows;
}

function idOf(row: unknown): unknown {
  return isObject(row) ? row['id'] : row;
}

function checkPage({ findings, origin }: Inspection, { max }: Sent, body: Body, number: number) {
  const count = rowsOf(body).length;
  findings.check(
    'page-limit',
    count <= max,
    count <= max ? '' : `${String(count)} rows where ${String(max)} were asked for`,
  );
  const hasPrev = targetOf(body, 'prev', origin) !== null;
  if (number === 1 && !hasPrev) return;
  findings.check(
    'prev-page',
    hasPrev === number > 1,
    hasPrev === number > 1 ? '' : `page ${String(number)} has ${hasPrev ? 'one' : 'none'}`,
  );
}

function checkTotals({ findings }: Inspection, bodies: readonly Body[], count: number) {
  for (const [index, { result }] of bodies.entries()) {
    const total = isObject(result) ? result['total'] : undefined;
    if (total === undefined) continue;
    const shown =
      typeof total === 'number'
        ? total === count
          ? 'the number of rows'
          : 'another number'
        : plainCode(total);
    findings.check('total-count', total === null || total === count, `page ${String(index + 1)}: ${shown}`);
  }
}

async function checkLargest(inspection: Inspection, target: string) {
  const url = new URL(target, inspection.origin);
  url.searchParams.set('max', String(MAX_PAGE_SIZE + 1));
  const call = {
    what: 'page too large',
    target: url.pathname + url.search,
    authorization: bearer(inspection),
  };
  const { status } = await ask(inspection, call);
  inspection.findings.check('max-limit', status === 400, `HTTP ${String(status)}`);
}
