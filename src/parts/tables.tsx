// Figures in rows, names beside their values, and several views of one thing.
import { useState } from 'react';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { Details } from '#src/ui/details.tsx';
import { formatNumber, formatPercent } from '#src/ui/number-format.ts';
import { Tabs } from '#src/ui/tabs.tsx';
import { LONG } from './samples.ts';
import { PartsSection, Specimen } from './specimen.tsx';
import styles from './parts.module.css';

const ROWS = [
  { mailbox: 'Sales Department', messages: 1204, share: 62 },
  { mailbox: 'Support', messages: 38, share: 4 },
  { mailbox: LONG, messages: 0, share: 0 },
] as const;

const TABS = [
  { id: 'table', label: 'Table', icon: 'table' },
  { id: 'chart', label: 'Chart', icon: 'chart' },
  { id: 'compare', label: 'Compare' },
] as const;

export function Tables() {
  const [tab, setTab] = useState<(typeof TABS)[number]['id']>('table');
  return (
    <PartsSection title="Tables and lists">
      <Specimen title="Rows and tabs" wide layout="plain">
        <Tabs label="Views of the result" tabs={TABS} selected={tab} onSelect={setTab}>
          {tab === 'table' ? <Rows /> : <p className={styles['note']}>Another view of the same rows.</p>}
        </Tabs>
      </Specimen>
      <Specimen title="Names and values" layout="plain">
        <DefinitionList
          items={[
            { term: 'Base address', value: 'https://api.example.com' },
            { term: 'Body', value: <code>{'{"parameters":{"mailboxId":"mb_1","period":"day"}}'}</code> },
            { term: 'A long value', value: LONG },
          ]}
        />
      </Specimen>
      <Specimen title="Folded away">
        <Details>
          <p>What is seen once it is unfolded.</p>
        </Details>
        <Details summary="More fields" open>
          <Checkbox label="Include details" />
        </Details>
      </Specimen>
    </PartsSection>
  );
}

function Rows() {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be reached by keyboard
    <section className={styles['scroll']} aria-label="Rows" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Mailbox</th>
            <th scope="col" data-numeric>
              Messages
            </th>
            <th scope="col" data-numeric>
              Answered in time
            </th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(({ mailbox, messages, share }) => (
            <tr key={mailbox}>
              <th scope="row">{mailbox}</th>
              <td data-numeric>{formatNumber(messages)}</td>
              <td data-numeric>{formatPercent(share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
