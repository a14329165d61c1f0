// One difference at a time, planted in the emulator's answers, with the facts that it contradicts. Together they contradict every fact
// that an inspection can see.
import type { FactId } from '#src/conformance/facts.ts';
import { part, REPORTING_KEY } from './changed-sandbox.ts';
import type { Change, Json, More, Reply } from './changed-sandbox.ts';

export type Planted = {
  readonly what: string;
  readonly facts: readonly FactId[];
  readonly change: Change;
  readonly more?: More;
};

const ELSEWHERE = 'https://internal.example';
const HTML = '<!doctype html><title>Proxy</title>';

/** Which answers to change. */
type Where = (reply: Reply) => boolean;
const list: Where = ({ path, status }) => path === '/api/v1/admin/mailboxes' && status === 200;
const launch: Where = ({ method }) => method === 'POST';
const result: Where = ({ path, method, status }) =>
  method === 'GET' && path.includes('/results/') && status === 200;
const done: Where = (reply) => result(reply) && part(reply.body)['status'] === 'done';
const running: Where = (reply) => result(reply) && part(reply.body)['status'] === 'running';
const run: Where = (reply) => launch(reply) || result(reply);
const status =
  (wanted: number): Where =>
  (reply) =>
    reply.status === wanted;
const withToken =
  (token: string): Where =>
  (reply) =>
    reply.token === token && reply.path === '/api/v1/admin/mailboxes';

/** A change of every answer that `where` names. */
const at =
  (where: Where, change: (reply: Reply) => void): Change =>
  (reply) => {
    if (where(reply)) change(reply);
  };
/** The same, of the first such answer only; each inspection has one of its own. */
const once = (where: Where, change: (reply: Reply) => void | 'drop') => {
  let isOver = false;
  return (reply: Reply) => {
    if (isOver || !where(reply)) return;
    isOver = true;
    return change(reply);
  };
};

const set =
  (name: string, value: unknown, ...path: readonly (string | number)[]) =>
  ({ body }: Reply) => {
    part(body, ...path)[name] = value;
  };
const drop =
  (name: string, ...path: readonly (string | number)[]) =>
  ({ body }: Reply) => {
    delete part(body, ...path)[name];
  };
const answer =
  (code: number, body: Json | string, type = 'application/json') =>
  (reply: Reply) => {
    reply.status = code;
    reply.body = body;
    reply.headers.set('content-type', type);
  };
const rowsOf = ({ body }: Reply) => part(body, 'result')['data'] as Json[];
const eachRow = (change: (row: Json, index: number) => void) => (reply: Reply) =>
  rowsOf(reply).forEach(change);
const link = (name: string, change: (href: string) => string) => (reply: Reply) => {
  const links = part(reply.body, '_links');
  if (links[name] !== undefined) part(links, name)['href'] = change(part(links, name)['href'] as string);
};
const pathOf = (href: string) => href.replace(/^https?:\/\/[^/]+/, '');
const problem = (code: string): Json => ({ status: 'error', error: { code, message: 'No.' } });

