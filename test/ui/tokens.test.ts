// @vitest-environment node
// Contrast of every pair of tokens that is used together, in both schemes and where more contrast is asked for.
import { readFileSync } from 'node:fs';
import { expect, test, describe } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const tokensCss = readFileSync(new URL('src/ui/tokens.css', ROOT), 'utf8');
const [base = '', ...blocks] = tokensCss.split('@media ');
const moreCss = blocks.find((block) => block.startsWith('(prefers-contrast: more)')) ?? '';

type Rgb = readonly [number, number, number];
type Scheme = 'light' | 'dark';
type Colours = ReadonlyMap<string, Readonly<Record<Scheme, Rgb>>>;

const COLOUR = String.raw`oklch\(\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)\s*\)`;

/** The colour tokens that `css` gives a value. */
function coloursIn(css: string): Colours {
  const pattern = new RegExp(String.raw`--([\w-]+):\s*light-dark\(\s*${COLOUR}\s*,\s*${COLOUR}\s*\)`, 'g');
  return new Map(
    [...css.matchAll(pattern)].map(([, name = '', ...figures]) => {
      const [l1 = 0, c1 = 0, h1 = 0, l2 = 0, c2 = 0, h2 = 0] = figures.map(Number);
      return [name, { light: linearRgb(l1, c1, h1), dark: linearRgb(l2, c2, h2) }];
    }),
  );
}

const usual = coloursIn(base);
const more: Colours = new Map([...usual, ...coloursIn(moreCss)]);

/** OKLCH to linear sRGB, cut to what a screen can show: https://www.w3.org/TR/css-color-4/#color-conversion-code */
function linearRgb(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const cut = (value: number) => Math.min(1, Math.max(0, value));
  return [
    cut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    cut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    cut(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** WCAG 2.2 contrast ratio of two tokens. */
function contrast(colours: Colours, foreground: string, background: string, scheme: Scheme): number {
  const luminance = (name: string) => {
    const colour = colours.get(name);
    if (colour === undefined) throw new Error(`No colour token --${name}`);
    const [red, green, blue] = colour[scheme];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [luminance(foreground), luminance(background)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

type Pairs = readonly (readonly [foreground: string, background: string])[];

const TONES = ['running', 'waiting', 'danger', 'done', 'neutral'];
const SURFACES = ['surface-page', 'surface', 'surface-sunken', 'surface-hover', 'surface-float'];
const SOFTS = [...TONES.map((tone) => `${tone}-soft`), 'accent-soft'];
const on = (backgrounds: readonly string[], ...foregrounds: readonly string[]): Pairs =>
  backgrounds.flatMap((below) => foregrounds.map((above) => [above, below] as const));

/** Everything that is read. */
const TEXT_PAIRS: Pairs = [
  ...on([...SURFACES, ...SOFTS], 'text', 'text-muted', 'accent'),
  // The word of a state; the error of a field, also inside a notice of any tone.
  ...TONES.flatMap((tone) => on([...SURFACES, `${tone}-soft`], `${tone}-fg`)),
  ...on(SOFTS, 'danger-fg'),
  // What a copy button says once it has copied.
  ...on([...SURFACES, ...SOFTS], 'done-fg'),
  // Filled buttons, ticks, and text that is selected.
  ...on(['accent-solid', 'accent-solid-hover', 'danger-solid', 'danger-solid-hover'], 'text-on-solid'),
  // The tooltip is the page turned inside out.
  ['surface', 'text'],
];

/** Everything that has to be seen to know what something is, or what state it is in. */
const SHAPE_PAIRS: Pairs = [
  ...on(['surface-page', 'surface', 'surface-float'], 'control-border', 'focus', 'accent-solid'),
  ...on(SOFTS, 'focus', 'accent-solid'),
  // A filled bar on its track.
  ...TONES.map((tone) => [`${tone}-fg`, `${tone}-border`] as const),
  ...[1, 2, 3, 4, 5, 6].map((series) => [`series-${series}`, 'surface'] as const),
];

/** Edges that only set things apart, and are seen as well where more contrast is asked for. */
const EDGE_PAIRS: Pairs = [
  ...on(['surface-page', 'surface', 'surface-float'], 'hairline', 'button-border'),
  ...TONES.flatMap((tone) => on(['surface', `${tone}-soft`], `${tone}-border`)),
];

describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  test.each(TEXT_PAIRS)('%s can be read on %s', (foreground, background) => {
    expect(contrast(usual, foreground, background, scheme)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(more, foreground, background, scheme)).toBeGreaterThanOrEqual(7);
  });

  test.each(SHAPE_PAIRS)('%s can be seen on %s', (foreground, background) => {
    expect(contrast(usual, foreground, background, scheme)).toBeGreaterThanOrEqual(3);
    expect(contrast(more, foreground, background, scheme)).toBeGreaterThanOrEqual(3);
  });

  test.each(EDGE_PAIRS)('%s can be seen on %s where more contrast is asked for', (foreground, background) => {
    expect(contrast(more, foreground, background, scheme)).toBeGreaterThanOrEqual(3);
  });
});

test('more contrast changes tokens that there are, and no others', () => {
  const changed = [...coloursIn(moreCss).keys()];
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.filter((name) => !usual.has(name))).toEqual([]);
});

test('the arithmetic gives the ratios that are known for black, white and mid grey', () => {
  const grey = (lightness: number) => ({
    light: linearRgb(lightness, 0, 0),
    dark: linearRgb(lightness, 0, 0),
  });
  // #767676 is the lightest grey that passes on white: 4.54.
  const known: Colours = new Map([
    ['black', grey(0)],
    ['white', grey(1)],
    ['grey', grey(0.5659)],
  ]);
  expect(contrast(known, 'black', 'white', 'light')).toBeCloseTo(21, 3);
  expect(contrast(known, 'grey', 'white', 'light')).toBeCloseTo(4.54, 2);
});
