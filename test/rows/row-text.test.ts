// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { rawText, tabSeparated } from '#src/rows/row-text.ts';
import { columnsOf } from '../results/columns-of.ts';

describe('rows to paste', () => {
  it('are a line of headings and a line each, values as they came', () => {
    const rows = [
      { startDateTime: '2026-08-01T00:00:00-04:00', received: 1204, waitSeconds: 4800, active: true },
      { startDateTime: null, received: -1, waitSeconds: null, active: false },
    ];
    expect(tabSeparated(columnsOf(rows), rows)).toBe(
      [
        'Period start\tReceived\tWait time\tActive',
        '2026-08-01T00:00:00-04:00\t1204\t4800\ttrue',
        '\t-1\t\tfalse',
      ].join('\n'),
    );
  });

  it.each(['=1+1', '+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1'])('never hold %j as a formula', (text) => {
    const rows = [{ [text]: text }];
    for (const line of tabSeparated(columnsOf(rows), rows).split('\n'))
      expect(line).toMatch(/^(?:'|[^=+\-@])/);
    expect(tabSeparated(columnsOf([{ a: text }]), [{ a: text }]).split('\n')[1]).toMatch(/^'/);
  });

  it('stay in their cells, whatever their text holds', () => {
    const rows = [{ a: 'one\ttwo\r\nthree', b: 1 }];
    expect(tabSeparated(columnsOf(rows), rows).split('\n')[1]?.split('\t')).toEqual(['one two three', '1']);
  });

  it('have nested values as JSON, however deep', () => {
    expect(rawText({ a: [1] })).toBe('{"a":[1]}');
    expect(rawText(JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`))).not.toBe('');
  });
});
