/**
 * Takes the values as they are now into their average: what a step adds by chance goes out of them again.
 * @param now becomes the average
 * @param average so far; undefined before the first
 * @param remembered of the average so far, 0 to 1
 */
export function averageOf(now: Float32Array, average: Float32Array | undefined, remembered: number): Float32Array {
  // Into what is there: a call a number would take as long as some steps.
  if (average !== undefined)
    for (let at = 0; at < now.length; at++) now[at] = remembered * average[at]! + (1 - remembered) * now[at]!;
  return now;
}
