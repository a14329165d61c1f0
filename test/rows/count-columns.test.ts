// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { isSummable } from '#src/rows/count-columns.ts';
import { columnsOf } from '../results/columns-of.ts';

describe('what may be added up', () => {
  it.each([
    ['received', 3, true],
    ['totalReplies', 3, true],
    ['initialRepliesInsideSla', 3, true],
    ['closed_count', 3, true],
    ['generatedMessages', 3, true],
    ['averageElapsedCloseSeconds', 3, false],
    ['closedInsideSlaPercent', 3, false],
    ['waitSeconds', 3, false],
    ['medianReplies', 3, false],
    ['maxOpen', 3, false],
    ['uniqueSenders', 3, false],
    ['activeUsers', 3, false],
    ['openMessages', 3, false],
    ['longestWait', 3, false],
    ['p95Replies', 3, false],
    ['receivedPerDay', 3, false],
    ['ageOfOldest', 3, false],
    ['numbersOfAnything', 3, true],
    ['received', 2.5, false],
    ['received', 'three', false],
  ])('%s like %j: %s', (key, value, summable) => {
    expect(columnsOf([{ [key]: value }]).map(isSummable)).toEqual([summable]);
  });
});
