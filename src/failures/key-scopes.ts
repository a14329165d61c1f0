// What a key was seen to be able to do. The API never tells a key's scopes, so only what worked, and what was refused, is known.
import { reportOf } from '#src/contract/reports.ts';
import type { Scope } from '#src/contract/reports.ts';
import { isReadable } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';

/** Scopes by what was seen. One that is in neither list was never tried. */
export type SeenScopes = {
  /** A call that needs it was accepted. */
  readonly works: readonly Scope[];
  /** A call that needs it was refused with 403, and nothing showed that it works. */
  readonly missing: readonly Scope[];
};

const ORDER = ['reporting', 'messages:read', 'messages:content'] as const satisfies readonly Scope[];

/** What the records of `keyId` prove; `listed` = a mailbox list was read with it. */
export function scopesSeen(keyId: string, records: readonly RunRecord[], listed: boolean): SeenScopes {
  const own = records.filter((record) => record.keyId === keyId && isReadable(record));
  const accepted = own.filter((record) => record.self !== null);
  const refused = own.filter((record) => record.failure?.kind === 'scope-missing');
  const works = new Set<Scope>(accepted.flatMap((record) => [...reportOf(record.request.report).scopes]));
  if (listed) works.add('reporting');
  const needed = new Set<Scope>(refused.flatMap((record) => [...reportOf(record.request.report).scopes]));
  return {
    works: ORDER.filter((scope) => works.has(scope)),
    missing: ORDER.filter((scope) => needed.has(scope) && !works.has(scope)),
  };
}
