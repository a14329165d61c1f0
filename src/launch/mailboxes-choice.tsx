// Several mailboxes: one launch each.
import { useQueryClient } from '@tanstack/react-query';
import { knownMailboxes } from '#src/connection/queries.ts';
import type { Mailbox } from '#src/contract/mailboxes.ts';
import { formatList, plural } from '#src/ui/number-format.ts';
import { zoneLabel } from '#src/ui/time-format.ts';
import { distinctLabels } from './find-by-name.ts';
import { SearchableChoices } from './searchable-choices.tsx';
import type { SearchableChoice } from './searchable-choices.tsx';

type MailboxesChoiceProps = {
  /** Those of the key. */
  listed: readonly Mailbox[];
  values: readonly string[];
  error: string | undefined;
  onChange: (mailboxIds: string[]) => void;
};

export function MailboxesChoice({ listed, values, error, onChange }: MailboxesChoiceProps) {
  const elsewhere = knownMailboxes(useQueryClient());
  const choices = mailboxChoices(listed);
  const missing = values
    .filter((id) => !choices.some(({ value }) => value === id))
    .map((id) => {
      const name = elsewhere.find(({ mailboxId }) => mailboxId === id)?.mailboxName ?? id;
      return { value: id, label: `${name} (not in the list of this key)`, searched: name };
    });
  return (
    <SearchableChoices
      legend="Mailboxes"
      searchLabel="Find by name"
      hint={launchesInWords(listed.filter(({ mailboxId }) => values.includes(mailboxId)))}
      choices={[...choices, ...missing]}
      values={values}
      error={error}
      onChange={onChange}
    />
  );
}

/** "3 launches, one for each, each in its own time: Toronto time and London time." */
function launchesInWords(chosen: readonly Mailbox[]): string {
  if (chosen.length < 2) return 'Each makes a launch of its own, in its own time.';
  const zones = [...new Set(chosen.map(({ timeZone }) => zoneLabel(timeZone)))];
  const times = zones.length > 1 ? `, each in its own time: ${formatList(zones)}` : '';
  return `${plural(chosen.length, 'launch', 'launches')}, one for each${times}.`;
}

export function mailboxChoices(mailboxes: readonly Mailbox[]): SearchableChoice[] {
  const labels = distinctLabels(
    mailboxes.map(({ mailboxId, mailboxName, mailboxEmail }) => ({
      id: mailboxId,
      name: mailboxName,
      email: mailboxEmail,
    })),
  );
  return mailboxes.map(({ mailboxId, mailboxEmail, active }, index) => {
    const name = labels[index] ?? mailboxId;
    return {
      value: mailboxId,
      label: active ? name : `${name} (inactive)`,
      searched: `${name} ${mailboxEmail}`,
    };
  });
}
