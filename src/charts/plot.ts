// The drawing itself: uPlot, told what to draw, where the axes are marked and in which colours. What is in view and where the crosshair
// stands is decided outside; the plot only says what the pointer asks for.
import './known-language.ts';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { knownZone, zoneLabel } from '#src/ui/time-format.ts';
import { valueText } from './line-text.ts';
import type { Line, Lines } from './lines.ts';
import type { Family } from './measures.ts';
import { DASHES } from './palette.ts';
import type { Palette } from './palette.ts';
import { LENGTH_MS } from './periods.ts';
import { timeTicks } from './ticks.ts';
import type { View } from './zoom.ts';

type PlotWishes = {
  readonly chart: Lines;
  readonly timeZone: string;
  readonly palette: Palette;
  readonly view: View;
  /** The pointer has marked a part of the time. */
  readonly onView: (view: View) => void;
  /** The pointer has asked for everything. */
  readonly onWhole: () => void;
  /** The place that the pointer is nearest to; null once it has left. */
  readonly onPlace: (place: number | null) => void;
};

/** Room for one mark of the time axis, in px. */
const TICK_PX = 56;
const LINE_PX = 2;
const TEXT_PX = 12;
/** Shorter drags are clicks. */
const DRAG_PX = 8;

/** Draws into `host` at its size. */
export function createPlot(host: HTMLElement, wishes: PlotWishes): uPlot {
  const { chart, view } = wishes;
  const families = [...new Set(chart.lines.map(({ family }) => family))];
  const options: uPlot.Options = {
    width: host.clientWidth,
    height: host.clientHeight,
    legend: { show: false },
    scales: {
      x: { time: false, range: (_, from, to) => (from < to ? [from, to] : [from - 1, to + 1]) },
      ...Object.fromEntries(families.map((family) => [family, { range: fromZero }])),
    },
    axes: [
      timeAxis(wishes),
      ...families.map((family, place) => valueAxis(family, place === 0 ? 3 : 1, wishes.palette)),
    ],
    series: [{}, ...chart.lines.map((line, place) => seriesOf(line, place, wishes.palette))],
    cursor: {
      // The keyboard moves it too; a line across would point at nothing.
      y: false,
      drag: { x: true, y: false, setScale: false, dist: DRAG_PX },
      bind: {
        dblclick: () => () => {
          wishes.onWhole();
          return null;
        },
      },
      points: {
        size: TEXT_PX / 2 + LINE_PX,
        fill: (_, place) => wishes.palette.lines[place - 1] ?? wishes.palette.muted,
      },
    },
    hooks: {
      setCursor: [(plot) => wishes.onPlace(plot.cursor.idx ?? null)],
      setSelect: [
        (plot) => {
          const { left, width } = plot.select;
          if (width < DRAG_PX) return;
          const [from, to] = [plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x')];
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          wishes.onView({ from, to });
        },
      ],
    },
  };
  const data: uPlot.AlignedData = [[...chart.times], ...chart.lines.map(({ values }) => [...values])];
  const plot = new uPlot(options, data, host);
  plot.setScale('x', { min: view.from, max: view.to });
  return plot;
}

/** Lengths are compared from zero, or they lie. */
function fromZero(_: uPlot, low: number | null, high: number | null): uPlot.Range.MinMax {
  if (low === null || high === null) return [0, 1];
  return uPlot.rangeNum(Math.min(0, low), Math.max(0, high) || 1, 0.1, true);
}

function seriesOf(line: Line, place: number, palette: Palette): uPlot.Series {
  const colour = palette.lines[place] ?? palette.muted;
  const alone = line.values.flatMap((value, at) =>
    value !== null && isGap(line.values[at - 1]) && isGap(line.values[at + 1]) ? [at] : [],
  );
  return {
    label: line.label,
    scale: line.family,
    stroke: colour,
    width: LINE_PX,
    dash: [...(DASHES[place] ?? [])],
    spanGaps: false,
    points: {
      stroke: colour,
      fill: palette.surface,
      dash: [],
      // A value between two gaps has no line to be seen by.
      filter: (_, __, shown) => (shown ? null : alone),
    },
  };
}

function isGap(value: number | null | undefined): boolean {
  return value === null || value === undefined;
}

function lookOf(palette: Palette): uPlot.Axis {
  const grid = { stroke: palette.grid, width: 1 };
  const font = `${TEXT_PX}px ${palette.font}`;
  return { stroke: palette.muted, font, labelFont: font, grid, ticks: { ...grid, size: 4 } };
}

function timeAxis({ chart, timeZone, palette }: PlotWishes): uPlot.Axis {
  const ticks = (plot: uPlot, from: number, to: number) =>
    timeTicks(from, to, {
      timeZone,
      most: Math.floor((plot.bbox.width / uPlot.pxRatio || plot.width) / TICK_PX),
      // Between two days there is nothing to mark.
      shortest: LENGTH_MS[chart.period],
    });
  return {
    ...lookOf(palette),
    size: TEXT_PX * 4,
    label: zoneLabel(knownZone(timeZone)),
    labelSize: TEXT_PX * 2,
    splits: (plot, _, from, to) => ticks(plot, from, to).map(({ at }) => at),
    values: (plot) => {
      const { min, max } = plot.scales['x'] ?? {};
      return ticks(plot, min ?? 0, max ?? -1).map(({ label }) => label);
    },
  };
}

/** Marks of durations, in ms: whole seconds, minutes and hours. */
const DURATION_STEPS = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400]
  .flatMap((seconds, place, all) =>
    place < all.length - 1 ? [seconds] : [1, 2, 5, 10, 50, 100, 1_000].map((many) => many * seconds),
  )
  .map((seconds) => seconds * 1_000);

function valueAxis(family: Family, side: 1 | 3, palette: Palette): uPlot.Axis {
  return {
    ...lookOf(palette),
    scale: family,
    side,
    // The second scale has no lines of its own, which would cross those of the first.
    ...(side === 1 && { grid: { show: false } }),
    ...(family === 'duration' && { incrs: DURATION_STEPS }),
    values: (_, places) => places.map((value) => valueText(value, { family, digits: 2 })),
    size: (plot, texts) => {
      const { ctx } = plot;
      ctx.font = `${TEXT_PX * uPlot.pxRatio}px ${palette.font}`;
      const widths = ((texts ?? []) as readonly string[]).map(
        (text) => ctx.measureText(text).width / uPlot.pxRatio,
      );
      return Math.ceil(Math.max(TEXT_PX, ...widths)) + TEXT_PX + LINE_PX;
    },
  };
}
