// A report in words, beside its name: the names that Admin has for it, what a row is, and which scopes it needs.
import type { Report, ReportId } from '#src/contract/reports.ts';
import type { SeenScopes } from '#src/failures/key-scopes.ts';
import { formatList } from '#src/ui/number-format.ts';
import * as words from './words.ts';

/** What Admin calls the same figures (contract.md section 8); none for message detail. */
const ADMIN_NAMES: Readonly<Record<ReportId, readonly string[]>> = {
  mailboxPerformance: ['Mailbox Performance', 'Mailbox Closed Performance'],
  mailboxUserPerformance: ['User Performance', 'User Closed Performance'],
  mailboxDomainPerformance: ['Domain Performance'],
  receivedMessageDetail: [],
};

/** "One row per user and period. In Admin: User Performance and User Closed Performance." */
export function reportInWords(report: ReportId): string {
  const names = ADMIN_NAMES[report];
  const rows = words.oneRowPer[report];
  return names.length === 0 ? rows : `${rows} ${words.inAdmin(formatList(names))}`;
}

/** "Needs a key with the scopes reporting and messages:read." */
export function scopesInWords({ scopes }: Pick<Report, 'scopes'>): string {
  return words.needsScopes(formatList(scopes), scopes.length > 1);
}

/** Why the chosen key is likely to be refused; null where nothing speaks against it. The API never tells what a key may do. */
export function missingScopes(
  { scopes }: Pick<Report, 'scopes'>,
  { label, missing }: { readonly label: string } & Pick<SeenScopes, 'missing'>,
): string | null {
  const lacking = scopes.filter((scope) => missing.includes(scope));
  if (lacking.length === 0) return null;
  return words.refusedForScopes(label, formatList(lacking), lacking.length > 1);
}
