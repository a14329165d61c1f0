// The mailboxes of the emulated account: a few ordinary ones across time zones, then one for each drill.
import { fractionOf, hashOf, pick, uuidOf } from './seed.ts';
import { ATTACHMENTS_MAILBOX, DRILL_MAILBOXES } from './drill-mailboxes.ts';
import type { ProgressShape } from './progress.ts';

/** A person in a mailbox, as `GET /admin/mailboxes` lists them (contract.md section 9). */
type MailboxUser = { userId: string; userName: string; userEmail: string; active: boolean };

/** A tag of a mailbox, as `GET /admin/mailboxes` lists them (contract.md section 9). */
type MailboxTag = { tagId: string; tagName: string; tagColor: string; active: boolean };

/** A mailbox as the wire shows it (contract.md section 9). */
type MailboxListing = {
  mailboxId: string;
  mailboxName: string;
  mailboxEmail: string;
  active: boolean;
  timeZone: string;
  users: readonly MailboxUser[];
  tags: readonly MailboxTag[];
};

/** A mailbox with what drives its numbers and runs. None of `behind` is ever sent. */
export type Mailbox = {
  readonly listing: MailboxListing;
  readonly behind: {
    /** Messages received on an average weekday. */
    readonly perWeekday: number;
    /** Sender domains, busiest first. */
    readonly domains: readonly string[];
    /** How the progress of its runs moves. */
    readonly shape: ProgressShape;
    /** True where every message has one attachment of each kind. */
    readonly everyAttachment: boolean;
  };
};

type Plan = {
  name: string;
  zone: string;
  perWeekday: number;
  users: number;
  shape: ProgressShape;
  active?: false;
  email?: string;
};

const ORDINARY: readonly Plan[] = [
  {
    name: 'Sales Department',
    zone: 'America/Toronto',
    perWeekday: 34,
    users: 5,
    shape: 'linear',
    email: 'sales',
  },
  { name: 'Support', zone: 'Europe/London', perWeekday: 58, users: 7, shape: 'slowing' },
  { name: 'Billing', zone: 'Europe/Berlin', perWeekday: 21, users: 3, shape: 'jumping' },
  { name: 'Orders', zone: 'Asia/Kolkata', perWeekday: 46, users: 6, shape: 'quickening' },
  { name: 'Bookings', zone: 'Pacific/Auckland', perWeekday: 27, users: 4, shape: 'linear' },
  { name: 'Island Office', zone: 'Australia/Lord_Howe', perWeekday: 6, users: 2, shape: 'stalling' },
  {
    name: 'Accessibility, Accommodation and Community Partnerships Programme Enquiries (Newfoundland and Labrador)',
    zone: 'America/St_Johns',
    perWeekday: 9,
    users: 3,
    shape: 'absent',
    email: 'enquiries',
  },
  {
    name: 'Careers 2024',
    zone: 'America/Vancouver',
    perWeekday: 4,
    users: 2,
    shape: 'linear',
    active: false,
  },
];

const PEOPLE = [
  'Emily Johnson',
  'Priya Raman',
  'Tomás Álvarez',
  'Aroha Ngata',
  'Liam O’Connor',
  'Mei Lin Chen',
  'Zoë Müller',
  'Samuel Adeyemi',
  'Hana Kobayashi',
  'Björn Dahl',
  'Fatima El-Sayed',
  'Marcus Webb',
] as const;

const DOMAINS = [
  'northwind.example',
  'contoso.example',
  'fabrikam.example',
  'alpine-ski.example',
  'tailspin.example',
  'wingtip.example',
  'mail.northwind.example',
  'litware.example',
  'müller-söhne.example',
  'adatum.example',
] as const;

const TAGS = ['Priority', 'Invoice', 'Complaint', 'Follow up', 'Spam'] as const;

function usersOf(mailbox: string, count: number): MailboxUser[] {
  const first = hashOf('people', mailbox);
  return Array.from({ length: count }, (_, i) => {
    const name = PEOPLE[(first + i) % PEOPLE.length] ?? PEOPLE[0];
    const local = name
      .normalize('NFD')
      .replaceAll(/[^A-Za-z ]/g, '')
      .toLowerCase()
      .replaceAll(' ', '.');
    // The last person of every larger mailbox has left: inactive users are part of the list.
    return {
      userId: uuidOf('user', name),
      userName: name,
      userEmail: `${local}@company.example`,
      active: count < 3 || i < count - 1,
    };
  });
}

function mailboxOf(plan: Plan): Mailbox {
  const { name } = plan;
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const rotate = hashOf('domains', name) % 4;
  return {
    listing: {
      mailboxId: uuidOf('mailbox', name),
      mailboxName: name,
      mailboxEmail: `${plan.email ?? slug}@company.example`,
      active: plan.active ?? true,
      timeZone: plan.zone,
      users: usersOf(name, plan.users),
      tags: TAGS.map((tagName, i) => ({
        tagId: uuidOf('tag', name, tagName),
        tagName,
        tagColor: `Preset${(hashOf('colour', name, tagName) % 24) + 1}`,
        active: i < TAGS.length - 1,
      })),
    },
    behind: {
      perWeekday: plan.perWeekday,
      domains: [...DOMAINS.slice(rotate), ...DOMAINS.slice(0, rotate)].slice(
        0,
        6 + (hashOf('some', name) % 4),
      ),
      shape: plan.shape,
      everyAttachment: name === ATTACHMENTS_MAILBOX,
    },
  };
}

/** Every mailbox of the account in listing order: ordinary ones first, drills last. */
export const MAILBOXES: readonly Mailbox[] = [
  ...ORDINARY.map(mailboxOf),
  ...DRILL_MAILBOXES.map((name) =>
    mailboxOf({
      name,
      zone: pick(['America/Toronto', 'Europe/London', 'Pacific/Auckland'], 'zone', name),
      perWeekday: 8 + Math.floor(fractionOf('volume', name) * 20),
      users: 3,
      shape: 'linear',
    }),
  ),
];

const byId = new Map(MAILBOXES.map((mailbox) => [mailbox.listing.mailboxId, mailbox]));

/** The mailbox with this id, or undefined. */
export function mailboxById(mailboxId: string): Mailbox | undefined {
  return byId.get(mailboxId);
}

/** The mailbox with this name, or undefined. */
export function mailboxByName(name: string): Mailbox | undefined {
  return MAILBOXES.find((mailbox) => mailbox.listing.mailboxName === name);
}
