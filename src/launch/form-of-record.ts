// The launch form filled with exactly what a record asked for: *Edit and run*, and what was refused.
import * as z from 'zod/mini';
import { isShallow } from '#src/contract/nesting.ts';
import { isReportId, reportOf } from '#src/contract/reports.ts';
import type { LaunchRequest } from '#src/contract/reports.ts';
import type { RunRecord } from '#src/records/record.ts';
import { parseForm, RANGE_ENDS, RECORD_IN_LINK, STATUSES, writeForm } from './form-state.ts';
import type { FormState } from './form-state.ts';
import { ownParameters, valueText } from './more-parameters.ts';

const AFTER_SECONDS = /(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$/i;

/**
 * The form filled with exactly what a record asked for. Parameters that the form has no field for become rows of *More parameters*. A `Z`
 * is kept where it may mean something: performance reports ignore it.
 */
export function formOf({ id, request, keyId }: Pick<RunRecord, 'id' | 'request' | 'keyId'>): FormState {
  const { report, options, parameters } = request;
  const { family, defaultFieldGroup } = reportOf(report);
  const messages = family === 'messages';
  const sent = {
    from: textOf(parameters[messages ? 'activityStart' : 'start']),
    to: textOf(parameters[messages ? 'activityEnd' : 'end']),
  };
  const own = ownParameters(report);
  const more = Object.entries(parameters)
    .filter(([name, value]) => !own.has(name) && value !== undefined)
    .map(([name, value]) => ({ name, value: valueText(value) }));
  const query = writeForm({
    ...parseForm(new URLSearchParams({ report })),
    keyId,
    mailboxIds: [parameters.mailboxId],
    preset: 'custom',
    from: sent.from.replace(AFTER_SECONDS, ''),
    to: sent.to.replace(AFTER_SECONDS, ''),
    zulu: RANGE_ENDS.filter((end) => messages && /Z$/i.test(sent[end])),
    fieldGroups: [options.fieldGroup ?? defaultFieldGroup],
    includeDetails: options.includeDetails === true,
    users: own.has('users') ? textsOf(parameters['users']) : [],
    domains: own.has('domains') ? textsOf(parameters['domains']).join('\n') : '',
    statuses: messages ? STATUSES.filter((status) => textsOf(parameters['statuses']).includes(status)) : [],
    more,
    fromRecord: id,
  });
  // Through the same door as a link: a record of another version is read as tolerantly.
  query.set('by', textOf(parameters['period']));
  query.set('activity', textOf(parameters['activityType']));
  const form = parseForm(query);
  const anyTime = messages && form.from === '' && form.to === '';
  return anyTime ? { ...form, preset: 'any' } : form;
}

/** The form that an address stands for: its query string, or the record that the link of a card brought along. */
export function readForm(query: URLSearchParams): FormState {
  const record = query.get(RECORD_IN_LINK);
  const parsed = record === null ? null : z.safeParse(linkSchema, jsonOf(record));
  if (parsed?.success !== true) return parseForm(query);
  const { id, keyId, request } = parsed.data;
  const { report, options, parameters } = request;
  if (!isReportId(report) || !isShallow(parameters)) return parseForm(query);
  return formOf({ id, keyId, request: { report, options: optionsOf(options), parameters } });
}

const linkSchema = z.object({
  id: z.string(),
  keyId: z.string(),
  request: z.object({
    report: z.string(),
    options: z.object({
      fieldGroup: z.optional(z.string()),
      includeDetails: z.optional(z.boolean()),
    }),
    parameters: z.looseObject({ mailboxId: z.string() }),
  }),
});

function optionsOf({
  fieldGroup,
  includeDetails,
}: z.infer<typeof linkSchema>['request']['options']): LaunchRequest['options'] {
  return {
    ...(fieldGroup !== undefined && { fieldGroup }),
    ...(includeDetails !== undefined && { includeDetails }),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function textsOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.filter((entry) => typeof entry === 'string').filter((entry) => entry.trim() !== '');
}
