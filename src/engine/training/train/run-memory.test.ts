import { describe, expect, it } from 'vitest';
import { presetRecipe } from '../../../shared/recipe/presets';
import { memoryOf } from './run-memory';

const SAMPLE = { profiles: 602, items: 700, interactions: 24_893 };
const MOVIELENS = { profiles: 943, items: 1_682, interactions: 100_000 };
const CITEULIKE = { profiles: 5_551, items: 16_980, interactions: 204_986 };
const CONTEST = { profiles: 8_313, items: 20_000, interactions: 995_993 };
const LARGE = { profiles: 29_858, items: 40_981, interactions: 807_323 };

/** Megabytes that trainers took at most (`peakMemory` of their records), on Linux with two threads. */
const MEASURED = [
  {
    data: 'the sample',
    size: SAMPLE,
    peaks: { popularity: 201, 'item-knn': 201, als: 214, ease: 213, filter: 206, balanced: 307 },
  },
  {
    data: 'ML-100k',
    size: MOVIELENS,
    peaks: { popularity: 211, 'item-knn': 214, als: 241, ease: 261, filter: 217, quick: 303, balanced: 350 },
  },
  {
    data: 'citeulike-a',
    size: CITEULIKE,
    peaks: { 'item-knn': 553, als: 498, ease: 1490, filter: 285, balanced: 1646 },
  },
  {
    data: 'a folder of contest size',
    size: CONTEST,
    peaks: { popularity: 390, 'item-knn': 699, als: 640, ease: 1708, filter: 408, quick: 737 },
  },
  {
    data: 'a large folder',
    size: LARGE,
    peaks: { popularity: 354, 'item-knn': 968, als: 1030, filter: 392, balanced: 2344 },
  },
].flatMap(({ data, size, peaks }) => Object.entries(peaks).map(([preset, peak]) => ({ data, size, preset, peak })));

describe('the memory that a run is said to take', () => {
  it.each(MEASURED)('is within a factor of 1.3 of what it took: $preset on $data', ({ size, preset, peak }) => {
    const ratio = memoryOf(size, presetRecipe(preset)) / 1e6 / peak;
    expect(ratio).toBeGreaterThan(1 / 1.3);
    expect(ratio).toBeLessThan(1.3);
  });
});
