/**
 * Draws a map on a canvas: a stamp of each look, set down at each point. The stamps are mixed into the pixels here: 100,000 calls of the canvas would
 * take a second where it has no graphics card to draw with.
 */
import type { Size, View } from './view';

/** A ring stands for a missing value. */
export type PointShape = 'circle' | 'square' | 'diamond' | 'triangle' | 'ring';

interface PointMark {
  /** A colour of CSS without variables. */
  readonly colour: string;
  readonly shape: PointShape;
}

export const POINT_STATES = { plain: 0, dimmed: 1, chosen: 2 } as const;

export interface Points {
  /** In map units, one entry per point. */
  readonly x: Float32Array;
  readonly y: Float32Array;
}

export interface Picture {
  readonly points: Points;
  /** Index into `marks`, one per point. */
  readonly codes: Uint8Array;
  readonly marks: readonly PointMark[];
  /** One of POINT_STATES per point. */
  readonly states: Uint8Array;
  /** Colours of outlines (one colour of the palette is too pale on white), of what lies behind, and of points that others are selected beside. */
  readonly ink: string;
  readonly paper: string;
  readonly dimmed: string;
}

/** Diameter in CSS pixels: larger with fewer points and at higher zoom. */
export function diameterOf(points: number, magnified: number): number {
  const whole = points > 50_000 ? 3 : points > 10_000 ? 4 : points > 2_000 ? 6 : points > 400 ? 8 : 10;
  return Math.min(16, whole * magnified ** 0.35);
}

/** @param density screen pixels per CSS pixel; @param diameter of a point in CSS pixels */
export function drawPicture(
  canvas: HTMLCanvasElement,
  { points, codes, marks, states, ink, paper, dimmed }: Picture,
  { view, size, density, diameter }: { view: View; size: Size; density: number; diameter: number },
): void {
  const pen = canvas.getContext('2d');
  // Tests without a browser have none.
  if (pen === null) return;
  const [width, height] = [Math.round(size.width * density), Math.round(size.height * density)];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const picture = pen.createImageData(width, height);
  const [behind] = new Uint32Array(drawn(1, (brush) => brush.fillRect(0, 0, 1, 1), paper).data.buffer);
  new Uint32Array(picture.data.buffer).fill(behind!);
  const stamps = marks.map(({ colour, shape }) => [
    stampOf(shape, colour, ink, diameter * density),
    stampOf(shape, dimmed, null, 0.7 * diameter * density),
    stampOf(shape, colour, ink, 1.2 * diameter * density),
  ]);
  // Data arrives in several steps: only points for which all of it is there are drawn, dimmed ones below the others.
  const count = Math.min(points.x.length, codes.length, states.length);
  for (const drawsDimmed of states.includes(POINT_STATES.dimmed) ? [true, false] : [false])
    for (let point = 0; point < count; point++) {
      const stamp = stamps[codes[point]!]?.[states[point]!];
      if (stamp === undefined || (states[point] === POINT_STATES.dimmed) !== drawsDimmed) continue;
      const x = density * (size.width / 2 + (points.x[point]! - view.x) * view.scale);
      const y = density * (size.height / 2 - (points.y[point]! - view.y) * view.scale);
      mix(stamp, picture, Math.round(x - stamp.width / 2), Math.round(y - stamp.height / 2));
    }
  pen.putImageData(picture, 0, 0);
}

/** Lays a stamp over a picture; what of it lies outside is left out. */
function mix(stamp: ImageData, { data, width, height }: ImageData, left: number, top: number): void {
  const [ink, side] = [stamp.data, stamp.width];
  for (let row = Math.max(0, -top); row < Math.min(side, height - top); row++)
    for (let column = Math.max(0, -left); column < Math.min(side, width - left); column++) {
      const from = 4 * (row * side + column);
      const cover = ink[from + 3]! / 255;
      if (cover === 0) continue;
      const to = 4 * ((top + row) * width + left + column);
      for (let part = 0; part < 3; part++) data[to + part]! += (ink[from + part]! - data[to + part]!) * cover;
    }
}

/** A square of pixels. */
function drawn(side: number, draw: (pen: CanvasRenderingContext2D) => void, colour: string): ImageData {
  const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  pen.fillStyle = pen.strokeStyle = colour;
  draw(pen);
  return pen.getImageData(0, 0, side, side);
}

/** @param outline null: none, as for dimmed points; @param diameter in screen pixels */
function stampOf(shape: PointShape, colour: string, outline: string | null, diameter: number): ImageData {
  const side = Math.ceil(diameter) + 2;
  const [middle, radius] = [side / 2, diameter / 2];
  return drawn(
    side,
    (pen) => {
      pen.beginPath();
      if (shape === 'circle' || shape === 'ring')
        pen.arc(middle, middle, radius * (shape === 'ring' ? 0.75 : 1), 0, 2 * Math.PI);
      else for (const [x, y] of CORNERS[shape]) pen.lineTo(middle + x * radius, middle + y * radius);
      pen.closePath();
      pen.globalAlpha = outline === null ? 0.45 : 0.92;
      if (shape === 'ring') pen.lineWidth = Math.max(1, radius / 2);
      if (shape === 'ring') pen.stroke();
      else pen.fill();
      if (outline === null || shape === 'ring' || diameter < 5) return;
      pen.globalAlpha = 0.5;
      pen.strokeStyle = outline;
      pen.stroke();
    },
    colour,
  );
}

/** In radii from the middle. */
const CORNERS = {
  square: [
    [-0.86, -0.86],
    [0.86, -0.86],
    [0.86, 0.86],
    [-0.86, 0.86],
  ],
  diamond: [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
  triangle: [
    [0, -1],
    [0.87, 0.72],
    [-0.87, 0.72],
  ],
} as const;