const READ: readonly Planted[] = [
  {
    what: 'the mailbox list is a bare list',
    facts: ['mailboxes-answer'],
    change: at(list, (reply) => {
      set('data', part(reply.body)['mailboxes'])(reply);
      drop('mailboxes')(reply);
    }),
  },
  {
    what: 'a mailbox without an address',
    facts: ['mailbox-fields'],
    change: at(list, drop('mailboxEmail', 'mailboxes', 0)),
  },
  {
    what: 'active as a number',
    facts: ['mailbox-fields'],
    change: at(list, set('active', 1, 'mailboxes', 0)),
  },
  {
    what: 'a Windows name of a time zone',
    facts: ['mailbox-time-zone'],
    change: at(list, set('timeZone', 'Eastern Standard Time', 'mailboxes', 0)),
  },
  {
    what: 'an offset for a time zone',
    facts: ['mailbox-time-zone'],
    change: at(list, set('timeZone', '-05:00', 'mailboxes', 0)),
  },
  {
    what: 'ids of users as numbers',
    facts: ['user-fields'],
    change: at(list, set('userId', 17, 'mailboxes', 0, 'users', 0)),
  },
  {
    what: 'a tag without a colour',
    facts: ['tag-fields'],
    change: at(list, set('tagColor', null, 'mailboxes', 0, 'tags', 0)),
  },
  {
    what: 'JSON that is called text',
    facts: ['json-type'],
    change: at(list, ({ headers }) => headers.set('content-type', 'text/plain')),
  },
  {
    what: 'problem+json',
    facts: ['json-type'],
    change: at(status(404), ({ headers }) => headers.set('content-type', 'application/problem+json')),
  },
  {
    what: '403 for an unknown key',
    facts: ['wrong-key'],
    change: at(withToken('conformance-check-key-that-nobody-has'), (reply) => {
      reply.status = 403;
    }),
  },
  {
    what: '400 for no key',
    facts: ['missing-key'],
    change: at(withToken(''), (reply) => {
      reply.status = 400;
    }),
  },
  {
    what: '400 for a malformed header',
    facts: ['malformed-key'],
    change: at(withToken('Bearer'), (reply) => {
      reply.status = 400;
    }),
  },
  {
    what: '410 for an unknown result',
    facts: ['made-up-result'],
    change: at(
      ({ path }) => path.includes('/results/'),
      (reply) => {
        reply.status = 410;
      },
    ),
  },
  {
    what: '400 for an unknown message',
    facts: ['made-up-message'],
    change: at(
      ({ path }) => path.endsWith('/attachments'),
      (reply) => {
        reply.status = 400;
      },
    ),
  },
  {
    what: '200 for an unknown attachment',
    facts: ['made-up-attachment'],
    change: at(
      ({ path }) => path.endsWith('/download'),
      (reply) => {
        reply.status = 200;
      },
    ),
  },
  {
    what: 'a proxy that refuses encoded slashes',
    facts: ['json-type', 'encoded-ids', 'error-envelope-404'],
    change: at(({ path }) => path.includes('%2F'), answer(404, HTML, 'text/html')),
  },
  {
    what: '401 in another envelope',
    facts: ['error-envelope-401'],
    change: at(status(401), answer(401, { message: 'Unauthorized' })),
  },
  {
    what: '403 in another envelope',
    facts: ['encoded-ids', 'error-envelope-403'],
    change: at(status(403), answer(403, { message: 'Forbidden' })),
    more: { key: REPORTING_KEY },
  },
  {
    what: '404 whose code is a number',
    facts: ['error-envelope-404'],
    change: at(status(404), set('code', 404, 'error')),
  },
  {
    what: '404 without a body',
    facts: ['encoded-ids', 'error-envelope-404'],
    change: at(status(404), answer(404, '')),
  },
  {
    what: '429 in another envelope',
    facts: ['error-envelope-429'],
    change: once(list, answer(429, { message: 'Slow down' })),
  },
  {
    what: '429 with a code in words',
    facts: ['rate-limit-code'],
    change: once(list, answer(429, problem('rate_limited'))),
  },
  {
    what: 'Retry-After with a fraction',
    facts: ['retry-after'],
    change: once(list, (reply) => {
      answer(429, problem('429'))(reply);
      reply.headers.set('retry-after', '1.5');
    }),
  },
  {
    what: 'an error whose origin is internal',
    facts: ['error-origin'],
    change: at(
      status(401),
      link('origin', (href) => ELSEWHERE + pathOf(href)),
    ),
  },
  {
    what: 'an error whose origin is the launch',
    facts: ['error-origin'],
    change: at(status(404), set('method', 'POST', '_links', 'origin')),
  },
  {
    what: 'an error of a GET with a body',
    facts: ['error-origin'],
    change: at(status(404), set('body', {}, '_links', 'origin')),
  },
];

