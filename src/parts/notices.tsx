// What is said about a part or a page: panels in every tone and size, empty places, and what is not there yet.
import { Button } from '#src/ui/button.tsx';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { Details } from '#src/ui/details.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import type { IconName } from '#src/ui/icon.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import type { Tone } from '#src/ui/status.tsx';
import { LONG } from './samples.ts';
import { PartsSection, Specimen } from './specimen.tsx';

const PANELS: readonly { tone: Tone; icon: IconName; title: string; text: string }[] = [
  {
    tone: 'running',
    icon: 'info',
    title: 'This report is being made',
    text: 'It goes on while this tab is closed.',
  },
  {
    tone: 'waiting',
    icon: 'doubt',
    title: 'Not sure it started',
    text: 'No whole answer came back to the launch.',
  },
  {
    tone: 'danger',
    icon: 'alert',
    title: 'This key lacks a permission',
    text: 'Needs reporting and messages:read.',
  },
  { tone: 'done', icon: 'done', title: 'The copy was saved', text: 'It stays when the result expires.' },
  { tone: 'neutral', icon: 'expired', title: 'This result has expired', text: 'Results are kept 24 hours.' },
];

const FACTS = [
  { term: 'Key', value: 'Full access' },
  { term: 'Request', value: <code>POST /api/v1/reports/mailboxPerformance?max=500</code> },
];

export function Notices() {
  return (
    <PartsSection title="Notices">
      {PANELS.map(({ tone, icon, title, text }) => (
        <Specimen key={tone} title={tone} layout="plain">
          <Panel
            tone={tone}
            icon={icon}
            title={title}
            headingLevel={4}
            actions={
              <>
                <Button size="small" variant="primary">
                  Run again
                </Button>
                <Button size="small" variant="quiet">
                  Edit and run
                </Button>
              </>
            }
            footer={
              <Details open={tone === 'waiting'}>
                <DefinitionList items={FACTS} />
              </Details>
            }
          >
            <p>{text}</p>
          </Panel>
        </Specimen>
      ))}
      <Specimen title="A title alone, and a long one" layout="stack">
        <Panel tone="waiting" icon="alert" title="Not saved in this browser" headingLevel={4} />
        <Panel tone="danger" icon="lost" title={LONG} headingLevel={4} />
      </Specimen>
      <Specimen title="Across a page" wide layout="plain">
        <Panel
          tone="danger"
          icon="alert"
          size="page"
          title="The connection to this desk is lost"
          headingLevel={4}
          actions={<Button variant="primary">Try again</Button>}
          footer={
            <Details>
              <DefinitionList items={FACTS} />
            </Details>
          }
        >
          <p>Check that it is running. What is on screen stays, and nothing is sent twice.</p>
        </Panel>
      </Specimen>
      <Specimen title="In place of everything" wide layout="plain">
        <Panel
          tone="danger"
          icon="alert"
          size="root"
          title="The desk cannot be shown"
          headingLevel={4}
          actions={<Button variant="primary">Load again</Button>}
        >
          <p>Your runs are kept in this browser.</p>
        </Panel>
      </Specimen>
      <Specimen title="Nothing there" wide layout="plain">
        <EmptyState
          title="No runs yet"
          icon="chart"
          headingLevel={4}
          actions={<Button variant="primary">Launch a report</Button>}
        >
          Launched reports appear here and stay after a reload.
        </EmptyState>
      </Specimen>
      <Specimen title="Not there yet" layout="plain">
        <SkeletonRegion label="Loading the rows">
          <SkeletonLines lines={4} />
        </SkeletonRegion>
      </Specimen>
    </PartsSection>
  );
}
