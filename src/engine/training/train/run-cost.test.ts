import { describe, expect, it } from 'vitest';
import { MODELS } from '../../../shared/recipe/models';
import { LEADERBOARD_MODELS, leaderboardRecipe, presetRecipe } from '../../../shared/recipe/presets';
import { completeRecipe } from '../../../shared/recipe/schema';
import { clockSeconds, processorSeconds } from '../../model/core-seconds';
import { runCost } from './run-cost';

const SMALL = { profiles: 600, items: 700, interactions: 25_000, hasTimes: true };
const LARGE = { profiles: 8_311, items: 20_000, interactions: 1_000_000, hasTimes: true };
const HUGE = { profiles: 30_000, items: 40_000, interactions: 1_250_000, hasTimes: true };

const seconds = (size: typeof SMALL, model: string, knobs: Record<string, unknown> = {}, epochs = 20): number =>
  processorSeconds(runCost(size, completeRecipe(knobs, leaderboardRecipe(model)), epochs));

describe('the work of a run', () => {
  it.each(LEADERBOARD_MODELS)('grows with the data: %s', (model) => {
    expect(seconds(SMALL, model)).toBeGreaterThan(0);
    expect(seconds(LARGE, model)).toBeGreaterThan(2 * seconds(SMALL, model));
  });

  it('grows with epochs, members, companions and a trend part', () => {
    const one = { 'stopping.rule': 'fixed', 'mixture.companion': 'none', 'mixture.second': 'none' };
    const alone = seconds(LARGE, 'dae-balanced', one);
    expect(seconds(LARGE, 'dae-balanced', one, 40)).toBeGreaterThan(1.5 * alone);
    expect(seconds(LARGE, 'dae-balanced', { ...one, 'mixture.members': 3 })).toBeGreaterThan(2 * alone);
    expect(seconds(LARGE, 'dae-balanced', { ...one, 'mixture.companion': 'als' })).toBeGreaterThan(
      alone + seconds(LARGE, 'als', { 'als.passes': 4 }) / 2,
    );
    expect(seconds(LARGE, 'dae-balanced')).toBeGreaterThan(seconds(LARGE, 'dae-balanced', { 'mixture.trend': false }));
  });

  it('depends on the knobs of a model: factors and passes of ALS', () => {
    expect(seconds(LARGE, 'als', { 'als.factors': 128 })).toBeLessThan(seconds(LARGE, 'als') / 3);
    expect(seconds(LARGE, 'als', { 'als.passes': 32 })).toBeGreaterThan(2 * seconds(LARGE, 'als'));
  });

  it('shrinks with the threads that mix', () => {
    const mixing = (threads: number): number => {
      const [withPeers, without] = [0.85, 0].map((share) =>
        clockSeconds(
          runCost(LARGE, completeRecipe({ 'mixture.peers': share }, leaderboardRecipe('dae-quick')), 20),
          threads,
        ),
      );
      return withPeers! - without!;
    };
    expect(mixing(4)).toBeCloseTo(mixing(1) / 4, 9);
  });

  it('excludes a companion for which the data is too large', () => {
    const without = seconds(HUGE, 'dae-balanced', { 'mixture.companion': 'none' });
    expect(seconds(HUGE, 'dae-balanced', { 'mixture.companion': 'ease' })).toBe(without);
  });

  it('takes as long on one thread as before, and less if all threads can share it', () => {
    const work = runCost(LARGE, presetRecipe('als'), 0);
    expect(clockSeconds(work, 1)).toBeCloseTo(processorSeconds(work), 9);
    expect(clockSeconds(work, 8)).toBeLessThan(clockSeconds(work, 2));
    expect(clockSeconds(work, 8)).toBeGreaterThan(work.alone);
  });

  it('is known for every model', () => {
    for (const model of MODELS) {
      const recipe = completeRecipe({ model });
      expect(processorSeconds(runCost(SMALL, recipe, 5))).toBeGreaterThan(0);
    }
  });
});
