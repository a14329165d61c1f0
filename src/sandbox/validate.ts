// What a launch asks for, checked the way the service documents it: the first thing wrong is named in words.
import { instantOf } from './calendar.ts';
import { FIELD_GROUPS } from './fields.ts';
import { hashOf } from './seed.ts';
import type { Period } from './calendar.ts';
import type { Report } from './fields.ts';

// Rows per page when the caller does not say, and the most there can be (contract.md section 6).
const DEFAULT_PAGE_SIZE = 50;
const LARGEST_PAGE_SIZE = 500;

type Common = {
  readonly mailboxId: string;
  readonly groups: readonly string[];
  readonly details: boolean;
  /** Same launch, same fingerprint: seeds the row ids. */
  readonly fingerprint: string;
};

/** A checked launch of a performance report; start and end are wall-clock times written as if they were UTC. */
export type PerformanceLaunch = Common & {
  readonly report: Exclude<Report, 'receivedMessageDetail'>;
  readonly period: Period;
  readonly startWallMs: number;
  readonly endWallMs: number;
  readonly users: readonly string[];
  readonly domains: readonly string[];
};

/** A checked launch of message detail. */
export type MessageLaunch = Common & {
  readonly report: 'receivedMessageDetail';
  readonly activityType: 'received' | 'replied' | 'closed';
  /** As sent; a time without `Z` is read in the mailbox's time zone (an assumption: it is not documented). */
  readonly activityStart: string;
  readonly activityEnd: string;
  readonly statuses: readonly string[];
};

/** A launch that passed every check. */
export type Launch = PerformanceLaunch | MessageLaunch;

/** Which page of a result: size, and at most one cursor. */
export type PageQuery = {
  readonly max: number;
  readonly after: string | null;
  readonly before: string | null;
};

/** A refusal with the sentence that the 400 carries. */
export class BadRequest extends Error {}

const PERIODS: readonly string[] = ['hour', 'day', 'week', 'month'] satisfies Period[];
const ACTIVITIES: readonly string[] = ['received', 'replied', 'closed'];
const STATUSES: readonly string[] = ['open', 'snoozed', 'closed'];
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2101, 0, 1);

/** Reads `max` and the cursors. @throws BadRequest when one is out of range or both cursors are given. */
export function readPageQuery(query: URLSearchParams): PageQuery {
  const size = query.get('max');
  const max = size === null ? DEFAULT_PAGE_SIZE : Number(size);
  if (size !== null && !/^\d{1,9}$/.test(size)) throw new BadRequest("Parameter 'max' must be an integer.");
  if (max < 1 || max > LARGEST_PAGE_SIZE) {
    throw new BadRequest(`Parameter 'max' is out of range: 1 to ${LARGEST_PAGE_SIZE}.`);
  }
  const after = query.get('starting_after');
  const before = query.get('ending_before');
  if (after !== null && before !== null) {
    throw new BadRequest("Parameters 'starting_after' and 'ending_before' exclude each other.");
  }
  return { max, after, before };
}

/** Reads the launch of a report. @throws BadRequest for the first thing that is missing, mistyped or out of range. */
export function readLaunch(report: Report, query: URLSearchParams, body: unknown): Launch {
  const parameters = parametersOf(body);
  const common = {
    mailboxId: text(parameters, 'mailboxId'),
    groups: groupsOf(report, query),
    details: flag(query, 'includeDetails'),
    fingerprint: `${report} ${hashOf(JSON.stringify(parameters), query.get('fieldGroup') ?? '')}`,
  };
  if (report === 'receivedMessageDetail') {
    const activityStart = activityTime(parameters, 'activityStart', '2000-01-01T00:00:00Z');
    const activityEnd = activityTime(parameters, 'activityEnd', '2100-12-31T00:00:00Z');
    if (wallTime(activityEnd) < wallTime(activityStart)) {
      throw new BadRequest("Parameter 'activityEnd' is out of range: it lies before 'activityStart'.");
    }
    const activityType = oneOf(parameters, 'activityType', ACTIVITIES) as MessageLaunch['activityType'];
    const statuses = texts(parameters, 'statuses');
    if (!statuses.every((status) => STATUSES.includes(status))) {
      throw new BadRequest(`Parameter 'statuses' may hold: ${STATUSES.join(', ')}.`);
    }
    return { ...common, report, activityType, activityStart, activityEnd, statuses };
  }
  const startWallMs = rangeTime(parameters, 'start');
  const endWallMs = rangeTime(parameters, 'end');
  if (endWallMs < startWallMs) {
    throw new BadRequest("Parameter 'end' is out of range: it lies before 'start'.");
  }
  return {
    ...common,
    report,
    period: oneOf(parameters, 'period', PERIODS) as Period,
    startWallMs,
    endWallMs,
    users: report === 'mailboxUserPerformance' ? texts(parameters, 'users') : [],
    domains: report === 'mailboxDomainPerformance' ? texts(parameters, 'domains') : [],
  };
}

