/**
 * Updates an exponential moving average of weights, which averages out step noise.
 * @param now the current values; overwritten by the new average, of the same length
 * @param average so far; undefined before the first
 * @param remembered weight of the average so far, 0 to 1
 */
export function averageOf(now: Float32Array, average: Float32Array | undefined, remembered: number): Float32Array {
  // In place and in a loop: a call per number would take as long as some steps.
  if (average !== undefined)
    for (let at = 0; at < now.length; at++) now[at] = remembered * average[at]! + (1 - remembered) * now[at]!;
  return now;
}
