// The page `/launch`.
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { configQuery } from '#src/connection/queries.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { buttonClass } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Heading } from '#src/ui/heading.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import { LaunchForm } from './launch-form.tsx';
import styles from './launch-page.module.css';

export function LaunchPage() {
  const { client } = useDesk().environment;
  const config = useQuery(configQuery(client));
  return (
    <div className={styles['page']}>
      <title>Launch · Report Desk</title>
      <Heading level={1}>Launch a report</Heading>
      {config.data !== undefined &&
        (config.data.keys.length > 0 ? <LaunchForm config={config.data} /> : <NoKey />)}
      {config.data === undefined &&
        (config.isError ? (
          // Why the desk cannot be reached stands above, once for every page.
          <p className={styles['note']}>The form appears when this desk can be reached again.</p>
        ) : (
          <SkeletonRegion label="Loading the form">
            <SkeletonLines lines={6} />
          </SkeletonRegion>
        ))}
    </div>
  );
}

function NoKey() {
  return (
    <EmptyState
      title="No key to launch with"
      icon="key"
      actions={
        <Link to="/connection" className={buttonClass('primary')}>
          Go to Connection
        </Link>
      }
    >
      <p>A launch needs a key of your account. Once one is loaded, this form is here as it was left.</p>
    </EmptyState>
  );
}
