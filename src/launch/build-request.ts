// The form → the launch as it goes over the wire, or what is still wrong, in words, at the field. What the documentation says is refused
// (contract.md section 8) does not get past here.
import type { DeskKey } from '#src/contract/desk.ts';
import type { Mailbox } from '#src/contract/mailboxes.ts';
import { reportOf } from '#src/contract/reports.ts';
import type { LaunchOptions, LaunchRequest } from '#src/contract/reports.ts';
import { domainError, parseDomains } from './domains.ts';
import type { FormState } from './form-state.ts';
import { presetRange, wireTime } from '#src/range/mailbox-time.ts';
import type { Weekday } from '#src/range/week-start.ts';

/** The fields that something can be wrong with, in the order in which they stand. */
export const FORM_FIELDS = [
  'report',
  'key',
  'mailbox',
  'activity',
  'from',
  'to',
  'period',
  'fieldGroups',
  'includeDetails',
  'users',
  'domains',
  'statuses',
] as const;
/** See {@link FORM_FIELDS}. */
export type FormField = (typeof FORM_FIELDS)[number];
/** What is wrong, in words, by field. */
export type FieldErrors = Partial<Record<FormField, string>>;

/** Another key is never taken in its place unasked: only the key that starts a run can read it. */
export const KEY_NOT_LOADED =
  'The key that was chosen is not loaded here. Choose another one, or enter it again.';

/** What the API reads where the message report is given no range: nothing lies outside (contract.md section 8). */
export const EARLIEST = '2000-01-01T00:00:00';
/** See {@link EARLIEST}. */
export const LATEST = '2100-12-31T23:59:59';

/** Said at *To*, also while the range is being entered. */
export const ENDS_BEFORE = 'The range ends before it begins. Choose a later To, or an earlier From.';

/** Whether a range ends before it begins. Wire times have one form and no suffix, so their texts compare like the times they stand for. */
export function endsBefore(start: string | null, end: string | null): boolean {
  return start !== null && end !== null && end < start;
}

/** What the form is read against. */
export type LaunchFacts = {
  readonly keys: readonly Pick<DeskKey, 'id' | 'label'>[];
  /** The mailboxes of the chosen key; null until they are known. */
  readonly mailboxes: readonly Mailbox[] | null;
  /** Epoch ms, desk time. */
  readonly now: number;
  readonly weekStart: Weekday;
};

/** A launch that nothing is wrong with. */
export type ReadyLaunch = {
  readonly kind: 'ready';
  readonly request: LaunchRequest;
  readonly mailbox: Mailbox;
  readonly key: LaunchFacts['keys'][number];
};

/** See {@link buildRequest}. */
export type BuiltLaunch = ReadyLaunch | { readonly kind: 'incomplete'; readonly errors: FieldErrors };

/** The key that the form stands for: the one it names, else the first. Undefined where that one is not loaded. */
export function keyOf(
  form: Pick<FormState, 'keyId'>,
  keys: LaunchFacts['keys'],
): LaunchFacts['keys'][number] | undefined {
  return form.keyId === '' ? keys[0] : keys.find((key) => key.id === form.keyId);
}

/** Wall-clock ends as entered or as the preset gives them; '' where there is none. */
export type EnteredRange = { readonly start: string; readonly end: string };

/** The range that the form stands for in a mailbox's zone. */
export function rangeOf(
  form: FormState,
  timeZone: string,
  { now, weekStart }: Pick<LaunchFacts, 'now' | 'weekStart'>,
): EnteredRange {
  if (form.preset === 'any') return { start: '', end: '' };
  if (form.preset === 'custom') return { start: form.from, end: form.to };
  return presetRange(form.preset, { now, timeZone, weekStart });
}

