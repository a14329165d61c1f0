// Chance by a seed: the same seed gives the same story on every machine.

/** How often each name is drawn; one that is left out never is. */
type Weights<Name extends string> = Readonly<Partial<Record<Name, number>>>;

/** See {@link createChance}. */
export type Chance = {
  /** [0, 1). */
  float(): number;
  /** A whole number from `least` to `most`. */
  int(least: number, most: number): number;
  /** True in `share` of all cases. */
  is(share: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
  /** One of the names, by their weights. */
  weighted<Name extends string>(weights: Weights<Name>): Name;
  uuid(): string;
};

/** Tables of weights as they are drawn from, made once for each. */
const tables = new WeakMap<object, { entries: [string, number][]; sum: number }>();

function tableOf(weights: Weights<string>) {
  const known = tables.get(weights);
  if (known !== undefined) return known;
  const entries = Object.entries(weights) as [string, number][];
  const made = { entries, sum: entries.reduce((sum, [, weight]) => sum + weight, 0) };
  tables.set(weights, made);
  return made;
}

/** A stream of its own for each `seed` and `stream` (mulberry32). */
export function createChance(seed: number, stream: number): Chance {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  // Neighbouring seeds begin alike.
  for (let warm = 0; warm < 4; warm += 1) next();
  const float = () => next() / 2 ** 32;
  const hex = () => next().toString(16).padStart(8, '0');
  return {
    float,
    int: (least, most) => least + Math.floor(float() * (most - least + 1)),
    is: (share) => float() < share,
    pick<Value>(values: readonly Value[]): Value {
      const value = values[Math.floor(float() * values.length)];
      if (value === undefined) throw new RangeError('nothing to pick from');
      return value;
    },
    weighted<Name extends string>(weights: Weights<Name>): Name {
      const { entries, sum } = tableOf(weights as Weights<string>);
      let rest = float() * sum;
      for (const [name, weight] of entries) {
        rest -= weight;
        if (rest < 0) return name as Name;
      }
      throw new RangeError('nothing to pick from');
    },
    uuid() {
      const [a, b, c, d] = [hex(), hex(), hex(), hex()];
      return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-8${c.slice(1, 4)}-${c.slice(4)}${d}`;
    },
  };
}
