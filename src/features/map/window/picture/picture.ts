/** What a map shows, and what draws it: WebGL2 (webgl-picture.ts), or a plain canvas where there is none (plain-picture.ts). */
import type { Size, View } from './view';

/** From 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** In the order of the shaders. A ring stands for what is not known. */
export const POINT_SHAPES = ['circle', 'square', 'diamond', 'triangle', 'ring'] as const;
export type PointShape = (typeof POINT_SHAPES)[number];

export interface PointMark {
  readonly colour: Rgb;
  readonly shape: PointShape;
}
/** Different marks of one picture: they are constants of a shader. */
export const MOST_MARKS = 40;

export const POINT_STATES = { plain: 0, dimmed: 1, chosen: 2 } as const;

export interface Points {
  /** In units of the map, one entry a point. */
  readonly x: Float32Array;
  readonly y: Float32Array;
}

export interface Inks {
  /** Around every point: one colour of the palette is too pale for a white ground. */
  readonly outline: Rgb;
  /** Points that are not chosen while others are. */
  readonly dimmed: Rgb;
  readonly arrow: Rgb;
}

export interface Picture {
  setPoints(points: Points): void;
  /** @param codes index into `marks` of each point */
  setMarks(codes: Uint8Array, marks: readonly PointMark[], inks: Inks): void;
  /** @param states of POINT_STATES, one entry a point */
  setStates(states: Uint8Array): void;
  /** @param arrows fromX, fromY, toX, toY of each, in units of the map */
  setArrows(arrows: Float32Array): void;
  /** @param density pixels of the screen to a CSS pixel; @param diameter of a point in CSS pixels */
  draw(view: View, size: Size, density: number, diameter: number): void;
  dispose(): void;
}

/** Larger where there are few points, and where one looks closer; in CSS pixels. */
export function diameterOf(points: number, magnified: number): number {
  const whole = points > 50_000 ? 3 : points > 10_000 ? 4 : points > 2_000 ? 6 : points > 400 ? 8 : 10;
  return Math.min(16, whole * magnified ** 0.35);
}
