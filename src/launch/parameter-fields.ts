// The field of the form behind each parameter of a launch.
import type { FormField } from './build-request.ts';

export const FIELD_OF_PARAMETER: Readonly<Record<string, FormField>> = {
  mailboxId: 'mailbox',
  start: 'from',
  activityStart: 'from',
  end: 'to',
  activityEnd: 'to',
  period: 'period',
  fieldGroup: 'fieldGroups',
  includeDetails: 'includeDetails',
  users: 'users',
  domains: 'domains',
  activityType: 'activity',
  statuses: 'statuses',
};

/** Null where the form has no field of its own for it. */
export function fieldOfParameter(parameter: string): FormField | null {
  return Object.hasOwn(FIELD_OF_PARAMETER, parameter) ? (FIELD_OF_PARAMETER[parameter] ?? null) : null;
}
