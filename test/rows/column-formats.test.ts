import { afterEach, describe, expect, it, vi } from 'vitest';
import { createColumnFormatStore, withFormats } from '#src/rows/column-formats.ts';
import { columnsOf } from '../results/columns-of.ts';

afterEach(() => {
  localStorage.clear();
});

const columns = columnsOf([{ waitSeconds: 90, received: 2, userName: 'Emily' }]);
const chosen = (...formats: [string, 'number' | 'minutes' | 'share'][]) =>
  withFormats(columns, new Map(formats)).map(({ key, unit, label }) => [key, unit, label]);

describe('the format of a column', () => {
  it('is what its name says until another is chosen', () => {
    expect(withFormats(columns, new Map([['gone', 'minutes']]))).toBe(columns);
  });

  it('changes how numbers are written, and what the heading calls them', () => {
    expect(chosen(['waitSeconds', 'number'])).toContainEqual(['waitSeconds', null, 'Wait, seconds']);
    expect(chosen(['waitSeconds', 'minutes'])).toContainEqual(['waitSeconds', 'minutes', 'Wait time']);
    expect(chosen(['received', 'share'])).toContainEqual(['received', 'share', 'Received']);
  });

  it('is for numbers only', () => {
    expect(withFormats(columns, new Map([['userName', 'minutes']]))).toBe(columns);
  });
});

describe('formats that were chosen', () => {
  it('are kept for each report, and the next visit has them', () => {
    const store = createColumnFormatStore();
    store.set('mailboxPerformance', 'waitSeconds', 'minutes');
    store.set('mailboxPerformance', '__proto__', 'share');
    store.set('receivedMessageDetail', 'waitSeconds', 'number');
    store.set('receivedMessageDetail', 'waitSeconds', null);
    const next = createColumnFormatStore();
    expect([...next.get('mailboxPerformance')]).toEqual([
      ['waitSeconds', 'minutes'],
      ['__proto__', 'share'],
    ]);
    expect(next.get('receivedMessageDetail').size).toBe(0);
    expect(next.get('__proto__').size).toBe(0);
  });

  it('are the same map until one changes, and whoever shows them hears of it', () => {
    const store = createColumnFormatStore();
    const listener = vi.fn<() => void>();
    store.subscribe(listener);
    store.set('r', 'a', 'minutes');
    const before = store.get('r');
    expect(store.get('r')).toBe(before);
    store.set('r', 'b', 'share');
    expect(store.get('r')).not.toBe(before);
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['no JSON', '{{'],
    ['another form', '{"r":{"a":"minutes"}}'],
    ['entries of another form', '[null, 1, [], ["r"], ["r","a","furlongs"], ["r",7,"minutes"]]'],
  ])('are none where the browser holds %s', (_, text) => {
    localStorage.setItem('desk-column-formats', text);
    expect(createColumnFormatStore().get('r').size).toBe(0);
  });

  it('lose only the entries that cannot be read', () => {
    localStorage.setItem('desk-column-formats', '[["r","a","minutes"],["r","b","furlongs"]]');
    expect([...createColumnFormatStore().get('r').keys()]).toEqual(['a']);
  });

  it('hold for this visit where storage is blocked', () => {
    const store = createColumnFormatStore(() => {
      throw new Error('blocked');
    });
    store.set('r', 'a', 'minutes');
    store.set('r', 'b', 'share');
    expect([...store.get('r').keys()]).toEqual(['a', 'b']);
  });
});
