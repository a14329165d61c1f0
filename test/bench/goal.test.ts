// @vitest-environment node
import { expect, test } from 'vitest';
import { judge, missedBy } from './goal.ts';

const row = (figure: string, goal: string, ratio = '1.00') => ({
  name: 'result: a page of 500 rows, parsed to painted',
  figure,
  baseline: '',
  ratio,
  goal,
});

test.each([
  ['49 ms', '< 50 ms', '1.00', null],
  ['75 ms', '< 50 ms', '1.00', 0.5],
  ['12', '≤ 12', '1.00', null],
  ['15', '≤ 12', '1.00', 0.25],
  ['14 ms, settled within 398 ms', 'none > 50 ms', '0.04', null],
  ['100 ms', 'none > 50 ms', '2.00', 1],
  ['228 ms', '< 2 × the bare loop', '1.10', null],
  ['500 ms', '< 2 × the bare loop', '3.00', 0.5],
  ['80 ms', 'none', '1.00', null],
  ['0 more, 0 more', 'as at the start', '1.00, 1.00', null],
])('%s beside a goal of %s and a ratio of %s', (figure, goal, ratio, beyond) => {
  expect(missedBy(row(figure, goal, ratio))).toBe(beyond);
});

test('a goal that is missed is told with the reason, one that is reached is not', () => {
  expect(judge([row('29 ms', '< 30 ms')])).toBe('Every goal is reached.');
  expect(judge([row('29 ms', '< 30 ms'), row('45 ms', '< 30 ms')])).toMatch(
    /^Goals that are missed:\nresult: a page of 500 rows, parsed to painted: 45 ms, not < 30 ms \(50 % beyond\)\. Parsing/,
  );
});
