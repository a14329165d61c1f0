// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawable, drawn, whyNot } from '#src/charts/chart-choices.ts';
import { measuresOf } from '#src/charts/measures.ts';
import { timeTicks } from '#src/charts/ticks.ts';
import { clampView, isWhole, moveView, showing, zoomIn, zoomOut } from '#src/charts/zoom.ts';
import { columnsOf, TORONTO } from './charted.ts';

const at = Date.parse;
const ticks = (from: string, to: string, most: number, timeZone = TORONTO) =>
  timeTicks(at(from), at(to), { timeZone, most });

describe('marks of the time axis', () => {
  it('are at midnights of the mailbox, also where its clocks change', () => {
    const found = ticks('2026-10-31T04:00:00Z', '2026-11-03T05:00:00Z', 4);
    expect(found).toEqual([
      { at: at('2026-10-31T04:00:00Z'), label: '31 Oct\n2026' },
      { at: at('2026-11-01T04:00:00Z'), label: '1 Nov' },
      { at: at('2026-11-02T05:00:00Z'), label: '2 Nov' },
      { at: at('2026-11-03T05:00:00Z'), label: '3 Nov' },
    ]);
  });

  it('are at hours that the clocks show: none that they skip, none twice', () => {
    const hours = (from: string, to: string) => ticks(from, to, 30).map(({ label }) => label);
    expect(hours('2026-03-08T05:00:00Z', '2026-03-08T09:00:00Z')).toEqual([
      '8 Mar\n2026',
      '01:00',
      '03:00',
      '04:00',
      '05:00',
    ]);
    expect(hours('2026-11-01T04:00:00Z', '2026-11-01T08:00:00Z')).toEqual([
      '1 Nov\n2026',
      '01:00',
      '02:00',
      '03:00',
    ]);
  });

  it('say the year where it begins', () => {
    expect(ticks('2026-11-15T05:00:00Z', '2027-03-15T05:00:00Z', 6).map(({ label }) => label)).toEqual([
      'Dec\n2026',
      'Jan\n2027',
      'Feb',
      'Mar',
    ]);
  });

  it('are Mondays where they are a week apart', () => {
    const found = ticks('2026-09-01T04:00:00Z', '2026-10-15T04:00:00Z', 8);
    expect(found.map(({ label }) => label.split('\n')[0])).toEqual([
      '7 Sep',
      '14 Sep',
      '21 Sep',
      '28 Sep',
      '5 Oct',
      '12 Oct',
    ]);
  });

  it('are no finer than the periods', () => {
    const options = { timeZone: TORONTO, most: 50, shortest: 24 * 3_600_000 };
    expect(timeTicks(at('2026-09-01T04:00:00Z'), at('2026-09-03T04:00:00Z'), options)).toHaveLength(3);
  });

  it('lie within the range, one after the other, and are not too many', () => {
    const zone = fc.constantFrom(TORONTO, 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/St_Johns', 'UTC');
    const span = fc.integer({ min: 3_600_000, max: 20 * 366 * 86_400_000 });
    const from = fc.integer({ min: at('2020-01-01T00:00Z'), max: at('2027-01-01T00:00Z') });
    fc.assert(
      fc.property(from, span, zone, fc.integer({ min: 2, max: 20 }), (start, length, timeZone, most) => {
        const places = timeTicks(start, start + length, { timeZone, most }).map((tick) => tick.at);
        expect(places.length).toBeLessThanOrEqual(most * 1.2 + 2);
        expect(places.every((place) => place >= start && place <= start + length)).toBe(true);
        expect(places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the part of the time in view', () => {
  const extent = { from: 0, to: 1_000, shortest: 10 };

  it('never leaves what there is, whatever is done, and never gets too short', () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.constant('in') },
      { weight: 1, arbitrary: fc.constantFrom('out', 'earlier', 'later', 'show') },
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(step, fc.integer({ min: -50, max: 1_050 })), { size: 'large' }),
        (steps) => {
          let view = clampView(extent, extent);
          for (const [what, place] of steps) {
            if (what === 'in') view = zoomIn(view, extent, place);
            else if (what === 'out') view = zoomOut(view, extent);
            else if (what === 'show') view = showing(view, extent, place);
            else view = moveView(view, extent, what === 'earlier' ? -1 : 1);
            expect(view.from).toBeGreaterThanOrEqual(-1e-6);
            expect(view.to).toBeLessThanOrEqual(1_000 + 1e-6);
            expect(view.to - view.from).toBeGreaterThanOrEqual(10 - 1e-6);
          }
        },
      ),
    );
  });

  it('halves around the place that is looked at, and doubles back to the whole', () => {
    const closer = zoomIn(extent, extent, 200);
    expect(closer).toEqual({ from: 100, to: 600 });
    expect(isWhole(closer, extent)).toBe(false);
    expect(isWhole(zoomOut(closer, extent), extent)).toBe(true);
  });

  it('moves no further than to show a place', () => {
    expect(showing({ from: 100, to: 200 }, extent, 150)).toEqual({ from: 100, to: 200 });
    expect(showing({ from: 100, to: 200 }, extent, 250)).toEqual({ from: 150, to: 250 });
    expect(showing({ from: 100, to: 200 }, extent, 40)).toEqual({ from: 40, to: 140 });
  });
});

describe('what can be drawn together', () => {
  const row = {
    received: 1,
    initiated: 1,
    replies: 1,
    avgReplySeconds: 9,
    donePercent: 5,
    x1: 1,
    x2: 1,
    x3: 1,
  };
  const measures = measuresOf(columnsOf([row]));
  const byId = (key: string) => {
    const found = measures.find(({ id }) => id === `field ${key}`);
    if (found === undefined) throw new Error(`no ${key}`);
    return found;
  };
  const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id.replace('field ', ''));

  it('is what goes on two scales, and five lines at most', () => {
    const chosen = ['received', 'avgReplySeconds', 'donePercent'].map((key) => `field ${key}`);
    expect(ids(drawn(measures, chosen))).toEqual(['received', 'avgReplySeconds']);
    expect(whyNot(byId('donePercent'), drawn(measures, chosen))).toMatch(/third scale/);
    const counts = ['received', 'initiated', 'replies', 'x1', 'x2'].map(byId);
    expect(whyNot(byId('x3'), counts)).toMatch(/^5 lines/);
    expect(whyNot(byId('x2'), counts)).toBeUndefined();
  });

  it('begins with the first two on one scale', () => {
    expect(ids(drawn(measures, []))).toEqual(['received', 'initiated']);
    expect(ids(drawn(measures, ['field gone']))).toEqual(['received', 'initiated']);
  });

  it('leaves out what is never combined where several rows share a place', () => {
    const has = (where: Parameters<typeof drawable>[1]) =>
      ids(drawable(measures, where)).includes('donePercent');
    expect(has({ period: 'day', hasSplits: false, split: false })).toBe(true);
    expect(has({ period: 'day', hasSplits: true, split: true })).toBe(true);
    expect(has({ period: 'day', hasSplits: true, split: false })).toBe(false);
    expect(has({ period: null, hasSplits: false, split: false })).toBe(false);
  });
});
