/** The figures for the pictures of a run, over a small real run, add up to its record. */
import { expect, it } from 'vitest';
import { readTestProfiles } from '../../../engine/runs/test-profiles-file';
import { openedRun } from '../../../../tests/support/tuned-run';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

it('the figures add up to all that is watched, recommended and hit', async () => {
  const { client, runId, folder, record, dataset } = await openedRun({ 'stopping.split': 'random' });
  const { shares, tail, diversity, hits } = await client.runs.figures({ runId });
  // No title of this folder has a genre.
  expect({ shares, groups: diversity.groups }).toEqual({ shares: null, groups: null });
  expect(sum(tail.map(({ watched }) => watched))).toBeCloseTo(1);
  expect(sum(tail.map(({ recommended }) => recommended))).toBeCloseTo(1);
  expect(sum(diversity.rarer!.bins.map(({ lists }) => lists))).toBe(dataset.profiles);
  const tested = (await readTestProfiles(folder, null))!;
  expect(hits).toMatchObject({ lists: record.metrics!.profiles, targets: record.split!.testTargets });
  // Recall@25 is hits / min(25, targets).
  const expected = sum(Array.from(tested.recall, (recall, at) => recall * Math.min(25, tested.judged!.targets[at]!)));
  expect(sum(hits!.ranks.map((rank) => rank.hits))).toBeCloseTo(expected, 4);
  // The list of models says the same, of runs that are there.
  const found = { runId, all: hits!.targets, listed: sum(hits!.ranks.map((rank) => rank.hits)) };
  expect(await client.runs.found({ runIds: [runId, 'nothing'] })).toEqual([found]);
  await expect(client.runs.figures({ runId: 'nothing' })).rejects.toMatchObject({ code: 'not-found' });
});
