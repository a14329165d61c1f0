// What the documentation says of the body of a launch (contract.md section 8), as schemas: the last look before one goes out. New optional
// parameters may be added without notice, so others pass.
import * as z from 'zod/mini';
import { PERIODS, reportOf } from './reports.ts';
import type { LaunchRequest } from './reports.ts';

const id = z.string().check(z.minLength(1));
/** Read in the mailbox's zone; a suffix would be ignored, so it is never sent. */
const wallTime = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/));
/** A bare date is a 400. */
const activityTime = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?$/));
const domain = z.string().check(z.regex(/^[^\s,;@/:*]+$/));

const performance = z.looseObject({
  mailboxId: id,
  start: wallTime,
  end: wallTime,
  period: z.enum(PERIODS),
  users: z.optional(z.array(id)),
  domains: z.optional(z.array(domain)),
});
const messages = z.looseObject({
  mailboxId: id,
  activityType: z.enum(['received', 'replied', 'closed']),
  activityStart: z.optional(activityTime),
  activityEnd: z.optional(activityTime),
  statuses: z.optional(z.array(z.enum(['open', 'snoozed', 'closed']))),
});

/** Names of the parameters that are not in the documented form, each once; none where the launch can go out. */
export function undocumentedParameters({ report, parameters }: LaunchRequest): string[] {
  const { family } = reportOf(report);
  const result = family === 'messages' ? messages.safeParse(parameters) : performance.safeParse(parameters);
  if (result.success) return [];
  return [...new Set(result.error.issues.map(({ path }) => String(path[0])))];
}
