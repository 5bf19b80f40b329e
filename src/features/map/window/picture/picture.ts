/** What a map shows, and what draws it: WebGL2 (webgl-picture.ts), or a plain canvas as fallback (plain-picture.ts). */
import type { Size, View } from './view';

/** Each from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** In the order of the shaders. A ring stands for a missing value. */
export const POINT_SHAPES = ['circle', 'square', 'diamond', 'triangle', 'ring'] as const;
export type PointShape = (typeof POINT_SHAPES)[number];

export interface PointMark {
  readonly colour: Rgb;
  readonly shape: PointShape;
}
/** Number of distinct marks in a picture; a constant of the shader. */
export const MOST_MARKS = 40;

export const POINT_STATES = { plain: 0, dimmed: 1, chosen: 2 } as const;

export interface Points {
  /** In map units, one entry per point. */
  readonly x: Float32Array;
  readonly y: Float32Array;
}

export interface Inks {
  /** Outline of every point: one colour of the palette is too pale on white. */
  readonly outline: Rgb;
  /** Colour of unselected points while others are selected. */
  readonly dimmed: Rgb;
  readonly arrow: Rgb;
}

export interface Picture {
  setPoints(points: Points): void;
  /** @param codes index into `marks`, one per point */
  setMarks(codes: Uint8Array, marks: readonly PointMark[], inks: Inks): void;
  /** @param states one of POINT_STATES per point */
  setStates(states: Uint8Array): void;
  /** @param arrows fromX, fromY, toX, toY of each, in map units */
  setArrows(arrows: Float32Array): void;
  /** @param density screen pixels per CSS pixel; @param diameter of a point in CSS pixels */
  draw(view: View, size: Size, density: number, diameter: number): void;
  dispose(): void;
}

/** Diameter in CSS pixels: larger with fewer points and at higher zoom. */
export function diameterOf(points: number, magnified: number): number {
  const whole = points > 50_000 ? 3 : points > 10_000 ? 4 : points > 2_000 ? 6 : points > 400 ? 8 : 10;
  return Math.min(16, whole * magnified ** 0.35);
}
