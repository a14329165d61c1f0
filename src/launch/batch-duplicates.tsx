// Of several mailboxes the desk has some runs already: which, and how to launch the others, or all of them all the same.
import { Link } from 'react-router';
import { Button } from '#src/ui/button.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { sentBy } from './batch-plan.ts';
import type { PlannedLaunch } from './batch-plan.ts';
import * as words from './notice-words.tsx';

type BatchDuplicatesProps = {
  readonly plan: readonly PlannedLaunch[];
  readonly slots: number;
  readonly onLaunch: (part: readonly PlannedLaunch[]) => void;
};

export function BatchDuplicates({ plan, slots, onLaunch }: BatchDuplicatesProps) {
  const there = plan.filter(({ duplicate }) => duplicate !== null);
  const others = plan.filter(({ duplicate }) => duplicate === null);
  return (
    <Panel
      tone="waiting"
      icon="info"
      headingLevel={2}
      title={others.length === 0 ? words.allThere(plan.length) : words.someThere(there.length, plan.length)}
      actions={
        <>
          {others.length > 0 && (
            <Button variant="primary" onClick={() => onLaunch(others)}>
              {words.launchOthers(others.length, slotsUsed(others, slots), slots)}
            </Button>
          )}
          <Button onClick={() => onLaunch(plan)}>
            {words.launchAll(plan.length, slotsUsed(plan, slots), slots)}
          </Button>
        </>
      }
    >
      <p>{words.launchedWithThese}</p>
      <ul>
        {there.map(({ launch, duplicate }) => (
          <li key={launch.mailbox.mailboxId}>
            {duplicate !== null &&
              words.isThere[duplicate.kind](
                <Link to={`/runs/${duplicate.record.id}`}>{launch.mailbox.mailboxName}</Link>,
              )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** A button that starts runs says what they take. */
function slotsUsed(part: readonly PlannedLaunch[], slots: number): number {
  return Math.min(sentBy(part).length, slots);
}
