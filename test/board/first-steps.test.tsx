import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createStepsHidden, stepsHidden } from '#src/board/first-steps-progress.ts';
import { createWorld, launchReport, openDesk, pass, see } from '#test/support/render-app.tsx';

const steps = (title: string | RegExp = 'Two minutes to know this desk') =>
  see(() => screen.getByRole('region', { name: title }));
/** Titles of the steps that are ticked off. */
const taken = (panel: HTMLElement) =>
  within(panel)
    .getAllByRole('listitem')
    .filter((item) => within(item).queryByText('taken') !== null)
    .map((item) => item.querySelector('strong')?.textContent);

describe('the first steps', () => {
  it('are ticked off as they are taken: launch, fail on purpose, run again', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    expect(taken(await steps())).toEqual([]);
    await launchReport(desk, 'Sales Department');
    await see(() => screen.getByRole('link', { name: 'Open result' }));
    expect(taken(await steps())).toEqual(['Start a run']);

    await desk.user.click(screen.getByRole('button', { name: 'Fill the form for one' }));
    await see(() =>
      expect(screen.getByLabelText('Mailbox')).toHaveDisplayValue(/^Drill: fails while running/),
    );
    await desk.user.click(screen.getByRole('button', { name: 'Launch report' }));
    await see(() => screen.getByText('Failed'));
    expect(taken(await steps())).toEqual(['Start a run', 'Make one fail on purpose']);

    const done = await see(() => screen.getByRole('article', { name: /Sales Department/ }));
    await desk.user.click(within(done).getByRole('button', { name: /^Run again/ }));
    const panel = await steps('That was the whole job');
    expect(taken(panel)).toHaveLength(3);
    expect(within(panel).getByRole('button', { name: 'Copy command' })).toBeVisible();
  });

  it('do not wait for a run whose end was slept through', async () => {
    const desk = openDesk(createWorld());
    await launchReport(desk, 'Drill: fails while running');
    const panel = await steps();
    await see(() => within(panel).getByText('A run is on its way: see its card.'));
    await desk.user.click(screen.getByRole('button', { name: /24 hours$/ }));
    await see(() => screen.getByText('Expired'));
    await see(() => within(panel).getByRole('link', { name: 'Go to the form' }));
    expect(within(panel).queryByText('A run is on its way: see its card.')).toBeNull();
  });

  it('stay hidden, once they were', async () => {
    const world = createWorld();
    const first = openDesk(world);
    await first.user.click(within(await steps()).getByRole('button', { name: 'Hide' }));
    expect(screen.queryByRole('region', { name: 'Two minutes to know this desk' })).toBeNull();
    first.close();
    openDesk(world);
    await see(() => screen.getByText('No runs yet'));
    await pass(1_000);
    expect(screen.queryByRole('region', { name: 'Two minutes to know this desk' })).toBeNull();
    expect(createStepsHidden().get()).toBe(true);
    stepsHidden.set(false);
  });
});

describe('a drill', () => {
  it('leads to the form that is filled for it, with its mailbox and its key', async () => {
    const world = createWorld();
    const desk = openDesk(world);
    await desk.user.click(await see(() => screen.getByRole('button', { name: 'Drills' })));
    const dialog = await see(() => screen.getByRole('dialog'));
    await desk.user.click(
      await see(() =>
        within(dialog).getByRole('button', {
          name: 'Fill the form for Message detail needs a second permission',
        }),
      ),
    );
    await see(() => expect(screen.getByLabelText('Key')).toHaveDisplayValue('Reporting only'));
    await see(() => expect(screen.getByLabelText('Mailbox')).toHaveDisplayValue(/^Sales Department/));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
