// The summary beside the form: what will be sent, to the letter, what it costs, and whether the desk has it.
import { configure, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { requestsFor, slotsFor } from '#src/launch/launch-summary-text.ts';
import { createRecord } from '#src/records/record.ts';
import { mailboxByName } from '#src/sandbox/mailboxes.ts';
import { NOW, openLaunch } from './open-launch.tsx';

// The first page of a file is the one whose code has to be read, which a busy machine takes its time for.
configure({ asyncUtilTimeout: 5_000 });

const mailboxId = (name: string) => mailboxByName(name)?.listing.mailboxId ?? '';
const summary = () => screen.getByRole('region', { name: 'Summary' });
const RANGE = 'range=custom&start=2026-09-01T00:00&end=2026-09-07T23:59:59';

async function open(names: readonly string[], more: Parameters<typeof openLaunch>[0] = {}) {
  const mailboxes = names.map((name) => `mailbox=${mailboxId(name)}`).join('&');
  const desk = await openLaunch({ path: `/launch?${mailboxes}&${RANGE}`, ...more });
  // Complete: the mailboxes are here.
  if (names.length > 0) await screen.findByText('On this desk');
  else await screen.findByRole('option', { name: 'Support' });
  return desk;
}

describe('the exact request', () => {
  test('is shown as it is sent, and copied as cURL with a placeholder in place of the key', async () => {
    const desk = await open(['Support']);
    await desk.user.click(within(summary()).getByText('Exact request'));
    expect(summary()).toHaveTextContent('POST /api/v1/reports/mailboxPerformance?max=500');
    expect(summary()).toHaveTextContent('"start":"2026-09-01T00:00:00"');
    await desk.user.click(within(summary()).getByRole('button', { name: 'Copy as cURL' }));
    const line = await navigator.clipboard.readText();
    expect(line).toBe(
      `curl -X POST 'https://sandbox.invalid/api/v1/reports/mailboxPerformance?max=500'` +
        ` -H "Authorization: Bearer $EMAILGISTICS_API_KEY" -H 'Content-Type: application/json' --data-raw ` +
        `'{"parameters":{"mailboxId":"${mailboxId('Support')}","start":"2026-09-01T00:00:00","end":"2026-09-07T23:59:59","period":"day"}}'`,
    );
    for (const { key } of desk.sandbox.keys) expect(line).not.toContain(key);
  });

  test('of several mailboxes is one each', async () => {
    const desk = await open(['Support', 'Billing']);
    await desk.user.click(within(summary()).getByText('Exact requests (2)'));
    await desk.user.click(within(summary()).getByRole('button', { name: 'Copy as cURL' }));
    const lines = (await navigator.clipboard.readText()).split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(mailboxId('Billing'));
  });

  test('is not there before the form is complete', async () => {
    await open([]);
    expect(within(summary()).queryByText('Exact request')).toBeNull();
  });
});

describe('several mailboxes', () => {
  test('what is the same is said once, what differs for each', async () => {
    await open(['Sales Department', 'Support']);
    expect(summary()).toHaveTextContent('Mailbox Performance for Sales Department and Support');
    expect(summary()).toHaveTextContent('Support: 1–7 Sep 2026, by day, London time');
    expect(summary()).toHaveTextContent('Rows7 rows, one per day');
    expect(summary()).toHaveTextContent('Support: Europe/London');
  });
});

describe('whether this desk has the run', () => {
  const record = createRecord({
    id: 'r1',
    request: {
      report: 'mailboxPerformance',
      options: {},
      parameters: {
        mailboxId: mailboxId('Support'),
        start: '2026-09-01T00:00:00',
        end: '2026-09-07T23:59:59',
        period: 'day',
      },
    },
    mailbox: { name: 'Support', timeZone: 'Europe/London' },
    keyId: 'k',
    keyLabel: 'Full access',
    now: NOW - 60_000,
  });

  test('a shared link leads to it', async () => {
    await open(['Support'], { records: [record] });
    expect(summary()).toHaveTextContent('On this deskSupport: This report is waiting already.');
    expect(within(summary()).getAllByRole('link', { name: 'Support' })[0]).toHaveAttribute(
      'href',
      '/runs/r1',
    );
  });

  test('or says that there is none', async () => {
    await open(['Support']);
    expect(summary()).toHaveTextContent('On this deskNo run with these settings yet.');
  });

  test('who waits for a slot is named', async () => {
    const desk = await open(['Billing'], { records: [record] });
    await desk.user.click(within(summary()).getByText(/^Slots 0 of 3/));
    expect(within(summary()).getByRole('link', { name: 'Mailbox Performance · Support' })).toBeVisible();
  });
});

describe('what it costs', () => {
  test.each([
    [1, 0, 0, 'Uses 1 of 3 slots; 3 free.'],
    [2, 0, 0, '2 launches, one slot each: 3 of 3 free.'],
    [2, 2, 0, '2 launches, one slot each: 1 of 3 free. At least 1 of them waits in the queue.'],
    [
      5,
      1,
      1,
      '5 launches, one slot each: 2 of 3 free. At least 3 of them wait in the queue. 1 launch waits before them.',
    ],
    [
      2,
      3,
      0,
      '2 launches, one slot each: all 3 slots are in use. They wait in the queue and are sent as slots become free.',
    ],
  ])('%i launches with %i slots held and %i waiting', (needed, held, queued, words) => {
    expect(slotsFor(needed, held, 3, queued)).toBe(words);
  });

  test('in requests', () => {
    expect(requestsFor(2, 100)).toBe(
      '2 to launch, a few a minute while they run, and 1 for each 500 rows that are read. The account has 100 a minute.',
    );
  });
});
