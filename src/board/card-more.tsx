// The buttons of a finished run's card that nobody needs in the first second. They come with code of their own.
import { Link } from 'react-router';
import { actionLabel } from '#src/failures/actions.ts';
import { formLink } from '#src/launch/form-state.ts';
import { CopyOnCard } from '#src/results/copy-on-card.tsx';
import type { RunRecord } from '#src/records/record.ts';
import { buttonClass } from '#src/ui/button.tsx';

export function CardMore({ record }: { record: RunRecord }) {
  return (
    <>
      <Link className={buttonClass('quiet', 'small')} to={formLink(record)}>
        {actionLabel('edit-and-run')}
      </Link>
      {record.state === 'done' && <CopyOnCard record={record} />}
    </>
  );
}
