// The day that weeks begin with: from the locale, by region where the browser does not know, or as it was chosen.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createWeekStartChoice, weekStartOf, weekStartsFor } from '#src/range/week-start.ts';

const LOCALES: readonly (readonly [string, number])[] = [
  ['en-US', 7],
  ['en-CA', 7],
  ['en-GB', 1],
  ['de', 1],
  ['fr-CA', 7],
  ['pt-BR', 7],
  ['ja', 7],
  ['he', 7],
  ['ar-EG', 6],
  ['fa', 6],
  ['dv', 5],
  ['not a locale', 1],
];

describe('the usual day', () => {
  test.each(LOCALES)('for %s is %d', (locale, weekday) => {
    expect(weekStartOf(locale)).toBe(weekday);
  });

  test.each(LOCALES)('for %s is the same where the browser does not know weeks', (locale, weekday) => {
    const prototype = Intl.Locale.prototype as Intl.Locale & { getWeekInfo?: unknown };
    const known = prototype.getWeekInfo;
    delete prototype.getWeekInfo;
    try {
      expect(weekStartOf(locale)).toBe(weekday);
    } finally {
      prototype.getWeekInfo = known;
    }
  });

  test('a day that is none counts as not known', () => {
    const prototype = Intl.Locale.prototype as Intl.Locale & { getWeekInfo: () => { firstDay: number } };
    vi.spyOn(prototype, 'getWeekInfo').mockReturnValue({ firstDay: 0 });
    expect(weekStartOf('en-US')).toBe(7);
  });

  test('is always among those to choose from', () => {
    expect(weekStartsFor(7)).toEqual([1, 7, 6]);
    expect(weekStartsFor(5)).toEqual([1, 7, 6, 5]);
  });
});

describe('the chosen day', () => {
  afterEach(() => {
    localStorage.clear();
  });

  test('is kept in the browser', () => {
    const choice = createWeekStartChoice();
    expect(choice.get()).toBeNull();
    choice.set(6);
    expect(choice.get()).toBe(6);
    expect(createWeekStartChoice().get()).toBe(6);
  });

  test.each(['0', '8', '1.5', 'Sunday', ''])('“%s” in the storage is no day', (text) => {
    localStorage.setItem('desk-week-start', text);
    expect(createWeekStartChoice().get()).toBeNull();
  });

  test('holds until the page is left where storage is blocked', () => {
    const choice = createWeekStartChoice(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    expect(choice.get()).toBeNull();
    choice.set(7);
    expect(choice.get()).toBe(7);
    choice.set(1);
    expect(choice.get()).toBe(1);
  });

  test('is told to whoever listens, also from another tab, until they stop', () => {
    const choice = createWeekStartChoice();
    const listener = vi.fn<() => void>();
    const stop = choice.subscribe(listener);
    choice.set(7);
    window.dispatchEvent(new StorageEvent('storage', { key: 'desk-week-start' }));
    expect(listener).toHaveBeenCalledTimes(2);
    stop();
    choice.set(1);
    window.dispatchEvent(new StorageEvent('storage'));
    expect(listener).toHaveBeenCalledTimes(2);
  });
});
