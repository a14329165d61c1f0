// Several mailboxes: one launch each.
import { useQueryClient } from '@tanstack/react-query';
import { knownMailboxes } from '#src/connection/queries.ts';
import type { Mailbox } from '#src/contract/mailboxes.ts';
import { formatList } from '#src/ui/number-format.ts';
import { zoneLabel } from '#src/ui/time-format.ts';
import { distinctLabels } from './find-by-name.ts';
import { SearchableChoices } from './searchable-choices.tsx';
import type { SearchableChoice } from './searchable-choices.tsx';
import * as words from './mailbox-words.ts';

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
      return { value: id, label: words.notInList(name), searched: name };
    });
  return (
    <SearchableChoices
      legend={words.mailboxes}
      searchLabel={words.findByName}
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
  if (chosen.length < 2) return words.eachLaunches;
  const zones = [...new Set(chosen.map(({ timeZone }) => zoneLabel(timeZone)))];
  return zones.length > 1
    ? words.launchesInTimes(chosen.length, formatList(zones))
    : words.launches(chosen.length);
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
      label: active ? name : words.inactive(name),
      searched: `${name} ${mailboxEmail}`,
    };
  });
}
