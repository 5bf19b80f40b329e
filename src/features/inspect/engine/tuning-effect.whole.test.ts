/** The effect of a tuning: its hold-out metrics equal those of a run with its recipe, and changed lists are counted one by one. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../engine';
import type { EffectOnProfiles } from '../contract/tuning-effect';
import { NEUTRAL_TUNING, type Tuning } from '../../../shared/contract/tuning';
import type { ProfileFilter } from '../../../shared/contract/profiles';
import { finalValue } from '../../../shared/values/final-value';
import { recipeWithTuning } from '../../../shared/recipe/from-tuning';
import { trainedRun, profileId } from '../../../../tests/support/trained-run';
import { trainersHere } from '../../../../tests/support/trainers-here';
import { type Opened, openedRun } from '../../../../tests/support/tuned-run';
import { everyNth } from '../../../../tests/support/tried';

const effectOf = async (run: Opened, changes: Partial<Tuning>, filter?: ProfileFilter, signal?: AbortSignal) =>
  finalValue(
    await run.client.tuning.effect(
      { runId: run.runId, tuning: { ...NEUTRAL_TUNING, ...changes }, ...(filter && { filter }) },
      { signal },
    ),
  );

const PROFILES = 24;

async function changedIn(run: Opened, changes: Partial<Tuning>): Promise<string[]> {
  const changed: string[] = [];
  for (let row = 0; row < PROFILES; row++) {
    const { items, gone } = await run.client.lists.show({
      runId: run.runId,
      profile: profileId(row),
      tuning: { ...NEUTRAL_TUNING, ...changes },
    });
    if (gone.length > 0 || items.some(({ rank, before }) => rank !== before)) changed.push(profileId(row));
  }
  return changed;
}

describe('the effect of a tuning', () => {
  const TUNINGS: readonly (Partial<Tuning> & { model?: string })[] = [
    { hidden: 0.5, mask: 2, condition: 0.5, neighbours: { count: 4, share: 0.4 } },
    { directions: [{ direction: 0, amount: 2.5 }] },
    { model: 'item-knn', hidden: 0.6 },
  ];
  it.each(everyNth(TUNINGS, 3))(
    'is what a run with it scores on the hold-out: %o',
    async ({ model = 'dae', ...changes }) => {
      const run = await openedRun({ model });
      const effect = await effectOf(run, changes);
      const { recipe } = recipeWithTuning(run.record.recipe, { ...NEUTRAL_TUNING, ...changes });
      const { runId } = await run.client.runs.start({ data: run.data, recipe, seed: run.record.seed });
      const taken = await finalValue(await run.client.runs.watch({ runId }));
      expect(effect.noHoldOut).toBeNull();
      for (const figure of ['score', 'recall', 'ndcg'] as const) {
        const { before, after, mean: difference, low, high } = effect.all.holdOut![figure];
        expect([before, after]).toEqual([run.record.metrics![figure], taken.metrics![figure]]);
        expect(difference).toBeCloseTo(after - before, 12);
        expect(low).toBeLessThanOrEqual(difference);
        expect(high).toBeGreaterThanOrEqual(difference);
      }
      expect(effect.all).toMatchObject({ profiles: PROFILES, tested: run.record.metrics!.profiles });
      expect(effect.all.changed).toBe((await changedIn(run, changes)).length);
      expect(effect.all.changed).toBeGreaterThan(0);
    },
  );

  it('of a group is that of its profiles, and omits settings for one profile', async () => {
    const run = await openedRun();
    const changes = { condition: 0, added: ['7103'] };
    const filter = { attributes: { sex: ['F'] } };
    const { rows } = await run.client.profiles.page({ data: run.data, start: 0, end: 100, filter });
    const girls = new Set(rows.map(({ profile }) => profile));
    const effect = await effectOf(run, changes, filter);
    expect(effect.left).toEqual(['added']);
    const changed = await changedIn(run, { condition: 0 });
    expect(effect.group).toMatchObject({
      profiles: girls.size,
      changed: changed.filter((profile) => girls.has(profile)).length,
    });
    expect(girls.size).toBeGreaterThan(0);
    expect(girls.size).toBeLessThan(PROFILES);
    // The effects on both halves sum to the effect on all.
    const others = await effectOf(run, changes, { attributes: { sex: ['M', null] } });
    const sum = (of: 'profiles' | 'changed' | 'tested') => effect.group![of] + others.group![of];
    expect([sum('profiles'), sum('changed'), sum('tested')]).toEqual([
      effect.all.profiles,
      effect.all.changed,
      effect.all.tested,
    ]);
    const whole = ({ tested, holdOut }: EffectOnProfiles): number => tested * (holdOut?.score.after ?? 0);
    expect(whole(effect.group!) + whole(others.group!)).toBeCloseTo(whole(effect.all), 10);
    expect(await effectOf(run, changes, filter)).toMatchObject({ group: effect.group, all: effect.all });
  });

  it('refuses what cannot be applied to many', async () => {
    const run = await openedRun();
    const refused = async (changes: Partial<Tuning>): Promise<unknown> =>
      effectOf(run, changes).catch((thrown: unknown) => thrown);
    expect(await refused({})).toMatchObject({ code: 'usage', message: 'This tuning changes nothing.' });
    expect(await refused({ attributes: { sex: 'M' } })).toMatchObject({
      code: 'usage',
      message: expect.stringContaining('about one child (attributes)'),
    });
    expect(await refused({ directions: [{ direction: 63, amount: 1 }] })).toMatchObject({ code: 'usage' });
    const stopped = AbortSignal.abort();
    await expect(effectOf(run, { condition: 0.3 }, undefined, stopped)).rejects.toBeDefined();
  });

  it('counts lists if the model that was tested is missing, and says so; a damaged one is refused', async () => {
    const trained = await trainedRun();
    const { client } = await createEngine({ workspaceFolder: trained.workspace.folder, launcher: trainersHere });
    const run = { ...trained, client, runId: trained.record.runId, data: trained.dataset.fingerprint };
    const file = path.join(run.folder, 'measured.safetensors');
    const bytes = await fs.readFile(file);
    bytes[bytes.length - 1]! ^= 1;
    await fs.writeFile(file, bytes);
    await expect(effectOf(run, { condition: 0 })).rejects.toMatchObject({ code: 'bad-data' });
    await fs.rm(file);
    const effect = await effectOf(run, { condition: 0 });
    expect(effect).toMatchObject({ noHoldOut: 'not-kept', all: { holdOut: null, tested: 0 } });
    expect(effect.all.changed).toBe((await changedIn(run, { condition: 0 })).length);
  });

  it('of a run whose lists are from the tested model needs no other', { tags: ['rare'] }, async () => {
    const run = await openedRun({ 'stopping.refit': false });
    expect(await fs.readdir(run.folder)).not.toContain('measured.safetensors');
    const { all } = await effectOf(run, { condition: 0 });
    expect(all.holdOut!.score.before).toBe(run.record.metrics!.score);
  });
});
