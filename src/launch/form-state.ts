// The launch form as a plain value, and its two other shapes: the query string (shareable, survives reload and Back) and a record's
// request (*Edit and run*). It holds the id of a key, never its value.
import { isReportId, PERIODS, reportOf } from '#src/contract/reports.ts';
import type { Period, ReportId } from '#src/contract/reports.ts';
import type { RunRecord } from '#src/records/record.ts';
import { DEFAULT_PRESET, RANGE_PRESETS } from '#src/range/range-presets.ts';
import type { RangePreset } from '#src/range/range-presets.ts';

/** Which time of a message the range applies to (contract.md section 8). */
export const ACTIVITIES = ['received', 'replied', 'closed'] as const;
/** See {@link ACTIVITIES}. */
export type Activity = (typeof ACTIVITIES)[number];

/** States of a message that message detail can be limited to (contract.md section 8). */
export const STATUSES = ['open', 'snoozed', 'closed'] as const;
/** See {@link STATUSES}. */
export type MessageStatus = (typeof STATUSES)[number];

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
  /** Whether the period before is launched too, to compare the figures (compare-request.ts). */
  readonly compare: boolean;
  readonly period: Period;
  readonly fieldGroups: readonly string[];
  readonly includeDetails: boolean;
  /** Ids; none = all. */
  readonly users: readonly string[];
  /** The text as it was typed, one domain a line. */
  readonly domains: string;
  readonly activity: Activity;
  readonly statuses: readonly MessageStatus[];
  /** Id of the record that the form was filled from, or ''. */
  readonly fromRecord: string;
};

const DEFAULT_REPORT: ReportId = 'mailboxPerformance';

/** Wall-clock time as `<input type="datetime-local">` gives it: seconds may be missing. */
const WALL_CLOCK = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/;
const AFTER_SECONDS = /(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$/i;

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
      compare: text('compare') === 'previous',
      period: oneOf(PERIODS, text('by')) ?? 'day',
      fieldGroups: someOf(query.getAll('fields')),
      // Names beside the ids, unless they are not wanted: ids alone tell an operator nothing.
      includeDetails: text('details') !== 'false',
      users: someOf(query.getAll('users')),
      domains: text('domains'),
      activity: oneOf(ACTIVITIES, text('activity')) ?? 'received',
      statuses: STATUSES.filter((status) => query.getAll('statuses').includes(status)),
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
  if (form.compare) query.set('compare', 'previous');
  query.set('by', form.period);
  const isDefault = form.fieldGroups.join() === reportOf(form.report).defaultFieldGroup;
  if (!isDefault) setAll('fields', form.fieldGroups.length === 0 ? [''] : form.fieldGroups);
  if (!form.includeDetails) query.set('details', 'false');
  setAll('users', form.users);
  set('domains', form.domains);
  if (form.activity !== 'received') query.set('activity', form.activity);
  setAll('statuses', form.statuses);
  set('from', form.fromRecord);
  return query;
}

/** The same form for another report: what that one does not know falls back, everything else stays, also where it is not shown now. */
export function withReport(form: FormState, report: ReportId): FormState {
  return fitToReport({ ...form, report }, false);
}

/** `noGroups` lets an empty choice of field groups stand: the operator took the last tick away, and is told so. */
function fitToReport(form: FormState, noGroups: boolean): FormState {
  const { family, fieldGroups, defaultFieldGroup } = reportOf(form.report);
  const known = fieldGroups.map(({ name }) => name).filter((name) => form.fieldGroups.includes(name));
  return {
    ...form,
    preset: form.preset === 'any' && family !== 'messages' ? DEFAULT_PRESET : form.preset,
    fieldGroups: known.length > 0 || noGroups ? known : [defaultFieldGroup],
  };
}

/** The form filled with exactly what a record asked for. */
export function formOf({ id, request, keyId }: Pick<RunRecord, 'id' | 'request' | 'keyId'>): FormState {
  const { report, options, parameters } = request;
  const time = (name: string) => textOf(parameters[name]).replace(AFTER_SECONDS, '');
  const query = writeForm({
    ...parseForm(new URLSearchParams({ report })),
    keyId,
    mailboxIds: [parameters.mailboxId],
    preset: 'custom',
    from: time('start') || time('activityStart'),
    to: time('end') || time('activityEnd'),
    fieldGroups: someOf((options.fieldGroup ?? reportOf(report).defaultFieldGroup).split(',')),
    includeDetails: options.includeDetails === true,
    users: textsOf(parameters['users']),
    domains: textsOf(parameters['domains']).join('\n'),
    statuses: STATUSES.filter((status) => textsOf(parameters['statuses']).includes(status)),
    fromRecord: id,
  });
  // Through the same door as a link: a record of another version is read as tolerantly.
  query.set('by', textOf(parameters['period']));
  query.set('activity', textOf(parameters['activityType']));
  const form = parseForm(query);
  const anyTime = reportOf(report).family === 'messages' && form.from === '' && form.to === '';
  return anyTime ? { ...form, preset: 'any' } : form;
}

/** Address of the form filled from a record: *Edit and run*, *Choose another mailbox*. */
export function formLink(record: Pick<RunRecord, 'id' | 'request' | 'keyId'>): string {
  return `/launch?${writeForm(formOf(record)).toString()}`;
}

function oneOf<Value extends string>(values: readonly Value[], text: string): Value | undefined {
  return values.find((value) => value === text);
}

function someOf(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== '');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? someOf(value.filter((entry) => typeof entry === 'string')) : [];
}
