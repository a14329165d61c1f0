// The order of cards while somebody points at them: what changes its group stays where it is until they look elsewhere.

/**
 * `wanted` in the order that was shown `before`. Cards that still exist keep their places, also those that are no longer wanted;
 * new ones come after the one that they would follow, and never before the one `under` the pointer.
 */
export function steadyOrder(
  before: readonly string[],
  wanted: readonly string[],
  under: string,
  exists: (id: string) => boolean,
): string[] {
  const order = before.filter(exists);
  const placed = new Set(order);
  let previous: string | undefined;
  for (const id of wanted) {
    if (!placed.has(id)) {
      const after = previous === undefined ? -1 : order.indexOf(previous);
      order.splice(Math.max(after, order.indexOf(under)) + 1, 0, id);
      placed.add(id);
    }
    previous = id;
  }
  return order;
}
