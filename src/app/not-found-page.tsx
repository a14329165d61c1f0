// An address of this desk that leads nowhere.
import { Link } from 'react-router';
import { buttonClass } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import * as words from './words.ts';
import styles from './page.module.css';

export function NotFoundPage() {
  return (
    <div className={styles['page']}>
      <PageTitle>{words.pageNotFound}</PageTitle>
      <EmptyState
        title={words.noPageHere}
        icon="search"
        headingLevel={1}
        actions={
          <Link className={buttonClass('primary')} to="/">
            {words.goToBoard}
          </Link>
        }
      >
        {words.linkMayBeOld}
      </EmptyState>
    </div>
  );
}
