// An address of this desk that leads nowhere.
import { Link } from 'react-router';
import { buttonClass } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import styles from './page.module.css';

export function NotFoundPage() {
  return (
    <div className={styles['page']}>
      <PageTitle>Page not found</PageTitle>
      <EmptyState
        title="There is no page at this address"
        icon="search"
        headingLevel={1}
        actions={
          <Link className={buttonClass('primary')} to="/">
            Go to the board
          </Link>
        }
      >
        The link may be old or mistyped. Your runs are on the board.
      </EmptyState>
    </div>
  );
}
