// Saved copies of results.
import { Link } from 'react-router';
import { buttonClass } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Heading } from '#src/ui/heading.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import styles from './page.module.css';

export function CopiesPage() {
  return (
    <div className={styles['page']}>
      <PageTitle>Saved copies</PageTitle>
      <Heading level={1}>Saved copies</Heading>
      <EmptyState
        title="No copy is saved in this browser"
        icon="download"
        actions={
          <Link className={buttonClass()} to="/">
            Go to the board
          </Link>
        }
      >
        Emailgistics keeps a result for 24 hours after its launch. After that, run it again from its card: the
        settings are kept here.
      </EmptyState>
    </div>
  );
}
