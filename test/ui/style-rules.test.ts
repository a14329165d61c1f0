// @vitest-environment node
// What style sheets may say: values are tokens, tokens are used, and what is told by colour alone is nothing.
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
const find = (pattern: string) =>
  globSync(pattern, { cwd: ROOT })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted();

const TOKENS = 'src/ui/tokens.css';
const tokensCss = read(TOKENS);
const tokens = new Set([...tokensCss.matchAll(/(--[\w-]+)\s*:/g)].map(([, name = '']) => name));
const sheets = find('src/**/*.css').filter((path) => path !== TOKENS);
const code = find('src/**/*.{ts,tsx}');

type Declaration = { readonly property: string; readonly value: string };

/** Every `property: value` of a sheet. Conditions of at-rules cannot use custom properties, so they are left out. */
function declarations(css: string): Declaration[] {
  return [...css.replaceAll(/@[^{;]*/g, '').matchAll(/(?<=[{;]\s*)([\w-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map(
    ([, property = '', value = '']) => ({ property, value: value.trim() }),
  );
}

/** The values of `css` that break the rule, as they are written. */
function outside(css: string, rule: (declaration: Declaration) => boolean): string[] {
  return declarations(css)
    .filter((declaration) => !declaration.property.startsWith('--') && !rule(declaration))
    .map(({ property, value }) => `${property}: ${value}`);
}

// Shares of what is around (%, fr, lines, the window) are layout, not values of ours.
const LENGTH = /(?<![\w.-])-?(?!0(?:[a-z]|\b)(?!\.))[\d.]+(?:px|rem|em|ex|ch|pt|cm|mm|ms|s)\b/;
const COLOUR = /#[\da-f]{3,8}\b|\b(?:rgb|hsl|hwb|oklch|oklab|lab|lch|color|color-mix)a?\(/i;
const NAMED =
  /(?<![\w-])(?:white|black|gr[ae]y|silver|red|maroon|orange|gold|yellow|olive|lime|green|teal|aqua|cyan|navy|blue|fuchsia|magenta|purple|pink|brown|beige|indigo|violet)(?![\w-])/i;
const SYSTEM =
  /(?<![\w-])(?:Canvas|CanvasText|LinkText|Highlight|HighlightText|GrayText|ButtonFace|ButtonText|ButtonBorder|Mark|Field|FieldText|SelectedItem|SelectedItemText|AccentColor)(?![\w-])/;

/** Text for screen readers has to take up some room. */
const HIDDEN_TEXT = new Set(['inline-size: 1px', 'block-size: 1px', 'margin: -1px']);

const tokenOr = (words: RegExp) => (value: string) =>
  value.replaceAll(/var\(--[\w-]+\)/g, '').trim() === '' || words.test(value);
const KEPT: Readonly<Record<string, (value: string) => boolean>> = {
  'font-size': tokenOr(/^inherit$/),
  'font-family': tokenOr(/^inherit$/),
  'font-weight': tokenOr(/^inherit$/),
  'line-height': tokenOr(/^(?:inherit|0|1)$/),
  'letter-spacing': tokenOr(/^inherit$/),
  // Behind or before what is in the same part.
  'z-index': tokenOr(/^(?:-1|0|auto|calc\(var\(--z-\w+\) [+-] 1\))$/),
};

describe.each(sheets)('%s', (path) => {
  const css = read(path);

  test('has no lengths or durations of its own', () => {
    const rule = ({ property, value }: Declaration) =>
      !LENGTH.test(value) || (path === 'src/ui/base.css' && HIDDEN_TEXT.has(`${property}: ${value}`));
    expect(outside(css, rule)).toEqual([]);
  });

  test('takes type and layers from the tokens', () => {
    expect(outside(css, ({ property, value }) => KEPT[property]?.(value) ?? true)).toEqual([]);
  });

  test('has no colours of its own', () => {
    expect(outside(css, ({ value }) => !COLOUR.test(value) && !NAMED.test(value))).toEqual([]);
  });

  test("names the system's colours only where they are in force", () => {
    const elsewhere = css.replaceAll(/@media \(forced-colors: active\) \{[^]*?\n\}/g, '');
    expect(outside(elsewhere, ({ value }) => !SYSTEM.test(value))).toEqual([]);
  });

  test('uses only custom properties that exist', () => {
    const own = new Set([...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
    const used = [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name = '']) => name);
    expect(used.filter((name) => !tokens.has(name) && !own.has(name))).toEqual([]);
  });
});

test('styles within code are measured, never fixed', () => {
  const fixed = code.flatMap((path) =>
    [...read(path).matchAll(/style=\{\{[^]*?\}\}/g)]
      .map(([style]) => style)
      .filter((style) => LENGTH.test(style) || COLOUR.test(style))
      .map((style) => `${path}: ${style}`),
  );
  expect(fixed).toEqual([]);
});

test('every token is used', () => {
  const used = [...sheets, ...code].map(read).join('\n') + tokensCss.replaceAll(/--[\w-]+\s*:/g, '');
  // The series of a chart are counted, not named.
  const unused = [...tokens].filter((name) => !used.includes(name) && !name.startsWith('--series-'));
  expect(unused).toEqual([]);
});

test.each([
  ['margin: 3px', false],
  ['margin: calc(0.5rem + 1ch)', false],
  ['transition: opacity 0.2s', false],
  ['margin: 0', true],
  ['animation: appear 0s both', true],
  ['inline-size: 50%', true],
  ['max-block-size: 75dvh', true],
  ['grid-template-columns: 1fr 2fr', true],
])('of lengths, "%s" passes: %s', (declaration, passes) => {
  expect(outside(`.part { ${declaration}; }`, ({ value }) => !LENGTH.test(value))).toHaveLength(
    passes ? 0 : 1,
  );
});
