/** Where the lines of the slope chart and their names stand, in pixels. The scale is one of square roots, on which chance is as long everywhere. */

interface Moved {
  readonly id: string;
  /** Numbers of lists, or of places. */
  readonly before: number;
  readonly after: number;
}

interface Slope extends Moved {
  readonly from: number;
  readonly to: number;
  /** The middle of its name. */
  readonly name: number;
}

interface Slopes {
  readonly height: number;
  /** From the top of the later side down, as the names stand. */
  readonly slopes: readonly Slope[];
  /** Numbers beside the earlier side, as many as do not touch. */
  readonly marks: readonly { readonly at: number; readonly value: number }[];
  /** How far training again alone moves one, as long anywhere on the scale; null until it is known. */
  readonly chance: { readonly top: number; readonly height: number } | null;
}

/** Height of a name, and of the numbers at the left. */
const ROW = 28;
const MARK = 15;
/** Above and below the lines. */
const MARGIN = 14;
/** With few lines, so that slopes can be told apart. */
const LEAST_HEIGHT = 10 * ROW;

/** @param most how far training again alone moves one at most, in square roots; null until it is known */
export function slopesOf(moved: readonly Moved[], most: number | null): Slopes {
  const height = Math.max(LEAST_HEIGHT, moved.length * ROW);
  const highest = moved.reduce(
    (found, { before, after }) => Math.max(found, before, after),
    Math.max(1, (most ?? 0) ** 2),
  );
  const foot = height - MARGIN;
  const placeOf = (value: number): number => foot - Math.sqrt(value / highest) * (foot - MARGIN);
  const step = height / Math.max(1, moved.length);
  const slopes = moved
    .toSorted((left, right) => right.after - left.after || right.before - left.before)
    .map((one, at) => ({ ...one, from: placeOf(one.before), to: placeOf(one.after), name: (at + 0.5) * step }));
  const marks: { at: number; value: number }[] = [];
  for (const { before, from } of slopes.toSorted((left, right) => left.from - right.from))
    if (marks.every(({ at }) => Math.abs(at - from) >= MARK)) marks.push({ at: from, value: before });
  return {
    height,
    slopes,
    marks,
    chance: most === null || most === 0 ? null : { top: placeOf(most ** 2), height: foot - placeOf(most ** 2) },
  };
}
