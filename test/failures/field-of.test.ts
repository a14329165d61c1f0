// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldOf } from '#src/failures/field-of.ts';

const NAMES = [
  'mailboxId',
  'start',
  'end',
  'period',
  'users',
  'domains',
  'activityType',
  'activityStart',
  'fieldGroup',
];

describe('the field that a message names', () => {
  it.each([
    ["Parameter 'start' is out of range.", 'start'],
    ['Parameter "period" must be one of: hour, day.', 'period'],
    ['`end` lies before `start`', 'end'],
    ['parameters.users must be a list', 'users'],
    ['mailboxId is required', 'mailboxId'],
    ["Parameter 'activityStart' must have the form YYYY-MM-DDTHH:MM:SS", 'activityStart'],
    // A name in quotes is surer than one that may be plain English.
    ["At the end of the list, 'domains' has an empty entry", 'domains'],
    ['field “fieldGroup” is unknown', 'fieldGroup'],
  ])('%s → %s', (message, field) => {
    expect(fieldOf(message, NAMES)).toBe(field);
  });

  it.each([
    'The request body must be a JSON object.',
    'Something about the restart, the weekend and periods.',
    'start-date and my_users and Start are other words',
    '',
  ])('is none in: %s', (message) => {
    expect(fieldOf(message, NAMES)).toBeNull();
  });

  it('is looked for by name only, with nothing of a name read as a pattern', () => {
    expect(fieldOf('axb is wrong', ['a.b'])).toBeNull();
    expect(fieldOf('a.b is wrong', ['a.b'])).toBe('a.b');
    expect(fieldOf('anything', [''])).toBeNull();
  });

  it('never throws, and gives one of the names or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (message, names) => {
        const field = fieldOf(message, names);
        expect(field === null || names.includes(field)).toBe(true);
      }),
    );
  });
});
