/** What the attributes are worth to a run: trained once, kept with it, and told without training again. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../engine';
import type { TrainerLauncher } from '../../../engine/machine/trainers/trainer-launcher';
import { finalValue } from '../../../shared/values/final-value';
import { profileId } from '../../../../tests/support/trained-run';
import { importedOnce, startRun } from '../../../../tests/support/trained-run';
import { trainersHere } from '../../../../tests/support/trainers-here';
import { type Opened, openedRun } from '../../../../tests/support/tuned-run';
import { writeTables } from '../../../../tests/support/small-folder';
import { watchRun } from '../../../engine/runs/watch/watch-run';
import type { Condition } from '../contract/condition';

const measured = async ({ client, runId }: Pick<Opened, 'client' | 'runId'>): Promise<Condition> =>
  finalValue(await client.runs.measureCondition({ runId }));
const fileOf = ({ folder }: Opened): string => path.join(folder, 'condition.json');

/** Counts trainings, and ends the one with a number as a trainer that is stopped. */
function counting(stopAt = Infinity, controller?: AbortController): { asked: object[]; launcher: TrainerLauncher } {
  const asked: object[] = [];
  return {
    asked,
    launcher: {
      ...trainersHere,
      async ask(work, job) {
        asked.push(job.request as object);
        if (asked.length === stopAt) controller!.abort();
        return trainersHere.ask(work, job);
      },
    },
  };
}

describe('what the attributes are worth', () => {
  it('is measured by three trainings for each part held out, kept with the run, and not measured again', async () => {
    const { asked, launcher } = counting();
    const run = await openedRun({}, launcher);
    const { client, runId } = run;
    const before = await client.runs.condition({ runId });
    expect(before).toMatchObject({ runId, reason: null, measured: null, left: { trainings: 15 } });
    expect(before.left!.seconds.high).toBeGreaterThan(before.left!.seconds.low);
    const told = await measured(run);
    expect(asked).toHaveLength(15);
    // The 24 profiles watched eight titles each.
    expect(told.measured).toMatchObject({ profiles: 24, trainings: 15 });
    expect(told.measured!.rows.map(({ known }) => known)).toEqual([0, 1, 3, 5, null]);
    for (const { with: own, without, shuffled } of told.measured!.rows) {
      expect(without).toMatchObject({ after: own, profiles: 24 });
      expect(shuffled).toMatchObject({ after: own, profiles: 24 });
      expect(without.mean).toBeCloseTo(own - without.before, 12);
    }
    expect(told).toMatchObject({ reason: null, left: null });
    expect(await client.runs.condition({ runId })).toEqual(told);
    expect(await measured(run)).toEqual(told);
    expect(asked).toHaveLength(15);
    expect(await client.runs.conditions({ data: run.data })).toEqual([told]);
    expect(await client.runs.conditions({ data: '0'.repeat(64) })).toEqual([]);
    // Beside the record, which it leaves as it was.
    expect((await client.runs.get({ runId })).files).not.toHaveProperty('condition.json');
    expect(await fs.readFile(fileOf(run), 'utf8')).not.toContain(profileId(3));
  });

  it(
    'goes on from the trainings that are done after a stop, and comes to the same bits',
    { tags: ['rare'] },
    async () => {
      const controller = new AbortController();
      const { asked, launcher } = counting(4, controller);
      const run = await openedRun({}, launcher);
      const stopped = await run.client.runs.measureCondition({ runId: run.runId }, { signal: controller.signal });
      await expect(finalValue(stopped)).rejects.toMatchObject({ code: 'stopped' });
      expect(await run.client.runs.condition({ runId: run.runId })).toMatchObject({ left: { trainings: 12 } });
      const told = await measured(run);
      // The fourth began twice.
      expect(asked).toHaveLength(16);
      expect(asked[4]).toEqual(asked[3]);
      expect(told.measured!.rows).toEqual((await measured(await openedRun())).measured!.rows);
    },
  );

  it('is measured anew where its file was changed or torn, left alone where a newer version wrote it, and gone with a profile', async () => {
    const run = await openedRun();
    const { client, runId } = run;
    const told = await measured(run);
    const text = await fs.readFile(fileOf(run), 'utf8');
    const score = String(told.measured!.rows[0]!.with);
    expect(text).toContain(score);
    for (const changed of [
      text.replace(score, '0.9'),
      text.slice(1),
      text.replace('"figuresVersion": 1', '"figuresVersion": 2'),
    ]) {
      expect(changed).not.toBe(text);
      await fs.writeFile(fileOf(run), changed);
      expect(await client.runs.condition({ runId })).toMatchObject({ measured: null, left: { trainings: 15 } });
      expect(await client.runs.conditions({ data: run.data })).toEqual([]);
    }
    await fs.writeFile(fileOf(run), JSON.stringify({ ...(JSON.parse(text) as object), formatVersion: 2 }));
    await expect(measured(run)).rejects.toMatchObject({ code: 'newer-version' });
    // It tells of profiles: it goes when one of them is forgotten.
    await fs.writeFile(fileOf(run), text);
    await finalValue(await client.privacy.forget({ data: run.data, profile: profileId(3) }));
    await expect(fs.access(fileOf(run))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('a reason in place of figures', () => {
  it('is given for a model that reads no attributes', async () => {
    for (const knobs of [{ model: 'item-knn' }, { 'structure.condition': 'none' }]) {
      const { asked, launcher } = counting();
      const run = await openedRun(knobs, launcher);
      expect(await measured(run)).toMatchObject({ reason: 'not-read', measured: null, left: null });
      expect(asked).toEqual([]);
    }
  });

  const tables = (profiles: number, titles: number, attributes: boolean): Record<string, string[]> => ({
    'history_data.csv': [
      'profile_id,ss_id,log_time,act_target_dtl,album_id,payment,continuous_play,short_trailer',
      ...Array.from({ length: profiles * titles }, (_, event) => {
        const [profile, title] = [Math.floor(event / titles), event % titles];
        const day = String(1 + title).padStart(2, '0');
        return `${100 + profile},${title},202603${day}120000,IFSUC0001,${500 + ((profile + title) % 30)},0,N,N`;
      }),
    ],
    'profile_data.csv': attributes
      ? ['profile_id,sex,age', ...Array.from({ length: profiles }, (_, row) => `${100 + row},${row % 2 ? 'M' : 'F'},3`)]
      : ['profile_id', ...Array.from({ length: profiles }, (_, row) => `${100 + row}`)],
    'meta_data.csv': ['album_id,title', ...Array.from({ length: 30 }, (_, title) => `${500 + title},Title ${title}`)],
  });

  async function runOf(of: Record<string, string[]>): Promise<Pick<Opened, 'client' | 'runId'>> {
    const { workspace, dataset } = await importedOnce(JSON.stringify(of), (folder) => writeTables(folder, of));
    const { folder, runId, trainer } = await startRun(workspace, dataset);
    await finalValue(watchRun(folder));
    await trainer.ended;
    const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
    return { client, runId };
  }

  it('is given for data without attributes, for a handful of profiles, and for profiles with few titles', async () => {
    expect(await measured(await runOf(tables(24, 8, false)))).toMatchObject({
      reason: 'no-attributes',
      measured: null,
    });
    expect(await measured(await runOf(tables(12, 8, true)))).toMatchObject({ reason: 'too-few', measured: null });
    await expect(measured(await runOf(tables(24, 4, true)))).rejects.toMatchObject({
      code: 'bad-data',
      message: expect.stringContaining('Fewer than 20 children') as string,
    });
  });
});