/** The instant that a checked activity time means in a mailbox's time zone. */
export function activityInstant(time: string, timeZone: string): number {
  return time.endsWith('Z') ? wallTime(time) : instantOf(timeZone, wallTime(time));
}

type Parameters = Readonly<Record<string, unknown>>;

function parametersOf(body: unknown): Parameters {
  const isObject = (value: unknown): value is Parameters =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject(body)) throw new BadRequest('The request body must be a JSON object.');
  const parameters = body['parameters'];
  if (parameters === undefined) throw new BadRequest("Field 'parameters' is required.");
  if (!isObject(parameters)) throw new BadRequest("Field 'parameters' must be an object.");
  return parameters;
}

function text(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (value === undefined || value === null || value === '') {
    throw new BadRequest(`Parameter '${name}' is required.`);
  }
  if (typeof value !== 'string') throw new BadRequest(`Parameter '${name}' must be a string.`);
  return value;
}

function texts(parameters: Parameters, name: string): string[] {
  const value = parameters[name] ?? [];
  const isTexts = (list: unknown): list is string[] =>
    Array.isArray(list) && list.every((item) => typeof item === 'string');
  if (!isTexts(value)) throw new BadRequest(`Parameter '${name}' must be a list of strings.`);
  return value;
}

function oneOf(parameters: Parameters, name: string, allowed: readonly string[]): string {
  const value = text(parameters, name);
  if (!allowed.includes(value)) {
    throw new BadRequest(`Parameter '${name}' must be one of: ${allowed.join(', ')}.`);
  }
  return value;
}

function flag(query: URLSearchParams, name: string): boolean {
  const value = query.get(name);
  if (value === null || value === 'false') return false;
  if (value === 'true') return true;
  throw new BadRequest(`Parameter '${name}' must be true or false.`);
}

function groupsOf(report: Report, query: URLSearchParams): readonly string[] {
  const known = FIELD_GROUPS[report];
  const asked = query.get('fieldGroup');
  if (asked === null) return [known[0]];
  const names = asked
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined || names.length === 0) {
    throw new BadRequest(
      `Parameter 'fieldGroup' is not valid: '${unknown ?? ''}' is not a field group of this report. Known: ${known.join(', ')}.`,
    );
  }
  return names;
}

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2})?(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?$/;
const ACTIVITY_TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})Z?$/;

// A wall-clock time as if it were UTC, whatever suffix it has; NaN for dates that do not exist, such as 30 February.
function wallTime(value: string): number {
  const [, date = '', minute = '', second = ':00'] = DATE_TIME.exec(value) ?? [];
  const ms = Date.parse(`${date}T${minute}${second}Z`);
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date ? Number.NaN : ms;
}

function inRange(name: string, ms: number): number {
  if (Number.isNaN(ms)) throw new BadRequest(`Parameter '${name}' is not a date and time that exists.`);
  if (ms < EARLIEST || ms >= LATEST) throw new BadRequest(`Parameter '${name}' is out of range.`);
  return ms;
}

// An offset or `Z` is ignored, not converted (contract.md section 8).
function rangeTime(parameters: Parameters, name: string): number {
  const value = text(parameters, name);
  if (!DATE_TIME.test(value)) throw new BadRequest(`Parameter '${name}' must be an ISO 8601 date and time.`);
  return inRange(name, wallTime(value));
}

function activityTime(parameters: Parameters, name: string, otherwise: string): string {
  const value =
    parameters[name] === undefined || parameters[name] === null ? otherwise : text(parameters, name);
  if (!ACTIVITY_TIME.test(value)) {
    throw new BadRequest(`Parameter '${name}' must have the form YYYY-MM-DDTHH:MM:SS, with or without Z.`);
  }
  inRange(name, wallTime(value));
  return value;
}
