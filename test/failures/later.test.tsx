// Code that comes later: when it is fetched, and what stands in its place until then.
import { act, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { describe, expect, it } from 'vitest';
import { createLater } from '#src/failures/later.tsx';

const CODE = { Word: ({ word }: { word: string }) => <p>{`code: ${word}`}</p> };

/** Code that arrives, or not, when the test says so; and how often it was fetched. */
function fetching() {
  const { promise, resolve, reject } = Promise.withResolvers<typeof CODE>();
  let times = 0;
  const later = createLater(() => {
    times += 1;
    return promise;
  });
  const settle = (end: () => void) =>
    act(async () => {
      end();
      await promise.catch(() => undefined);
    });
  return {
    later,
    times: () => times,
    arrive: () => settle(() => resolve(CODE)),
    fail: () => settle(() => reject(new Error('no connection'))),
  };
}

function Known({ later }: Pick<ReturnType<typeof fetching>, 'later'>) {
  const code = later.useCode();
  return <p>{code === null ? 'not known' : code === 'missing' ? 'missing' : 'here'}</p>;
}

describe('code that comes later', () => {
  it('is shown at once where it is there already', async () => {
    const { later, times, arrive } = fetching();
    later.preload();
    later.preload();
    await arrive();
    const Word = later.part(({ Word: Whole }) => Whole);
    const seen: string[] = [];
    const Standing = () => {
      seen.push('stood in');
      return null;
    };
    render(
      <Suspense fallback={<Standing />}>
        <Word word="first" />
      </Suspense>,
    );
    expect(screen.getByText('code: first')).toBeVisible();
    expect(seen).toEqual([]);
    expect(times()).toBe(1);
  });

  it('is fetched by its first use, and something stands in until it comes', async () => {
    const { later, times, arrive } = fetching();
    const Word = later.part(({ Word: Whole }) => Whole);
    expect(times()).toBe(0);
    render(
      <Suspense fallback="on its way">
        <Word word="late" />
      </Suspense>,
    );
    expect(screen.getByText('on its way')).toBeVisible();
    await arrive();
    expect(await screen.findByText('code: late')).toBeVisible();
    expect(times()).toBe(1);
  });

  it('tells who asks that it is not there yet, there, or cannot be had', async () => {
    const good = fetching();
    const { rerender } = render(<Known later={good.later} />);
    expect(screen.getByText('not known')).toBeVisible();
    good.later.preload();
    await good.arrive();
    expect(screen.getByText('here')).toBeVisible();

    const bad = fetching();
    rerender(<Known key="bad" later={bad.later} />);
    bad.later.preload();
    await bad.fail();
    expect(screen.getByText('missing')).toBeVisible();
  });
});
