// Labels, hints and errors reach the control they belong to.
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { ChoiceGroup, MultiChoiceGroup } from '#src/ui/choice-group.tsx';
import { Field } from '#src/ui/field.tsx';
import { Select } from '#src/ui/select.tsx';
import { TextInput } from '#src/ui/text-input.tsx';

test('a control has its label as name, and hint and error as description', () => {
  render(
    <Field label="Mailbox" hint="34 mailboxes" error="Choose a mailbox" required>
      {(control) => (
        <Select {...control}>
          <option>None</option>
        </Select>
      )}
    </Field>,
  );
  const select = screen.getByRole('combobox', { name: 'Mailbox' });
  expect(select).toHaveAccessibleDescription('34 mailboxes Choose a mailbox');
  expect(select).toBeInvalid();
  expect(select).toBeRequired();
});

test('a control without hint or error carries no attributes for them', () => {
  render(<Field label="Users">{(control) => <TextInput {...control} />}</Field>);
  const input = screen.getByRole('textbox', { name: 'Users' });
  expect(input).not.toHaveAttribute('aria-describedby');
  expect(input).not.toHaveAttribute('aria-invalid');
  expect(input).not.toBeRequired();
});

test('"optional" is shown and is no part of the name', () => {
  render(
    <Field label="Users" optional>
      {(control) => <TextInput {...control} />}
    </Field>,
  );
  expect(screen.getByText('optional')).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Users' })).toBeVisible();
});

test('a tick box has its label as name and its hint as description', async () => {
  const onChange = vi.fn<(value: unknown) => void>();
  render(<Checkbox label="Include details" hint="Adds names" onChange={onChange} />);
  const box = screen.getByRole('checkbox', { name: 'Include details' });
  expect(box).toHaveAccessibleDescription('Adds names');
  await userEvent.click(screen.getByText('Include details'));
  expect(onChange).toHaveBeenCalledOnce();
});

const PERIODS = [
  { value: 'hour', label: 'Hour', disabledReason: 'at most 31 days' },
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
] as const;

test('a choice group is one tab stop with arrow keys, and says why a choice is barred', async () => {
  const onChange = vi.fn<(value: unknown) => void>();
  render(<ChoiceGroup legend="Group by" choices={PERIODS} value="day" onChange={onChange} />);
  const group = screen.getByRole('radiogroup', { name: 'Group by' });
  expect(group).toHaveAccessibleDescription('Hour: at most 31 days');
  expect(screen.getByRole('radio', { name: 'Hour' })).toBeDisabled();
  const user = userEvent.setup();
  await user.tab();
  expect(screen.getByRole('radio', { name: 'Day' })).toHaveFocus();
  await user.keyboard('{ArrowRight}');
  expect(onChange).toHaveBeenLastCalledWith('week');
});

test('two groups on one page do not share their choice', () => {
  const ignore = () => undefined;
  render(
    <>
      <ChoiceGroup legend="One" choices={PERIODS} value="day" onChange={ignore} />
      <ChoiceGroup legend="Two" choices={PERIODS} value="week" onChange={ignore} />
    </>,
  );
  const checked = screen
    .getAllByRole('radio', { checked: true })
    .map((radio) => (radio as HTMLInputElement).value);
  expect(checked).toEqual(['day', 'week']);
});

test('a group of several choices reports them in the order they are listed in', async () => {
  const onChange = vi.fn<(value: unknown) => void>();
  const choices = ['open', 'snoozed', 'closed'].map((value) => ({ value, label: value }));
  render(
    <MultiChoiceGroup
      legend="Statuses"
      choices={choices}
      values={['closed']}
      onChange={onChange}
      error="Wrong"
    />,
  );
  expect(screen.getByRole('group', { name: 'Statuses' })).toHaveAccessibleDescription('Wrong');
  await userEvent.click(screen.getByRole('checkbox', { name: 'open' }));
  expect(onChange).toHaveBeenLastCalledWith(['open', 'closed']);
  await userEvent.click(screen.getByRole('checkbox', { name: 'closed' }));
  expect(onChange).toHaveBeenLastCalledWith([]);
});
