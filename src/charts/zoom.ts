// Which part of the time axis is in view. Every step stays within what there is, and never closer than can be read.

/** Epoch ms. */
export type View = { readonly from: number; readonly to: number };

/** What there is to see, and the shortest part of it that can be. */
export type Extent = View & { readonly shortest: number };

/** How much closer one step goes. */
const STEP = 2;
/** How much of the view one step aside goes. */
const ASIDE = 0.5;

export function clampView({ from, to }: View, extent: Extent): View {
  const whole = extent.to - extent.from;
  const length = Math.min(whole, Math.max(to - from, extent.shortest));
  const middle = (from + to) / 2;
  const start = Math.min(Math.max(middle - length / 2, extent.from), extent.to - length);
  return { from: start, to: start + length };
}

function scaled(view: View, extent: Extent, factor: number, around: number): View {
  return clampView(
    { from: around - (around - view.from) * factor, to: around + (view.to - around) * factor },
    extent,
  );
}

/** Closer, towards `around`, which keeps its place. */
export function zoomIn(view: View, extent: Extent, around: number): View {
  return scaled(view, extent, 1 / STEP, Math.min(Math.max(around, view.from), view.to));
}

export function zoomOut(view: View, extent: Extent): View {
  return scaled(view, extent, STEP, (view.from + view.to) / 2);
}

/** Earlier (-1) or later (1). */
export function moveView(view: View, extent: Extent, direction: -1 | 1): View {
  const by = direction * (view.to - view.from) * ASIDE;
  return clampView({ from: view.from + by, to: view.to + by }, extent);
}

/** Moves no further than it takes to have `at` in view. */
export function showing(view: View, extent: Extent, at: number): View {
  const by = at < view.from ? at - view.from : at > view.to ? at - view.to : 0;
  return by === 0 ? view : clampView({ from: view.from + by, to: view.to + by }, extent);
}

export function isWhole(view: View, extent: Extent): boolean {
  return view.from <= extent.from && view.to >= extent.to;
}
