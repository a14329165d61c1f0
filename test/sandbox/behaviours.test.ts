// @vitest-environment node
// Each drill mailbox does what its drill says: to a launch, to a poll, or to a page.
import { describe, expect, test } from 'vitest';
import { emulator } from './emulator.ts';
import type { Emulator, Wire } from './emulator.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const hrefOf = (wire: Wire) => wire._links['self']?.href ?? '';
// Slots in use, found out by filling the rest: each further run of another mailbox takes one.
async function slotsInUse({ launch }: Emulator): Promise<number> {
  for (let free = 0; free <= 3; free += 1)
    if ((await launch('Drill: never ends')).status === 429) return 3 - free;
  throw new Error('no limit reached');
}

describe('a launch that is refused starts nothing', () => {
  test.each([
    ['Drill: settings refused', 400],
    ['Drill: permission missing', 403],
    ['Drill: out of reach', 404],
    ['Drill: limit reached', 429],
    ['Drill: unexpected refusal', 451],
    ['Drill: HTML error page', 502],
  ])('%s: %i', async (mailbox, status) => {
    const desk = emulator();
    const reply = await desk.launch(mailbox);
    expect(reply.status).toBe(status);
    expect(await slotsInUse(desk)).toBe(0);
  });

  test('the refused setting is named, for each kind of range', async () => {
    const { launch } = emulator();
    expect(await (await launch('Drill: settings refused')).text()).toContain(
      "Parameter 'end' is out of range.",
    );
    const detail = await launch('Drill: settings refused', { report: 'receivedMessageDetail' });
    expect(await detail.text()).toContain("Parameter 'activityEnd' is out of range.");
  });

  test('the unexpected refusal and the error page have no envelope', async () => {
    const { launch } = emulator();
    for (const mailbox of ['Drill: unexpected refusal', 'Drill: HTML error page']) {
      await expect((await launch(mailbox)).json()).rejects.toThrow(SyntaxError);
    }
  });

  test('the limit lasts a minute, lets one launch pass, and then starts over', async () => {
    const { launch, sandbox } = emulator();
    const ask = async () => (await launch('Drill: limit reached')).status;
    expect(await ask()).toBe(429);
    sandbox.advance(MINUTE - 1);
    expect(await ask()).toBe(429);
    sandbox.advance(1);
    expect(await ask()).toBe(200);
    expect(await ask()).toBe(429);
    sandbox.advance(20 * MINUTE);
    expect(await ask()).toBe(429);
    sandbox.advance(MINUTE);
    expect(await ask()).toBe(200);
  });
});

describe('a launch whose answer is lost starts one run all the same', () => {
  test('503 after accepting', async () => {
    const desk = emulator();
    const reply = await desk.launch('Drill: 503 on launch after accepting');
    expect(reply.status).toBe(503);
    expect(await reply.json()).toMatchObject({ status: 'error', _links: { origin: { method: 'POST' } } });
    expect(await slotsInUse(desk)).toBe(1);
  });

  test('a dropped connection rejects like the platform fetch', async () => {
    const desk = emulator();
    await expect(desk.launch('Drill: connection dropped')).rejects.toMatchObject({
      name: 'TypeError',
      message: 'fetch failed',
      cause: { code: 'UND_ERR_SOCKET' },
    });
    expect(desk.sandbox.log.at(-1)).toMatchObject({ method: 'POST', status: null });
    expect(await slotsInUse(desk)).toBe(1);
  });

  test('silence lasts until the caller gives up', async () => {
    const desk = emulator();
    const giveUp = new AbortController();
    const mailboxId = await desk.mailboxId('Drill: no answer');
    const parameters = { mailboxId, activityType: 'received' };
    const asked = desk.sandbox.fetch(
      new Request('https://sandbox.invalid/api/v1/reports/receivedMessageDetail', {
        method: 'POST',
        headers: { authorization: `Bearer ${desk.sandbox.keys[0]?.key ?? ''}` },
        body: JSON.stringify({ parameters }),
        signal: giveUp.signal,
      }),
    );
    giveUp.abort(new Error('waited long enough'));
    await expect(asked).rejects.toThrow('waited long enough');
    expect(desk.sandbox.log.at(-1)).toMatchObject({ method: 'POST', status: null });
  });

  test('silence is waited for with the given sleep, and ends as a broken connection', async () => {
    const waits: number[] = [];
    const desk = emulator({
      sleep: (ms) => {
        waits.push(ms);
        return Promise.resolve();
      },
    });
    await expect(desk.launch('Drill: no answer')).rejects.toThrow('fetch failed');
    expect(waits).toEqual([600_000]);
    expect(await slotsInUse(desk)).toBe(1);
  });

  test('an answer without self has everything else', async () => {
    const desk = emulator();
    const wire = await desk.start('Drill: started without link');
    expect(wire.status).toBe('running');
    expect(Object.keys(wire._links)).toEqual(['origin']);
    expect(await slotsInUse(desk)).toBe(1);
  });

  test('an unreadable answer of 200', async () => {
    const desk = emulator();
    const reply = await desk.launch('Drill: unreadable launch answer');
    expect(reply.status).toBe(200);
    await expect(reply.json()).rejects.toThrow(SyntaxError);
    expect(await slotsInUse(desk)).toBe(1);
  });
});

