// `Retry-After` as RFC 9110 section 10.2.3 defines it, read strictly: anything else counts as absent.

const SECONDS = /^\d{1,10}$/;
const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const TIME = String.raw`\d{2}:\d{2}:\d{2}`;

/** The three date forms of RFC 9110 section 5.6.7: IMF-fixdate, RFC 850, asctime. */
const HTTP_DATES = [
  new RegExp(String.raw`^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (${MONTHS}) \d{4} ${TIME} GMT$`),
  new RegExp(
    String.raw`^(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday), \d{2}-(${MONTHS})-\d{2} ${TIME} GMT$`,
  ),
  new RegExp(String.raw`^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (${MONTHS}) [ \d]\d ${TIME} \d{4}$`),
];

/**
 * Milliseconds to wait by a `Retry-After` value, seen at `nowMs` (epoch ms); null when the header is absent or not in one of
 * the four forms. A date in the past gives 0. Nothing is capped here: whoever waits decides.
 */
export function parseRetryAfter(value: string | null, nowMs: number): number | null {
  if (value === null) return null;
  const text = value.trim();
  if (SECONDS.test(text)) return Number(text) * 1000;
  const form = HTTP_DATES.findIndex((pattern) => pattern.test(text));
  if (form === -1) return null;
  const at = Date.parse(form === 2 ? `${text} GMT` : text);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}
