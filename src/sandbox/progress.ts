// How far a run says it is: a pure function of the share of its time that has passed.

/** The ways in which progress moves; real services report it unevenly, and a desk must not rely on a straight line. */
export type ProgressShape =
  'linear' | 'slowing' | 'quickening' | 'jumping' | 'stalling' | 'absent' | 'backwards';

const SHAPES: Record<ProgressShape, (share: number) => number> = {
  linear: (share) => share,
  slowing: (share) => 1 - (1 - share) ** 2.5,
  quickening: (share) => share ** 2,
  jumping: (share) => Math.floor(share * 5) / 5,
  stalling: (share) => (share < 0.3 ? share * 2.5 : share < 0.85 ? 0.75 : 0.75 + (share - 0.85) * 1.6),
  absent: () => 0,
  backwards: (share) => (share < 0.5 ? share : share < 0.7 ? share - 0.35 : share),
};

/** Progress of a run that has not ended, 0 to 99; `share` is the part of its time that has passed, in [0, 1). */
export function progressAt(shape: ProgressShape, share: number): number {
  return Math.max(0, Math.min(99, Math.floor(SHAPES[shape](share) * 100)));
}
