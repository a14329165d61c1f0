// The messages of a mailbox, one by one: found by day and number, the same at every look, ageing with the clock.
import { DAY_MS, dayOf, isoIn, startOfDay } from './calendar.ts';
import { messageFields } from './fields.ts';
import { codeOf, fractionOf, hashOf, pick } from './seed.ts';
import { cursors } from './rows.ts';
import { receivedOnDay, shareWhen } from './volume.ts';
import { activityInstant } from './validate.ts';
import { MAILBOXES } from './mailboxes.ts';
import type { Row } from './fields.ts';
import type { Mailbox } from './mailboxes.ts';
import type { RowTable } from './rows.ts';
import type { MessageLaunch } from './validate.ts';

/** A message is the `number`-th of a calendar day (days since 1970-01-01) in its mailbox. */
export type MessageRef = { readonly mailbox: Mailbox; readonly day: number; readonly number: number };

// Message detail reaches back to here; older messages were never imported.
const FIRST_DAY = Date.UTC(2024, 0, 1) / DAY_MS;
// Nothing changes on a message later than this after it came in, so older ranges are final.
const SETTLED_AFTER_MS = 3 * DAY_MS;

/** The id on the wire. Like Exchange's own it holds characters that must be percent-encoded in a path. */
export function messageIdOf({ mailbox, day, number }: MessageRef): string {
  const index = MAILBOXES.indexOf(mailbox);
  const place = [index, day, number].map((n) => n.toString(36)).join('+');
  return `AAMk${codeOf(8, 'message', place)}/${place}=`;
}

/** The message with this id, or undefined where there is none. */
export function messageById(messageId: string): MessageRef | undefined {
  const parts = /^AAMk[0-9a-z]{8}\/([0-9a-z]+)\+([0-9a-z]+)\+([0-9a-z]+)=$/.exec(messageId);
  const [index, day, number] = (parts ?? []).slice(1).map((part) => Number.parseInt(part, 36));
  const mailbox = MAILBOXES[index ?? -1];
  if (mailbox === undefined || day === undefined || number === undefined) return undefined;
  const ref = { mailbox, day, number };
  const exists = day >= FIRST_DAY && number < receivedOnDay(mailbox, day);
  return exists && messageIdOf(ref) === messageId ? ref : undefined;
}

type Times = { received: number; replied: number | null; closed: number | null; snoozed: boolean };

// When things happen to a message, whether or not that time has come.
function timesOf({ mailbox, day, number }: MessageRef): Times {
  const { timeZone, mailboxId } = mailbox.listing;
  const starts = startOfDay(timeZone, day);
  const lasts = startOfDay(timeZone, day + 1) - starts;
  const share = shareWhen((number + 0.5) / receivedOnDay(mailbox, day));
  const received = Math.floor((starts + share * lasts) / 1000) * 1000;
  const chance = (name: string) => fractionOf(name, mailboxId, day, number);
  const seconds = (ms: number) => Math.floor(ms / 1000) * 1000;
  const replied =
    chance('replies') < 0.78 ? received + seconds(60_000 + chance('reply') ** 3 * DAY_MS) : null;
  const closed =
    chance('closes') < 0.9 ? (replied ?? received) + seconds(60_000 + chance('close') ** 2 * DAY_MS) : null;
  return { received, replied, closed, snoozed: chance('snoozes') < 0.3 };
}

function statusAt(times: Times, cutoffMs: number): 'open' | 'snoozed' | 'closed' {
  if (times.closed !== null && times.closed <= cutoffMs) return 'closed';
  return times.snoozed ? 'snoozed' : 'open';
}

