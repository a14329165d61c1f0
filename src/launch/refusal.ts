// Why the launch that the form was filled from was refused, and which field that points at.
import { fieldOf } from '#src/failures/field-of.ts';
import type { RunFailure } from '#src/records/failure.ts';
import type { RunRecord } from '#src/records/record.ts';
import { FORM_FIELDS } from './build-request.ts';
import type { FieldErrors, FormField } from './build-request.ts';
import { formOf } from './form-of-record.ts';
import type { FormState, RangeEndName } from './form-state.ts';
import { FIELD_OF_PARAMETER, fieldOfParameter } from './parameter-fields.ts';
import * as words from './words.ts';

/** `field` is null where the reason names none. */
export type Refusal = {
  readonly failure: RunFailure;
  readonly field: FormField | null;
  readonly text: string;
};

/** The refusal of `record`, null where it was not refused for what this form can change. */
export function refusalOf(record: RunRecord | null): Refusal | null {
  const failure = record?.state === 'refused' ? record.failure : null;
  if (failure?.kind === 'mailbox-out-of-reach') {
    return {
      failure,
      field: 'mailbox',
      text: words.mailboxOutOfReach,
    };
  }
  if (failure?.kind !== 'settings-refused') return null;
  const message = failure.message ?? '';
  const typed = record === null ? [] : formOf(record).more.map(({ name }) => name);
  const parameter = fieldOf(message, [...Object.keys(FIELD_OF_PARAMETER), ...typed]);
  return {
    failure,
    field: parameter === null ? null : typed.includes(parameter) ? 'more' : fieldOfParameter(parameter),
    text: words.refusedLastTime(message),
  };
}

const VALUE: Readonly<Record<FormField, (form: FormState) => string>> = {
  report: (form) => form.report,
  key: (form) => form.keyId,
  mailbox: (form) => JSON.stringify(form.mailboxIds),
  activity: (form) => form.activity,
  from: (form) => endOf(form, 'from'),
  to: (form) => endOf(form, 'to'),
  period: (form) => form.period,
  fieldGroups: (form) => form.fieldGroups.join(),
  includeDetails: (form) => String(form.includeDetails),
  users: (form) => JSON.stringify(form.users),
  domains: (form) => form.domains,
  statuses: (form) => form.statuses.join(),
  more: (form) => JSON.stringify(form.more),
};

function endOf(form: FormState, end: RangeEndName): string {
  return `${form.preset} ${form[end]} ${form.zulu.includes(end) ? 'Z' : ''}`;
}

/** The reason at its field, as long as the field stands as it was refused. */
export function refusedField(
  refusal: Refusal | null,
  record: RunRecord | null,
  form: FormState,
): FieldErrors {
  const field = FORM_FIELDS.find((name) => name === refusal?.field);
  if (refusal === null || record === null || field === undefined) return {};
  const changed = VALUE[field](form) !== VALUE[field](formOf(record));
  return changed ? {} : { [field]: refusal.text };
}
