/** Lays out all points of a map: chosen points by themselves, the others beside them. The same points and seed give the same bits everywhere. */
import { MAP_DIMENSIONS, MAP_NEIGHBOURS, MOST_LAID_OUT } from '../contract/limits';
import { RandomStreams } from '../../../engine/model/random';
import { toEarlierMap, toUnitMap } from './layout/align';
import { placeBeside, scatterAround } from './layout/beside';
import { neighbourGraph } from './layout/graph';
import { layOut, roundsFor } from './layout/lay-out';
import { nearestNeighbours } from './layout/nearest';
import { startAlong, startAtEarlier } from './layout/start';
import { type Coordinates, principalCoordinates, principalPlaces } from './principal';
import type { MapVectors } from './vectors';

/** From scratch, and from an earlier map, of which as much as possible should stay. */
const STEP = 1;
const STEP_FROM_EARLIER = 0.3;

export type LayoutPhase = 'neighbours' | 'layout' | 'beside';

interface LayoutRequest {
  readonly vectors: MapVectors;
  readonly seed: number;
  /** Names the streams: maps of profiles and of titles draw different numbers. */
  readonly name: string;
  /** x and y alternately, NaN for points that the earlier map did not have; null to start from scratch. */
  readonly earlier: Float64Array | null;
  /** MOST_LAID_OUT where absent. */
  readonly mostLaidOut?: number;
  /** Awaited from time to time, with the finished fraction of the phase. */
  readonly rest: (phase: LayoutPhase, share: number) => Promise<void>;
}

export interface PlacedPoints {
  /** x and y alternately. */
  readonly places: Float32Array;
  /** Points that were laid out themselves, ascending. */
  readonly laidOut: Int32Array;
}

export async function layOutPoints(request: LayoutRequest): Promise<PlacedPoints> {
  const { vectors, seed, name, rest, mostLaidOut = MOST_LAID_OUT } = request;
  const random = new RandomStreams(seed);
  const stream = (purpose: string) => random.stream(`map/${name}/${purpose}`);
  const coordinates = await principalCoordinates(vectors, MAP_DIMENSIONS, () => rest('neighbours', 0));
  const alike = firstAlike(vectors);
  const distinct = alike.filter((first, point) => first === point);
  const laidOut =
    distinct.length <= mostLaidOut ? distinct : stream('sample').shuffle(distinct.slice()).slice(0, mostLaidOut).sort();
  const chosen = await layOutChosen(request, coordinates, laidOut, stream('layout'));
  const places = new Float32Array(2 * alike.length);
  laidOut.forEach((point, at) => places.set(chosen.subarray(2 * at, 2 * at + 2), 2 * point));
  const isLaidOut = new Uint8Array(alike.length);
  for (const point of laidOut) isLaidOut[point] = 1;
  const beside = stream('beside');
  const others = distinct.filter((point) => isLaidOut[point] === 0);
  await placeBeside({ coordinates, laidOut, others, places }, beside, (share) => rest('beside', share));
  alike.forEach((first, point) => {
    if (first !== point) scatterAround(places, point, first, beside);
  });
  return { places, laidOut };
}

async function layOutChosen(
  { earlier, rest }: LayoutRequest,
  coordinates: Coordinates,
  laidOut: Int32Array,
  random: ReturnType<RandomStreams['stream']>,
): Promise<Float32Array> {
  const own = rowsOf(coordinates, laidOut);
  const graph = neighbourGraph(await nearestNeighbours(own, MAP_NEIGHBOURS, (share) => rest('neighbours', share)));
  const before =
    earlier === null
      ? null
      : Float64Array.from({ length: 2 * laidOut.length }, (_, at) => earlier[2 * laidOut[at >> 1]! + (at & 1)]!);
  const places = before === null ? startAlong(principalPlaces(own), random) : startAtEarlier(before, graph, random);
  const layout = { rounds: roundsFor(laidOut.length), step: before === null ? STEP : STEP_FROM_EARLIER };
  await layOut(places, graph, random, layout, (share) => rest('layout', share));
  return (before === null ? null : toEarlierMap(places, before)) ?? toUnitMap(places);
}

function rowsOf({ values, width }: Coordinates, rows: Int32Array): Coordinates {
  const own = new Float32Array(rows.length * width);
  rows.forEach((row, at) => own.set(values.subarray(row * width, (row + 1) * width), at * width));
  return { values: own, width };
}

/** For each point the first one with the very same vector: such points, for example profiles without a history, are indistinguishable. */
function firstAlike({ values, width }: MapVectors): Int32Array {
  const first = new Map<string, number>();
  return Int32Array.from({ length: values.length / width }, (_, point) => {
    const row = values.subarray(point * width, (point + 1) * width);
    const key = Buffer.from(row.buffer, row.byteOffset, row.byteLength).toString('latin1');
    const known = first.get(key);
    if (known === undefined) first.set(key, point);
    return known ?? point;
  });
}
