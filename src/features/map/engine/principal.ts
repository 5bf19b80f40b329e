/** Projects vectors on the directions in which they vary most: fewer coordinates, the most telling first. */
import { principalDirections } from '../../../engine/model/dae/directions';
import { LatentCodes } from '../../../engine/model/dae/latent';
import type { MapVectors } from './vectors';

/** Points between two pauses, in which other calls are answered. */
const ROWS_PER_TURN = 4096;

/** points x width, row-major, with mean 0. */
export interface Coordinates {
  readonly width: number;
  readonly values: Float32Array;
}

/**
 * @param most coordinates to keep
 * @param rest awaited from time to time, so that other work gets its turn
 */
export async function principalCoordinates(
  { values, width }: MapVectors,
  most: number,
  rest: () => Promise<void>,
): Promise<Coordinates> {
  const rows = values.length / width;
  const nobody = { offsets: new Int32Array(0) };
  const { count, vectors } = await principalDirections(new LatentCodes(values, width, nobody), rest);
  const kept = Math.min(most, count);
  const means = new Float64Array(kept);
  const exact = new Float64Array(rows * kept);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < kept; column++) {
      let sum = 0;
      for (let unit = 0; unit < width; unit++) sum += values[row * width + unit]! * vectors[column * width + unit]!;
      exact[row * kept + column] = sum;
      means[column]! += sum / rows;
    }
    if (row % ROWS_PER_TURN === ROWS_PER_TURN - 1) await rest();
  }
  return { width: kept, values: Float32Array.from(exact, (value, at) => value - means[at % kept]!) };
}

/** The first two coordinates, scaled so that the largest is 1. Length 2 x points: x and y alternately. */
export function principalPlaces({ values, width }: Coordinates): Float32Array {
  const rows = width === 0 ? 0 : values.length / width;
  let farthest = 0;
  const places = new Float32Array(2 * rows);
  for (let row = 0; row < rows; row++)
    for (let side = 0; side < Math.min(2, width); side++) {
      const value = values[row * width + side]!;
      places[2 * row + side] = value;
      farthest = Math.max(farthest, Math.abs(value));
    }
  if (farthest > 0) for (let at = 0; at < places.length; at++) places[at]! /= farthest;
  return places;
}
