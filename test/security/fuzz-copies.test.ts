// @vitest-environment node
// Saved copies as a browser may give them back: half written, of another version, changed by hand. Each costs its own place in the list,
// and none of them passes for whole where nothing says so.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyFile } from '#src/copies/copy-file.ts';
import { matchingCopies, sizeOf, wholeCopies } from '#src/copies/copy-list.ts';
import { createCopies } from '#src/copies/copies.ts';
import type { Copies } from '#src/copies/copies.ts';
import { createMemoryCopies } from '#src/copies/memory-copies.ts';
import { mayReplace, recordOf } from '#src/copies/saved-copy.ts';
import type { SavedCopy } from '#src/copies/saved-copy.ts';
import { soundCopy } from '#src/copies/sound-copy.ts';
import { exportFileName } from '#src/exports/file-name.ts';
import { formLink } from '#src/launch/form-state.ts';
import { describeRequest, runTitle } from '#src/records/describe-request.ts';
import { isUnreadable } from '#src/records/sound-record.ts';
import { formatBytes, formatNumber } from '#src/ui/number-format.ts';
import { formatInstant } from '#src/ui/time-format.ts';
import { copyOf } from '#test/support/copies.ts';
import { launchRequest, NOW } from '#test/support/records.ts';
import { expectNothingPolluted, foreignValue, spoiled } from './foreign.ts';

const { copy: WHOLE, chunks } = await copyOf();
const { copy: OTHER } = await copyOf({ id: 'other' });
const SETS = { users: ['u_1'], domains: ['a.test'], statuses: ['open'] };
const MESSAGES = {
  report: 'receivedMessageDetail',
  options: { fieldGroup: 'message' },
  parameters: { mailboxId: 'mb_1', activityType: 'received', ...SETS },
};

/** A whole copy with a few of its parts gone wrong. */
const stored = fc
  .constantFrom<unknown>(WHOLE, { ...WHOLE, request: MESSAGES })
  .chain((copy) => spoiled(copy));

const STORE = createMemoryCopies();
await STORE.save(WHOLE, chunks);

async function everyUse(copies: Copies, all: readonly SavedCopy[]) {
  wholeCopies({ state: 'ready', copies: all });
  matchingCopies(all, 'sales');
  expect(formatBytes(sizeOf(all))).not.toMatch(/∞|NaN/);
  for (const copy of all) {
    runTitle(copy);
    describeRequest(copy);
    formLink(recordOf(copy));
    exportFileName(copy, 'json', { partial: !copy.complete });
    formatInstant(copy.launchedAt, { timeZone: copy.mailbox.timeZone });
    formatInstant(copy.capturedAt, { timeZone: copy.mailbox.timeZone });
    formatNumber(copy.rowCount);
    formatNumber(copy.total ?? 0);
    mayReplace(copy, WHOLE);
    await copyFile(copies, copy);
  }
}

describe('a saved copy that went wrong in storage', () => {
  test('stops nothing that is done with copies, and takes none of the others with it', async () => {
    await fc.assert(
      fc.asyncProperty(stored, async (broken) => {
        const sound = soundCopy(broken);
        const all = async () => [...(sound === null ? [] : [sound]), OTHER];
        // Of no known age: it is asked to be removed, and stays for the next case.
        const store = { ...STORE, all, remove: async () => undefined };
        const copies = createCopies(async () => store, { get: () => ({ kept: '30', automatic: [] }) });
        await copies.open(NOW);
        const { copies: listed } = copies.list();
        expect(listed).toContain(OTHER);
        await everyUse(copies, listed);
        expectNothingPolluted();
      }),
      { numRuns: 500 },
    );
  });

  test('is never taken for whole where its number of rows or pieces cannot be read', () => {
    const names = fc.constantFrom('complete', 'rowCount', 'chunks');
    fc.assert(
      fc.property(names, foreignValue, (name, value) => {
        fc.pre(typeof value !== 'boolean' && !(Number.isSafeInteger(value) && Number(value) >= 0));
        const sound = soundCopy({ ...WHOLE, [name]: value });
        expect(sound?.complete).toBe(false);
        // So that its run can be saved anew, be it in part.
        expect(mayReplace(sound, { ...WHOLE, complete: false })).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps every field that is as it should be', () => {
    fc.assert(
      fc.property(stored, (broken) => {
        const sound = soundCopy(broken);
        if (sound === null) return;
        const given = broken as Record<string, unknown>;
        const changed = Object.keys(given).filter((name) => sound[name as keyof SavedCopy] !== given[name]);
        expect(changed.filter((name) => !Object.hasOwn(WHOLE, name))).toEqual([]);
      }),
    );
  });

  test('is read to its first missing piece, however many it says that there are', async () => {
    const asked: number[] = [];
    const store = {
      ...STORE,
      chunk: (id: string, place: number) => {
        asked.push(place);
        return STORE.chunk(id, place);
      },
    };
    const copies = createCopies(async () => store);
    const endless = soundCopy({ ...WHOLE, chunks: Number.MAX_SAFE_INTEGER }) ?? OTHER;
    expect(await copies.pieces(endless, () => undefined)).toBe(false);
    expect(asked).toEqual([0, 1]);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'copy'],
    ['a list', []],
    ['something without an id', { complete: true }],
    ['something whose id is a number', { ...WHOLE, id: 7 }],
  ])('%s stands for none', (_, value) => {
    expect(soundCopy(value)).toBeNull();
  });

  test.each<[string, unknown]>([
    ['is gone', null],
    ['names no mailbox', { report: 'x', options: {}, parameters: {} }],
    ['has a field group that is no text', { ...launchRequest(), options: { fieldGroup: { length: 1 } } }],
    [
      'lists what no text can be made of',
      { ...MESSAGES, parameters: { ...MESSAGES.parameters, statuses: [{ toString: 1, valueOf: 1 }] } },
    ],
    ['holds a number that no file takes', { ...MESSAGES, parameters: { ...MESSAGES.parameters, more: 10n } }],
  ])('says so where its request %s', async (_, request) => {
    const sound = soundCopy({ ...WHOLE, request });
    expect(sound !== null && isUnreadable(sound)).toBe(true);
    expect(sound).toMatchObject({ complete: true, rowCount: 3 });
    await everyUse(
      createCopies(async () => STORE),
      sound === null ? [] : [sound],
    );
  });
});

describe('a saved copy that is sound', () => {
  test('is the very object that storage gave', () => {
    expect(soundCopy(WHOLE)).toBe(WHOLE);
    const part = { ...WHOLE, complete: false, total: null, cutoff: '2026-09-30T00:00:00Z' };
    expect(soundCopy(part)).toBe(part);
  });

  test('of a newer version, or of a report that this one does not know, stays as it is', async () => {
    const request = { report: 'later', options: {}, parameters: { mailboxId: 'mb_1' } };
    const newer = { ...WHOLE, version: 9, request, shelf: { place: 3n } };
    const sound = soundCopy(newer);
    expect(sound).toBe(newer);
    await everyUse(
      createCopies(async () => STORE),
      sound === null ? [] : [sound],
    );
    expect(recordOf(sound ?? OTHER).request).toBe(request);
  });
});
