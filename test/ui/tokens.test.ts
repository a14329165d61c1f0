// @vitest-environment node
// Contrast of every pair of tokens that is used together, in both schemes, and no value outside the tokens.
import { globSync, readFileSync } from 'node:fs';
import { expect, test, describe } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
const tokensCss = read('src/ui/tokens.css');

type Rgb = readonly [number, number, number];
type Scheme = 'light' | 'dark';

const COLOUR = String.raw`oklch\(\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)\s*\)`;
const colours = new Map<string, Record<Scheme, Rgb>>();
for (const [, name = '', ...figures] of tokensCss.matchAll(
  new RegExp(String.raw`--([\w-]+):\s*light-dark\(\s*${COLOUR}\s*,\s*${COLOUR}\s*\)`, 'g'),
)) {
  const [l1 = 0, c1 = 0, h1 = 0, l2 = 0, c2 = 0, h2 = 0] = figures.map(Number);
  colours.set(name, { light: linearRgb(l1, c1, h1), dark: linearRgb(l2, c2, h2) });
}

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
function contrast(foreground: string, background: string, scheme: Scheme): number {
  const luminance = (name: string) => {
    const colour = colours.get(name);
    if (colour === undefined) throw new Error(`No colour token --${name}`);
    const [red, green, blue] = colour[scheme];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [luminance(foreground), luminance(background)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const TONES = ['running', 'waiting', 'danger', 'done', 'neutral'];
const SURFACES = ['surface-page', 'surface', 'surface-sunken', 'surface-hover', 'surface-float'];
const SOFTS = [...TONES.map((tone) => `${tone}-soft`), 'accent-soft'];

const TEXT_PAIRS: readonly (readonly [string, string])[] = [
  ...[...SURFACES, ...SOFTS].flatMap((below) => [['text', below] as const, ['text-muted', below] as const]),
  ...[...SURFACES, ...SOFTS].map((below) => ['accent', below] as const),
  ...TONES.flatMap((tone) =>
    ['surface-page', 'surface', 'surface-sunken', 'surface-float', `${tone}-soft`].map(
      (below) => [`${tone}-fg`, below] as const,
    ),
  ),
  // A field's error inside a notice of any tone.
  ...TONES.map((tone) => ['danger-fg', `${tone}-soft`] as const),
  ...['accent-solid', 'accent-solid-hover', 'danger-solid', 'danger-solid-hover'].map(
    (below) => ['text-on-solid', below] as const,
  ),
  // The tooltip is the page turned inside out.
  ['surface', 'text'],
];

const SHAPE_PAIRS: readonly (readonly [string, string])[] = [
  ...['surface-page', 'surface', 'surface-float'].flatMap((below) => [
    ['control-border', below] as const,
    ['focus', below] as const,
  ]),
  ...SOFTS.map((below) => ['focus', below] as const),
  // A filled bar on its track.
  ...TONES.map((tone) => [`${tone}-fg`, `${tone}-border`] as const),
  ...[1, 2, 3, 4, 5, 6].map((series) => [`series-${series}`, 'surface'] as const),
];

describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  test.each(TEXT_PAIRS)('%s can be read on %s', (foreground, background) => {
    expect(contrast(foreground, background, scheme)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(SHAPE_PAIRS)('%s can be seen on %s', (foreground, background) => {
    expect(contrast(foreground, background, scheme)).toBeGreaterThanOrEqual(3);
  });
});

test('the arithmetic gives the ratios that are known for black, white and mid grey', () => {
  colours.set('black', { light: linearRgb(0, 0, 0), dark: linearRgb(0, 0, 0) });
  colours.set('white', { light: linearRgb(1, 0, 0), dark: linearRgb(1, 0, 0) });
  // #767676 is the lightest grey that passes on white: 4.54.
  colours.set('grey', { light: linearRgb(0.5659, 0, 0), dark: linearRgb(0.5659, 0, 0) });
  expect(contrast('black', 'white', 'light')).toBeCloseTo(21, 3);
  expect(contrast('grey', 'white', 'light')).toBeCloseTo(4.54, 2);
});

const modules = globSync('src/**/*.css', { cwd: ROOT }).filter((path) => path !== 'src/ui/tokens.css');
const tokenNames = new Set([...tokensCss.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));

describe.each(modules)('%s', (path) => {
  const css = read(path);

  test('uses only custom properties that exist', () => {
    const own = new Set([...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
    const used = [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name);
    expect(used.filter((name) => !tokenNames.has(name) && !own.has(name))).toEqual([]);
  });

  test('has no colours of its own', () => {
    expect(css.match(/#[\da-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab|lab|lch|color)a?\(/gi)).toBeNull();
  });
});

test.each(modules.filter((path) => path.startsWith('src/ui/') && path.endsWith('.module.css')))(
  '%s has no lengths or durations of its own',
  (path) => {
    // Conditions of at-rules cannot use custom properties.
    const rules = read(path).replaceAll(/@(?:media|container)[^{]*/g, '');
    expect(rules.match(/(?<![\w.-])(?!0\b)[\d.]+(?:px|rem|em|ch|m?s)\b/g)).toBeNull();
  },
);
