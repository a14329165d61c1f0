// The launch form as a plain value, and its other shape, the query string: shareable, survives reload and Back. It holds the id of a key,
// never its value. The board links here, so what only the form's page needs stands in files of its own.
import { isReportId, PERIODS, reportOf, REPORTS } from '#src/contract/reports.ts';
import type { Period, ReportId } from '#src/contract/reports.ts';
import type { RunRecord } from '#src/records/record.ts';
import { DEFAULT_PRESET, RANGE_PRESETS } from '#src/range/range-presets.ts';
import type { RangePreset } from '#src/range/range-presets.ts';
import { parseMore, writeMore } from './more-text.ts';
import type { MoreParameter } from './more-text.ts';

/** Which time of a message the range applies to (contract.md section 8). */
export const ACTIVITIES = ['received', 'replied', 'closed'] as const;
/** See {@link ACTIVITIES}. */
export type Activity = (typeof ACTIVITIES)[number];

/** States of a message that message detail can be limited to (contract.md section 8). */
export const STATUSES = ['open', 'snoozed', 'closed'] as const;
/** See {@link STATUSES}. */
export type MessageStatus = (typeof STATUSES)[number];

/** The ends of a range that is entered by hand. */
export const RANGE_ENDS = ['from', 'to'] as const;
/** See {@link RANGE_ENDS}. */
export type RangeEndName = (typeof RANGE_ENDS)[number];

/** See the top of this file. */
export type FormState = {
  readonly report: ReportId;
  /** '' = the first key that is loaded. */
  readonly keyId: string;
  /** Ids, each once; several make one launch each. */
  readonly mailboxIds: readonly string[];
  readonly preset: RangePreset;
  /** Wall-clock times in the mailbox's zone, used by the preset `custom` only; '' where nothing was entered. */
  readonly from: string;
  readonly to: string;
  /** The ends that message detail sends with a `Z`: what it means there is not documented, so it is kept as it was chosen. */
  readonly zulu: readonly RangeEndName[];
  /** Whether the period before is launched too, to compare the figures (compare-request.ts). */
  readonly compare: boolean;
  readonly period: Period;
  /** Known ones in the order of the catalogue, then those that were typed: the set is open. */
  readonly fieldGroups: readonly string[];
  readonly includeDetails: boolean;
  /** Ids; none = all. */
  readonly users: readonly string[];
  /** The text as it was typed, one domain a line. */
  readonly domains: string;
  readonly activity: Activity;
  readonly statuses: readonly MessageStatus[];
  /** Parameters that no documentation names, as they were typed. */
  readonly more: readonly MoreParameter[];
  /** Id of the record that the form was filled from, or ''. */
  readonly fromRecord: string;
};

const DEFAULT_REPORT: ReportId = 'mailboxPerformance';

/** Wall-clock time as `<input type="datetime-local">` gives it: seconds may be missing. */
const WALL_CLOCK = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/;
/** Names of field groups are joined with commas on the wire. */
const BETWEEN_GROUPS = /[\s,]+/;

/** Reads the query string of `/launch`. Whatever it does not understand becomes the default. */
export function parseForm(query: URLSearchParams): FormState {
  const text = (name: string) => query.get(name) ?? '';
  const time = (name: string) => (WALL_CLOCK.test(text(name)) ? text(name) : '');
  const report = text('report');
  return fitToReport(
    {
      report: isReportId(report) ? report : DEFAULT_REPORT,
      keyId: text('key'),
      mailboxIds: someOf(query.getAll('mailbox')),
      preset:
        oneOf(
          RANGE_PRESETS.map(({ value }) => value),
          text('range'),
        ) ?? DEFAULT_PRESET,
      from: time('start'),
      to: time('end'),
      zulu: RANGE_ENDS.filter((end) => query.getAll('z').includes(end)),
      compare: text('compare') === 'previous',
      period: oneOf(PERIODS, text('by')) ?? 'day',
      fieldGroups: groupNames(query.getAll('fields').join()),
      // Names beside the ids, unless they are not wanted: ids alone tell an operator nothing.
      includeDetails: text('details') !== 'false',
      users: someOf(query.getAll('users')),
      domains: text('domains'),
      activity: oneOf(ACTIVITIES, text('activity')) ?? 'received',
      statuses: STATUSES.filter((status) => query.getAll('statuses').includes(status)),
      more: query.getAll('more').map(parseMore),
      fromRecord: text('from'),
    },
    query.get('fields') === '',
  );
}