const LAUNCHED: readonly Planted[] = [
  {
    what: 'a 400 in another envelope',
    facts: ['error-envelope-400'],
    change: at(status(400), answer(400, { errors: [] })),
  },
  {
    what: 'another body wrapper',
    facts: ['body-wrapper'],
    change: at(launch, answer(400, problem('missing_field'))),
  },
  {
    what: 'a listed mailbox that is refused',
    facts: ['mailbox-allowlist'],
    change: at(launch, answer(404, problem('404'))),
  },
  {
    what: '303 to the result',
    facts: ['accepted-status'],
    change: at(launch, (reply) => {
      reply.status = 303;
      reply.headers.set('location', '/elsewhere');
    }),
  },
  {
    what: 'a launch that answers an id',
    facts: ['launch-envelope', 'run-fields', 'status-values', 'progress-range'],
    change: at(launch, answer(200, { reportResultsId: 'rr_1' })),
  },
  {
    what: '202 for a run that is polled',
    facts: ['poll-envelope'],
    change: at(running, (reply) => {
      reply.status = 202;
    }),
  },
  {
    what: '404 for a run that was accepted',
    facts: ['poll-envelope'],
    change: at(result, answer(404, problem('404'))),
  },
  {
    what: 'a total in words',
    facts: ['run-fields', 'total-count'],
    change: at(done, set('total', '24', 'result')),
  },
  {
    what: 'result null while running, next null',
    facts: ['run-fields'],
    change: at(running, set('next', null, '_links')),
  },
  {
    what: 'a run link under another path',
    facts: ['self-link', 'poll-envelope'],
    change: at(
      launch,
      link('self', (href) => href.replace('/results/', '/results/x/')),
    ),
  },
  {
    what: 'a self link to be posted',
    facts: ['self-link'],
    change: at(launch, set('method', 'POST', '_links', 'self')),
  },
  {
    what: 'a self link without the cursor',
    facts: ['self-stays'],
    change: at(
      result,
      link('self', (href) => href.replace(/&starting_after=[^&]*/, '')),
    ),
  },
  {
    what: 'links without an origin',
    facts: ['links-absolute'],
    change: at(run, (reply) => {
      for (const name of ['self', 'next', 'prev']) link(name, pathOf)(reply);
    }),
  },
  {
    what: 'links to an internal host',
    facts: ['links-origin'],
    change: at(run, (reply) => {
      for (const name of ['self', 'next', 'prev']) link(name, (href) => ELSEWHERE + pathOf(href))(reply);
    }),
  },
  {
    what: 'links without the page size',
    facts: ['page-size-kept', 'page-limit'],
    change: at(
      launch,
      link('self', (href) => href.replace('max=10', 'max=50')),
    ),
  },
  {
    what: 'an origin that is the poll',
    facts: ['origin-address'],
    change: at(result, set('method', 'GET', '_links', 'origin')),
  },
  {
    what: 'an origin with the query',
    facts: ['origin-query'],
    change: at(
      run,
      link('origin', (href) => `${href}?max=10`),
    ),
  },
  {
    what: 'an origin without the wrapper',
    facts: ['origin-body'],
    change: at(run, ({ body }) => {
      const origin = part(body, '_links', 'origin');
      origin['body'] = part(origin, 'body')['parameters'];
    }),
  },
  { what: 'a new status word', facts: ['status-values'], change: at(launch, set('status', 'queued')) },
  { what: 'progress as a share', facts: ['progress-range'], change: at(launch, set('progress', 0.25)) },
  { what: 'progress as text', facts: ['progress-range'], change: at(running, set('progress', '40')) },
  { what: 'done at 99', facts: ['progress-done'], change: at(done, set('progress', 99)) },
  {
    what: 'rows before the end',
    facts: ['data-while-running'],
    change: at(running, set('data', [{}], 'result')),
  },
  {
    what: 'done without a result',
    facts: ['data-when-done', 'rows-cover'],
    change: at(done, drop('result')),
  },
  {
    what: 'a total of the page',
    facts: ['total-count'],
    change: at(done, (reply) => set('total', rowsOf(reply).length, 'result')(reply)),
  },
  {
    what: 'a cut-off for a day that is over',
    facts: ['cutoff-absent'],
    change: at(done, set('dataCutoffTimestamp', '2026-03-10T16:00:00Z', 'result')),
  },
  {
    what: 'a cut-off as a bare date',
    facts: ['cutoff-absent', 'cutoff-form'],
    change: at(done, set('dataCutoffTimestamp', '2026-03-10', 'result')),
  },
  {
    what: 'a failed run with a result',
    facts: ['failed-run'],
    change: at((reply) => result(reply) && part(reply.body)['status'] === 'error', set('result', null)),
    more: { mailbox: 'Drill: fails while running' },
  },
  {
    what: 'a failed run with a sentence for a code',
    facts: ['failed-codes'],
    change: at(
      (reply) => result(reply) && part(reply.body)['status'] === 'error',
      set('code', 'It did not work.', 'error'),
    ),
    more: { mailbox: 'Drill: fails while running' },
  },
  {
    what: 'a run of more than an hour',
    facts: ['run-length'],
    change: () => {},
    more: { mailbox: 'Drill: never ends' },
  },
  { what: '429 for a poll', facts: ['poll-pace'], change: once(running, answer(429, problem('429'))) },
  {
    what: 'rows without an id',
    facts: ['row-id', 'next-page'],
    change: at(
      done,
      eachRow((row) => {
        delete row['id'];
      }),
    ),
  },
  {
    what: 'ids that come twice',
    facts: ['row-id'],
    change: at(done, (reply) => {
      const [first, second] = rowsOf(reply);
      if (first && second) second['id'] = first['id'];
    }),
  },
  {
    what: 'rows as lists',
    facts: ['row-id', 'rows-cover', 'total-count'],
    change: at(done, ({ body }) => {
      part(body, 'result')['data'] = [[]];
    }),
  },
  {
    what: 'counts as text',
    facts: ['row-fields'],
    change: at(
      done,
      eachRow((row) => {
        row['received'] = String(row['received']);
      }),
    ),
  },
  {
    what: 'a row without initiated',
    facts: ['row-fields'],
    change: at(
      done,
      eachRow((row) => {
        delete row['initiated'];
      }),
    ),
  },
  {
    what: 'a start in another date form',
    facts: ['start-form', 'rows-cover'],
    change: at(
      done,
      eachRow((row) => {
        row['startDateTime'] = '03/09/2026 12:00 AM';
      }),
    ),
  },
  {
    what: 'a start that is called Z and is not',
    facts: ['start-zone', 'rows-cover'],
    change: at(
      done,
      eachRow((row) => {
        row['startDateTime'] = `${String(row['startDateTime']).slice(0, 19)}Z`;
      }),
    ),
  },
  {
    what: 'hours without messages left out',
    facts: ['rows-cover', 'total-count'],
    change: at(done, (reply) => {
      part(reply.body, 'result')['data'] = rowsOf(reply).filter((row) => row['received'] !== 0);
    }),
  },
  {
    what: 'more rows than asked for',
    facts: ['row-id', 'page-limit', 'total-count'],
    change: at(done, (reply) => {
      rowsOf(reply).push(
        ...rowsOf(reply)
          .map((row) => ({ ...row }))
          .slice(0, 3),
      );
    }),
  },
  {
    what: 'next that leads to the first page',
    facts: ['next-page', 'prev-page', 'row-id', 'rows-cover'],
    change: at(
      done,
      link('next', (href) => href.replace(/&starting_after=[^&]*/, '')),
    ),
  },
  { what: 'a second page without prev', facts: ['prev-page'], change: at(done, drop('prev', '_links')) },
  {
    what: 'prev that leads to other rows',
    facts: ['prev-page'],
    change: at(
      (reply) => done(reply) && reply.search.includes('ending_before'),
      eachRow((row) => {
        row['received'] = 9999;
      }),
    ),
  },
  { what: 'a page that changes', facts: ['page-again', 'prev-page'], change: drift() },
  {
    what: 'max that is cut to 500',
    facts: ['max-limit'],
    change: at(
      ({ search }) => search.includes('max=501'),
      (reply) => {
        reply.status = 200;
      },
    ),
  },
];

/** Another number in the first row of each answer. */
function drift(): Change {
  let count = 100;
  return at(done, (reply) => {
    const [first] = rowsOf(reply);
    if (first !== undefined) first['received'] = count;
    count += 1;
  });
}

/** All of them; those of the second list launch. */
export const PLANTED: readonly Planted[] = [
  ...READ,
  ...LAUNCHED.map((planted) => ({ ...planted, more: { mayLaunch: true, ...planted.more } })),
];
