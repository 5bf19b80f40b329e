/** The audit of small trained runs. */
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { NEUTRAL_TUNING } from '../../../shared/contract/tuning';
import { LIST_LENGTH } from '../../../shared/limits';
import { commandLineHere } from '../../../../tests/support/command-line-here';
import { profileId, writeDistinctiveFolder } from '../../../../tests/support/trained-run';
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
      const told = await line.run(`fairness ${runId} --json`);
      expect(told.json()).toMatchObject({ segment: null, runId, children: 24, reason: null });
    } finally {
      await line.remove();
    }
  });
});
