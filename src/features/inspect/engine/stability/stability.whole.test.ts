/** Stability of lists: a share equals counting copy by copy, and the figures of a run are those of its profiles. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { selectRows } from '../../../../engine/data/histories';
import { wilsonInterval } from '../../../../engine/model/evaluate/wilson';
import { rankRow } from '../../../../engine/lists/rank-row';
import { neutralRow } from '../../../../engine/lists/tuned-rows';
import { copyStream, noiseOf, noisyCopies } from './noisy-copies';
import { scoreRow } from '../../../../engine/lists/score-row';
import { watchedOf } from '../../../../engine/model/ranking/lists';
import { Sessions } from '../../../../engine/sessions/sessions';
import type { RunSession } from '../../../../engine/sessions/run-session';
import { NEUTRAL_TUNING } from '../../../../shared/contract/tuning';
import type { RunStability } from '../../../../shared/contract/stability';
import { finalValue } from '../../../../shared/values/final-value';
import { watchRun } from '../../../../engine/runs/watch/watch-run';
import { profileId, startRun } from '../../../../../tests/support/trained-run';
import { type Opened, openedRun } from '../../../../../tests/support/tuned-run';

const measured = async (run: Opened, request: object = {}): Promise<RunStability> =>
  finalValue(await run.client.runs.measureStability({ runId: run.runId, ...request }));

/** Scores copy by copy, each alone, from the lists themselves. */
async function countedAlone(session: RunSession, profile: string, copies: number): Promise<Map<string, number>> {
  const row = await session.profileRow(profile);
  const { histories, items } = await session.data();
  const scored = await neutralRow(session, row);
  const rows = noisyCopies(scored.history, copies, noiseOf(session.record), copyStream(session.record, profile));
  const counts = new Map<string, number>();
  for (let copy = 0; copy < copies; copy++) {
    const history = selectRows(rows, [copy]);
    const list = rankRow(await scoreRow(session, { ...scored, history }), watchedOf(histories, row), 25, true).items;
    for (const column of list) counts.set(items.ids[column]!, (counts.get(items.ids[column]!) ?? 0) + 1);
  }
  return counts;
}

