/** Delivered lists beside those of another run, which has rules of its own, and with other numbers of places than an export has. */
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { addFolder } from '../../../engine/import/import-folder';
import { openSnapshot } from '../../../engine/data/snapshot';
import { type RuleSet, ruleSetSchema } from '../../../shared/contract/rules';
import { finalValue } from '../../../shared/values/final-value';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { HISTORY_HEADER, historyRow } from '../../../../tests/support/importing';
import { writeTables } from '../../../../tests/support/small-folder';
import { itemId, profileId } from '../../../../tests/support/trained-run';
import { openedRun } from '../../../../tests/support/tuned-run';

const profile = profileId(6);
const rulesOf = (rules: object[]): RuleSet => ruleSetSchema.parse({ formatVersion: 1, rules });
const idsOf = ({ items }: { items: readonly { readonly item: string }[] }): string[] => items.map(({ item }) => item);

it('against a run of other data the other list is the one that its own rules deliver', { tags: ['rare'] }, async () => {
  const { client, workspace, data, runId, record } = await openedRun();
  const more = path.join(await temporaryFolder(), 'more');
  const row = historyRow({ profile: profileId(1), item: itemId(3), time: '20260501120000' });
  await writeTables(more, { 'history_data.csv': [HISTORY_HEADER, row] });
  const added = await addFolder({ workspace, snapshot: await openSnapshot(workspace, data), folder: more });
  const otherData = added.dataset.fingerprint;
  const { runId: other } = await client.runs.start({ data: otherData, recipe: record.recipe, seed: 2 });
  await finalValue(await client.runs.watch({ runId: other }));

  const plain = idsOf(await client.lists.show({ runId: other, profile, rules: 'none' }));
  const [pinned, hidden] = [plain.at(-1)!, plain[0]!];
  const pin = { id: 'pin', name: 'Pinned there', kind: 'pin', place: 1, titles: { ids: [pinned] } };
  const hide = { id: 'hide', name: 'Hidden here', kind: 'hide', titles: { ids: [hidden] } };
  await client.rules.set({ data, revision: (await client.rules.get({ data })).revision, set: rulesOf([hide]) });
  const { revision } = await client.rules.get({ data: otherData });
  await client.rules.set({ data: otherData, revision, set: rulesOf([pin]) });

  const beside = await client.lists.show({ runId, profile, against: other });
  const theirs = idsOf(await client.lists.show({ runId: other, profile }));
  expect(theirs[0]).toBe(pinned);
  expect(beside.against).toEqual({ runId: other, sameData: false });
  expect(idsOf(beside)).not.toContain(hidden);
  expect(beside.rules!.names).toEqual(['Hidden here']);
  for (const { item, before } of beside.items) expect(before).toBe(theirs.indexOf(item) + 1 || null);
  expect(beside.gone.map(({ item, before }) => [item, before])).toEqual(
    theirs.flatMap((item, place) => (idsOf(beside).includes(item) ? [] : [[item, place + 1]])),
  );

  // As the model ranks is said of both.
  const ranked = await client.lists.show({ runId, profile, against: other, rules: 'none' });
  for (const { item, before } of ranked.items) expect(before).toBe(plain.indexOf(item) + 1 || null);
});

it('under rules a list has the places of an export at most, whatever number is asked for', async () => {
  const { client, runId } = await openedRun();
  const [first, second] = idsOf(await client.lists.show({ runId, profile, rules: 'none' }));
  const set = rulesOf([
    { id: 'hide', name: 'Hide', kind: 'hide', titles: { ids: [first!] } },
    { id: 'pin', name: 'Pin', kind: 'pin', place: 3, titles: { ids: [second!] } },
  ]);
  const asked = (count: number, rules: { set: RuleSet; date: string } | 'none' = { set, date: '2026-04-01' }) =>
    client.lists.show({ runId, profile, count, rules });
  const whole = await asked(25);
  expect(whole.items).toHaveLength(25);
  const longer = await asked(40);
  expect(longer.items).toEqual(whole.items);
  expect(longer.out).toEqual(whole.out);
  expect((await asked(40, 'none')).items).toHaveLength(40);
  const shorter = await asked(10);
  expect(shorter.items).toEqual(whole.items.slice(0, 10));
  // What rules took out does not depend on how many places are shown.
  expect(shorter.out).toEqual(whole.out);
  expect(whole.out.map(({ item, rules }) => [item, rules.map(({ name }) => name)])).toEqual([[first, ['Hide']]]);
});
