/** Yields values best first without sorting them all: callers take few of many candidates. */

/** @param values are removed as they are yielded @param isBefore a strict total order */
export function* inOrder(
  values: number[],
  isBefore: (left: number, right: number) => boolean,
): Generator<number, void, void> {
  const sink = (from: number): void => {
    const value = values[from]!;
    let place = from;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= values.length) break;
      if (child + 1 < values.length && isBefore(values[child + 1]!, values[child]!)) child++;
      if (!isBefore(values[child]!, value)) break;
      values[place] = values[child]!;
      place = child;
    }
    values[place] = value;
  };
  for (let place = (values.length >> 1) - 1; place >= 0; place--) sink(place);
  while (values.length > 0) {
    yield values[0]!;
    const last = values.pop()!;
    if (values.length === 0) return;
    values[0] = last;
    sink(0);
  }
}
