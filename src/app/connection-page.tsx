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
import * as words from './connection-words.tsx';
import * as keyWords from './key-words.tsx';
import * as shared from './words.ts';
import styles from './connection-page.module.css';
import page from './page.module.css';

/** Reading the mailboxes of this many keys without being asked is a fair share of the account's requests. */
const MOST_LISTS = 5;

function Address({ config }: { config: DeskConfig }) {
  return (
    <DefinitionList
      items={[
        { term: words.baseAddress, value: config.upstream },
        { term: words.kind, value: words.kinds[config.mode] },
        { term: words.requests, value: words.requestsAMinute(config.limits.requestsPerMinute) },
        { term: words.runsAtATime, value: String(config.limits.concurrentRuns) },
        { term: shared.reportDesk, value: words.version(config.version) },
      ]}
    />
  );
}

export function ConnectionPage() {
  const { client } = useDesk().environment;
  const config = useQuery(configQuery(client));
  return (
    <div className={page['page']}>
      <PageTitle>{shared.connection}</PageTitle>
      <Heading level={1}>{shared.connection}</Heading>
      <div className={page['sections']}>
        <section className={page['section']} aria-labelledby="address">
          <Heading level={2} id="address">
            {words.account}
          </Heading>
          {config.data === undefined ? (
            <SkeletonRegion label={words.loadingConnection}>
              <SkeletonLines lines={4} />
            </SkeletonRegion>
          ) : (
            <Address config={config.data} />
          )}
        </section>
        <Keys config={config.data} />
        <p className={page['note']}>
          {words.otherChoices(<Link to="/preferences">{shared.preferences}</Link>)}
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
          {words.keys}
        </Heading>
        {forgotten !== null && !isBack && <p className={page['note']}>{goodbye(forgotten)}</p>}
        {config !== undefined && keys.length === 0 && <p className={page['note']}>{words.noKeyLoaded}</p>}
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
          {words.addAKey}
        </Heading>
        <p className={page['note']}>{words.whoMakesKeys}</p>
        <AddKeyForm submitLabel={keyWords.addKey} onAdded={() => heading.current?.focus()} />
      </section>
    </>
  );
}

function goodbye({ label, orphaned }: ForgottenKey): string {
  return orphaned === '' ? words.forgotten(label) : words.forgottenAndMissed(label, orphaned);
}
