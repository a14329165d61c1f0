// What is counted of the mailbox and which fields come back: the part of the form that differs from report to report.
import { UNKNOWN_USER } from '#src/contract/mailboxes.ts';
import type { Mailbox } from '#src/contract/mailboxes.ts';
import { reportOf } from '#src/contract/reports.ts';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { ChoiceGroup, MultiChoiceGroup } from '#src/ui/choice-group.tsx';
import type { Choice } from '#src/ui/choice-group.tsx';
import { Field } from '#src/ui/field.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import type { FieldErrors } from './build-request.ts';
import { ACTIVITIES, STATUSES } from './form-state.ts';
import type { Activity, FormState, MessageStatus } from './form-state.ts';
import styles from './launch-form.module.css';

type FilterFieldsProps = {
  form: FormState;
  mailbox: Mailbox | undefined;
  errors: FieldErrors;
  onChange: (part: Partial<FormState>) => void;
};

const ACTIVITY_LABELS: Readonly<Record<Activity, string>> = {
  received: 'Received',
  replied: 'Replied',
  closed: 'Closed',
};
const STATUS_LABELS: Readonly<Record<MessageStatus, string>> = {
  open: 'Open',
  snoozed: 'Snoozed',
  closed: 'Closed',
};

/** Which time of a message the range applies to: stands before the range. */
export function ActivityField({ form, errors, onChange }: Omit<FilterFieldsProps, 'mailbox'>) {
  if (reportOf(form.report).family !== 'messages') return null;
  return (
    <div data-field="activity">
      <ChoiceGroup
        legend="Activity"
        look="segments"
        hint="Messages with this activity within the range."
        choices={ACTIVITIES.map((value) => ({ value, label: ACTIVITY_LABELS[value] }))}
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
export function FilterFields({ form, mailbox, errors, onChange }: FilterFieldsProps) {
  const report = reportOf(form.report);
  return (
    <>
      {report.filter === 'users' && (
        <UsersField form={form} mailbox={mailbox} errors={errors} onChange={onChange} />
      )}
      {report.filter === 'domains' && <DomainsField form={form} errors={errors} onChange={onChange} />}
      {report.family === 'messages' && (
        <div data-field="statuses">
          <MultiChoiceGroup
            legend="Statuses"
            hint="None chosen means all of them."
            choices={STATUSES.map((value) => ({ value, label: STATUS_LABELS[value] }))}
            values={form.statuses}
            error={errors.statuses}
            onChange={(statuses) => {
              onChange({ statuses });
            }}
          />
        </div>
      )}
      {report.fieldGroups.length > 1 && (
        <div data-field="fieldGroups">
          <MultiChoiceGroup
            legend="Field groups"
            choices={report.fieldGroups.map(({ name, title }) => ({ value: name, label: title }))}
            values={form.fieldGroups}
            error={errors.fieldGroups}
            onChange={(fieldGroups) => {
              onChange({ fieldGroups });
            }}
          />
        </div>
      )}
      {report.hasDetails && (
        <Checkbox
          label="Include details"
          hint="Adds names and email addresses beside ids."
          checked={form.includeDetails}
          onChange={(event) => {
            onChange({ includeDetails: event.target.checked });
          }}
        />
      )}
    </>
  );
}

function UsersField({ form, mailbox, errors, onChange }: FilterFieldsProps) {
  return (
    <div data-field="users" className={styles['long']}>
      <MultiChoiceGroup
        legend="Users"
        hint={mailbox === undefined ? 'Choose a mailbox to see its users.' : 'None chosen means all of them.'}
        choices={userChoices(mailbox, form.users)}
        values={form.users}
        error={errors.users}
        onChange={(users) => {
          onChange({ users });
        }}
      />
    </div>
  );
}

function DomainsField({ form, errors, onChange }: Omit<FilterFieldsProps, 'mailbox'>) {
  return (
    <div data-field="domains">
      <Field
        label="Domains"
        optional
        hint="Sender domains, one a line, matched exactly: subdomains count as others. Empty means all."
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

/** The mailbox's users, and what was chosen before but is not among them: it can be seen and taken away. */
function userChoices(mailbox: Mailbox | undefined, chosen: readonly string[]): Choice<string>[] {
  if (mailbox === undefined) return [];
  const listed = mailbox.users.map(({ userId, userName, userEmail, active }) => {
    const name = userName || userEmail || userId;
    return { value: userId, label: active ? name : `${name} (inactive)` };
  });
  const known = new Set([UNKNOWN_USER, ...listed.map(({ value }) => value)]);
  const others = chosen.filter((id) => !known.has(id));
  return [
    ...listed,
    { value: UNKNOWN_USER, label: 'Unknown user' },
    ...others.map((id) => ({ value: id, label: `Not in this mailbox (${id})` })),
  ];
}
