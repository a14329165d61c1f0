// What the rows of a result say to people: the names of columns, and what stands beside the figures of cells.
import type { ColumnUnit } from './column-units.ts';

// What columns tell about.
export const groups = {
  time: 'Time',
  people: 'People',
  messages: 'Messages',
  replies: 'Replies',
  closing: 'Closing',
  assignment: 'Assignment',
  other: 'Other',
  ids: 'IDs',
};

// Names of columns: of the documented fields, and what is added to names that are made of the words of a field's name.
export const fieldNames = {
  id: 'Row ID',
  startDateTime: 'Period start',
  received: 'Received',
  initiated: 'Initiated',
  userId: 'User ID',
  userName: 'User',
  userEmail: 'User email',
  userActive: 'User active',
  messageId: 'Message ID',
};
export const noName = '(no name)';
/** "Closed at": a point in time. */
export const atName = (name: string) => `${name} at`;
/** "Average initial reply time": a length of time. */
export const timeOfName = (name: string) => `${name} time`;
export const time = 'Time';
export const clocks = {
  'mailbox hours': 'mailbox hours',
  'user hours': 'user hours',
  elapsed: 'elapsed',
};
export const nameByClock = (name: string, clock: string) => `${name}, ${clock}`;
export const nameInUnit = (name: string, unit: string) => `${name}, ${unit}`;
export const unitSigns: Readonly<Record<ColumnUnit, string>> = {
  percent: '%',
  share: 'share',
  milliseconds: 'ms',
  seconds: 'seconds',
  minutes: 'minutes',
};

// What the numbers of a column can be shown as.
export const formats: Readonly<Record<Exclude<ColumnUnit, 'milliseconds'> | 'number', string>> = {
  number: 'Number',
  seconds: 'Time in seconds',
  minutes: 'Time in minutes',
  percent: 'Percent (62 is 62 %)',
  share: 'Share (0.62 is 62 %)',
};

// Cells.
export const yes = 'Yes';
export const no = 'No';
export const seconds = (figure: string) => `${figure} s`;
export const minutes = (figure: string) => `${figure} min`;
export const minutesAndSeconds = (figure: string, more: number) => `${figure} min ${more} s`;
export const hours = (figure: string) => `${figure} h`;
export const hoursAndMinutes = (figure: string, more: number) => `${figure} h ${more} min`;
