// A report in words, beside its name: the names that Admin has for it, what a row is, and which scopes it needs.
import { reportOf } from '#src/contract/reports.ts';
import type { Report, ReportId } from '#src/contract/reports.ts';
import type { SeenScopes } from '#src/failures/key-scopes.ts';
import { formatList } from '#src/ui/number-format.ts';

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
  const rows = `One row per ${reportOf(report).rowPer}.`;
  return names.length === 0 ? rows : `${rows} In Admin: ${formatList(names)}.`;
}

/** "Needs a key with the scopes reporting and messages:read." */
export function scopesInWords({ scopes }: Pick<Report, 'scopes'>): string {
  return `Needs a key with the scope${scopes.length > 1 ? 's' : ''} ${formatList(scopes)}.`;
}

/** Why the chosen key is likely to be refused; null where nothing speaks against it. The API never tells what a key may do. */
export function missingScopes(
  { scopes }: Pick<Report, 'scopes'>,
  { label, missing }: { readonly label: string } & Pick<SeenScopes, 'missing'>,
): string | null {
  const lacking = scopes.filter((scope) => missing.includes(scope));
  if (lacking.length === 0) return null;
  return `“${label}” was refused before for what needs ${formatList(lacking)}, and will most likely be refused again. Choose another key, or have one made with ${lacking.length > 1 ? 'these scopes' : 'this scope'}.`;
}
