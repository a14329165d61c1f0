// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { endOfDay, expiryWords } from '#src/connection/key-expiry.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DATE = '2026-11-23';
/** Midnight after 23 November, wherever the test runs. */
const END = new Date(2026, 10, 24).getTime();

describe('the end of a noted day', () => {
  it('is midnight in the viewer’s time', () => {
    expect(endOfDay(DATE)).toBe(END);
    expect(endOfDay('2026-12-31')).toBe(new Date(2027, 0, 1).getTime());
  });

  it.each(['', '2026-11', 'soon', '2026-xx-01'])('is not known of %j', (date) => {
    expect(endOfDay(date)).toBeNull();
  });
});

describe('what a noted date means', () => {
  it.each([
    [
      'a day that is far off',
      END - 240 * HOUR,
      'It expires on 23 Nov 2026, in 9 days at the earliest.',
      false,
    ],
    [
      'a day on which results of now would still be read',
      END - 30 * HOUR,
      'It expires on 23 Nov 2026, in 6 h at the earliest. What is launched now may not stay readable for its 24 hours.',
      false,
    ],
    [
      'that day',
      END - 10 * HOUR,
      /^This key expires today, at an hour that is not known; a report can run 30 minutes/,
      true,
    ],
    [
      'its last half hour',
      END - 20 * MINUTE,
      'This key expires in 20 min; a report can run 30 minutes.',
      true,
    ],
    ['exactly half an hour before', END - 30 * MINUTE, /expires today/, true],
    ['its end', END, 'This key may have expired: you noted 23 Nov 2026.', true],
    ['a day later', END + 24 * HOUR, /may have expired/, true],
  ] as const)('%s', (_, now, text, urgent) => {
    const words = expiryWords(DATE, now);
    expect(words?.text).toMatch(text);
    expect(words?.urgent).toBe(urgent);
  });

  it('says nothing without a date, or with one that is none', () => {
    expect(expiryWords(undefined, END)).toBeNull();
    expect(expiryWords('never', END)).toBeNull();
  });
});
