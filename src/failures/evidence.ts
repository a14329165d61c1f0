// What *Copy details* copies: request, reply, timings and a cURL line, without any key.
import { API_PREFIX, pathOf } from '#src/contract/endpoints.ts';
import { formatDuration } from '#src/ui/time-format.ts';
import { CATALOGUE } from './catalogue.ts';
import { curlOf } from './curl.ts';
import * as words from './panel-words.tsx';
import { isLaunch, unasked, writtenTime } from './phrases.ts';
import { redact } from './redact.ts';
import type { FailureView } from './view.ts';

/** The request as a cURL line, or null where it was not one to the API or its base address is not known. */
export function curlLine(view: FailureView): string | null {
  if (view.upstreamOrigin === undefined || !pathOf(view.target).startsWith(API_PREFIX)) return null;
  return curlOf({
    method: view.method,
    origin: view.upstreamOrigin,
    target: view.target,
    body: isLaunch(view) ? view.launchBody : undefined,
  });
}

function stamp(at: number, view: FailureView): string {
  return `${writtenTime(at, view)} (${new Date(at).toISOString()})`;
}

function section(title: string, lines: readonly (string | null)[]): string {
  const kept = lines.filter((line) => line !== null);
  return kept.length === 0 ? '' : [title, ...kept].join('\n');
}

/** What the API answered: nothing where nothing was asked. */
function replyLines(view: FailureView): (string | null)[] {
  const why = unasked(view);
  if (why !== null) {
    return [
      why,
      view.message === null ? null : redact(view.message),
      view.raw === null ? null : redact(view.raw),
    ];
  }
  return [
    words.labelled(words.httpStatus, view.status ?? words.nothing),
    words.labelled(words.errorCode, redact(view.code ?? words.nothing)),
    words.labelled(words.message, redact(view.message ?? words.nothing)),
    words.labelled(words.requestId, view.requestId ?? words.nothing),
    view.raw === null ? null : words.bodyFirstPart(redact(view.raw)),
  ];
}

function timingLines(view: FailureView): (string | null)[] {
  const at = (label: string, time: number | null | undefined) =>
    time === null || time === undefined ? null : words.labelled(label, stamp(time, view));
  return [
    at(words.noticed, view.at),
    at(words.launched, view.launchedAt),
    at(words.lastGoodAnswer, view.lastGoodAt),
    at(words.againAt, view.retryAt),
    view.elapsedMs === undefined ? null : words.labelled(words.took, formatDuration(view.elapsedMs)),
  ];
}

/** The whole text of *Copy details*. */
export function detailsText(view: FailureView): string {
  const curl = curlLine(view);
  return [
    [`${CATALOGUE[view.kind].title} (${view.kind})`, view.subject ?? ''].join('\n').trim(),
    section(words.request, [
      view.target === '' ? words.nothing : redact(`${view.method} ${view.target}`),
      isLaunch(view) && view.launchBody !== undefined ? redact(view.launchBody) : null,
    ]),
    section(words.reply, replyLines(view)),
    section(words.timings, timingLines(view)),
    curl === null ? '' : section(words.curl, [isLaunch(view) ? words.startsRun : null, curl]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
