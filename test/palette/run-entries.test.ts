// @vitest-environment node
// Runs and actions as the palette offers them.
import { describe, expect, test } from 'vitest';
import { actionEntries } from '#src/palette/action-entries.ts';
import { found } from '#src/palette/entries.ts';
import type { Entry } from '#src/palette/entries.ts';
import { runEntries } from '#src/palette/run-entries.ts';
import type { Verbs } from '#src/palette/verbs.ts';
import { HOUR, KEY, NOW, launchRequest, record } from '#test/support/records.ts';

const keys = new Set([KEY]);
const DAY = 24 * HOUR;

const records = [
  record('running', { id: 'r1', mailbox: { name: 'Support', timeZone: 'Europe/London' } }),
  record('done', { id: 'r2' }),
  record('failed', { id: 'r3', request: { ...launchRequest(), report: 'receivedMessageDetail' } }),
];

function verbs() {
  const did: string[] = [];
  const note = (verb: string) => (what: unknown) => {
    did.push(`${verb} ${String(what)}`);
  };
  const all: Verbs = {
    go: note('go'),
    open: note('open'),
    setTheme: note('theme'),
    runAgain: async ({ id }) => note('again')(id),
    advance: async (step) => note('advance')(step),
    exportPresets: () => note('export')('presets'),
  };
  return { all, did };
}

const namesOf = (entries: readonly Entry[]) => entries.map(({ name }) => name);
const idsBy = (query: string, now = NOW) =>
  found([{ name: 'Runs', entries: runEntries(records, { now, keys }) }], query, []).groups.flatMap(
    ({ entries }) => entries.map(({ id }) => id),
  );

describe('runs', () => {
  test.each([
    ['support', ['run r1']],
    ['message detail', ['run r3']],
    ['running', ['run r1']],
    ['done', ['run r2']],
    ['open result', ['run r2']],
    ['toronto sep 2026 done', ['run r2']],
    ['mailbox performance', ['run r1', 'run r2']],
  ])('are found by “%s”', (query, ids) => {
    expect(idsBy(query)).toEqual(ids);
  });

  test('are found by the state that they have now', () => {
    expect(idsBy('expired')).toEqual([]);
    expect(idsBy('expired sales', NOW + DAY)).toEqual(['run r2']);
  });

  test('lead to their page', () => {
    const { all, did } = verbs();
    runEntries(records, { now: NOW, keys })[1]?.act(all);
    expect(did).toEqual(['go /runs/r2']);
  });
});

describe('actions', () => {
  const situation = { records, now: NOW, keys, sandbox: false, theme: 'dark', hasPresets: false } as const;

  test('are offered only where they make sense', () => {
    expect(namesOf(actionEntries(situation))).toEqual([
      'Launch report',
      'Open the newest result',
      'Add a key',
      'Switch to the light theme',
      'Switch to the theme of the system',
      'Show keyboard shortcuts',
    ]);
    expect(namesOf(actionEntries({ ...situation, records: [], theme: null }))).toEqual([
      'Launch report',
      'Add a key',
      'Show keyboard shortcuts',
    ]);
    expect(
      namesOf(actionEntries({ ...situation, now: NOW + DAY, sandbox: true, hasPresets: true, theme: null })),
    ).toEqual([
      'Launch report',
      'Run the newest expired again · uses 1 of 3 slots',
      'Add a key',
      'Export presets',
      'Show keyboard shortcuts',
      'Move the sandbox’s time on, + 5 minutes',
      'Move the sandbox’s time on, + 24 hours',
      'Show drills',
    ]);
  });

  test('do what they say', () => {
    const { all, did } = verbs();
    for (const action of actionEntries({ ...situation, sandbox: true, hasPresets: true })) action.act(all);
    for (const action of actionEntries({ ...situation, now: NOW + DAY }))
      if (action.name.startsWith('Run')) action.act(all);
    expect(did).toEqual([
      'go /launch',
      'go /runs/r2',
      'go /connection#add',
      'export presets',
      'theme light',
      'theme system',
      'open shortcuts',
      'advance 5m',
      'advance 24h',
      'open drills',
      'again r1',
    ]);
  });
});
