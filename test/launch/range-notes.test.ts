// @vitest-environment node
// What is said of a range before it is launched.
import { describe, expect, test } from 'vitest';
import { parseForm } from '#src/launch/form-state.ts';
import { clockNotes, endNotes, presetInWords } from '#src/launch/range-notes.ts';
import type { RangePlace } from '#src/launch/range-notes.ts';

const toronto = (viewerZone = 'America/Toronto'): RangePlace => ({
  timeZone: 'America/Toronto',
  viewerZone,
  weekStart: 1,
});
const form = (query = '') => parseForm(new URLSearchParams(query));

describe('what a preset stands for', () => {
  const september = { start: '2026-09-01T00:00:00', end: '2026-09-30T23:59:59' };
  test.each<[string, RangePlace, typeof september, string]>([
    ['days and zone', toronto(), september, '1–30 Sep 2026, Toronto time.'],
    ['another name of the same time', toronto('America/New_York'), september, '1–30 Sep 2026, Toronto time.'],
    [
      'the viewer’s own time beside it',
      toronto('Europe/Paris'),
      september,
      '1–30 Sep 2026, Toronto time. 00:00 Toronto time is 06:00 your time.',
    ],
    [
      'another day for the viewer',
      { timeZone: 'Pacific/Auckland', viewerZone: 'America/Toronto', weekStart: 1 },
      { start: '2026-07-01T00:00:00', end: '2026-07-01T23:59:59' },
      '1 Jul 2026, Auckland time. 00:00 Auckland time is 08:00 your time the day before.',
    ],
    [
      'clocks that change on different days',
      toronto('Europe/Paris'),
      { start: '2026-10-20T00:00:00', end: '2026-10-29T23:59:59' },
      '20–29 Oct 2026, Toronto time. On 20 Oct 2026 00:00 Toronto time is 06:00 your time, on 29 Oct 2026 it is 05:00 your time.',
    ],
    [
      'clocks that agree on one of the days only',
      { timeZone: 'Africa/Casablanca', viewerZone: 'Europe/London', weekStart: 1 },
      { start: '2026-03-23T00:00:00', end: '2026-03-30T23:59:59' },
      '23–30 Mar 2026, Casablanca time. On 23 Mar 2026 00:00 Casablanca time is 23:00 your time the day before, on 30 Mar 2026 it is the same for you.',
    ],
  ])('%s', (_, place, range, words) => {
    expect(presetInWords(range, place)).toBe(words);
  });
});

