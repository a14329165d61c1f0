// The form → the launch as it goes over the wire, or what is still wrong, in words, at the field. What the documentation says is refused
// (contract.md section 8) does not get past here.
import type { DeskKey } from '#src/contract/desk.ts';
import type { Mailbox } from '#src/contract/mailboxes.ts';
import { undocumentedParameters } from '#src/contract/launch-parameters.ts';
import { reportOf } from '#src/contract/reports.ts';
import type { LaunchOptions, LaunchRequest } from '#src/contract/reports.ts';
import { domainError, readDomains } from './domains.ts';
import type { DomainList } from './domains.ts';
import type { FormState, RangeEndName } from './form-state.ts';
import { moreErrors, moreValues } from './more-parameters.ts';
import { fieldOfParameter } from './parameter-fields.ts';
import { presetRange, wireTime } from '#src/range/mailbox-time.ts';
import type { Weekday } from '#src/range/week-start.ts';
import * as words from './words.ts';
import * as mailboxWords from './mailbox-words.ts';
import * as rangeWords from './range-words.ts';

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
  'more',
] as const;
/** See {@link FORM_FIELDS}. */
export type FormField = (typeof FORM_FIELDS)[number];
/** What is wrong, in words, by field. */
export type FieldErrors = Partial<Record<FormField, string>>;

/** What the API reads where the message report is given no range: nothing lies outside (contract.md section 8). */
export const EARLIEST = '2000-01-01T00:00:00';
/** See {@link EARLIEST}. */
export const LATEST = '2100-12-31T23:59:59';

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
  /** Ends of which the browser holds only a part: to the form they look empty. */
  readonly halfFilled?: readonly RangeEndName[];
};

/** A launch that nothing is wrong with. */
export type ReadyLaunch = {
  readonly request: LaunchRequest;
  readonly mailbox: Mailbox;
  readonly key: LaunchFacts['keys'][number];
};

/** See {@link buildRequest}. One launch for each mailbox, in the order in which they were chosen. */
export type BuiltLaunch =
  | { readonly kind: 'ready'; readonly launches: readonly [ReadyLaunch, ...ReadyLaunch[]] }
  | { readonly kind: 'incomplete'; readonly errors: FieldErrors };

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
  // Another key is never taken in its place unasked: only the key that starts a run can read it.
  if (key === undefined) errors.key = words.keyNotLoaded;
  const mailboxes = chosenMailboxes(form, facts);
  const mailboxError = missingMailbox(form, facts, mailboxes.length);
  if (mailboxError !== null && key !== undefined) errors.mailbox = mailboxError;
  // Without a mailbox there is no zone for a preset; what was entered by hand can be checked all the same.
  const endsIn = (timeZone: string) => wireEnds(rangeOf(form, timeZone, facts), form, facts, errors);
  endsIn('UTC');
  if (form.fieldGroups.length === 0) errors.fieldGroups = words.chooseGroup;
  const wrongDomain = domainError(domainsOf(form));
  if (wrongDomain !== null) errors.domains = wrongDomain;
  const wrongMore = moreErrors(form.report, form.more).find((error) => error !== null);
  if (wrongMore !== undefined) errors.more = wrongMore.text;
  if (key === undefined || Object.keys(errors).length > 0) return { kind: 'incomplete', errors };
  const [first, ...others] = mailboxes.map((mailbox) => ({
    request: {
      report: form.report,
      options: optionsOf(form),
      parameters: parametersOf(form, mailbox, endsIn(mailbox.timeZone)),
    },
    mailbox,
    key,
  }));
  const [undocumented] = first === undefined ? [] : undocumentedParameters(first.request);
  if (undocumented !== undefined) {
    // What no rule of a field saw.
    const field = fieldOfParameter(undocumented) ?? 'more';
    return { kind: 'incomplete', errors: { [field]: words.notDocumented } };
  }
  return first === undefined
    ? { kind: 'incomplete', errors }
    : { kind: 'ready', launches: [first, ...others] };
}

