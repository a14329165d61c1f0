// Tabs are one stop in the tab order; arrow keys, Home and End move along them.
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { Tabs } from '#src/ui/tabs.tsx';

type View = 'table' | 'chart' | 'raw';

function Views() {
  const [view, setView] = useState<View>('table');
  return (
    <Tabs
      label="View"
      tabs={[
        { id: 'table', label: 'Table' },
        { id: 'chart', label: 'Chart' },
        { id: 'raw', label: 'Raw' },
      ]}
      selected={view}
      onSelect={setView}
    >
      <button type="button">In {view}</button>
    </Tabs>
  );
}

const tab = (name: string) => screen.getByRole('tab', { name });

test.each([
  ['{ArrowRight}', 'Chart'],
  ['{ArrowRight}{ArrowRight}{ArrowRight}', 'Table'],
  ['{ArrowLeft}', 'Raw'],
  ['{End}', 'Raw'],
  ['{End}{Home}', 'Table'],
])('from the first tab, %s shows and focuses %s', async (keys, name) => {
  render(<Views />);
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard(keys);
  expect(tab(name)).toHaveFocus();
  expect(tab(name)).toHaveAttribute('aria-selected', 'true');
  expect(screen.getByRole('tabpanel', { name })).toHaveTextContent(`In ${name.toLowerCase()}`);
});

test('Tab leaves the row of tabs for the panel, and Shift+Tab comes back to the tab that is shown', async () => {
  render(<Views />);
  const user = userEvent.setup();
  await user.click(tab('Chart'));
  await user.tab();
  expect(screen.getByRole('button', { name: 'In chart' })).toHaveFocus();
  await user.tab({ shift: true });
  expect(tab('Chart')).toHaveFocus();
});

test('the tab that is shown names its panel', () => {
  render(<Views />);
  expect(tab('Table').getAttribute('aria-controls')).toBe(screen.getByRole('tabpanel').id);
  expect(tab('Chart')).not.toHaveAttribute('aria-controls');
});
