/** What sets a segment apart: counts held against the data and the exported lists, by another way of counting. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { ruleSetSchema } from '../../../shared/contract/rules';
import { csvRows } from '../../../shared/values/csv';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { itemId, profileId } from '../../../../tests/support/trained-run';
import { openedRun } from '../../../../tests/support/tuned-run';

const date = '2026-11-26';
const boys = { attributes: { sex: ['M'] } };
const isBoy = (row: number): boolean => row % 2 === 1;
const rows = Array.from({ length: 24 }, (_, row) => row);

it('is told by values, titles of the delivered lists, scores and checks, beside everybody else', async () => {
  const { client, runId } = await openedRun({ model: 'ease' });
  const pinned = itemId(58);
  const rules = {
    set: ruleSetSchema.parse({
      formatVersion: 1,
      rules: [{ id: 'r', name: 'Spring', kind: 'pin', titles: { ids: [pinned] }, place: 2, profiles: boys }],
    }),
    date,
  };
  const told = await client.segments.describe({ runId, filter: boys, rules });
  expect(told.profiles).toEqual({ here: 12, others: 12 });
  expect(told.attributes.slice(0, 2)).toEqual(
    expect.arrayContaining([
      { name: 'sex', value: 'M', here: 12, others: 0 },
      { name: 'sex', value: 'F', here: 0, others: 12 },
    ]),
  );
  expect(told.rules!.names).toEqual(['Spring']);
  expect(told.rulesOn).toEqual([{ id: 'r', name: 'Spring', here: 12, others: 0 }]);
  const girls = await client.segments.describe({ runId, filter: { attributes: { sex: ['F'] } }, rules });
  expect(girls.rulesOn).toEqual([]);

  const out = path.join(await temporaryFolder(), 'lists.csv');
  await client.runs.export({ runId, out, format: 'csv', rules });
  const held = new Map<string, number[]>();
  for (const [profile, , item] of [...csvRows(await fs.readFile(out, 'utf8'))].slice(1))
    held.set(item!, [...(held.get(item!) ?? []), rows.find((row) => profileId(row) === profile)!]);
  expect(told.titles.length).toBeGreaterThan(1);
  for (const { item, here, others } of told.titles)
    expect([here, others], item).toEqual([
      held.get(item)!.filter(isBoy).length,
      held.get(item)!.filter((row) => !isBoy(row)).length,
    ]);
  // The most different ones of all that stand in any list.
  const differenceOf = (inLists: readonly number[]): number =>
    Math.abs(inLists.filter(isBoy).length - inLists.filter((row) => !isBoy(row)).length);
  const greatest = [...held.values()].map(differenceOf).sort((left, right) => right - left);
  expect(told.titles.map(({ here, others }) => Math.abs(here - others))).toEqual(greatest.slice(0, 12));
  expect(differenceOf(held.get(pinned)!)).toBeGreaterThan(0);

  const tested = [];
  for (const row of rows.filter(isBoy)) {
    const found = (
      await client.profiles.page({
        data: (await client.runs.get({ runId })).dataset.fingerprint,
        runId,
        start: 0,
        end: 24,
      })
    ).rows.find(({ profile }) => profile === profileId(row))!;
    if (found.score !== null) tested.push(found.score);
  }
  expect(told.holdOut.here!.profiles).toBe(tested.length);
  expect(told.holdOut.here!.score).toBeCloseTo(tested.reduce((sum, score) => sum + score, 0) / tested.length, 5);

  // As many as look odd in the queue.
  const { odd } = await client.review.queue({ runId, rules, start: 0, end: 0 });
  expect(told.flagged.here + told.flagged.others).toBe(odd);
  const report = await client.checks.run({ runId, rules });
  for (const { id, here, others } of told.checks) {
    const found = report.checks.find((check) => check.id === id)!.profiles;
    expect(here + others).toBe(found.length);
    expect(here).toBe(rows.filter((row) => isBoy(row) && found.includes(profileId(row))).length);
  }
});

it('is compared with another filter, which may overlap; a side without profiles is refused', async () => {
  const { client, runId } = await openedRun({ model: 'ease' });
  const young = { attributes: { age: ['1', '2', '3'] } };
  const told = await client.segments.describe({ runId, filter: boys, against: young });
  expect(told.profiles).toEqual({ here: 12, others: 6 });
  for (const filter of [{ text: 'nobody' }, {}])
    await expect(client.segments.describe({ runId, filter })).rejects.toMatchObject({ code: 'usage' });
});
