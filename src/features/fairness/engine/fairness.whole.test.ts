/** The audit of small trained runs. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TrainerLauncher } from '../../../engine/machine/trainers/trainer-launcher';
import { finalValue } from '../../../shared/values/final-value';
import { NEUTRAL_TUNING } from '../../../shared/contract/tuning';
import type { Fairness } from '../contract/fairness';
import { LIST_LENGTH } from '../../../shared/limits';
import { commandLineHere } from '../../../../tests/support/command-line-here';
import { profileId, writeDistinctiveFolder } from '../../../../tests/support/trained-run';
import { trainersHere } from '../../../../tests/support/trainers-here';
import { openedRun } from '../../../../tests/support/tuned-run';

describe('the audit of lists', () => {
  it('tells how far lists change with the value of another child, as a tuning changes them, and the same again', async () => {
    const { client, runId } = await openedRun();
    const told = await client.runs.fairness({ runId });
    expect(told).toMatchObject({ runId, children: 24, asked: 24, reason: null, rules: null });
    const [age, sex] = ['age', 'sex'].map((name) => told.attributes.find(({ attribute }) => attribute === name)!);
    expect(sex).toMatchObject({ children: 24, values: ['F', 'M'], notAsked: null });
    expect(age!.values.length).toBeGreaterThan(6);
    expect(told.attributes.at(-1)).toMatchObject({ notAsked: 'few', children: 0, moved: null, most: [] });
    // Every child of one sex gets the other, so that the list of each can be made again by hand.
    const list = async (profile: string, attributes: Record<string, string>): Promise<string[]> => {
      const tuned = { ...NEUTRAL_TUNING, attributes };
      const { items } = await client.lists.show({ runId, profile, tuning: tuned, count: LIST_LENGTH });
      return items.map(({ item }) => item);
    };
    let sum = 0;
    for (let index = 0; index < 24; index++) {
      const [before, after] = [
        await list(profileId(index), {}),
        await list(profileId(index), { sex: index % 2 ? 'F' : 'M' }),
      ];
      const share = before.filter((item) => !after.includes(item)).length / LIST_LENGTH;
      sum += share;
      const named = sex!.most.find(({ profile }) => profile === profileId(index));
      if (named !== undefined) expect(named.figure).toBeCloseTo(share, 12);
    }
    expect(sum).toBeGreaterThan(0);
    expect(sex!.moved!.mean).toBeCloseTo(sum / 24, 12);
    expect(sex!.moved!.low).toBeLessThan(sex!.moved!.mean);
    expect(sex!.moved!.high).toBeGreaterThan(sex!.moved!.mean);
    expect(told.along.find(({ measure }) => measure === 'alike')!.figure!.mean).toBeGreaterThan(0.5);
    expect(told.along.find(({ measure }) => measure === 'maker')).toMatchObject({ children: 0, figure: null });
    expect(await client.runs.fairness({ runId })).toEqual(told);
  });

  it('says why no attribute can be asked about, and tells the rest', async () => {
    const { client, runId } = await openedRun({ 'structure.condition': 'none' });
    const told = await client.runs.fairness({ runId });
    expect(told).toMatchObject({ reason: 'not-read', attributes: [] });
    expect(told.along.find(({ measure }) => measure === 'alike')!.figure).not.toBeNull();
  });

  it('gives a sentence, and no figure, of a few children', async () => {
    const { client, runId } = await openedRun();
    const three = [0, 1, 2].map(profileId);
    await expect(client.runs.fairness({ runId, filter: { profiles: three } })).rejects.toMatchObject({
      code: 'usage',
      message: '3 children are too few to say: it takes at least 20.',
    });
  });
});

describe('what chance moves', () => {
  /** Counts trainings, and stops at the one with a number. */
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

  it('is measured by four trainings, kept with the run, goes on after a stop, and goes with a forgotten profile', async () => {
    const controller = new AbortController();
    const { asked, launcher } = counting(2, controller);
    const { client, runId, folder, data } = await openedRun({}, launcher);
    const before = await client.runs.fairness({ runId });
    expect(before).toMatchObject({ shuffles: 0, left: { trainings: 4 } });
    expect(before.attributes.every(({ overChance }) => overChance === null)).toBe(true);
    const stopped = await client.runs.measureFairness({ runId }, { signal: controller.signal });
    await expect(finalValue(stopped)).rejects.toMatchObject({ code: 'stopped' });
    expect(await client.runs.fairness({ runId })).toMatchObject({ shuffles: 0, left: { trainings: 3 } });
    const told: Fairness = await finalValue(await client.runs.measureFairness({ runId }));
    expect(asked).toEqual([0, 1, 1, 2, 3].map((shuffle) => ({ runId, shuffle })));
    expect(told).toMatchObject({ shuffles: 4, left: null });
    for (const { moved, overChance } of told.attributes.filter(({ moved: own }) => own !== null)) {
      expect(overChance).toMatchObject({ after: moved!.mean, profiles: 24 });
      expect(overChance!.before).toBeGreaterThan(0);
      expect(overChance!.mean).toBeCloseTo(overChance!.after - overChance!.before, 12);
      // Wider than over the children alone.
      expect(overChance!.high - overChance!.low).toBeGreaterThan(moved!.high - moved!.low);
    }
    expect(await finalValue(await client.runs.measureFairness({ runId }))).toEqual(told);
    expect(await client.runs.fairness({ runId })).toEqual(told);
    expect(asked).toHaveLength(5);
    const file = path.join(folder, 'fairness.json');
    const text = await fs.readFile(file, 'utf8');
    expect(text).not.toContain(profileId(3));
    await fs.writeFile(file, text.replace('"changed": [', '"changed": [1,'));
    expect(await client.runs.fairness({ runId })).toMatchObject({ shuffles: 0, left: { trainings: 4 } });
    await fs.writeFile(file, text);
    await finalValue(await client.privacy.forget({ data, profile: profileId(3) }));
    await expect(fs.access(file)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is not measured where lists cannot follow an attribute', async () => {
    const { asked, launcher } = counting();
    const { client, runId } = await openedRun({ model: 'item-knn' }, launcher);
    expect(await finalValue(await client.runs.measureFairness({ runId }))).toMatchObject({
      reason: 'not-read',
      shuffles: 0,
      left: null,
    });
    expect(asked).toEqual([]);
  });
});

