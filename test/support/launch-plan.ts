// Mailboxes and launches of the form for tests of what one press launches.
import type { Mailbox } from '#src/contract/mailboxes.ts';
import { buildRequest } from '#src/launch/build-request.ts';
import type { ReadyLaunch } from '#src/launch/build-request.ts';
import { parseForm } from '#src/launch/form-state.ts';
import { createRecord } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';

/** Thursday, 12 March 2026, 11:30 in Toronto. */
export const PLAN_NOW = Date.parse('2026-03-12T15:30:00Z');
const KEYS = [{ id: 'k', label: 'Full access' }];

const mailbox = (id: number, mailboxName: string, timeZone: string): Mailbox => ({
  mailboxId: `mb_${id}`,
  mailboxName,
  mailboxEmail: '',
  active: true,
  timeZone,
  users: [],
  tags: [],
});

/** Three, one of them in another zone. */
const mailboxes = [
  mailbox(1, 'Sales', 'America/Toronto'),
  mailbox(2, 'Support', 'Europe/London'),
  mailbox(3, 'Orders', 'America/Toronto'),
];

/** What the form with this query string launches. */
export function launchesOf(query: string): readonly [ReadyLaunch, ...ReadyLaunch[]] {
  const form = parseForm(new URLSearchParams(query));
  const built = buildRequest(form, { keys: KEYS, mailboxes, now: PLAN_NOW, weekStart: 1 });
  if (built.kind !== 'ready') throw new Error(JSON.stringify(built.errors));
  return built.launches;
}

/** The record of a launch. */
export function recordOf(launch: ReadyLaunch, id: string, changes: Partial<RunRecord> = {}): RunRecord {
  const made = createRecord({
    id,
    request: launch.request,
    mailbox: { name: launch.mailbox.mailboxName, timeZone: launch.mailbox.timeZone },
    keyId: launch.key.id,
    keyLabel: launch.key.label,
    now: changes.pressedAt ?? PLAN_NOW,
  });
  return { ...made, ...changes };
}
