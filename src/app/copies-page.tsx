// Saved copies of results: `/copies` the list of them, `/copies/:id` one.
import { Link, useParams } from 'react-router';
import { CopiesList } from '#src/copies/copies-list.tsx';
import { CopiesSpace } from '#src/copies/copies-space.tsx';
import { useCopyList } from '#src/copies/copies-context.tsx';
import { CopyChoices } from '#src/copies/copy-choices.tsx';
import { CopyImport } from '#src/copies/copy-import.tsx';
import { CopyView } from '#src/results/copy-view.tsx';
import { buttonClass } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Heading } from '#src/ui/heading.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import styles from './page.module.css';

export function CopiesPage() {
  const { id } = useParams();
  const { state, copies } = useCopyList();
  if (state === 'unread') {
    return (
      <SkeletonRegion label="Looking for copies">
        <SkeletonLines lines={6} />
      </SkeletonRegion>
    );
  }
  if (id === undefined) return <AllCopies />;
  const copy = copies.find((one) => one.id === id);
  return copy === undefined ? <NoSuchCopy /> : <CopyView key={id} copy={copy} />;
}

function AllCopies() {
  const { state, copies } = useCopyList();
  return (
    <div className={styles['page']}>
      <PageTitle>Saved copies</PageTitle>
      <Heading level={1}>Saved copies</Heading>
      {state === 'blocked' && (
        <Panel size="page" tone="waiting" icon="alert" headingLevel={2} title="No copies in this browser">
          This browser does not let the desk keep anything, so no copy can be saved here. Results can be
          exported to files instead.
        </Panel>
      )}
      {copies.length > 0 && (
        <>
          <CopiesSpace copies={copies} />
          <CopiesList copies={copies} />
        </>
      )}
      {copies.length === 0 && state === 'ready' && (
        <EmptyState
          title="No copy is saved in this browser"
          icon="download"
          actions={
            <Link className={buttonClass()} to="/">
              Go to the board
            </Link>
          }
        >
          Emailgistics keeps a result for 24 hours after its launch. Save a copy from its card or its page,
          and it opens here after that, also without a connection.
        </EmptyState>
      )}
      {state === 'ready' && (
        <section className={styles['sections']} aria-label="Settings of saved copies">
          <CopyImport />
          <CopyChoices />
        </section>
      )}
    </div>
  );
}

function NoSuchCopy() {
  return (
    <EmptyState
      title="This browser has no such copy"
      icon="search"
      headingLevel={1}
      actions={
        <Link className={buttonClass('primary')} to="/copies">
          Saved copies
        </Link>
      }
    >
      It was removed, or saved in another browser.
    </EmptyState>
  );
}
