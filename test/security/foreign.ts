// Foreign input for tests of properties: JSON of any shape with names that objects have already, true answers with parts of them
// replaced, and texts that went wrong on their way. And what must hold whatever came in.
import fc from 'fast-check';
import { expect } from 'vitest';

/** Stands for an API key wherever one could leak. */
export const CANARY = 'canary-5b1f9c0d-key-that-nobody-knows';

/** Names that every object inherits, or that mean something to somebody. */
export const ODD_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'then',
  'length',
  'id',
  '',
  '0',
  '-1',
  '\ud800',
  '\u0000',
  '\u202e',
] as const;

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(...ODD_NAMES),
  fc.constantFrom(
    '=1+1',
    '<img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    '2026-02-30T25:61:00',
    '9999-12-31T23:59:59Z',
    '0000-01-01T00:00:00',
    '%',
    '%zz',
    '\ud800',
    'a'.repeat(2_000),
  ),
);
const oddNumber = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(-0, -1, 1e308, 8.64e15, 9e15, 5e-324, Number.MAX_SAFE_INTEGER, 2 ** 53),
);

/** JSON texts of any shape. Names are written as they are, so that `__proto__` is a field like any other. */
const { node: jsonText } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('null', 'true', 'false', '[]', '{}'),
    oddNumber.map((value) => JSON.stringify(value)),
    oddText.map((value) => JSON.stringify(value)),
    fc.array(tie('node'), { maxLength: 4 }).map((parts) => `[${parts.join(',')}]`),
    fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...ODD_NAMES), fc.string({ maxLength: 6 })), tie('node')), {
        maxLength: 4,
      })
      .map((fields) => `{${fields.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`),
  ),
}));

/** What a server, a file or a storage may hold in the place of anything. */
export const foreignValue: fc.Arbitrary<unknown> = jsonText.map((text) => JSON.parse(text) as unknown);

/** Texts from outside: odd ones, JSON of any shape, and JSON that was cut. */
export const foreignText: fc.Arbitrary<string> = fc.oneof(
  oddText,
  jsonText,
  fc.tuple(jsonText, fc.nat(200)).map(([text, end]) => text.slice(0, end)),
);

/** A value nested so deep that nothing recursive survives it. */
export function nested(levels: number): unknown {
  return JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as unknown;
}

type Place = { readonly holder: Record<string, unknown>; readonly name: string };

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((name) => [{ holder, name }, ...placesIn(holder[name])]);
}

/** `valid` with one to three of its parts, at any depth, replaced by anything, taken away, or joined by a field with an odd name. */
export function spoiled(valid: unknown): fc.Arbitrary<unknown> {
  const change = fc.record({
    at: fc.nat(),
    how: fc.constantFrom('replace', 'replace', 'remove', 'add'),
    name: fc.constantFrom(...ODD_NAMES),
    put: foreignValue,
  });
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const copy = structuredClone(valid);
    for (const { at, how, name, put } of changes) {
      const places = placesIn(copy);
      const place = places[at % Math.max(1, places.length)];
      if (place === undefined) continue;
      if (how === 'remove') delete place.holder[place.name];
      else {
        const field = how === 'add' && !Array.isArray(place.holder) ? name : place.name;
        Object.defineProperty(place.holder, field, {
          value: put,
          configurable: true,
          enumerable: true,
          writable: true,
        });
      }
    }
    return copy;
  });
}

/** `text` cut, doubled, or with a few of its characters changed. */
export function garbled(text: string): fc.Arbitrary<string> {
  const place = fc.nat(Math.max(0, text.length - 1));
  return fc.oneof(
    place.map((end) => text.slice(0, end)),
    place.map((start) => text.slice(start)),
    place.map((at) => text.slice(0, at) + text),
    fc
      .array(fc.tuple(place, fc.string({ unit: 'binary', maxLength: 2 })), { minLength: 1, maxLength: 6 })
      .map((edits) => edits.reduce((done, [at, put]) => done.slice(0, at) + put + done.slice(at + 1), text)),
  );
}

const INHERITED = [Object, Array, String, Number, Function, Map, Promise].map(
  ({ prototype }) => [prototype, Reflect.ownKeys(prototype).length] as const,
);

/** No name that came in has reached what all objects share. */
export function expectNothingPolluted(): void {
  for (const [prototype, count] of INHERITED) expect(Reflect.ownKeys(prototype)).toHaveLength(count);
  for (const name in {}) expect.unreachable(`every object has ${name}`);
}

/** Longest that one call may keep the processor before its growth is looked at: below it, nobody would notice. */
const NOTICED_US = 4_000;
const GROWTH = 16;
/** One long input costs about as much as sixteen short ones, or sixteen times that where work grows with its square. */
export const MOST_GROWTH = 6;
const TRIES = 5;

/** What this thread has used of the processor, in µs: others on the machine do not count. Older versions know that of the process only. */
function used(): number {
  const measures: Partial<Pick<NodeJS.Process, 'threadCpuUsage'>> = process;
  const { user, system } = measures.threadCpuUsage?.() ?? process.cpuUsage();
  return user + system;
}

function costOf(times: number, work: () => unknown): number {
  const before = used();
  for (let time = 0; time < times; time += 1) work();
  return used() - before;
}

/**
 * How much more `work` on `make(size)` costs than on as many short inputs; 1 where it costs so little that it does not matter. Goes up in
 * two steps, so that what grows faster is found before it takes long. See {@link MOST_GROWTH}.
 */
export function growthOf<Input>(
  make: (size: number) => Input,
  work: (input: Input) => unknown,
  size = 20_000,
): number {
  let growth = 1;
  for (const length of [size / GROWTH, size]) {
    const long = make(length);
    if (growth > MOST_GROWTH || costOf(1, () => work(long)) < NOTICED_US) continue;
    const short = make(length / GROWTH);
    growth = Infinity;
    // Memory may be tidied up in the middle of it: only what is slow every time is slow.
    for (let time = 0; time < TRIES && growth > MOST_GROWTH; time += 1) {
      const cost = costOf(1, () => work(long));
      growth =
        cost < NOTICED_US
          ? 1
          : Math.min(
              growth,
              cost /
                Math.max(
                  1,
                  costOf(GROWTH, () => work(short)),
                ),
            );
    }
  }
  return growth;
}
