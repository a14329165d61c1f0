// What is counted of the mailbox and which fields come back: the part of the form that differs from report to report.
import type { Mailbox } from '#src/contract/mailboxes.ts';
import { reportOf } from '#src/contract/reports.ts';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { ChoiceGroup, MultiChoiceGroup } from '#src/ui/choice-group.tsx';
import { Field } from '#src/ui/field.tsx';
import { FieldNotes } from '#src/ui/field-notes.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import type { FieldErrors } from './build-request.ts';
import { domainCount, readDomains } from './domains.ts';
import { FieldGroupsField } from './field-groups-field.tsx';
import { ACTIVITIES, STATUSES } from './form-state.ts';
import type { FormState } from './form-state.ts';
import { MoreFields } from './more-fields.tsx';
import { UsersField } from './users-field.tsx';
import * as words from './words.ts';
import styles from './launch-form.module.css';

type FilterFieldsProps = {
  form: FormState;
  /** Those that are chosen, and all of the key. */
  mailboxes: readonly Mailbox[];
  listed: readonly Mailbox[];
  errors: FieldErrors;
  onChange: (part: Partial<FormState>) => void;
};

/** Which time of a message the range applies to: stands before the range. */
export function ActivityField({ form, errors, onChange }: Omit<FilterFieldsProps, 'mailboxes' | 'listed'>) {
  if (reportOf(form.report).family !== 'messages') return null;
  return (
    <div data-field="activity">
      <ChoiceGroup
        legend={words.activity}
        look="segments"
        hint={words.activityHint}
        choices={ACTIVITIES.map((value) => ({ value, label: words.activities[value] }))}
        value={form.activity}
        error={errors.activity}
        onChange={(activity) => {
          onChange({ activity });
        }}
      />
    </div>
  );
}

/** The fields below the range, as far as the chosen report has them. */
export function FilterFields({ form, mailboxes, listed, errors, onChange }: FilterFieldsProps) {
  const report = reportOf(form.report);
  return (
    <>
      {report.filter === 'users' && (
        <UsersField
          mailboxes={mailboxes}
          listed={listed}
          users={form.users}
          error={errors.users}
          onChange={(users) => {
            onChange({ users });
          }}
        />
      )}
      {report.filter === 'domains' && <DomainsField form={form} errors={errors} onChange={onChange} />}
      {report.family === 'messages' && (
        <div data-field="statuses">
          <MultiChoiceGroup
            legend={words.statuses}
            hint={words.statusesHint}
            choices={STATUSES.map((value) => ({ value, label: words.statusNames[value] }))}
            values={form.statuses}
            error={errors.statuses}
            onChange={(statuses) => {
              onChange({ statuses });
            }}
          />
        </div>
      )}
      <FieldGroupsField
        form={form}
        error={errors.fieldGroups}
        onChange={(fieldGroups) => {
          onChange({ fieldGroups });
        }}
      />
      {report.hasDetails && (
        <div data-field="includeDetails" className={styles['stack']}>
          <Checkbox
            label={words.includeDetails}
            hint={words.includeDetailsHint}
            checked={form.includeDetails}
            onChange={(event) => {
              onChange({ includeDetails: event.target.checked });
            }}
          />
          <FieldNotes id="include-details-" hint={undefined} error={errors.includeDetails} />
        </div>
      )}
      <MoreFields
        form={form}
        error={errors.more}
        onChange={(more) => {
          onChange({ more });
        }}
      />
    </>
  );
}

function DomainsField({ form, errors, onChange }: Omit<FilterFieldsProps, 'mailboxes' | 'listed'>) {
  const list = readDomains(form.domains);
  return (
    <div data-field="domains">
      <Field
        label={words.domains}
        optional
        hint={[domainCount(list), words.domainsHint].filter((text) => text !== null).join(' ')}
        error={errors.domains}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={4}
            spellCheck={false}
            autoCapitalize="none"
            value={form.domains}
            onChange={(event) => {
              onChange({ domains: event.target.value });
            }}
          />
        )}
      </Field>
    </div>
  );
}
