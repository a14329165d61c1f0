// @vitest-environment node
// Names of exported files: from a fixed pattern, whatever a mailbox is called.
import { describe, expect, test } from 'vitest';
import { exportFileName } from '#src/exports/file-name.ts';
import { launchRequest } from '#test/support/records.ts';

const named = (name: string) => ({ request: launchRequest(), mailbox: { name, timeZone: 'UTC' } });
const RANGE = '2026-09-01-2026-09-30';

describe('the name of a file', () => {
  test.each([
    ['says report, mailbox and range', 'Sales', `mailbox-performance-sales-${RANGE}.csv`],
    ['has no path in it', '../../etc/passwd', `mailbox-performance-etc-passwd-${RANGE}.csv`],
    ['has nothing that a system forbids', 'a<b>:"|?*\\\u0000c', `mailbox-performance-a-b-c-${RANGE}.csv`],
    ['does not end in another kind of file', 'x.exe', `mailbox-performance-x-exe-${RANGE}.csv`],
    ['cannot turn its reading direction', 'a\u202Egpj', `mailbox-performance-a-gpj-${RANGE}.csv`],
    ['keeps letters without their accents', 'Büro Málaga', `mailbox-performance-buro-malaga-${RANGE}.csv`],
    ['keeps other scripts', '営業部', `mailbox-performance-営業部-${RANGE}.csv`],
    ['goes without a mailbox that has no letters', '🙂', `mailbox-performance-${RANGE}.csv`],
  ])('%s', (_, mailbox, name) => {
    expect(exportFileName(named(mailbox), 'csv', { partial: false })).toBe(name);
  });

  test('is bounded for a mailbox with a very long name', () => {
    expect(exportFileName(named('x'.repeat(5_000)), 'csv', { partial: false }).length).toBeLessThan(120);
  });

  test('says that rows are missing, or were left out on purpose', () => {
    const name = (partial: boolean, selected: boolean) =>
      exportFileName(named('Sales'), 'json', { partial, selected });
    expect(name(true, false)).toBe(`mailbox-performance-sales-${RANGE}-partial.json`);
    expect(name(false, true)).toBe(`mailbox-performance-sales-${RANGE}-selection.json`);
    expect(name(true, true)).toBe(`mailbox-performance-sales-${RANGE}-selection-partial.json`);
  });
});
