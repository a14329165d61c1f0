import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ACTIONS, actionLabel, actionOf } from '#src/failures/actions.ts';
import type { ActionId, FailureHandlers } from '#src/failures/actions.ts';
import { CATALOGUE } from '#src/failures/catalogue.ts';
import { FailurePanel } from '#src/failures/failure-panel.tsx';
import type { FailureView } from '#src/failures/view.ts';
import { FAILURE_KINDS } from '#src/records/failure-kind.ts';
import { AnnouncerProvider } from '#src/ui/announcer.tsx';
import { createClock } from '#src/ui/clock.ts';
import { ClockContext } from '#src/ui/now.tsx';
import { MINUTE, NOW, viewOf } from './failure-views.ts';

const CANARY = 'eg_live_c4n4ry_0123456789abcdef';
const HOSTILE = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';

/** A handler for every action. */
function allHandlers(press: (id: ActionId) => void): FailureHandlers {
  const ids = Object.keys(ACTIONS) as ActionId[];
  return Object.fromEntries(ids.map((id) => [id, () => press(id)]));
}

function show(failure: FailureView, handlers: FailureHandlers = {}, more: { quiet?: boolean } = {}) {
  let now = NOW;
  const clock = createClock(() => now, { set: () => 0, clear: () => undefined });
  const tree = (view: FailureView) => (
    <ClockContext value={clock}>
      <AnnouncerProvider>
        <FailurePanel failure={view} handlers={handlers} size="card" {...more} />
      </AnnouncerProvider>
    </ClockContext>
  );
  const user = userEvent.setup();
  const { rerender } = render(tree(failure));
  return {
    user,
    again: (view: FailureView) => {
      rerender(tree(view));
    },
    pass: (ms: number) => {
      now += ms;
      act(() => {
        clock.tick();
      });
    },
  };
}

/** The folded details are a group as well, one without a name. */
const panel = () => screen.getByRole('group', { name: /./ });
const details = () => within(panel()).getByText('Details').closest('details') as HTMLElement;
/** Buttons in sight: those outside of the folded details. */
const buttons = () =>
  within(panel())
    .getAllByRole('button', { hidden: true })
    .filter((button) => button.closest('details') === null)
    .map((button) => button.textContent);
/** What screen readers were told of themselves; the words beside a pressed button are another matter. */
const announced = () =>
  screen
    .getAllByRole('status')
    .filter((region) => region.tagName !== 'OUTPUT')
    .map((region) => region.textContent)
    .join();

describe('a failure panel', () => {
  it.each(FAILURE_KINDS)('%s: title, every button of its row, and details', (kind) => {
    const retryAt = CATALOGUE[kind].primary === 'countdown' ? NOW + MINUTE : null;
    show(viewOf(kind, { retryAt, raw: '<p>' }), allHandlers(vi.fn<() => void>()));
    const { title, primary, secondary } = CATALOGUE[kind];
    expect(screen.getByRole('group', { name: title })).toBeVisible();
    expect(screen.getByRole('heading', { level: 3, name: title })).toBeVisible();
    const shown = primary === null || primary === 'countdown' ? secondary : [primary, ...secondary];
    expect(buttons()).toEqual(shown.map((id) => actionLabel(id)));
    expect(details()).toBeInTheDocument();
  });

  it.each(FAILURE_KINDS)('%s: each button does what its name says', async (kind) => {
    const pressed: ActionId[] = [];
    const { user } = show(
      viewOf(kind),
      allHandlers((id) => pressed.push(id)),
    );
    const { primary, secondary } = CATALOGUE[kind];
    const plain = [primary, ...secondary].filter(
      (id): id is ActionId =>
        id !== null && id !== 'countdown' && id !== 'start-another' && actionOf(id).own === undefined,
    );
    for (const id of plain) await user.click(screen.getByRole('button', { name: actionLabel(id) }));
    expect(pressed).toEqual(plain);
  });

  it('leaves out actions that cannot be done here', () => {
    show(viewOf('key-refused'), { 'open-saved-copies': vi.fn<() => void>() });
    expect(buttons()).toEqual(['Open saved copies']);
  });

  it('says on a button what it costs', () => {
    show(viewOf('report-failed', { slots: { used: 1, total: 5 } }), { 'run-again': vi.fn<() => void>() });
    expect(screen.getByRole('button', { name: /^Run again/ })).toHaveTextContent(
      'Run again · uses 1 of 5 slots',
    );
  });

  it('takes a double click on a button that costs a slot for one press', async () => {
    const runAgain = vi.fn<() => void>();
    const { user, pass } = show(viewOf('report-failed'), { 'run-again': runAgain });
    await user.dblClick(screen.getByRole('button', { name: /^Run again/ }));
    expect(runAgain).toHaveBeenCalledTimes(1);
    pass(1000);
    await user.click(screen.getByRole('button', { name: /^Run again/ }));
    expect(runAgain).toHaveBeenCalledTimes(2);
  });

  it('keeps its text in step with the time', () => {
    const { pass } = show(viewOf('update-delayed', { lastGoodAt: NOW - 10 * MINUTE }));
    expect(panel()).toHaveTextContent('13:52 Toronto time (10 min ago)');
    pass(5 * MINUTE);
    expect(panel()).toHaveTextContent('13:52 Toronto time (15 min ago)');
  });
});