/** The rows of a message detail run, as things stood at `cutoffMs`, in the order of the activity asked for. */
export function messageTable(launch: MessageLaunch, mailbox: Mailbox, cutoffMs: number): RowTable {
  const { timeZone } = mailbox.listing;
  const fromMs = activityInstant(launch.activityStart, timeZone);
  const lastMs = activityInstant(launch.activityEnd, timeZone);
  const found: { day: number; number: number; atMs: number }[] = [];
  const toMs = Math.min(lastMs, cutoffMs);
  const firstDay = Math.max(FIRST_DAY, dayOf(timeZone, fromMs - SETTLED_AFTER_MS));
  for (let day = firstDay; day <= dayOf(timeZone, toMs); day += 1) {
    for (let number = 0; number < receivedOnDay(mailbox, day); number += 1) {
      const times = timesOf({ mailbox, day, number });
      const atMs = times[launch.activityType];
      if (atMs === null || atMs < fromMs || atMs > toMs) continue;
      if (launch.statuses.length > 0 && !launch.statuses.includes(statusAt(times, cutoffMs))) continue;
      found.push({ day, number, atMs });
    }
  }
  found.sort((a, b) => a.atMs - b.atMs);
  const ids = cursors(`${mailbox.listing.mailboxId} ${launch.fingerprint}`);
  return {
    ...ids,
    count: found.length,
    open: lastMs + SETTLED_AFTER_MS >= cutoffMs,
    row(index) {
      const at = found[index];
      if (at === undefined) return null;
      return { id: ids.idOf(index), ...fieldsOf({ mailbox, ...at }, launch, cutoffMs) };
    },
  };
}

const SUBJECTS = [
  'Quote for 40 units',
  'Invoice 20458 is unpaid',
  'Where is my delivery?',
  'Meeting next week',
  'RE: Contract renewal',
  'Change of address',
  'Question about your opening hours',
  'Fwd: Réclamation n° 77',
] as const;

const SENDERS = ['Ana Ruiz', 'Jonas Weber', 'Chiara Conti', 'Noah Patel', 'Ingrid Holm'] as const;

function fieldsOf(ref: MessageRef, launch: MessageLaunch, cutoffMs: number): Row {
  const { mailbox, day, number } = ref;
  const { timeZone, mailboxId, users, tags } = mailbox.listing;
  const times = timesOf(ref);
  const senderName = pick(SENDERS, 'sender', mailboxId, day, number);
  const senderDomain =
    mailbox.behind.domains[hashOf('from', mailboxId, day, number) % mailbox.behind.domains.length];
  const until = (atMs: number | null) => (atMs !== null && atMs <= cutoffMs ? atMs : null);
  const replied = until(times.replied);
  const closed = until(times.closed);
  const secondsTo = (atMs: number | null) => (atMs === null ? null : (atMs - times.received) / 1000);
  return messageFields(launch.groups, launch.details, {
    messageId: messageIdOf(ref),
    subject: pick(SUBJECTS, 'subject', mailboxId, day, number),
    senderName,
    senderEmail: `${senderName.toLowerCase().replace(' ', '.')}@${senderDomain ?? ''}`,
    senderDomain: senderDomain ?? '',
    status: statusAt(times, cutoffMs),
    receivedAt: isoIn(timeZone, times.received),
    repliedAt: replied === null ? null : isoIn(timeZone, replied),
    replySeconds: secondsTo(replied),
    closedAt: closed === null ? null : isoIn(timeZone, closed),
    closeSeconds: secondsTo(closed),
    owner: users[hashOf('owner', mailboxId, day, number) % (users.length + 1)] ?? null,
    reassigned: hashOf('reassigned', mailboxId, day, number) % 3,
    attachments: attachmentCount(ref),
    tags: tags.filter((tag) => fractionOf('tagged', tag.tagId, day, number) < 0.2),
    conversationId: `AAQk${codeOf(12, 'conversation', mailboxId, day, number)}=`,
  });
}

/** How many attachments a message has. */
export function attachmentCount({ mailbox, day, number }: MessageRef): number {
  // As many as attachments.ts has kinds.
  if (mailbox.behind.everyAttachment) return 11;
  return Math.max(0, (hashOf('attachments', mailbox.listing.mailboxId, day, number) % 6) - 2);
}
