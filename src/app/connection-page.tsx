// Where the desk is connected to, and with which keys.
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { preferredFirst, useKeyNotes } from '#src/connection/key-notes.ts';
import { configQuery } from '#src/connection/queries.ts';
import type { DeskConfig } from '#src/contract/desk.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { Heading } from '#src/ui/heading.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import { AddKeyForm } from './add-key-form.tsx';
import { KeyItem } from './key-item.tsx';
import type { ForgottenKey } from './key-item.tsx';
import { KeysMissing } from './key-missing.tsx';
import styles from './connection-page.module.css';
import page from './page.module.css';

/** Reading the mailboxes of this many keys without being asked is a fair share of the account's requests. */
const MOST_LISTS = 5;

function Address({ config }: { config: DeskConfig }) {
  return (
    <DefinitionList
      items={[
        { term: 'Base address', value: config.upstream },
        {
          term: 'Kind',
          value:
            config.mode === 'sandbox'
              ? 'Sandbox: an emulator inside this desk. Nothing touches a real account.'
              : 'Live: launches make real runs in this account.',
        },
        {
          term: 'Requests',
          value: `${config.limits.requestsPerMinute} a minute, all keys and tools together`,
        },
        { term: 'Runs at a time', value: String(config.limits.concurrentRuns) },
        { term: 'Report Desk', value: `version ${config.version}` },
      ]}
    />
  );
}

export function ConnectionPage() {
  const { client } = useDesk().environment;
  const config = useQuery(configQuery(client));
  return (
    <div className={page['page']}>
      <PageTitle>Connection</PageTitle>
      <Heading level={1}>Connection</Heading>
      <div className={page['sections']}>
        <section className={page['section']} aria-labelledby="address">
          <Heading level={2} id="address">
            Account
          </Heading>
          {config.data === undefined ? (
            <SkeletonRegion label="Loading the connection">
              <SkeletonLines lines={4} />
            </SkeletonRegion>
          ) : (
            <Address config={config.data} />
          )}
        </section>
        <Keys config={config.data} />
        <p className={page['note']}>
          Notifications, times, theme and other choices of this browser:{' '}
          <Link to="/preferences">Preferences</Link>.
        </p>
      </div>
    </div>
  );
}

/** The keys that are here, those that are missed, and the form that adds one. */
function Keys({ config }: { config: DeskConfig | undefined }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const announce = useAnnounce();
  const [forgotten, setForgotten] = useState<ForgottenKey | null>(null);
  const { preferred } = useKeyNotes();
  const keys = config?.keys ?? [];
  const [first] = preferredFirst(keys, preferred);
  const isBack = keys.some(({ id }) => id === forgotten?.id);
  return (
    <>
      <section className={page['section']} aria-labelledby="keys">
        <Heading level={2} id="keys" ref={heading} tabIndex={-1} className={styles['heading']}>
          Keys
        </Heading>
        {forgotten !== null && !isBack && <p className={page['note']}>{goodbye(forgotten)}</p>}
        {config !== undefined && keys.length === 0 && (
          <p className={page['note']}>
            No key is loaded. Nothing can be launched or read until one is added.
          </p>
        )}
        {keys.length > 0 && (
          <ul className={styles['keys']} aria-labelledby="keys">
            {keys.map((key) => (
              <KeyItem
                key={key.id}
                deskKey={key}
                isFirst={key.id === first?.id}
                isOnly={keys.length === 1}
                readsMailboxes={keys.length <= MOST_LISTS}
                onForgotten={(gone) => {
                  setForgotten(gone);
                  announce(goodbye(gone));
                  heading.current?.focus();
                }}
              />
            ))}
          </ul>
        )}
        {config !== undefined && <KeysMissing loaded={new Set(keys.map(({ id }) => id))} />}
      </section>
      <section className={page['section']} aria-labelledby="add">
        <Heading level={2} id="add">
          Add a key
        </Heading>
        <p className={page['note']}>
          System administrators make keys in Emailgistics Admin → API Access. A result can be read only with
          the key that launched it, so keep the old key loaded while its runs matter.
        </p>
        <AddKeyForm submitLabel="Add key" onAdded={() => heading.current?.focus()} />
      </section>
    </>
  );
}

function goodbye({ label, orphaned }: ForgottenKey): string {
  const gone = `The key ${label} was forgotten.`;
  return orphaned === ''
    ? `${gone} Nothing needed it.`
    : `${gone} Without it: ${orphaned}. Enter it again to go on: the same value is known by the same id.`;
}