describe('a launch that may make a duplicate', () => {
  it.each(['outcome-unknown', 'started-without-link'] as const)('%s needs a tick first', async (kind) => {
    const start = vi.fn<() => void>();
    const { user } = show(viewOf(kind), { 'start-another': start });
    const button = screen.getByRole('button', { name: /^Start another anyway/ });
    await user.click(button);
    expect(start).not.toHaveBeenCalled();
    expect(button).toHaveAttribute('aria-disabled', 'true');

    await user.click(screen.getByRole('checkbox', { name: /may make a duplicate/ }));
    await user.click(button);
    expect(start).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('checkbox')).not.toBeChecked();
  });

  it('starts one run when the button is clicked twice', async () => {
    const start = vi.fn<() => void>();
    const { user } = show(viewOf('outcome-unknown'), { 'start-another': start });
    await user.click(screen.getByRole('checkbox'));
    await user.dblClick(screen.getByRole('button', { name: /^Start another anyway/ }));
    expect(start).toHaveBeenCalledTimes(1);
  });
});

describe('what goes on by itself', () => {
  it.each(['rate-limited', 'limit-undecided'] as const)('%s counts down in place of a button', (kind) => {
    const { pass } = show(viewOf(kind, { retryAt: NOW + 42_000 }), allHandlers(vi.fn<() => void>()));
    expect(screen.getByRole('timer')).toHaveTextContent('0:42');
    expect(panel()).toHaveTextContent('Continues in 0:42');
    pass(2_000);
    expect(screen.getByRole('timer')).toHaveTextContent('0:40');
    pass(40_000);
    expect(screen.queryByRole('timer')).toBeNull();
    expect(panel()).toHaveTextContent('Continues now');
  });

  it.each([
    ['slots-full', 'Keep in queue', 'It stays in the queue.'],
    ['outcome-unknown', 'Keep waiting', 'The desk goes on waiting.'],
    ['overdue', 'Keep watching', 'The desk goes on watching this run.'],
  ] as const)('%s: %s confirms in place', async (kind, name, words) => {
    const { user } = show(viewOf(kind));
    expect(panel()).not.toHaveTextContent(words);
    await user.click(screen.getByRole('button', { name }));
    expect(panel()).toHaveTextContent(words);
  });
});

