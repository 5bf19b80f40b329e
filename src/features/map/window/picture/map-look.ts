/** The look of points: by group, with a colour and a shape each, or by number on a colour scale. */
import { genreMarks, type GenreMark } from '../../../../shared/labels/genre-marks';
import { genreColour } from '../../../../renderer/theme/genre-colours';
import type { PointShape } from './picture';

/** A CSS colour, and the one used in forced-colours mode. */
export interface Look {
  readonly colour: string;
  readonly forced: string;
  readonly shape: PointShape;
}

/** Steps of the colour scale. */
export const STEPS = 32;

/** Looks of points outside the legend's groups, and of points without a value. */
export const OTHERS: Look = { colour: 'var(--mantine-color-dimmed)', forced: 'GrayText', shape: 'circle' };
export const MISSING: Look = { colour: 'var(--mantine-color-dimmed)', forced: 'GrayText', shape: 'ring' };

/** Of children without viewings, where colours stand for tastes. */
export const UNWATCHED: Look = { ...MISSING };

/** @param markOf the group's fixed mark, such as a genre's; null without one */
export function groupLooks(groups: readonly string[], markOf: (group: string) => GenreMark | null): Look[] {
  const marks = genreMarks(groups, []);
  return groups.map((group) => {
    const { colour, shape } = markOf(group) ?? marks.get(group)!;
    const css = genreColour(colour);
    // Forced colours are too few to tell groups apart, so the group's own colour stays; an outline keeps it visible, as
    // in the legend.
    return { colour: css, forced: css, shape };
  });
}

/** Colour of a step as CSS. */
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

/** Step of a number on the scale; the index of MISSING without a value. */
export function stepOf(value: number | null, range: { low: number; high: number } | null): number {
  if (value === null || range === null) return STEPS;
  const share = range.high > range.low ? (value - range.low) / (range.high - range.low) : 0.5;
  return Math.min(STEPS - 1, Math.max(0, Math.round(share * (STEPS - 1))));
}
