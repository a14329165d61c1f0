// Where the desk is connected to, and with which keys.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { configQuery, connectionKeys, forgetKey } from '#src/connection/queries.ts';
import type { DeskConfig, DeskKey } from '#src/contract/desk.ts';
import { needsKey } from '#src/runs/derived.ts';
import { isTerminal } from '#src/runs/record.ts';
import { useDesk, useRecords } from '#src/runs/desk-context.tsx';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { Button } from '#src/ui/button.tsx';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { Heading } from '#src/ui/heading.tsx';
import { Icon } from '#src/ui/icon.tsx';
import { plural } from '#src/ui/number-format.ts';
import { PageTitle } from '#src/ui/page-title.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import { AddKeyForm } from './add-key-form.tsx';
import { NoticesSetting } from './notices-setting.tsx';
import styles from './connection-page.module.css';
import page from './page.module.css';

const SOURCES: Readonly<Record<DeskKey['source'], string>> = {
  sandbox: 'made by the sandbox',
  environment: 'from the gateway’s environment',
  entered: 'entered here, kept until the gateway stops',
  unrecognised: '',
};

function KeyRow({ deskKey, onForgotten }: { deskKey: DeskKey; onForgotten: () => void }) {
  const { client } = useDesk().environment;
  const records = useRecords();
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const alive = records.filter((record) => record.keyId === deskKey.id && !isTerminal(record.state)).length;
  const forget = useMutation({
    mutationFn: () => forgetKey(client, deskKey.id),
    onSuccess: async () => {
      queryClient.removeQueries({ queryKey: connectionKeys.mailboxes(deskKey.id) });
      await queryClient.invalidateQueries({ queryKey: connectionKeys.config });
      announce(`The key ${deskKey.label} was forgotten.`);
      onForgotten();
    },
  });
  return (
    <li className={styles['key']}>
      <Icon name="key" />
      <div className={styles['words']}>
        <strong>{deskKey.label}</strong>
        <span className={styles['note']}>{SOURCES[deskKey.source]}</span>
        {alive > 0 && (
          <span className={styles['note']}>
            {plural(alive, 'run', 'runs')} of this key cannot be followed without it.
          </span>
        )}
        {forget.isError && (
          <output className={styles['note']}>
            This key could not be forgotten. Check that this desk is running, then try again.
          </output>
        )}
      </div>
      <Button
        size="small"
        busy={forget.isPending}
        aria-label={`Forget key ${deskKey.label}`}
        onClick={() => {
          forget.mutate();
        }}
      >
        Forget key
      </Button>
    </li>
  );
}

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
  const records = useRecords();
  const heading = useRef<HTMLHeadingElement>(null);
  const keys = config.data?.keys ?? [];
  const loaded = new Set(keys.map((key) => key.id));
  const orphans = new Set(
    records
      .filter((record) => config.data !== undefined && needsKey(record, loaded))
      .map((record) => record.keyLabel),
  );
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
        <section className={page['section']} aria-labelledby="keys">
          <Heading level={2} id="keys" ref={heading} tabIndex={-1}>
            Keys
          </Heading>
          {config.data !== undefined && keys.length === 0 && (
            <p className={page['note']}>
              No key is loaded. Nothing can be launched or read until one is added.
            </p>
          )}
          {keys.length > 0 && (
            <ul className={styles['keys']} aria-labelledby="keys">
              {keys.map((key) => (
                <KeyRow key={key.id} deskKey={key} onForgotten={() => heading.current?.focus()} />
              ))}
            </ul>
          )}
          {orphans.size > 0 && (
            <p className={page['note']}>
              Some cards on the board need a key that is not loaded: {[...orphans].join(', ')}.
            </p>
          )}
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
        <NoticesSetting />
      </div>
    </div>
  );
}