describe('at the ends', () => {
  const to = (query: string, start: string, end: string, place: RangePlace | null = toronto()) =>
    endNotes('to', form(query), { start, end }, place);
  const from = (start: string, place: RangePlace | null = toronto(), query = '') =>
    endNotes('from', form(query), { start, end: '2026-12-01T00:00' }, place);

  test.each<[string, string | null, string | null]>([
    ['the zone', from('2026-09-01T09:00'), 'In Toronto time.'],
    [
      'the viewer’s own time',
      from('2026-09-01T09:00', toronto('Europe/Paris')),
      '09:00 Toronto time is 15:00 your time.',
    ],
    [
      'the viewer’s own time, on the next day, to the second where it has any',
      from('2026-09-01T20:30:15', toronto('Europe/Paris')),
      '20:30:15 Toronto time is 02:30:15 your time the next day.',
    ],
    ['without a mailbox nothing is known of it', from('2026-09-01T09:00', null), null],
    ['an end that is not there yet', from(''), 'In Toronto time.'],
    ['an end that is no time', from('2026-02-30T09:00'), null],
    [
      'a time that does not exist',
      from('2026-03-08T02:30'),
      '02:30 Toronto time does not exist on 8 Mar 2026: clocks go from 02:00 to 03:00.',
    ],
    [
      'a time that comes twice',
      from('2026-11-01T01:30'),
      '01:30 Toronto time comes twice on 1 Nov 2026, when clocks go back. Which of the two the API takes is not documented.',
    ],
    [
      'a midnight that does not exist',
      from('2026-04-24T00:00', { ...toronto(), timeZone: 'Africa/Cairo' }),
      '00:00 Cairo time does not exist on 24 Apr 2026: clocks go from 00:00 to 01:00.',
    ],
    [
      'a day that does not exist',
      from('2011-12-30T10:00', { ...toronto(), timeZone: 'Pacific/Apia' }),
      '30 Dec 2011 does not exist in Apia time: the calendar skips it.',
    ],
  ])('%s', (_, said, words) => {
    expect(said).toBe(words);
  });

  test.each<[string, string | null, string | null]>([
    [
      'midnight takes in a day',
      to('by=day', '2026-09-01T00:00', '2026-10-01T00:00'),
      'In Toronto time. An end at 00:00 counts the whole of 1 Oct 2026 too.',
    ],
    [
      'a second earlier it does not',
      to('by=day', '2026-09-01T00:00', '2026-09-30T23:59:59'),
      'In Toronto time.',
    ],
    [
      'a full hour takes in the next',
      to('by=hour', '2026-09-01T09:00', '2026-09-01T17:00'),
      'In Toronto time. An end at 17:00 counts the hour from 17:00 to 18:00 too.',
    ],
    [
      'by week, on the day that weeks begin with',
      to('by=week', '2026-08-31T00:00', '2026-09-14T00:00'),
      'In Toronto time. An end at 00:00 counts the whole week from 14 Sep 2026, where weeks begin on Monday, too.',
    ],
    [
      'by week, on another day: the week counts anyway',
      to('by=week', '2026-08-31T00:00', '2026-09-15T00:00'),
      'In Toronto time.',
    ],
    [
      'by month, on the first',
      to('by=month', '2026-09-01T00:00', '2026-10-01T00:00'),
      'In Toronto time. An end at 00:00 counts the whole of 1–31 Oct 2026 too.',
    ],
    ['by month, on another day', to('by=month', '2026-09-01T00:00', '2026-10-02T00:00'), 'In Toronto time.'],
    [
      'the only day there is, is no addition',
      to('by=day', '2026-10-01T00:00', '2026-10-01T00:00'),
      'In Toronto time.',
    ],
    [
      'without a mailbox too',
      to('by=day', '2026-09-01T00:00', '2026-10-01T00:00', null),
      'An end at 00:00 counts the whole of 1 Oct 2026 too.',
    ],
    ['before its beginning', to('by=day', '2026-11-01T00:00', '2026-10-01T00:00'), 'In Toronto time.'],
  ])('To: %s', (_, said, words) => {
    expect(said).toBe(words);
  });

  test.each<[string, string | null, string | null]>([
    [
      'an open beginning',
      from('', toronto(), 'report=receivedMessageDetail'),
      'Left empty: everything from the beginning.',
    ],
    [
      'an open end',
      to('report=receivedMessageDetail', '2026-09-01T00:00', ''),
      'Left empty: everything up to now.',
    ],
    [
      'midnight leaves its day out',
      to('report=receivedMessageDetail', '2026-09-01T00:00', '2026-10-01T00:00'),
      'In Toronto time. An end at 00:00 leaves 1 Oct 2026 out.',
    ],
    [
      'the last minute has seconds',
      to('report=receivedMessageDetail', '2026-09-01T00:00', '2026-09-30T23:59'),
      'In Toronto time. An end at 23:59:00 leaves the last minute of 30 Sep 2026 out.',
    ],
    [
      'the last second of a day has the day',
      to('report=receivedMessageDetail', '2026-09-01T00:00', '2026-09-30T23:59:59'),
      'In Toronto time.',
    ],
  ])('message detail: %s', (_, said, words) => {
    expect(said).toBe(words);
  });
});

describe('days on which clocks change', () => {
  const notes = (query: string, start: string, end: string, timeZone = 'America/Toronto') =>
    clockNotes(form(query), { start, end }, { ...toronto(), timeZone });

  test.each<[string, string[], string[]]>([
    [
      'back',
      notes('by=day', '2026-10-30T00:00', '2026-11-02T23:59:59'),
      ['Clocks go back on 1 Nov 2026: that day has 25 hours.'],
    ],
    [
      'forward',
      notes('by=day', '2026-03-08T00:00', '2026-03-08T23:59:59'),
      ['Clocks go forward on 8 Mar 2026: that day has 23 hours.'],
    ],
    [
      'by half an hour',
      notes('by=day', '2026-04-05T00:00', '2026-04-05T23:59:59', 'Australia/Lord_Howe'),
      ['Clocks go back on 5 Apr 2026: that day has 24.5 hours.'],
    ],
    [
      'a day that is left out',
      notes('by=day', '2011-12-01T00:00', '2011-12-31T23:59:59', 'Pacific/Apia'),
      ['The calendar skips 30 Dec 2011.'],
    ],
    ['the day before', notes('by=day', '2026-10-30T00:00', '2026-10-31T23:59:59'), []],
    [
      'a whole month is counted, so its change is',
      notes('by=month', '2026-11-20T00:00', '2026-11-21T00:00'),
      ['Clocks go back on 1 Nov 2026: that day has 25 hours.'],
    ],
    ['hours are counted alone', notes('by=hour', '2026-11-01T12:00', '2026-11-01T13:00'), []],
    [
      'messages are counted alone',
      notes('report=receivedMessageDetail&by=month', '2026-11-20T00:00', '2026-11-21T00:00'),
      [],
    ],
    [
      'many',
      notes('by=month', '2020-01-01T00:00', '2026-01-01T00:00'),
      [
        'Clocks go forward on 8 Mar 2020: that day has 23 hours.',
        'Clocks go back on 1 Nov 2020: that day has 25 hours.',
        'Clocks go forward on 14 Mar 2021: that day has 23 hours.',
        'Clocks change again later in this range.',
      ],
    ],
    ['an unfinished range', notes('by=day', '2026-10-30T00:00', ''), []],
  ])('%s', (_, said, words) => {
    expect(said).toEqual(words);
  });
});