describe('polls', () => {
  // Asks every second for so long, and gives the runs of equal answers.
  async function watch(
    { sandbox, call }: Emulator,
    href: string,
    seconds: number,
  ): Promise<(number | string)[]> {
    const seen: (number | string)[] = [];
    for (let i = 0; i < seconds; i += 1) {
      const reply = await call(href);
      const text = await reply.text();
      const status = reply.headers.get('content-type')?.startsWith('text/html')
        ? 'html'
        : reply.status === 200
          ? (JSON.parse(text) as Wire).status
          : reply.status;
      if (status !== seen.at(-1)) seen.push(status);
      sandbox.advance(SECOND);
    }
    return seen;
  }

  test.each<[string, number, (number | string)[]]>([
    ['Drill: wrong key for the run', 60, [403]],
    ['Drill: updates delayed', 60, [503, 'running', 'done']],
    ['Drill: unreadable 200', 60, ['running', 'html', 'running', 'done']],
    ['Drill: result missing', 60, ['running', 404]],
    ['Drill: result comes back', 200, ['running', 404, 'done']],
    ['Drill: too many requests', 80, [429, 'done']],
    ['Drill: too many requests, wait 20 seconds', 60, [429, 'done']],
    ['Drill: fails while running', 60, ['running', 'error']],
    ['Drill: unknown status', 60, ['running', 'throttled', 'running', 'done']],
    ['Drill: never ends', 60, ['running']],
  ])('%s', async (mailbox, seconds, expected) => {
    const desk = emulator({ limits: { requestsPerMinute: 1000 } });
    expect(await watch(desk, hrefOf(await desk.start(mailbox)), seconds)).toEqual(expected);
  });

  test('the waiting time of a limited poll counts down', async () => {
    const { start, call, sandbox } = emulator();
    const href = hrefOf(await start('Drill: too many requests, wait 20 seconds'));
    const waits = [];
    for (let i = 0; i < 3; i += 1) {
      waits.push((await call(href)).headers.get('retry-after'));
      sandbox.advance(10 * SECOND);
    }
    expect(waits).toEqual(['20', '10', null]);
  });

  test('a failed run says why, has no result, and frees its slot', async () => {
    const desk = emulator();
    const wire = await desk.finish('Drill: fails while running');
    expect(wire).toMatchObject({
      status: 'error',
      progress: 60,
      error: { code: 'report_failed', message: expect.any(String) as string },
    });
    expect(wire).not.toHaveProperty('result');
    expect(await slotsInUse(desk)).toBe(0);
  });

  test('a failing run does not pass the progress at which it fails', async () => {
    const { start, read, sandbox } = emulator();
    const run = await start('Drill: fails while running');
    let highest = 0;
    for (let i = 0; i < 45; i += 1) {
      highest = Math.max(highest, (await read(hrefOf(run))).progress);
      sandbox.advance(SECOND);
    }
    expect(highest).toBe(60);
  });

  test('progress that falls', async () => {
    const { start, read, sandbox } = emulator();
    const run = await start('Drill: progress goes backwards');
    const seen = [];
    for (let i = 0; i < 30; i += 1) {
      seen.push((await read(hrefOf(run))).progress);
      sandbox.advance(SECOND);
    }
    expect(seen).not.toEqual(seen.toSorted((a, b) => a - b));
  });

  test('a run that never ends holds its slot for 24 hours at any speed', async () => {
    const desk = emulator({ speed: 1000 });
    const run = await desk.start('Drill: never ends');
    desk.sandbox.advance(24 * 60 * MINUTE - 1);
    expect(await desk.read(hrefOf(run))).toMatchObject({ status: 'running', progress: 97 });
    expect(await slotsInUse(desk)).toBe(1);
    desk.sandbox.advance(1);
    expect((await desk.call(hrefOf(run))).status).toBe(404);
    // The two that filled the slots a moment before still run.
    expect(await slotsInUse(desk)).toBe(2);
  });

  test('the slow run takes ten minutes', async () => {
    const { start, read, sandbox } = emulator();
    const run = await start('Drill: slow');
    sandbox.advance(10 * MINUTE - 1);
    expect((await read(hrefOf(run))).status).toBe('running');
    sandbox.advance(1);
    expect((await read(hrefOf(run))).status).toBe('done');
  });

  test('the deprecation notice is a header on every answer about the run', async () => {
    const { launch, call } = emulator();
    const accepted = await launch('Drill: deprecation notice');
    expect(accepted.headers.get('deprecation')).toBe('@1798761600');
    const reply = await call(hrefOf((await accepted.json()) as Wire));
    expect(reply.headers.get('deprecation')).toBe('@1798761600');
  });
});