describe('shelfwise fairness', () => {
  it('prints a sentence, the attributes and what stands along the lists', async () => {
    const line = await commandLineHere();
    try {
      const folder = path.join(line.folder, 'data');
      await writeDistinctiveFolder(folder);
      const trained = await line.run(
        `train --data ${folder} --json --set structure.width=8 --set stopping.rule=fixed --set stopping.epochs=4`,
      );
      const { runId } = trained.json() as { runId: string };
      const { out, status } = await line.run(`fairness ${runId}`);
      expect(status).toBe(0);
      expect(out.replaceAll('\n', ' ')).toMatch(
        /^If “(age|sex)” of a child were that of another, all else alike, \d+% of the list would change: the most of 2 attributes\./,
      );
      expect(out).toMatch(/^sex +24 +\d+\.\d% \(\d+\.\d% to \d+\.\d%\) +88\d+$/m);
      expect(out).toContain('Too few children have a value.');
      expect(out).toContain('Titles name no maker.');
      expect(out).toContain(`shelfwise fairness ${runId} --measure`);
      expect((await line.run(`fairness ${runId} --measure`)).out.replaceAll('\n', ' ')).toContain(
        'trained on shuffled attributes.',
      );
      const told = await line.run(`fairness ${runId} --json`);
      expect(told.json()).toMatchObject({ segment: null, runId, children: 24, reason: null });
    } finally {
      await line.remove();
    }
  });
});
