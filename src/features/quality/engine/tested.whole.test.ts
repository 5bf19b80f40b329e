/** The hits of a run on the hold-out: of one profile, and as a verdict beside other models. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../engine';
import { ndcgAt, recallAt } from '../../../engine/model/evaluate/metrics';
import { finalValue } from '../../../shared/values/final-value';
import { watchRun } from '../../../engine/runs/watch/watch-run';
import { startRun } from '../../../../tests/support/trained-run';
import { trainersHere } from '../../../../tests/support/trainers-here';
import { openedRun } from '../../../../tests/support/tuned-run';

describe('a tested profile', () => {
  it('shows the scored list and the held-out titles, from which its figures can be computed', async () => {
    const { client, data, runId, record } = await openedRun();
    const { rows } = await client.profiles.page({ data, runId, start: 0, end: 100 });
    let tested = 0;
    for (const { profile, recall, score, found } of rows) {
      const test = await client.profiles.tested({ runId, profile });
      expect(test === null).toBe(score === null);
      if (test === null) {
        expect([recall, found]).toEqual([null, null]);
        continue;
      }
      tested++;
      const targets = new Map(test.targets.map((target, at) => [target.item, at]));
      const list = test.list!.map(({ item }) => targets.get(item) ?? -1);
      expect(list).toHaveLength(25);
      const wanted = new Set(targets.values());
      expect(recallAt(list, wanted)).toBeCloseTo(test.recall, 6);
      expect(ndcgAt(list, wanted)).toBeCloseTo(test.ndcg, 6);
      expect(test.recall).toBe(recall);
      expect(test.list!.map(({ hit }) => hit)).toEqual(list.map((at) => at >= 0));
      expect(found).toEqual({ titles: list.filter((at) => at >= 0).length, of: targets.size });
      // Hits first, by rank; each has its rank in the list.
      const ranks = test.targets.map(({ rank }) => rank ?? Infinity);
      expect(ranks).toEqual(ranks.toSorted((left, right) => left - right));
      for (const { item, rank } of test.targets)
        expect(test.list!.find((entry) => entry.item === item)?.rank ?? null).toBe(rank);
      // The profile did watch them; they were hidden from the model of this list.
      const { history } = await client.profiles.open({ data, profile });
      for (const { item, lastWatched, title } of test.targets)
        expect(history).toContainEqual(expect.objectContaining({ item, title, lastWatched }));
    }
    expect(tested).toBe(record.metrics!.profiles);
    expect(tested).toBeGreaterThan(0);
    await expect(client.profiles.tested({ runId, profile: 'nobody' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the verdict on a run', () => {
  it('is the ratio to the score of the popular list, and the lead over another model', { tags: ['rare'] }, async () => {
    const { client, workspace, dataset, runId, record, folder } = await openedRun();
    const alone = await client.runs.verdict({ runId });
    expect(alone!.rival).toBeNull();
    const popular = await startRun(workspace, dataset, { model: 'popularity' });
    const theirs = await finalValue(watchRun(popular.folder));
    await popular.trainer.ended;
    // The reference is the same model that can be trained.
    expect(alone!.popular!.score).toBeCloseTo(theirs.metrics!.score, 10);
    const ratio = alone!.popular!.ratio!;
    expect(ratio.ratio).toBeCloseTo(record.metrics!.score / theirs.metrics!.score, 5);
    expect(ratio.low).toBeLessThan(ratio.ratio);
    expect(ratio.high).toBeGreaterThan(ratio.ratio);

    const beside = await client.runs.verdict({ runId });
    expect(beside!.popular).toEqual(alone!.popular);
    expect(beside!.rival).toMatchObject({ runId: popular.runId, model: 'popularity', score: theirs.metrics!.score });
    const { metrics } = await client.runs.compare({ runIds: [popular.runId, runId] });
    expect(beside!.rival!.ahead.mean).toBeCloseTo(metrics[0]!.mean, 10);
    const turned = await client.runs.verdict({ runId: popular.runId });
    expect(turned).toMatchObject({ popular: null, rival: { runId, model: 'dae' } });
    expect(turned!.rival!.ahead.mean).toBeCloseTo(-beside!.rival!.ahead.mean, 10);

    // Another hold-out does not compare.
    const other = await startRun(workspace, dataset, { model: 'ease', 'stopping.split': 'random' });
    await finalValue(watchRun(other.folder));
    await other.trainer.ended;
    expect((await client.runs.verdict({ runId }))!.rival!.runId).toBe(popular.runId);

    await fs.rm(path.join(folder, 'test-profiles.safetensors'));
    const fresh = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
    expect(await fresh.client.runs.verdict({ runId })).toBeNull();
  });
});
