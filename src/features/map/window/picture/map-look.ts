/** How points of a map are marked: by groups, each with a colour and a shape, or by numbers on a scale of colours. */
import { genreMarks, type GenreMark } from '../../../../shared/labels/genre-marks';
import { genreColour } from '../../../../renderer/theme/genre-colours';
import type { PointShape } from './picture';

/** A colour of CSS, and what is drawn where the system forces its colours. */
export interface Look {
  readonly colour: string;
  readonly forced: string;
  readonly shape: PointShape;
}

/** Steps of the scale of numbers. */
export const STEPS = 32;

/** Points of no group of the legend, and points of which it is not known. */
export const OTHERS: Look = { colour: 'var(--mantine-color-dimmed)', forced: 'GrayText', shape: 'circle' };
export const MISSING: Look = { colour: 'var(--mantine-color-dimmed)', forced: 'GrayText', shape: 'ring' };

/** @param markOf the mark that a group has everywhere, as a genre has; null where it has none */
export function groupLooks(groups: readonly string[], markOf: (group: string) => GenreMark | null): Look[] {
  const marks = genreMarks(groups, []);
  return groups.map((group) => {
    const { colour, shape } = markOf(group) ?? marks.get(group)!;
    const css = genreColour(colour);
    // The system has too few colours to tell groups apart; as in the legend, an outline of its own makes each seen.
    return { colour: css, forced: css, shape };
  });
}

/** A step of the scale as CSS. */
export function stepColour(step: number): string {
  const share = (2 * step) / (STEPS - 1);
  const [low, high] = share <= 1 ? ['low', 'middle'] : ['middle', 'high'];
  const percent = Math.round(100 * (share <= 1 ? share : share - 1));
  return `color-mix(in srgb, var(--shelfwise-map-${high}) ${percent}%, var(--shelfwise-map-${low}))`;
}

export const SCALE_LOOKS: readonly Look[] = [
  ...Array.from({ length: STEPS }, (_, step): Look => ({
    colour: stepColour(step),
    forced: `color-mix(in srgb, CanvasText ${Math.round(30 + (70 * step) / (STEPS - 1))}%, Canvas)`,
    shape: 'circle',
  })),
  MISSING,
];

/** The step of a number on the scale, and the place of MISSING for what is not known. */
export function stepOf(value: number | null, range: { low: number; high: number } | null): number {
  if (value === null || range === null) return STEPS;
  const share = range.high > range.low ? (value - range.low) / (range.high - range.low) : 0.5;
  return Math.min(STEPS - 1, Math.max(0, Math.round(share * (STEPS - 1))));
}
