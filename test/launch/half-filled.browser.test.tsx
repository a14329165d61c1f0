// A date of which only a part is filled in: the browser keeps it in its field and shows no value, so what is there can only be seen here.
/* oxlint-disable typescript/await-thenable -- jest-dom declares Vitest's matchers without their promise */
import '#src/ui/tokens.css';
import '#src/ui/base.css';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';
import { parseForm } from '#src/launch/form-state.ts';
import type { RangeEndName } from '#src/launch/form-state.ts';
import { RangeFields } from '#src/launch/range-fields.tsx';

function Range({ query }: { query: string }) {
  const [form, setForm] = useState(() => parseForm(new URLSearchParams(query)));
  const [half, setHalf] = useState<Partial<Record<RangeEndName, boolean>>>({});
  return (
    <>
      <RangeFields
        form={form}
        mailbox={undefined}
        range={{ start: '2026-09-01T00:00:00', end: '2026-09-30T23:59:59' }}
        errors={{}}
        onChange={(part) => {
          setForm((before) => ({ ...before, ...part }));
        }}
        onHalfFilled={(end, isHalf) => {
          setHalf((before) => ({ ...before, [end]: isHalf }));
        }}
      />
      <output>{`From ${form.from === '' ? 'empty' : form.from}, ${half.from === true ? 'half' : 'not half'}`}</output>
    </>
  );
}

const from = page.getByLabelText('From');
const said = page.getByRole('status');

async function open(query: string) {
  await render(<Range query={`report=receivedMessageDetail&${query}`} />);
}

async function typeMonthAndDay() {
  from.element().focus();
  await userEvent.keyboard('0916');
}

/** Year, hours, minutes, seconds, and the half of the day. */
async function fillFromYearOn() {
  for (let part = 0; part < 5; part += 1) await userEvent.keyboard('{ArrowUp}{ArrowRight}');
}

test('is told at once, while the form sees nothing, and is whole when the rest is there', async () => {
  await open('range=custom');
  await typeMonthAndDay();
  await expect.element(said).toHaveTextContent('From empty, half');
  await fillFromYearOn();
  await expect.poll(() => said.element().textContent).toMatch(/^From \d{4}-09-16T[\d:]+, not half$/);
  await userEvent.keyboard('{Delete}');
  await expect.element(said).toHaveTextContent('From empty, half');
});

test('is still there after another range was looked at', async () => {
  await open('range=custom');
  await typeMonthAndDay();
  await page.getByText('Last month').click();
  await expect.element(from).not.toBeVisible();
  await page.getByText('Custom').click();
  from.element().focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await fillFromYearOn();
  await expect.poll(() => said.element().textContent).toMatch(/^From \d{4}-09-16T[\d:]+, not half$/);
});