describe('the stability of a list', () => {
  it('equals counting copy by copy, whatever the model mixes in', async () => {
    const knobs = { 'scoring.neighbours': 3, 'scoring.neighbourShare': 0.3, 'scoring.condition': 1.4 };
    for (const run of [await openedRun(knobs), await openedRun({ model: 'item-knn' })]) {
      const { items: list } = await run.client.lists.show({ runId: run.runId, profile: profileId(3) });
      const told = await run.client.profiles.stability({ runId: run.runId, profile: profileId(3), copies: 70 });
      expect(told.items.map(({ item, rank }) => [item, rank])).toEqual(list.map(({ item, rank }) => [item, rank]));
      const sessions = new Sessions(run.workspace);
      await sessions.withRun(run.runId, async (session) => {
        const counts = await countedAlone(session, profileId(3), 70);
        for (const { item, share, low, high } of told.items) {
          expect(share).toBe((counts.get(item) ?? 0) / 70);
          expect({ low, high }).toEqual(wilsonInterval(counts.get(item) ?? 0, 70));
        }
      });
      // Half of the history is hidden, so that some titles must change and some stay.
      expect(told.share).toBeGreaterThan(0.2);
      expect(told.share).toBeLessThan(1);
    }
  });

  it('is the same each time, and depends on a tuning and on the share that is hidden', async () => {
    const run = await openedRun();
    const ask = (changes: object = {}) =>
      run.client.profiles.stability({ runId: run.runId, profile: profileId(2), copies: 40, ...changes });
    const first = await ask();
    expect(first.noise).toEqual({ hidden: 0.5, rate: 'fixed', isOwn: true });
    expect({ ...(await ask()), seconds: 0 }).toEqual({ ...first, seconds: 0 });
    const untouched = await ask({ hidden: 0 });
    expect(untouched.noise).toEqual({ hidden: 0, rate: 'fixed', isOwn: false });
    expect(untouched.items.map(({ share }) => share)).toEqual(untouched.items.map(() => 1));
    expect((await ask({ hidden: 0.9 })).share!).toBeLessThan(first.share!);
    const tuning = { ...NEUTRAL_TUNING, attributes: { age: '2' }, watched: 'include' as const };
    const tuned = await run.client.lists.show({ runId: run.runId, profile: profileId(2), tuning });
    expect((await ask({ tuning })).items.map(({ item }) => item)).toEqual(tuned.items.map(({ item }) => item));
    // With nothing left to hide, every copy is the same.
    const { history } = await run.client.profiles.open({ data: run.data, profile: profileId(2) });
    const nothing = await ask({ tuning: { ...NEUTRAL_TUNING, removed: history.map(({ item }) => item) } });
    expect(nothing).toMatchObject({ watched: 0, share: 1 });
    await expect(ask({ profile: 'nobody' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the stability of a run', () => {
  it('is that of its profiles, and is stored with it until its lists change', async () => {
    const run = await openedRun();
    const { client, runId, data, folder } = run;
    expect(await client.runs.stability({ runId })).toBeNull();
    const asked = { copies: 30, hidden: 0.9 };
    const all = await measured(run, asked);
    expect(all).toMatchObject({ profiles: 24, of: 24, copies: 30, seed: run.record.seed });
    const shares = new Map<string, number>();
    for (let index = 0; index < 24; index++) {
      const profile = profileId(index);
      shares.set(profile, (await client.profiles.stability({ runId, profile, ...asked })).share!);
    }
    const mean = [...shares.values()].reduce((sum, share) => sum + share, 0) / 24;
    expect(all.mean!.share).toBeCloseTo(mean, 12);
    expect(all.mean!.low).toBeLessThan(mean);
    expect(all.mean!.high).toBeGreaterThan(mean);
    expect(all.shakiest.map(({ share }) => share)).toEqual([...shares.values()].sort((a, b) => a - b).slice(0, 20));
    for (const { profile, share } of all.shakiest) expect(shares.get(profile)).toBe(share);
    expect(await client.runs.stability({ runId })).toEqual(all);

    const page = async (filter: object) => client.profiles.page({ data, runId, start: 0, end: 24, filter });
    for (const row of (await page({})).rows) expect(row.stability).toBe(shares.get(row.profile)!);

    // The hashes in the record are unchanged.
    const file = path.join(folder, 'stability.json');
    expect((await client.runs.get({ runId })).files).not.toHaveProperty('stability.json');
    const stored = JSON.parse(await fs.readFile(file, 'utf8')) as { shares: number[] };

    // With so few titles no list is unstable: some are made so.
    const low = stored.shares.map((share, place) => ([4, 9].includes(place) ? 0.4 : share));
    // Without a seal, as 1.0 wrote it: the file is another one.
    await fs.writeFile(file, JSON.stringify({ ...stored, seal: undefined, shares: low }));
    expect(await client.runs.stability({ runId })).toMatchObject({ shaky: 2, shakiest: { length: 20 } });
    const shaky = await page({ shaky: true });
    expect(shaky.rows.map(({ stability }) => stability)).toEqual([0.4, 0.4]);
    expect((await page({ shaky: false })).total).toBe(22);
    const sort = { column: 'stability', descending: false };
    const sorted = await client.profiles.page({ data, runId, start: 0, end: 2, sort });
    expect(sorted.rows).toEqual(shaky.rows);
    await expect(client.profiles.page({ data, start: 0, end: 9, filter: { shaky: true } })).resolves.toMatchObject({
      total: 0,
    });

    // A stored measurement of other lists is ignored.
    for (const other of [{ ...stored, listsSha256: '0'.repeat(64) }, { ...stored, rows: [3, 2, 1] }, 'torn']) {
      await fs.writeFile(file, JSON.stringify(other));
      expect(await client.runs.stability({ runId })).toBeNull();
      expect((await page({})).rows[0]!.stability).toBeNull();
    }
    await fs.writeFile(file, JSON.stringify({ ...stored, formatVersion: 2 }));
    await expect(measured(run, { copies: 5 })).rejects.toMatchObject({ code: 'newer-version' });
    await fs.rm(file);

    const some = await measured(run, { ...asked, sample: 5 });
    expect(some).toMatchObject({ profiles: 5, of: 24 });
    expect(some.shakiest).toHaveLength(5);
    for (const { profile, share } of some.shakiest) expect(shares.get(profile)).toBe(share);
    expect((await page({})).rows.filter(({ stability }) => stability !== null)).toHaveLength(5);
  });

  it('can be stopped, and then stores nothing', async () => {
    const run = await openedRun();
    const controller = new AbortController();
    const iterator = await run.client.runs.measureStability(
      { runId: run.runId, copies: 1000 },
      { signal: controller.signal },
    );
    await iterator.next();
    controller.abort();
    await expect(finalValue(iterator)).rejects.toMatchObject({ code: 'stopped' });
    expect(await run.client.runs.stability({ runId: run.runId })).toBeNull();
  });
});

describe('noise against score', () => {
  it(
    'has the finished runs with the same hold-out, and the mean of those with one noise',
    { tags: ['rare'] },
    async () => {
      const run = await openedRun({ 'noise.dropout': 0.2 });
      const train = async (knobs: Record<string, unknown>): Promise<string> => {
        const { runId, folder, trainer } = await startRun(run.workspace, run.dataset, knobs);
        await finalValue(watchRun(folder));
        await trainer.ended;
        return runId;
      };
      const more = await train({ 'noise.dropout': 0.6 });
      const drawn = await train({ 'noise.dropout': 0.2, 'noise.rate': 'drawn', 'structure.width': 4 });
      await train({ model: 'item-knn' });
      await train({ 'stopping.share': 0.3 });
      const told = await run.client.runs.noiseScores({ runId: run.runId });
      expect(told.runs.map(({ runId, noise, rate }) => [runId, noise, rate])).toEqual([
        [run.runId, 0.2, 'fixed'],
        [more, 0.6, 'fixed'],
        [drawn, 0.6, 'drawn'],
      ]);
      const scores = await Promise.all(
        told.runs.map(async ({ runId }) => (await run.client.runs.get({ runId })).metrics!.score),
      );
      expect(told.runs.map(({ score }) => score)).toEqual(scores);
      expect(told.curve).toEqual([
        { noise: 0.2, score: scores[0], runs: 1 },
        { noise: 0.6, score: (scores[1]! + scores[2]!) / 2, runs: 2 },
      ]);
      for (const { interval, score } of told.runs) {
        expect(interval!.low).toBeLessThanOrEqual(score);
        expect(interval!.high).toBeGreaterThanOrEqual(score);
      }
      expect(told.runs.map(({ stability }) => stability)).toEqual([null, null, null]);
      const { mean } = await finalValue(await run.client.runs.measureStability({ runId: more, copies: 10 }));
      const again = await run.client.runs.noiseScores({ runId: drawn });
      expect(again.runs[1]!.stability).toBeCloseTo(mean!.share, 12);
    },
  );
});
