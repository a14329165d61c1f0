// The shared clock: one timer, whole seconds, and no renders without a reason.
import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClock } from '#src/ui/clock.ts';
import { Countdown } from '#src/ui/countdown.tsx';
import { ClockContext, useNow } from '#src/ui/now.tsx';
import { Time } from '#src/ui/time.tsx';

const START = Date.UTC(2026, 8, 15, 12, 0, 0);

beforeEach(() => {
  vi.useFakeTimers({ now: START + 400 });
});

afterEach(() => {
  vi.useRealTimers();
});

function advance(ms: number) {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}

function Seconds({ every, onRender }: { every?: number; onRender?: () => void }) {
  const now = useNow(every);
  onRender?.();
  return <output>{new Date(now).toISOString()}</output>;
}

test('a hundred components share one timer, which ends with the last of them', () => {
  const { unmount } = render(
    <ClockContext value={createClock()}>
      {Array.from({ length: 100 }, (_, index) => (
        <Seconds key={index} />
      ))}
    </ClockContext>,
  );
  expect(vi.getTimerCount()).toBe(1);
  advance(10_000);
  expect(vi.getTimerCount()).toBe(1);
  unmount();
  expect(vi.getTimerCount()).toBe(0);
});

test('ticks come at the beginning of whole seconds', () => {
  const clock = createClock();
  const ticks: number[] = [];
  const end = clock.subscribe(() => ticks.push(Date.now()));
  vi.advanceTimersByTime(2600);
  end();
  expect(ticks).toEqual([START + 1000, START + 2000, START + 3000]);
});

test('a listener that leaves is not called again, and the others are', () => {
  const clock = createClock();
  const listener = vi.fn<() => void>();
  const endFirst = clock.subscribe(listener);
  const endSecond = clock.subscribe(listener);
  endFirst();
  vi.advanceTimersByTime(600);
  expect(listener).toHaveBeenCalledTimes(1);
  endSecond();
});

test('a component that asks for minutes renders once a minute', () => {
  const onRender = vi.fn<() => void>();
  render(<Seconds every={60_000} onRender={onRender} />);
  advance(59_000);
  expect(onRender).toHaveBeenCalledTimes(1);
  advance(1000);
  expect(onRender).toHaveBeenCalledTimes(2);
  expect(screen.getByRole('status')).toHaveTextContent('2026-09-15T12:01:00.000Z');
});

test('a jump of time is shown at once when the clock is told', () => {
  let offset = 0;
  const clock = createClock(() => Date.now() + offset);
  render(
    <ClockContext value={clock}>
      <Time at={START} show="relative" />
    </ClockContext>,
  );
  expect(screen.getByText('just now')).toBeVisible();
  offset = 24 * 3_600_000;
  act(() => {
    clock.tick();
  });
  expect(screen.getByText('1 day ago')).toBeVisible();
});

test('a time says when it was with the name of the zone, and how long ago', () => {
  render(<Time at={START - 4 * 60_000} timeZone="America/Toronto" />);
  const time = screen.getByText('today 07:56 Toronto time, 4 min ago');
  expect(time).toHaveAttribute('datetime', '2026-09-15T11:56:00.000Z');
  expect(time).toHaveAttribute('title', '15 Sep 2026, 07:56 Toronto time');
  advance(60_000);
  expect(time).toHaveTextContent('today 07:56 Toronto time, 5 min ago');
});

test('"today" becomes "yesterday" at midnight of the zone that is named', () => {
  // Kathmandu is 5 h 45 min ahead of UTC: midnight there is at 18:15.
  vi.setSystemTime(Date.UTC(2026, 8, 15, 18, 14, 59));
  render(<Time at={Date.UTC(2026, 8, 15, 12)} timeZone="Asia/Kathmandu" show="absolute" />);
  expect(screen.getByText(/^today 17:45/)).toBeVisible();
  advance(1000);
  expect(screen.getByText(/^yesterday 17:45/)).toBeVisible();
});

test('a time in a zone that the browser does not know is told in UTC and says so', () => {
  render(<Time at={START} timeZone="Mars/Olympus" show="absolute" />);
  expect(screen.getByText('today 12:00 UTC')).toBeVisible();
});

test.each(['both', 'relative'] as const)('a time that is no time shows nothing (%s)', (show) => {
  const { container } = render(<Time at={Number.NaN} show={show} />);
  expect(container).toBeEmptyDOMElement();
});

test('a countdown reaches its end at the instant itself and is not read out on the way', () => {
  render(<Countdown to={START + 3000} label="Continues in" over="now" />);
  const countdown = screen.getByRole('timer', { name: 'Continues in' });
  expect(countdown).toHaveAttribute('aria-live', 'off');
  expect(countdown).toHaveTextContent('0:03');
  advance(600);
  expect(countdown).toHaveTextContent('0:02');
  advance(1000);
  expect(countdown).toHaveTextContent('0:01');
  advance(1000);
  expect(countdown).toHaveTextContent('now');
});
