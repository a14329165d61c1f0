// The catalogue of the four reports (contract.md section 8) and the one place that turns a launch into path, query and body.
import { MAX_PAGE_SIZE } from './limits.ts';

/** A permission that a key may carry (contract.md section 1). */
export type Scope = 'reporting' | 'messages:read' | 'messages:content';

/** A set of row fields that a report can be asked for; `documented` is false where the name is our assumption. */
type FieldGroup = { readonly name: string; readonly title: string; readonly documented: boolean };

/** What one report is and what it can be asked for. */
export type Report = {
  /** Last segment of its path. */
  readonly id: string;
  /** The name operators know it by. */
  readonly title: string;
  /** All are needed to launch it. */
  readonly scopes: readonly Scope[];
  /** `performance` reports take `start`, `end` and `period`; `messages` takes an activity range. */
  readonly family: 'performance' | 'messages';
  readonly fieldGroups: readonly FieldGroup[];
  /** The group that the API uses when none is named. */
  readonly defaultFieldGroup: string;
  /** Whether `includeDetails` does anything. */
  readonly hasDetails: boolean;
  /** The list-shaped filter of its own, if any. */
  readonly filter: 'users' | 'domains' | null;
};

const REPLIES: FieldGroup = { name: 'replyData', title: 'Replies', documented: true };

/** The four reports, in the order in which they are offered. */
export const REPORTS = [
  {
    id: 'mailboxPerformance',
    title: 'Mailbox Performance',
    scopes: ['reporting'],
    family: 'performance',
    fieldGroups: [REPLIES, { name: 'closeData', title: 'Closing', documented: false }],
    defaultFieldGroup: 'replyData',
    hasDetails: false,
    filter: null,
  },
  {
    id: 'mailboxUserPerformance',
    title: 'User Performance',
    scopes: ['reporting'],
    family: 'performance',
    fieldGroups: [REPLIES, { name: 'closeData', title: 'Closing', documented: true }],
    defaultFieldGroup: 'replyData',
    hasDetails: true,
    filter: 'users',
  },
  {
    id: 'mailboxDomainPerformance',
    title: 'Domain Performance',
    scopes: ['reporting'],
    family: 'performance',
    fieldGroups: [REPLIES, { name: 'closeData', title: 'Closing', documented: false }],
    defaultFieldGroup: 'replyData',
    hasDetails: false,
    filter: 'domains',
  },
  {
    id: 'receivedMessageDetail',
    title: 'Message Detail',
    scopes: ['reporting', 'messages:read'],
    family: 'messages',
    fieldGroups: [{ name: 'basic', title: 'Basic', documented: true }],
    defaultFieldGroup: 'basic',
    hasDetails: true,
    filter: null,
  },
] as const satisfies readonly Report[];

/** Id of a report in the catalogue. */
export type ReportId = (typeof REPORTS)[number]['id'];

const byId: ReadonlyMap<string, Report> = new Map(REPORTS.map((report) => [report.id, report]));

/** Whether `id` names a report of the catalogue. */
export function isReportId(id: string): id is ReportId {
  return byId.has(id);
}

/** The catalogue entry of `id`. */
export function reportOf(id: ReportId): Report {
  const report = byId.get(id);
  if (report === undefined) throw new RangeError(`No report is called ${id}`);
  return report;
}

/** Length of the periods that a performance report groups by. */
export const PERIODS = ['hour', 'day', 'week', 'month'] as const;
/** See {@link PERIODS}. */
export type Period = (typeof PERIODS)[number];

/** Query options of a launch that shape its rows. */
export type LaunchOptions = { readonly fieldGroup?: string; readonly includeDetails?: boolean };

/** A launch as the operator asked for it; `parameters` is what goes under that name in the body. */
export type LaunchRequest = {
  readonly report: ReportId;
  readonly options: LaunchOptions;
  readonly parameters: Readonly<Record<string, unknown>> & { readonly mailboxId: string };
};

/** Path and query of a launch. `max` is always the largest page, so that reading a result costs the fewest requests. */
export function launchTarget(request: LaunchRequest): string {
  const query = new URLSearchParams();
  if (request.options.fieldGroup !== undefined) query.set('fieldGroup', request.options.fieldGroup);
  if (request.options.includeDetails === true) query.set('includeDetails', 'true');
  query.set('max', String(MAX_PAGE_SIZE));
  return `/api/v1/reports/${request.report}?${query.toString()}`;
}

/** Body of a launch. The `parameters` wrapper is an assumption (contract.md section 5), made here and nowhere else. */
export function launchBody(request: LaunchRequest): string {
  return JSON.stringify({ parameters: request.parameters });
}
