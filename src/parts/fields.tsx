// What is filled in: text, choices and ticks, with hints, errors and reasons.
import { useState } from 'react';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { ChoiceGroup, MultiChoiceGroup } from '#src/ui/choice-group.tsx';
import type { Choice } from '#src/ui/choice-group.tsx';
import { Field } from '#src/ui/field.tsx';
import { Select } from '#src/ui/select.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { LONG } from './samples.ts';
import { PartsSection, Specimen } from './specimen.tsx';

type Period = 'hour' | 'day' | 'week';

const PERIODS: readonly Choice<Period>[] = [
  { value: 'hour', label: 'Hour', disabledReason: 'only for ranges of up to 7 days' },
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
];

export function Fields() {
  return (
    <PartsSection title="Fields">
      <Specimen title="Text" layout="plain">
        <Field label="Label" hint="As it is listed below.">
          {(control) => <TextInput {...control} defaultValue="Reporting" />}
        </Field>
        <Field label="Domains" optional>
          {(control) => <TextInput {...control} placeholder="example.com" />}
        </Field>
      </Specimen>
      <Specimen title="Wrong" layout="plain">
        <Field label="From" error="The start is after the end. Choose an earlier day.">
          {(control) => <TextInput {...control} defaultValue="2026-11-30" />}
        </Field>
        <Field label="Report" error="Choose a report.">
          {(control) => (
            <Select {...control}>
              <option>Choose a report</option>
            </Select>
          )}
        </Field>
      </Specimen>
      <Specimen title="Cannot be changed" layout="plain">
        <Field label="Key" hint="The only key that is loaded.">
          {(control) => <TextInput {...control} defaultValue="Full access" disabled />}
        </Field>
        <Field label="Mailbox" hint="Choose a key first.">
          {(control) => (
            <Select {...control} disabled>
              <option>No mailbox</option>
            </Select>
          )}
        </Field>
      </Specimen>
      <Specimen title="Choice of many, long text" layout="plain">
        <Field label="Mailbox">
          {(control) => (
            <Select {...control}>
              <option>{LONG}</option>
              <option>Sales Department</option>
            </Select>
          )}
        </Field>
        <Field label="Users">
          {(control) => <TextArea {...control} rows={2} defaultValue={'Ada Byron\nGrace Hopper'} />}
        </Field>
      </Specimen>
      <Ticks />
      <Choices />
    </PartsSection>
  );
}

function Ticks() {
  const [some, setSome] = useState(true);
  return (
    <Specimen title="Tick boxes">
      <Checkbox label="Include details" hint="One row a message." />
      <Checkbox label="Save a copy when it is done" defaultChecked />
      <Checkbox
        label="Some of them"
        checked={!some}
        ref={(box) => {
          if (box !== null) box.indeterminate = some;
        }}
        onChange={() => {
          setSome(!some);
        }}
      />
      <Checkbox label="Not for this report" disabled />
      <Checkbox label="Always for this report" disabled defaultChecked />
      <Checkbox label={LONG} />
    </Specimen>
  );
}

function Choices() {
  const [period, setPeriod] = useState<Period>('day');
  const [groups, setGroups] = useState<Period[]>(['day']);
  return (
    <>
      <Specimen title="One of a few">
        <ChoiceGroup
          legend="Group by"
          choices={PERIODS}
          value={period}
          onChange={setPeriod}
          look="segments"
          hint="In the mailbox's time."
        />
        <ChoiceGroup
          legend="Range"
          choices={PERIODS.map(({ value, label }) => ({ value, label }))}
          value={null}
          onChange={setPeriod}
          error="Choose a range."
        />
        <ChoiceGroup
          legend="A file holds"
          legendAt="beside"
          choices={PERIODS.map(({ value, label }) => ({ value, label }))}
          value={period}
          onChange={setPeriod}
          look="segments"
        />
      </Specimen>
      <Specimen title="Any of a few">
        <MultiChoiceGroup legend="Field groups" choices={PERIODS} values={groups} onChange={setGroups} />
        <MultiChoiceGroup
          legend="Statuses"
          choices={[
            { value: 'day', label: LONG },
            { value: 'week', label: 'Closed' },
          ]}
          values={groups}
          onChange={(values) => {
            setGroups(values);
          }}
        />
      </Specimen>
    </>
  );
}
