// @vitest-environment node
// One version, said the same wherever it stands.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod/mini';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const versioned = z.object({ version: z.string() });
const { version } = z.parse(versioned, JSON.parse(read('package.json')));

/** The headings of the releases, newest first. */
const releases = [...read('CHANGELOG.md').matchAll(/^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2})$/gm)].map(
  ([, number = '', date = '']) => ({ number, date }),
);

describe('the version of package.json', () => {
  test('is the newest of the changelog', () => {
    expect(releases[0]?.number).toBe(version);
  });

  test('is the one of the lockfile and of the image', () => {
    expect(z.parse(versioned, JSON.parse(read('package-lock.json'))).version).toBe(version);
    const { services } = z.parse(
      z.object({ services: z.object({ desk: z.object({ image: z.string() }) }) }),
      parse(read('compose.yaml')),
    );
    expect(services.desk.image).toBe(`report-desk:${version}`);
  });
});

describe('the changelog', () => {
  test('has every other heading at a level that its form knows', () => {
    const headings = [...read('CHANGELOG.md').matchAll(/^##+ (.*)$/gm)].map(([, heading = '']) => heading);
    const known =
      /^(?:\[Unreleased\]|\[\d+\.\d+\.\d+\] - .*|Added|Changed|Deprecated|Removed|Fixed|Security)$/;
    expect(headings.filter((heading) => !known.test(heading))).toEqual([]);
    expect(headings[0]).toBe('[Unreleased]');
  });

  test('goes back in time from release to release', () => {
    const dates = releases.map(({ date }) => date);
    expect(dates).toEqual(dates.toSorted().toReversed());
    expect(dates.filter((date) => Number.isNaN(Date.parse(date)))).toEqual([]);
  });
});