describe('pages', () => {
  // Follows next links until there is none, an address comes twice, or a page is refused.
  async function walk({ call, finish }: Emulator, mailbox: string, query = '?max=500') {
    const hrefs: string[] = [];
    const rows: unknown[] = [];
    let refused: number | null = null;
    for (
      let next: string | undefined = hrefOf(await finish(mailbox, { query }));
      next !== undefined && !hrefs.includes(next);
    ) {
      hrefs.push(next);
      const reply = await call(next);
      if (reply.status !== 200) {
        refused = reply.status;
        break;
      }
      const wire = (await reply.json()) as Wire;
      rows.push(...(wire.result?.data ?? []));
      next = wire._links['next']?.href;
    }
    return { pages: hrefs.length, rows, refused, last: hrefs.at(-1) };
  }

  test('the refused link is the second page; the first stays readable', async () => {
    const desk = emulator();
    expect(await walk(desk, 'Drill: page link refused')).toMatchObject({ pages: 2, refused: 400 });
  });

  test('cycling pages give every row before they repeat', async () => {
    const { pages, rows } = await walk(emulator(), 'Drill: cycling pages');
    expect([pages, rows.length]).toEqual([2, 7]);
  });

  test('the foreign link leads to another host', async () => {
    const { finish } = emulator();
    const wire = await finish('Drill: foreign link');
    expect(new URL(wire._links['next']?.href ?? '').host).toBe('elsewhere.invalid');
  });

  test('short pages give every row once, with an empty page between', async () => {
    const { pages, rows } = await walk(emulator(), 'Drill: short pages');
    const ids = rows.map((row) => (row as { id: string }).id);
    expect([pages, ids.length, new Set(ids).size]).toEqual([5, 7, 7]);
  });

  test('the huge result has 100,000 rows of twelve columns beside the id, each page cheap', async () => {
    const desk = emulator({ limits: { requestsPerMinute: 1000 } });
    const { pages, rows } = await walk(desk, 'Drill: huge result');
    expect([pages, rows.length]).toEqual([200, 100_000]);
    expect(new Set(rows.map((row) => (row as { id: string }).id)).size).toBe(100_000);
    expect(Object.keys(rows[0] as object)).toHaveLength(13);
  });

  test('odd fields arrive as they are, with ids, and pollute nothing', async () => {
    const { rows } = await walk(emulator(), 'Drill: odd fields');
    expect(rows.every((row) => typeof (row as { id: unknown }).id === 'string')).toBe(true);
    expect(rows.some((row) => Object.hasOwn(row as object, '__proto__'))).toBe(true);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('broken rows stand between good ones', async () => {
    const { rows } = await walk(emulator(), 'Drill: broken rows');
    expect(rows).toContain(null);
    expect(rows.some((row) => typeof row === 'object' && row !== null && !('id' in row))).toBe(true);
    expect(rows.filter((row) => (row as { id?: unknown } | null)?.id === 'twice')).toHaveLength(2);
  });
});
