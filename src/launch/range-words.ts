// What the launch form says of ranges and clocks.
import type { Period } from '#src/contract/reports.ts';
import type { RangeEndName } from './form-state.ts';

export const range = 'Range';
export const anyTime = 'Messages of any time, up to now.';
export const ends: Readonly<Record<RangeEndName, string>> = { from: 'From', to: 'To' };
export const groupBy = 'Group by';
export const periods: Readonly<Record<Period, string>> = {
  hour: 'Hour',
  day: 'Day',
  week: 'Week',
  month: 'Month',
};
export const changesOfClocks = 'Changes of clocks';

// First day of the week.
export const weeksBeginOn = 'Weeks begin on';
export const weekStartHint = 'For This week and Last week, in this browser.';
export const weekStartGroupedHint =
  'For This week, Last week and the weeks in the summary, in this browser. Rows are grouped by the API, whose weeks may begin on another day.';

// A suffix Z.
export const sendWithZ = 'Send these times with a Z';
export const sendWithZHint =
  'The API may read them as UTC then: what a Z means here is not documented. Without it they are sent as they stand.';
export const onlyOneHasZ = (end: string) => `Now only ${end} has one.`;
export const sentWithZ = 'Sent with a Z.';

// What is wrong with an end.
export const halfFilled = 'Only a part of this date and time is filled in. Complete it, or empty it.';
export const endsBefore = 'The range ends before it begins. Choose a later To, or an earlier From.';
export const enterBeginning = 'Enter when the range begins.';
export const enterEnd = 'Enter when the range ends.';
export const noSuchTime = 'There is no such date or time. Choose another one.';
export const outOfYears = 'Choose a date between 1 Jan 2000 and 31 Dec 2100.';

// An end that was left empty.
export const emptyFrom = 'Left empty: everything from the beginning.';
export const emptyTo = 'Left empty: everything up to now.';

// Which time it is for the viewer: said after "is" in the sentences below.
export const sameForYou = 'the same for you';
export const yourTime = (clock: string) => `${clock} your time`;
export const yourTimeDayBefore = (clock: string) => `${clock} your time the day before`;
export const yourTimeNextDay = (clock: string) => `${clock} your time the next day`;
export const inZone = (zone: string) => `In ${zone}.`;
export const daysInZone = (days: string, zone: string) => `${days}, ${zone}.`;
export const clockIs = (clock: string, zone: string, own: string) => `${clock} ${zone} is ${own}.`;
export const midnightIs = (zone: string, first: string, begins: string, last: string, ends: string) =>
  `On ${first} 00:00 ${zone} is ${begins}, on ${last} it is ${ends}.`;

// Times that clocks read twice, or never.
export const comesTwice = (clock: string, zone: string, day: string) =>
  `${clock} ${zone} comes twice on ${day}, when clocks go back. Which of the two the API takes is not documented.`;
export const dayNeverComes = (day: string, zone: string) =>
  `${day} does not exist in ${zone}: the calendar skips it.`;
export const neverComes = (clock: string, zone: string, day: string, before: string, after: string) =>
  `${clock} ${zone} does not exist on ${day}: clocks go from ${before} to ${after}.`;
export const daySkipped = (day: string) => `The calendar skips ${day}.`;
export const clocksGoForward = (day: string, hours: string) =>
  `Clocks go forward on ${day}: that day has ${hours} hours.`;
export const clocksGoBack = (day: string, hours: string) =>
  `Clocks go back on ${day}: that day has ${hours} hours.`;
export const clocksChangeAgain = 'Clocks change again later in this range.';

// What an end takes in, or leaves out.
export const endTakesHour = (end: string, from: string, to: string) =>
  `An end at ${end} counts the hour from ${from} to ${to} too.`;
export const endTakesDays = (end: string, days: string) =>
  `An end at ${end} counts the whole of ${days} too.`;
export const endTakesWeek = (end: string, day: string, weekday: string) =>
  `An end at ${end} counts the whole week from ${day}, where weeks begin on ${weekday}, too.`;
export const endLeavesDay = (day: string) => `An end at 00:00 leaves ${day} out.`;
export const endLeavesMinute = (day: string) => `An end at 23:59:00 leaves the last minute of ${day} out.`;