/** The query string that {@link parseForm} reads the same form from. Report, range and grouping are always in it, the rest where set. */
export function writeForm(form: FormState): URLSearchParams {
  const query = new URLSearchParams({ report: form.report });
  const set = (name: string, value: string) => {
    if (value !== '') query.set(name, value);
  };
  const setAll = (name: string, values: readonly string[]) => {
    for (const value of values) query.append(name, value);
  };
  set('key', form.keyId);
  setAll('mailbox', form.mailboxIds);
  query.set('range', form.preset);
  set('start', form.from);
  set('end', form.to);
  setAll('z', form.zulu);
  if (form.compare) query.set('compare', 'previous');
  query.set('by', form.period);
  const isDefault = form.fieldGroups.join() === reportOf(form.report).defaultFieldGroup;
  if (!isDefault) setAll('fields', form.fieldGroups.length === 0 ? [''] : form.fieldGroups);
  if (!form.includeDetails) query.set('details', 'false');
  setAll('users', form.users);
  set('domains', form.domains);
  if (form.activity !== 'received') query.set('activity', form.activity);
  setAll('statuses', form.statuses);
  setAll('more', form.more.map(writeMore));
  set('from', form.fromRecord);
  return query;
}

/** The same form for another report: what that one does not know falls back, everything else stays, also where it is not shown now. */
export function withReport(form: FormState, report: ReportId): FormState {
  const other = reportOf(report);
  const sameKind = reportOf(form.report).family === other.family;
  const known = (name: string) => other.fieldGroups.some((group) => group.name === name);
  const kept = form.fieldGroups.filter((name) => known(name) || (sameKind && isTypedGroup(name)));
  const fieldGroups =
    kept.some(known) || form.fieldGroups.length === 0 ? kept : [other.defaultFieldGroup, ...kept];
  return fitToReport({ ...form, report, fieldGroups }, false);
}

/** Whether no report of the catalogue knows this field group. */
function isTypedGroup(name: string): boolean {
  return !REPORTS.some(({ fieldGroups }) => fieldGroups.some((group) => group.name === name));
}

/** The names in a text of field groups, each once. */
export function groupNames(text: string): string[] {
  return someOf(text.split(BETWEEN_GROUPS));
}

/** `noGroups` lets an empty choice of field groups stand: the operator took the last tick away, and is told so. */
function fitToReport(form: FormState, noGroups: boolean): FormState {
  const { family, fieldGroups, defaultFieldGroup } = reportOf(form.report);
  const known = fieldGroups.map(({ name }) => name);
  const chosen = [
    ...known.filter((name) => form.fieldGroups.includes(name)),
    ...form.fieldGroups.filter((name) => !known.includes(name)),
  ];
  return {
    ...form,
    preset: form.preset === 'any' && family !== 'messages' ? DEFAULT_PRESET : form.preset,
    fieldGroups: chosen.length > 0 || noGroups ? chosen : [defaultFieldGroup],
  };
}

/** The parameter of a link that holds what the form is to be filled with: `{"id", "keyId", "request"}` of a record. */
export const RECORD_IN_LINK = 'record';

/**
 * Address of the form filled from a record: *Edit and run*, *Choose another mailbox*. The request goes along as it is, since the board
 * has no use for what the form makes of it, and a tab that cannot see the record can read it all the same.
 */
export function formLink({ id, keyId, request }: Pick<RunRecord, 'id' | 'request' | 'keyId'>): string {
  const query = new URLSearchParams({ [RECORD_IN_LINK]: JSON.stringify({ id, keyId, request }) });
  return `/launch?${query.toString()}`;
}

function oneOf<Value extends string>(values: readonly Value[], text: string): Value | undefined {
  return values.find((value) => value === text);
}

function someOf(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== '');
}
