// What holds for the rows of the one launch: Mailbox Performance by the hour, for one whole day (contract.md sections 6 and 8).
import type { Findings } from './findings.ts';
import { compare, isObject, RULES } from './forms.ts';
import { kindOf, plainName } from './redact.ts';
import { wallOf } from './wall-time.ts';

const COUNT = { says: 'a count', fits: (value: unknown) => Number.isInteger(value) && Number(value) >= 0 };
const ROW_FIELDS = { startDateTime: RULES.text, received: COUNT, initiated: COUNT };

/** Holds all rows of a result against what is believed of them. `day`: `YYYY-MM-DD`, in the mailbox's `timeZone`. */
export function checkRows(findings: Findings, rows: readonly unknown[], day: string, timeZone: string): void {
  const ids = new Set<string>();
  const kinds = new Map<string, Set<string>>();
  const walls: string[] = [];
  for (const row of rows) {
    if (!isObject(row)) {
      findings.check('row-id', false, `a row is ${kindOf(row)}`);
      continue;
    }
    const { id, startDateTime } = row;
    const isOwn = typeof id === 'string' && !ids.has(id);
    findings.check(
      'row-id',
      isOwn,
      isOwn ? '' : typeof id === 'string' ? 'the same one twice' : `\`id\` is ${kindOf(id)}`,
    );
    if (typeof id === 'string') ids.add(id);

    const { wrong } = compare(row, ROW_FIELDS);
    findings.check('row-fields', wrong.length === 0, wrong.join('; '));
    for (const [name, value] of Object.entries(row)) {
      const shown = plainName(name);
      kinds.set(shown, (kinds.get(shown) ?? new Set()).add(kindOf(value)));
    }
    if (typeof startDateTime === 'string') walls.push(...checkStart(findings, startDateTime, day, timeZone));
  }
  for (const [name, seen] of kinds) findings.note(`Row field \`${name}\`: ${[...seen].join(' or ')}`);
  checkCover(findings, walls, day);
}

/** The time on the mailbox's clocks, where it can be told. */
function checkStart(findings: Findings, start: string, day: string, timeZone: string): string[] {
  const wall = wallOf(start, timeZone);
  findings.check('start-form', wall !== null, kindOf(start));
  if (wall === null) return [];
  // Whether the day is the right one says whether the zone was.
  const isThatDay = wall.startsWith(day);
  const digits = start.startsWith(day) ? 'the right day by its digits alone' : 'another day';
  findings.check('start-zone', isThatDay, isThatDay ? '' : `${kindOf(start)}: ${digits}`);
  return isThatDay ? [wall] : [];
}

function checkCover(findings: Findings, walls: readonly string[], day: string) {
  const hours = walls.map((wall) => Number(wall.slice(day.length + 1, day.length + 3)));
  const first = Math.min(...hours);
  const last = Math.max(...hours);
  // Some days begin at one o'clock: the clocks go forward at midnight.
  const isWhole = hours.length >= 23 && first <= 1 && last === 23;
  const seen =
    hours.length === 0
      ? 'no row of the day'
      : `${String(hours.length)} hours, from ${String(first)} to ${String(last)}`;
  findings.check('rows-cover', isWhole, seen);
}
