// @vitest-environment node
// The catalogue of drills: complete, and every name in it exists.
import { expect, test } from 'vitest';
import { FAILURE_KINDS } from '#src/records/failure-kind.ts';
import { DRILL_MAILBOXES } from '#src/sandbox/drill-mailboxes.ts';
import { DRILLS } from '#src/sandbox/drills.ts';
import { MAILBOXES } from '#src/sandbox/mailboxes.ts';
import { SANDBOX_KEYS } from '#src/sandbox/keys.ts';

// Browser conditions cause these four; no server can.
const BROWSER_ONLY = ['crashed', 'copy-not-saved', 'not-sent', 'connection-lost'];

test('every failure that a server can cause has a drill', () => {
  const kinds = new Set(DRILLS.map((drill) => drill.kind));
  expect(FAILURE_KINDS.filter((kind) => !kinds.has(kind))).toEqual(
    FAILURE_KINDS.filter((kind) => BROWSER_ONLY.includes(kind)),
  );
});

test('a drill is a failure of the catalogue, or a behaviour that is none', () => {
  const known = new Set<string>([...FAILURE_KINDS, 'behaviour']);
  expect(DRILLS.filter((drill) => !known.has(drill.kind))).toEqual([]);
});

test('every mailbox and key that a drill names exists, and every drill mailbox has a drill', () => {
  const mailboxes = new Set(MAILBOXES.map((mailbox) => mailbox.listing.mailboxName));
  const keys = new Set(SANDBOX_KEYS.map((key) => key.label));
  const dangling = DRILLS.filter(
    ({ mailbox, key }) =>
      (mailbox !== undefined && !mailboxes.has(mailbox)) || (key !== undefined && !keys.has(key)),
  );
  expect(dangling).toEqual([]);
  const used = new Set(DRILLS.map((drill) => drill.mailbox));
  expect(DRILL_MAILBOXES.filter((name) => !used.has(name))).toEqual([]);
});
