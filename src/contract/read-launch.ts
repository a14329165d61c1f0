// A launch read back from what was sent: the reverse of launchTarget and launchBody.
import * as z from 'zod/mini';
import { isShallow } from './nesting.ts';
import { isReportId } from './reports.ts';
import type { LaunchRequest } from './reports.ts';

/** The `parameters` wrapper is the assumption that `launchBody` makes. */
const bodySchema = z.looseObject({ parameters: z.looseObject({ mailboxId: z.string() }) });

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/**
 * The launch that had this path, query (without `?`) and body; null where it is no launch of a report in the
 * catalogue, or one whose body is nested too deep to be written again.
 */
export function readLaunch(path: string, query: string, body: string): LaunchRequest | null {
  const report = path.slice(path.lastIndexOf('/') + 1);
  const parsed = z.safeParse(bodySchema, parse(body));
  if (!isReportId(report) || !parsed.success || !isShallow(parsed.data)) return null;
  const options = new URLSearchParams(query);
  const fieldGroup = options.get('fieldGroup');
  return {
    report,
    options: {
      ...(fieldGroup !== null && { fieldGroup }),
      ...(options.get('includeDetails') === 'true' && { includeDetails: true }),
    },
    parameters: parsed.data.parameters,
  };
}
