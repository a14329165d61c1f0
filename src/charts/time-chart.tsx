// Lines over time that can be looked into: with the pointer, by buttons, and by keyboard, where the chart is a slider along its periods.
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type uPlot from 'uplot';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { Button } from '#src/ui/button.tsx';
import * as words from './chart-words.ts';
import { periodText, pointText } from './line-text.ts';
import type { Lines } from './lines.ts';
import { readPalette, useThemeVersion } from './palette.ts';
import { LENGTH_MS } from './periods.ts';
import { createPlot } from './plot.ts';
import { savePicture } from './save-picture.ts';
import { TimeLegend } from './time-legend.tsx';
import { clampView, isWhole, moveView, showing, zoomIn, zoomOut } from './zoom.ts';
import type { Extent, View } from './zoom.ts';
import styles from './charts.module.css';

/** How many periods Page up and Page down go. */
const PAGE = 10;

type TimeChartProps = {
  readonly chart: Lines;
  readonly timeZone: string;
  /** Lines on top of the picture when it is saved. */
  readonly title: readonly string[];
  readonly fileName: string;
};

export function TimeChart({ chart, timeZone, title, fileName }: TimeChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const [wanted, setWanted] = useState<View | null>(null);
  const [place, setPlace] = useState<number | null>(null);
  const announce = useAnnounce();
  const helpId = useId();
  const theme = useThemeVersion();
  const { times, period } = chart;
  const last = times.length - 1;
  const extent = useMemo(() => extentOf(chart), [chart]);
  const { from, to } = clampView(wanted ?? extent, extent);
  const view = { from, to };
  const whole = isWhole(view, extent);
  const at = Math.min(place ?? last, last);
  const inView = whole ? null : rangeText(view);

  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const drawn = createPlot(element, {
      chart,
      timeZone,
      palette: readPalette(element),
      view: extent,
      onView: setWanted,
      onWhole: () => setWanted(null),
      onPlace: setPlace,
    });
    plot.current = drawn;
    const observer = new ResizeObserver(() => {
      drawn.setSize({ width: element.clientWidth, height: element.clientHeight });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.current = null;
      drawn.destroy();
    };
  }, [chart, timeZone, extent, theme]);

  useEffect(() => {
    plot.current?.setScale('x', { min: from, max: to });
  }, [from, to, chart, timeZone, theme]);

  function look(next: View) {
    const clamped = clampView(next, extent);
    setWanted(isWhole(clamped, extent) ? null : clamped);
    announce(words.nowInView(rangeText(clamped)));
  }

  /** From the first to the last period that is in view. */
  function rangeText(range: View): string {
    const first = times.find((time) => time >= range.from) ?? range.from;
    const final = times.findLast((time) => time <= range.to) ?? range.to;
    return words.fromTo(periodText(first, period, timeZone), periodText(final, period, timeZone));
  }

  /** Puts the crosshair on a period, also on one that is not in view yet. */
  function moveTo(next: number) {
    const target = Math.min(last, Math.max(0, next));
    const time = times[target] ?? from;
    const shown = showing(view, extent, time);
    if (shown !== view) setWanted(shown);
    setPlace(target);
    const drawn = plot.current;
    if (drawn === null) return;
    drawn.setScale('x', { min: shown.from, max: shown.to });
    // Where several periods share a pixel the plot would name another one, so it is not asked.
    drawn.setCursor({ left: drawn.valToPos(time, 'x'), top: 0 }, false);
  }

  function press(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const act = actionOf(event);
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  function actionOf({ key, shiftKey }: KeyboardEvent): (() => void) | undefined {
    const around = times[at] ?? (from + to) / 2;
    const actions: Record<string, () => void> = {
      ArrowLeft: () => (shiftKey ? look(moveView(view, extent, -1)) : moveTo(at - 1)),
      ArrowRight: () => (shiftKey ? look(moveView(view, extent, 1)) : moveTo(at + 1)),
      PageDown: () => moveTo(at - PAGE),
      PageUp: () => moveTo(at + PAGE),
      Home: () => moveTo(0),
      End: () => moveTo(last),
      '+': () => look(zoomIn(view, extent, around)),
      '=': () => look(zoomIn(view, extent, around)),
      '-': () => look(zoomOut(view, extent)),
      '0': () => look(extent),
    };
    return Object.hasOwn(actions, key) ? actions[key] : undefined;
  }

  async function save() {
    const element = host.current;
    if (element === null || plot.current === null) return;
    const saved = await savePicture(plot.current, {
      title: inView === null ? title : [...title, words.inView(inView)],
      lines: chart.lines,
      palette: readPalette(element),
      fileName,
    });
    announce(saved ? words.pictureSaved : words.pictureNotSaved, { assertive: !saved });
  }

  const everything = whole ? words.everythingInView : undefined;
  const middle = (from + to) / 2;
  return (
    <div className={styles['chart']}>
      <div className={styles['tools']}>
        <Button size="small" onClick={() => look(zoomIn(view, extent, middle))}>
          {words.zoomIn}
        </Button>
        <Button size="small" disabledReason={everything} onClick={() => look(zoomOut(view, extent))}>
          {words.zoomOut}
        </Button>
        <Button size="small" disabledReason={everything} onClick={() => look(moveView(view, extent, -1))}>
          {words.earlier}
        </Button>
        <Button size="small" disabledReason={everything} onClick={() => look(moveView(view, extent, 1))}>
          {words.later}
        </Button>
        <Button size="small" disabledReason={everything} onClick={() => look(extent)}>
          {words.showAll}
        </Button>
        <Button size="small" variant="quiet" icon="download" onClick={() => void save()}>
          {words.savePicture}
        </Button>
      </div>
      <div
        ref={host}
        className={styles['plot']}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input cannot hold a drawing
        role="slider"
        tabIndex={0}
        aria-label={words.periodInChart}
        aria-describedby={helpId}
        aria-valuemin={1}
        aria-valuemax={times.length}
        aria-valuenow={at + 1}
        aria-valuetext={pointText(chart, at, timeZone)}
        onKeyDown={press}
      />
      <TimeLegend chart={chart} place={place} timeZone={timeZone} view={inView} />
      <p id={helpId} className={styles['note']}>
        {words.howToLook}
      </p>
    </div>
  );
}

/** A single period gets some room on either side. */
function extentOf({ times, period }: Lines): Extent {
  const [first = 0, last = first] = [times[0], times.at(-1)];
  const length = LENGTH_MS[period];
  const room = first === last ? length : 0;
  return { from: first - room, to: last + room, shortest: 2 * length };
}