/** Reads the form: a launch that can be sent, or what keeps it from being one. */
export function buildRequest(form: FormState, facts: LaunchFacts): BuiltLaunch {
  const errors: FieldErrors = {};
  const key = keyOf(form, facts.keys);
  if (key === undefined) errors.key = KEY_NOT_LOADED;
  const mailbox = facts.mailboxes?.find(({ mailboxId }) => mailboxId === form.mailboxId);
  const mailboxError = mailbox === undefined ? missingMailbox(form, facts) : null;
  if (mailboxError !== null && key !== undefined) errors.mailbox = mailboxError;
  // Without a mailbox there is no zone for a preset; what was entered by hand can be checked all the same.
  const range = rangeOf(form, mailbox?.timeZone ?? 'UTC', facts);
  const start = rangeEnd(range.start, form, 'from', errors);
  const end = rangeEnd(range.end, form, 'to', errors);
  if (endsBefore(start, end)) errors.to = ENDS_BEFORE;
  if (form.fieldGroups.length === 0) errors.fieldGroups = 'Choose at least one group.';
  const wrongDomain = domainError(domainsOf(form));
  if (wrongDomain !== null) errors.domains = wrongDomain;
  if (key === undefined || mailbox === undefined || Object.keys(errors).length > 0) {
    return { kind: 'incomplete', errors };
  }
  const parameters = parametersOf(form, mailbox, { start, end });
  return {
    kind: 'ready',
    request: { report: form.report, options: optionsOf(form), parameters },
    mailbox,
    key,
  };
}

/** Filters that are empty are left out: the API counts everything then. */
function parametersOf(
  form: FormState,
  { mailboxId }: Mailbox,
  { start, end }: { readonly start: string | null; readonly end: string | null },
): LaunchRequest['parameters'] {
  const { family, filter } = reportOf(form.report);
  if (family === 'messages') {
    return {
      mailboxId,
      activityType: form.activity,
      ...(start === null ? {} : { activityStart: start }),
      ...(end === null ? {} : { activityEnd: end }),
      ...(form.statuses.length === 0 ? {} : { statuses: form.statuses }),
    };
  }
  const users = filter === 'users' ? form.users : [];
  const domains = domainsOf(form);
  return {
    mailboxId,
    start,
    end,
    period: form.period,
    ...(users.length === 0 ? {} : { users }),
    ...(domains.length === 0 ? {} : { domains }),
  };
}

function domainsOf({ report, domains }: FormState): string[] {
  return reportOf(report).filter === 'domains' ? parseDomains(domains) : [];
}

function missingMailbox(form: FormState, { mailboxes }: LaunchFacts): string {
  if (mailboxes === null) return 'The list of mailboxes is not here yet.';
  return form.mailboxId === ''
    ? 'Choose a mailbox.'
    : 'The mailbox that was chosen is not in the list of this key. Choose one from the list, or another key.';
}

/** The wire time of one end; null where it is left out or wrong, with the reason in `errors`. */
function rangeEnd(text: string, form: FormState, field: 'from' | 'to', errors: FieldErrors): string | null {
  if (text === '') {
    const needed = reportOf(form.report).family === 'performance';
    if (needed) errors[field] = `Enter when the range ${field === 'from' ? 'begins' : 'ends'}.`;
    return null;
  }
  const time = wireTime(text);
  if (time === null) errors[field] = 'There is no such date or time. Choose another one.';
  else if (time < EARLIEST || time > LATEST) {
    errors[field] = 'Choose a date between 1 Jan 2000 and 31 Dec 2100.';
  } else return time;
  return null;
}

/** The default group alone is left out: it is what the API uses when none is named. */
function optionsOf({ report, fieldGroups, includeDetails }: FormState): LaunchOptions {
  const { defaultFieldGroup, hasDetails } = reportOf(report);
  const fieldGroup = fieldGroups.join(',');
  return {
    ...(fieldGroup === defaultFieldGroup ? {} : { fieldGroup }),
    ...(hasDetails && includeDetails ? { includeDetails: true } : {}),
  };
}
