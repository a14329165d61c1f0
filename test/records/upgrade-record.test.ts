// @vitest-environment node
import { expect, test } from 'vitest';
import { createRecord, RECORD_VERSION } from '#src/records/record.ts';
import { upgradeRecord } from '#src/records/upgrade-record.ts';
import { NEWER_VERSION, VERSION_1 } from '../support/record-fixtures.ts';
import { launchRequest, NOW, record } from '../support/records.ts';

const made = createRecord({
  id: 'made now',
  request: launchRequest(),
  mailbox: { name: 'Sales', timeZone: 'America/Toronto' },
  keyId: 'key-1',
  keyLabel: 'Full access',
  now: NOW,
});

test.each(VERSION_1)(
  'version 1 comes up with every field that it had, and defaults for the rest: $state',
  (old) => {
    const upgraded = upgradeRecord(old);
    expect(upgraded).toMatchObject({ ...old, version: RECORD_VERSION });
    expect(Object.keys(upgraded).toSorted()).toEqual(Object.keys(made).toSorted());
    const added = Object.keys(made).filter((field) => !(field in old));
    const pick = (from: object) =>
      Object.fromEntries(Object.entries(from).filter(([field]) => added.includes(field)));
    expect(pick(upgraded)).toEqual(pick(made));
  },
);

test('a record from before launches could be confirmed is not confirmed', () => {
  const older: Record<string, unknown> = { ...VERSION_1[0] };
  delete older['confirmed'];
  expect(upgradeRecord({ ...older, version: 1 }).confirmed).toBe(false);
});

test('the present version, and a newer one with what it adds, stay as they are', () => {
  const now = record('running');
  expect(upgradeRecord(now)).toBe(now);
  expect(upgradeRecord(NEWER_VERSION)).toBe(NEWER_VERSION);
});

test('bringing up twice is bringing up once', () => {
  for (const old of VERSION_1) expect(upgradeRecord(upgradeRecord(old))).toEqual(upgradeRecord(old));
});
