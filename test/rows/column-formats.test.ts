import { afterEach, describe, expect, it } from 'vitest';
import { createColumnFormats, formatsOf, withFormat, withFormats } from '#src/rows/column-formats.ts';
import type { ColumnFormat } from '#src/rows/column-formats.ts';
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
    expect(chosen(['userName', 'minutes'], ['received', 'share'])).toContainEqual(['userName', null, 'User']);
  });
});

describe('formats that were chosen', () => {
  type Formats = ReturnType<typeof createColumnFormats>;
  const choose = (formats: Formats, report: string, key: string, format: ColumnFormat | null) => {
    formats.set(withFormat(formats.get(), report, key, format));
  };
  const kept = (formats: Formats, report: string) => [...formatsOf(formats.get(), report)];

  it('are kept for each report, and the next visit has them', () => {
    const formats = createColumnFormats();
    choose(formats, 'mailboxPerformance', 'waitSeconds', 'minutes');
    choose(formats, 'mailboxPerformance', '__proto__', 'share');
    choose(formats, 'receivedMessageDetail', 'waitSeconds', 'number');
    choose(formats, 'receivedMessageDetail', 'waitSeconds', null);
    const next = createColumnFormats();
    expect(kept(next, 'mailboxPerformance')).toEqual([
      ['waitSeconds', 'minutes'],
      ['__proto__', 'share'],
    ]);
    expect(kept(next, 'receivedMessageDetail')).toEqual([]);
    expect(kept(next, '__proto__')).toEqual([]);
  });

  it('are the same map until one changes', () => {
    const formats = createColumnFormats();
    choose(formats, 'r', 'a', 'minutes');
    const before = formatsOf(formats.get(), 'r');
    expect(formatsOf(formats.get(), 'r')).toBe(before);
    choose(formats, 'r', 'b', 'share');
    expect(formatsOf(formats.get(), 'r')).not.toBe(before);
  });

  it.each([
    ['no JSON', '{{'],
    ['another form', '{"r":{"a":"minutes"}}'],
    ['entries of another form', '[null, 1, [], ["r"], ["r","a","furlongs"], ["r",7,"minutes"]]'],
  ])('are none where the browser holds %s', (_, text) => {
    localStorage.setItem('desk-column-formats', text);
    expect(kept(createColumnFormats(), 'r')).toEqual([]);
  });

  it('lose only the entries that cannot be read', () => {
    localStorage.setItem('desk-column-formats', '[["r","a","minutes"],["r","b","furlongs"]]');
    expect(kept(createColumnFormats(), 'r')).toEqual([['a', 'minutes']]);
  });

  it('hold for this visit where storage is blocked', () => {
    const formats = createColumnFormats(() => {
      throw new Error('blocked');
    });
    choose(formats, 'r', 'a', 'minutes');
    choose(formats, 'r', 'b', 'share');
    expect(kept(formats, 'r')).toHaveLength(2);
  });
});
