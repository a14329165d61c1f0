// Numbers in words and figures.
import { LOCALE } from './locale.ts';
import * as words from './words.ts';

const NBSP = '\u00a0';
const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, maximumFractionDigits: number): Intl.NumberFormat {
  const id = `${locale} ${maximumFractionDigits}`;
  let format = numberFormats.get(id);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { maximumFractionDigits });
    numberFormats.set(id, format);
  }
  return format;
}

/** "1,204", or "3.14" with at most `digits` decimals. */
export function formatNumber(value: number, digits = 0, locale: string = LOCALE): string {
  return numberFormat(locale, digits).format(value);
}

/** "62 %" from 62. The figure and its sign stay on one line. */
export function formatPercent(percent: number, digits = 0, locale: string = LOCALE): string {
  return `${formatNumber(percent, digits, locale)}${NBSP}%`;
}

const [BYTE, BYTES, ...LARGER_UNITS] = words.byteUnits;

/** "820 bytes", "1.2 MB"; a kilobyte is 1,000 bytes. */
export function formatBytes(bytes: number, locale: string = LOCALE): string {
  if (bytes < 1000) return `${formatNumber(bytes, 0, locale)}${NBSP}${words.isOne(bytes) ? BYTE : BYTES}`;
  let value = bytes;
  let unit: string = BYTES;
  for (const next of LARGER_UNITS) {
    value /= 1000;
    unit = next;
    // 999.95 and more would be shown as 1,000.
    if (value < 999.95) break;
  }
  return `${formatNumber(value, value < 100 ? 1 : 0, locale)}${NBSP}${unit}`;
}

/** "1 row", "1,204 rows". */
export function plural(count: number, one: string, many: string, locale: string = LOCALE): string {
  return `${formatNumber(count, 0, locale)} ${words.isOne(count) ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function formatList(items: readonly string[], locale: string = LOCALE): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
}
