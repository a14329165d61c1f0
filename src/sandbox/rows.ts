// The rows of the three performance reports: found by index, so that a page costs what the page holds.
import { periodGrid } from './calendar.ts';
import { performanceFields, userDetails } from './fields.ts';
import { fractionOf, hashOf } from './seed.ts';
import { countOf, dayCounts, someOf } from './volume.ts';
import type { PeriodGrid, Slot } from './calendar.ts';
import type { Measures, Row } from './fields.ts';
import type { Mailbox } from './mailboxes.ts';
import type { PerformanceLaunch } from './validate.ts';
import type { Part, Step } from './volume.ts';

/** All rows of a finished run, made on demand. Row `index` is the same at every call. */
export type RowTable = {
  readonly count: number;
  /** True when a new run over the same range could give other rows: the result then carries a cut-off time. */
  readonly open: boolean;
  /** The cursor of a row, and back; `indexOf` gives null for a cursor that this table never gave out. */
  idOf: (index: number) => string;
  indexOf: (id: string) => number | null;
  row: (index: number) => unknown;
};

/** Cursors for a table: opaque, the same for the same seed, checked when they come back. */
export function cursors(seed: string): Pick<RowTable, 'idOf' | 'indexOf'> {
  const idOf = (index: number) => {
    const check = hashOf('row', seed, index).toString(36).padStart(7, '0');
    return `${check}${index.toString(36)}`;
  };
  return {
    idOf,
    indexOf(id) {
      const index = Number.parseInt(id.slice(7), 36);
      return Number.isSafeInteger(index) && index >= 0 && idOf(index) === id ? index : null;
    },
  };
}

type Entity = Part & { readonly fields: Row };

/** The rows of a performance report, counted up to `cutoffMs`: by period, and within a period by user or domain. */
export function performanceTable(launch: PerformanceLaunch, mailbox: Mailbox, cutoffMs: number): RowTable {
  const grid: PeriodGrid = periodGrid({ ...launch, timeZone: mailbox.listing.timeZone, cutoffMs });
  const entities = entitiesOf(launch, mailbox);
  const ids = cursors(`${mailbox.listing.mailboxId} ${launch.fingerprint}`);
  return {
    ...ids,
    count: grid.count * entities.length,
    open: grid.open,
    row(index) {
      const entity = entities[index % entities.length];
      if (entity === undefined) return null;
      const slot = grid.slot(Math.floor(index / entities.length));
      return {
        id: ids.idOf(index),
        startDateTime: slot.startDateTime,
        ...entity.fields,
        ...performanceFields(
          launch.groups,
          launch.report === 'mailboxUserPerformance',
          measure(mailbox, entity, slot, cutoffMs),
        ),
      };
    },
  };
}

function entitiesOf(launch: PerformanceLaunch, mailbox: Mailbox): Entity[] {
  if (launch.report === 'mailboxPerformance') return [{ name: 'mailbox', index: 0, of: 1, fields: {} }];
  if (launch.report === 'mailboxDomainPerformance') {
    const { domains } = mailbox.behind;
    const wanted = new Set(launch.domains.map((domain) => domain.toLowerCase()));
    return domains
      .map((domain, index) => ({ name: domain, index, of: domains.length, fields: { domain } }))
      .filter((entity) => wanted.size === 0 || wanted.has(entity.name.toLowerCase()));
  }
  const { users } = mailbox.listing;
  const wanted = new Set(launch.users);
  return [...users, null]
    .map((user, index) => {
      const userId = user?.userId ?? 'unknown';
      const fields: Row = { userId, ...(launch.details ? userDetails(user) : {}) };
      return { name: userId, index, of: users.length + 1, fields };
    })
    .filter((entity) => wanted.size === 0 || wanted.has(entity.name));
}

function measure(mailbox: Mailbox, part: Part, slot: Slot, cutoffMs: number): Measures {
  const key = `${mailbox.listing.mailboxId} ${part.name}`;
  const days = dayCounts(mailbox, part, slot.startMs, Math.min(slot.endMs, cutoffMs));
  const count = (step: Step) => countOf(days, step);
  // Thinned from one another, so that a part is never more than its whole, in any period.
  const replies = someOf(0.78, `${key} replies`);
  const inside = someOf(0.86, `${key} inside`);
  const more = someOf(0.35, `${key} more`);
  const closed = someOf(0.9, `${key} closed`);
  const closedInside = someOf(0.8, `${key} closed inside`);
  const reopened = someOf(0.06, `${key} reopened`);
  const initialReplies = count(replies);
  const closings = count(closed);
  const seconds = (base: number, name: string) =>
    Math.round(base * (0.6 + 0.8 * fractionOf(name, key, slot.startMs)));
  return {
    received: count((soFar) => soFar),
    initiated: count(someOf(0.22, `${key} initiated`)),
    initialReplies,
    additionalReplies: count(more),
    insideSla: count((soFar, day) => inside(replies(soFar, day), day)),
    replySeconds: initialReplies === 0 ? null : seconds(5400, 'reply'),
    closed: closings,
    closedInsideSla: count((soFar, day) => closedInside(closed(soFar, day), day)),
    reopened: count((soFar, day) => reopened(closed(soFar, day), day)),
    closeSeconds: closings === 0 ? null : seconds(19_800, 'close'),
  };
}
