// Progress bars, meters, panels and loading regions say what they show.
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Button } from '#src/ui/button.tsx';
import { Meter } from '#src/ui/meter.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';

test.each([
  [62, '62', '62\u00a0%'],
  [140, '100', '100\u00a0%'],
  [-3, '0', '0\u00a0%'],
  [null, null, 'Progress not known'],
  [Number.NaN, null, 'Progress not known'],
])('a progress of %s is given as %s and read as "%s"', (value, now, text) => {
  render(<ProgressBar label="Progress" value={value} />);
  const bar = screen.getByRole('progressbar', { name: 'Progress' });
  expect(bar.getAttribute('aria-valuenow')).toBe(now);
  expect(bar).toHaveAttribute('aria-valuetext', text);
});

test('a meter is read by its name and its meaning, and shows its true figure beyond the limit', () => {
  render(<Meter name="Slots" value={4} max={3} text="4 slots, 3 allowed" look="segments" />);
  const meter = screen.getByRole('meter', { name: 'Slots' });
  expect(meter).toHaveAttribute('aria-valuenow', '3');
  expect(meter).toHaveAttribute('aria-valuetext', '4 slots, 3 allowed');
  expect(meter.children).toHaveLength(3);
  expect(screen.getByText('4/3')).toBeVisible();
});

test('a panel is a group with its title as name and as a heading of the level asked for', () => {
  render(
    <Panel
      tone="danger"
      icon="lock"
      title="This key lacks a permission"
      headingLevel={2}
      actions={<Button>Use a key with more scopes</Button>}
    >
      <p>Needs reporting.</p>
    </Panel>,
  );
  expect(screen.getByRole('group', { name: 'This key lacks a permission' })).toContainElement(
    screen.getByRole('button'),
  );
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('This key lacks a permission');
});

test('a loading region is busy, named, and hides its grey lines from screen readers', () => {
  render(
    <SkeletonRegion label="Loading reports">
      <SkeletonLines lines={2} />
    </SkeletonRegion>,
  );
  const label = screen.getByText('Loading reports');
  expect(label.parentElement).toHaveAttribute('aria-busy', 'true');
  expect(label.nextElementSibling).toHaveAttribute('aria-hidden', 'true');
});