describe('the details', () => {
  it('are folded away, and hold the whole evidence', async () => {
    const { user } = show(viewOf('update-delayed'));
    expect(details()).not.toHaveAttribute('open');
    await user.click(screen.getByText('Details'));
    expect(details()).toHaveAttribute('open');
    const value = (term: string) => within(details()).getByText(term).nextElementSibling;
    expect(value('HTTP status')?.textContent).toMatch(/^503$/);
    expect(value('error.code')?.textContent).toMatch(/^server_code$/);
    expect(value('Server’s message')?.textContent).toMatch(/^Words of the server\.$/);
    expect(value('Request')?.textContent).toMatch(/^GET \/api\/v1\/reports\/results\/res_1\?max=500$/);
    expect(value('Request id')?.textContent).toMatch(/^req-1$/);
    expect(value('Time')?.textContent).toMatch(/^23 Nov 2026, 13:58 Toronto time, 4 min ago$/);
  });

  it('say so where nothing came back or nothing was asked', () => {
    show(viewOf('overdue', { asked: false, status: null, code: null, message: null, requestId: null }));
    expect(details()).toHaveTextContent('No request was needed');
    expect(within(details()).getByText('HTTP status').nextElementSibling).toHaveTextContent('None');
  });

  it('are copied with a variable in place of the key, also where the server repeats a key', async () => {
    const { user } = show(
      viewOf('desk-refused', {
        target: '/api/v1/reports/mailboxPerformance?max=500',
        method: 'POST',
        message: `Bearer ${CANARY} is not welcome`,
        raw: `key: ${CANARY}`,
      }),
    );
    expect(document.body.innerHTML).not.toContain(CANARY);
    await user.click(screen.getAllByRole('button', { name: 'Copy details' })[0] as HTMLElement);
    const copied = await navigator.clipboard.readText();
    expect(copied).toContain('Authorization: Bearer $EMAILGISTICS_API_KEY');
    expect(copied).toContain('HTTP status: 503');
    expect(copied).not.toContain(CANARY);
  });

  it.each(FAILURE_KINDS)('%s: can be copied from the details', async (kind) => {
    const { user } = show(viewOf(kind));
    await user.click(screen.getByText('Details'));
    await user.click(within(details()).getByRole('button', { name: 'Copy details' }));
    expect(await navigator.clipboard.readText()).toContain(`(${kind})`);
  });

  it('make a request for an administrator', async () => {
    const { user } = show(viewOf('scope-missing'));
    await user.click(screen.getByRole('button', { name: 'Copy request for administrator' }));
    expect(await navigator.clipboard.readText()).toContain('exactly these: reporting and messages:read');
  });
});

describe('foreign text', () => {
  it.each(FAILURE_KINDS)('%s: stays text wherever it is shown', async (kind) => {
    const view = viewOf(kind, {
      message: HOSTILE,
      code: HOSTILE,
      requestId: HOSTILE,
      raw: HOSTILE,
      keyLabel: HOSTILE,
      mailboxName: HOSTILE,
      subject: HOSTILE,
      field: HOSTILE,
      shown: HOSTILE,
      target: `/api/v1/${HOSTILE}`,
    });
    const { user } = show(view, allHandlers(vi.fn<() => void>()));
    await user.click(screen.getByText('Details'));
    expect(document.querySelector('img, script')).toBeNull();
    expect(details()).toHaveTextContent('<script>window.hacked=1</script>');
  });

  it('of a reply that was not understood is shown when asked for', async () => {
    const { user } = show(viewOf('answer-not-understood', { raw: '<h1>Portal</h1>' }));
    const button = screen.getByRole('button', { name: 'Show raw reply' });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    expect(panel()).not.toHaveTextContent('Portal');
    await user.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByRole('region', { name: 'Raw reply' })).toHaveTextContent('<h1>Portal</h1>');
    await user.click(button);
    expect(panel()).not.toHaveTextContent('Portal');
  });

  it('is not offered where none was kept', () => {
    show(viewOf('answer-not-understood', { raw: null }), allHandlers(vi.fn<() => void>()));
    expect(buttons()).toEqual(['Check once more']);
  });
});

describe('announcements', () => {
  it('are made once, politely, however often the same failure comes back', () => {
    const { again } = show(viewOf('update-delayed'));
    const words = 'Update delayed: Message Detail · Sales Department';
    expect(announced()).toBe(words);
    again(viewOf('update-delayed', { at: NOW, retryAt: NOW + MINUTE }));
    expect(announced()).toBe(words);
    expect(screen.getByRole('alert')).toBeEmptyDOMElement();
  });

  it('are made again for another kind', () => {
    const { again } = show(viewOf('update-delayed', { subject: undefined }));
    again(viewOf('result-missing', { subject: undefined }));
    expect(announced()).toBe('Update delayedResult cannot be found');
  });

  it('are left out for what was there when the page was opened', () => {
    show(viewOf('update-delayed'), {}, { quiet: true });
    expect(announced()).toBe('');
  });
});
