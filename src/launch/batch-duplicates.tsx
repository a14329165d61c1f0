// Of several mailboxes the desk has some runs already: which, and how to launch the others, or all of them all the same.
import { Link } from 'react-router';
import type { DuplicateKind } from '#src/records/duplicates.ts';
import { Button } from '#src/ui/button.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { sentBy } from './batch-plan.ts';
import type { PlannedLaunch } from './batch-plan.ts';

type BatchDuplicatesProps = {
  readonly plan: readonly PlannedLaunch[];
  readonly slots: number;
  readonly onLaunch: (part: readonly PlannedLaunch[]) => void;
};

/** What is said of each, after the mailbox's name. */
const WORDS: Readonly<Record<DuplicateKind, string>> = {
  running: 'is running already',
  waiting: 'is waiting already',
  'may-be-running': 'may be running: nobody knows yet whether it started',
  final: 'has its result, and running it again gives the same rows',
  'moved-on': 'has an earlier result, and running it again may give newer figures',
  'other-key': 'was started with a key that is not loaded',
};

export function BatchDuplicates({ plan, slots, onLaunch }: BatchDuplicatesProps) {
  const there = plan.filter(({ duplicate }) => duplicate !== null);
  const others = plan.filter(({ duplicate }) => duplicate === null);
  return (
    <Panel
      tone="waiting"
      icon="info"
      headingLevel={2}
      title={
        others.length === 0
          ? `All ${plan.length} runs are there already`
          : `${there.length} of ${plan.length} runs ${there.length === 1 ? 'is' : 'are'} there already`
      }
      actions={
        <>
          {others.length > 0 && (
            <Button variant="primary" onClick={() => onLaunch(others)}>
              {slotsLabel(`Launch the other ${others.length === 1 ? 'one' : others.length}`, others, slots)}
            </Button>
          )}
          <Button onClick={() => onLaunch(plan)}>
            {slotsLabel(`Launch all ${plan.length} anyway`, plan, slots)}
          </Button>
        </>
      }
    >
      <p>These were launched with exactly these settings:</p>
      <ul>
        {there.map(({ launch, duplicate }) => (
          <li key={launch.mailbox.mailboxId}>
            {duplicate !== null && (
              <>
                <Link to={`/runs/${duplicate.record.id}`}>{launch.mailbox.mailboxName}</Link>{' '}
                {WORDS[duplicate.kind]}.
              </>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** A button that starts runs says what they take. */
function slotsLabel(label: string, part: readonly PlannedLaunch[], slots: number): string {
  return `${label} · uses ${Math.min(sentBy(part).length, slots)} of ${slots} slots`;
}