/** Those of the chosen mailboxes that are in the list, in the order in which they were chosen. */
export function chosenMailboxes(
  { mailboxIds }: Pick<FormState, 'mailboxIds'>,
  { mailboxes }: Pick<LaunchFacts, 'mailboxes'>,
): Mailbox[] {
  return mailboxIds.flatMap((id) => mailboxes?.find(({ mailboxId }) => mailboxId === id) ?? []);
}

/** Null where an end is left out. */
type WireEnds = { readonly start: string | null; readonly end: string | null };

/** Filters that are empty are left out: the API counts everything then. */
function parametersOf(
  form: FormState,
  { mailboxId }: Mailbox,
  { start, end }: WireEnds,
): LaunchRequest['parameters'] {
  const { family, filter } = reportOf(form.report);
  if (family === 'messages') {
    return {
      mailboxId,
      activityType: form.activity,
      ...(start === null ? {} : { activityStart: start }),
      ...(end === null ? {} : { activityEnd: end }),
      ...(form.statuses.length === 0 ? {} : { statuses: form.statuses }),
      ...moreValues(form.more),
    };
  }
  const users = filter === 'users' ? form.users : [];
  const { domains } = domainsOf(form);
  return {
    mailboxId,
    start,
    end,
    period: form.period,
    ...(users.length === 0 ? {} : { users }),
    ...(domains.length === 0 ? {} : { domains }),
    ...moreValues(form.more),
  };
}

function domainsOf({ report, domains }: FormState): DomainList {
  return readDomains(reportOf(report).filter === 'domains' ? domains : '');
}

function missingMailbox({ mailboxIds }: FormState, { mailboxes }: LaunchFacts, found: number): string | null {
  if (mailboxIds.length === 0) return mailboxes === null ? mailboxWords.listNotHere : mailboxWords.chooseOne;
  if (found === mailboxIds.length) return null;
  if (mailboxes === null) return mailboxWords.listNotHere;
  return mailboxIds.length === 1 ? mailboxWords.chosenNotInList : mailboxWords.notAllInList;
}

/** Both ends as they go over the wire; what is wrong with them is put in `errors`. */
function wireEnds(range: EnteredRange, form: FormState, facts: LaunchFacts, errors: FieldErrors): WireEnds {
  const half = form.preset === 'custom' ? (facts.halfFilled ?? []) : [];
  const start = rangeEnd(range.start, form, 'from', half.includes('from'), errors);
  const end = rangeEnd(range.end, form, 'to', half.includes('to'), errors);
  const zulu = zuluOf(form);
  // How an end with a `Z` lies to one without is not known.
  if (zulu.length !== 1 && endsBefore(start, end)) errors.to = rangeWords.endsBefore;
  const suffix = (name: RangeEndName) => (zulu.includes(name) ? 'Z' : '');
  return {
    start: start === null ? null : `${start}${suffix('from')}`,
    end: end === null ? null : `${end}${suffix('to')}`,
  };
}

/** The ends that go out with a `Z`: only message detail reads it, and a range by name is in the mailbox's own time. */
export function zuluOf({ report, preset, zulu }: FormState): readonly RangeEndName[] {
  return preset === 'custom' && reportOf(report).family === 'messages' ? zulu : [];
}

/** The wire time of one end; null where it is left out or wrong, with the reason in `errors`. */
function rangeEnd(
  text: string,
  form: FormState,
  field: RangeEndName,
  half: boolean,
  errors: FieldErrors,
): string | null {
  if (text === '') {
    const needed = reportOf(form.report).family === 'performance';
    if (half) errors[field] = rangeWords.halfFilled;
    else if (needed) errors[field] = field === 'from' ? rangeWords.enterBeginning : rangeWords.enterEnd;
    return null;
  }
  const time = wireTime(text);
  if (time === null) errors[field] = rangeWords.noSuchTime;
  else if (time < EARLIEST || time > LATEST) {
    errors[field] = rangeWords.outOfYears;
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
