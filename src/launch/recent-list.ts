// The settings that were launched last, to fill the form with them again. Pure; the records are the only source.
import { isReadable } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';
import { formOf } from './form-of-record.ts';
import type { FormState } from './form-state.ts';

/** Settings that were launched, for one mailbox or several at once. */
export type RecentSettings = {
  /** The newest of its records. */
  readonly record: RunRecord;
  /** Of every mailbox, in the order in which they were chosen. */
  readonly mailboxes: readonly { readonly id: string; readonly name: string }[];
  /** Whether the period before was launched too. */
  readonly compared: boolean;
};

/** The last `most` settings that differ. `records` newest first. What was refused, or launched elsewhere, is nothing to do again. */
export function recentSettings(records: readonly RunRecord[], most: number): RecentSettings[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  const found = new Map<string, RunRecord[]>();
  for (const record of records) {
    const { id, batch, fingerprint, origin, state } = record;
    if (origin === 'elsewhere' || state === 'refused' || !isReadable(record)) continue;
    const other = byId.get(record.comparedWith ?? '');
    // The run of the period before comes with the one that it is compared with.
    if (other?.comparedWith === id && startOf(record) < startOf(other)) continue;
    const name = batch ?? fingerprint;
    found.set(name, [...(found.get(name) ?? []), record]);
  }
  const settings = [...found.values()].flatMap((group) => settingsOf(group));
  const different = new Map<string, RecentSettings>();
  for (const one of settings) {
    const name = JSON.stringify([one.record.fingerprint, one.mailboxes.map(({ id }) => id), one.compared]);
    if (!different.has(name)) different.set(name, one);
  }
  return [...different.values()].slice(0, most);
}

function settingsOf(group: readonly RunRecord[]): RecentSettings[] {
  const [record] = group;
  if (record === undefined) return [];
  const names = new Map(group.map(({ request, mailbox }) => [request.parameters.mailboxId, mailbox.name]));
  const compared = group.some(({ comparedWith }) => (comparedWith ?? null) !== null);
  return [{ record, mailboxes: [...names].map(([id, name]) => ({ id, name })), compared }];
}

function startOf({ request: { parameters } }: RunRecord): string {
  const start = parameters['start'] ?? parameters['activityStart'];
  return typeof start === 'string' ? start : '';
}

/** The form filled with recent settings; their key where it is loaded, else the one that is chosen now. */
export function recentForm(
  { record, mailboxes, compared }: RecentSettings,
  keyId: string,
  keys: ReadonlySet<string>,
): FormState {
  return {
    ...formOf(record),
    keyId: keys.has(record.keyId) ? record.keyId : keyId,
    mailboxIds: mailboxes.map(({ id }) => id),
    compare: compared,
    fromRecord: '',
  };
}
