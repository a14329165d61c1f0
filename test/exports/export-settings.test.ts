// How the operator wants CSV files: remembered, and read tolerantly.
import { afterEach, describe, expect, test } from 'vitest';
import { exportSettings } from '#src/exports/export-settings.ts';

afterEach(() => localStorage.clear());

describe('the settings of exports', () => {
  test('are plain RFC 4180 until something else is chosen', () => {
    expect(exportSettings.get()).toEqual({ separator: 'comma', mark: false });
  });

  test('are there again on the next visit', () => {
    exportSettings.set({ separator: 'semicolon', mark: true });
    expect(localStorage.getItem('desk-export')).toBe('{"separator":"semicolon","mark":true}');
  });

  test.each([
    ['{', { separator: 'comma', mark: false }],
    ['[]', { separator: 'comma', mark: false }],
    ['{"separator":"pipe","mark":true}', { separator: 'comma', mark: true }],
    ['{"separator":"tab","mark":"yes"}', { separator: 'tab', mark: false }],
  ])('fall back field by field where %s was kept', (text, settings) => {
    localStorage.setItem('desk-export', text);
    expect(exportSettings.get()).toEqual(settings);
  });
});
