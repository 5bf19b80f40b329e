/** What may be the ID of a forgotten profile, wherever people write: listed with the text around it, and left as it is. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { triedOf } from '../../../../tests/support/tried';
import { expect, it } from 'vitest';
import { readAudit } from '../../../engine/kept/audit/read';
import { ruleSetOf } from '../../../shared/contract/rules';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { forgetIn, importedFolder, planIn, runOn, type Used } from '../../../../tests/support/forgetting';

const rule = (id: string, name: string, more: object = {}) => ({
  id,
  name,
  kind: 'hide',
  titles: { ids: ['500'] },
  on: true,
  ...more,
});

/** The same words everywhere that the program keeps words of people. */
async function writeEverywhere({ engine, dataset, ...used }: Used, words: string): Promise<{ runId: string }> {
  const { client } = engine;
  const data = dataset.fingerprint;
  const { runId } = (await runOn({ engine, dataset, ...used })).record;
  await client.runs.mark({ runId, revision: 0, name: words, note: words });
  await client.review.decide({ runId, profile: '103', decision: 'again', owner: words, revision: 0 });
  await client.profiles.setNote({ data, profile: '102', text: `${words}. First.`, revision: 0 });
  await client.profiles.setNote({ data, profile: '102', text: words, revision: 1 });
  await client.segments.keep({ data, name: words, filter: { watched: { from: 1 } } });
  await client.tuning.keep({ data, name: words, runId, tuning: { added: ['500'] } as never });
  const set = ruleSetOf([rule('a', words) as never]);
  await client.rules.set({ data, revision: 0, set });
  await client.rules.set({ data, revision: 1, set: ruleSetOf([rule('a', `${words} once`) as never]) });
  await client.rules.set({ data, revision: 2, set });
  const own = [{ id: 'own-a', name: words, mode: 'on', most: 0, titles: { ids: ['500'] } }] as never;
  await client.checks.set({ data, revision: 0, own });
  await client.labels.set({ data, revision: 0, entries: [{ attribute: 'sex', code: 'M', label: words }] });
  await client.review.approve({ runId, by: 'Minji', reason: `Fine. ${words}. Done.` });
  const out = path.join(await temporaryFolder(), `${words}.csv`);
  await client.runs.export({ runId, out, format: 'csv' });
  return { runId };
}

const PRESENT = [
  'check-name',
  'file-name',
  'label',
  'owner',
  'profile-note',
  'rule-name',
  'run-name',
  'run-note',
  'segment-name',
  'tuning-name',
];
const PAST = ['approval', 'audit', 'exports', 'notes', 'rules'];

const placesOf = (found: readonly { where: string }[]): string[] =>
  [...new Set(found.map(({ where }) => where))].sort();

it.each(triedOf(['ID1019'], ['10\u200b19']))('%j is the profile 1019 wherever it is written', async (words) => {
  const used = await importedFolder({ id: '1019', other: '1019.0' });
  const data = used.dataset.fingerprint;
  const { runId } = await writeEverywhere(used, words);
  const plan = await planIn(used.engine, { data, profile: '1019' });
  expect(placesOf(plan.mentions)).toEqual(PRESENT);
  expect(placesOf(plan.goes)).toEqual(expect.arrayContaining(PAST));
  expect(plan.doubtful).toEqual([]);
  const after = (await forgetIn(used.engine, { data, profile: '1019' })).replaced[0]!.after!;
  const { client, context } = used.engine;
  expect((await client.review.approvals({ runId })).all).toMatchObject([{ reason: 'Fine. Done.' }]);
  expect((await client.profiles.noteHistory({ data: after, profile: '102' })).versions.at(-1)).toMatchObject({
    text: 'First.',
  });
  expect((await readAudit(context.workspace, [after])).entries.map(({ what }) => what)).toContain('forgotten');
});

it.each(['1,019'])('%j may be it: listed, and nothing of it changes', async (words) => {
  const used = await importedFolder({ id: '1019', other: '1019.0' });
  const data = used.dataset.fingerprint;
  const { runId } = await writeEverywhere(used, words);
  const plan = await planIn(used.engine, { data, profile: '1019' });
  expect(plan).toMatchObject({ mentions: [], goes: [] });
  expect(placesOf(plan.doubtful)).toEqual([...PRESENT, ...PAST].sort());
  expect(plan.doubtful).toContainEqual({ where: 'profile-note', id: '102', around: words, more: 0 });
  expect(plan.doubtful).toContainEqual({ where: 'approval', id: runId, around: `Fine. ${words}. Done.`, more: 0 });
  await expectUnchanged(used, { runId, words, profile: '1019', data });
});

it('a profile 5 claims no number 5 of what people write, and lists each', async () => {
  const used = await importedFolder({ id: '5', other: '5.0' });
  const data = used.dataset.fingerprint;
  const words = 'Season 5, part 5';
  const { client } = used.engine;
  for (const text of ['15', '5', 'part 5'])
    await client.segments.keep({ data, name: `searches ${text}`.replace('5', 'five'), filter: { text } });
  await client.segments.keep({ data, name: 'picked', filter: { profiles: ['5', '102'] } });
  const { runId } = await writeEverywhere(used, words);
  const plan = await planIn(used.engine, { data, profile: '5' });
  expect(plan.mentions).toEqual([]);
  // What holds IDs of profiles names it: a search for it, and picked profiles.
  expect(plan.goes).toEqual([
    { where: 'segments', id: 'picked' },
    { where: 'segments', id: 'searches five' },
  ]);
  expect(placesOf(plan.doubtful)).toEqual([...PRESENT, ...PAST, 'search'].sort());
  expect(plan.doubtful).toContainEqual({ where: 'segment-name', id: words, around: words, more: 1 });
  expect(plan.doubtful.filter(({ where }) => where === 'search')).toEqual([
    { where: 'search', id: 'searches part five', around: 'part 5', more: 0 },
  ]);
  const after = await expectUnchanged(used, { runId, words, profile: '5', data });
  const left = (await client.segments.list({ data: after })).map(({ name, filter }) => [name, filter]);
  expect(left).toEqual([
    ['picked', { profiles: ['102'] }],
    ['searches 1five', { text: '15' }],
    ['searches part five', { text: 'part 5' }],
    [words, { watched: { from: 1 } }],
  ]);
});

interface Written {
  readonly runId: string;
  readonly words: string;
  readonly profile: string;
  readonly data: string;
}

/** @returns the data set without the profile */
async function expectUnchanged({ engine }: Used, { runId, words, profile, data }: Written): Promise<string> {
  const { client, context } = engine;
  const after = (await forgetIn(engine, { data, profile })).replaced[0]!.after!;
  expect((await client.review.approvals({ runId })).all).toMatchObject([{ reason: `Fine. ${words}. Done.` }]);
  const { versions } = await client.profiles.noteHistory({ data: after, profile: '102' });
  expect(versions.map(({ text }) => text)).toEqual([words, `${words}. First.`]);
  expect((await client.rules.get({ data: after })).set.rules.map(({ name }) => name)).toEqual([words]);
  expect((await client.rules.history({ data: after })).versions).toHaveLength(4);
  expect((await client.checks.settings({ data: after })).own.map(({ name }) => name)).toEqual([words]);
  expect((await client.labels.get({ data: after })).entries).toMatchObject([{ label: words }]);
  expect((await client.tuning.list({ data: after })).map(({ name }) => name)).toEqual([words]);
  const { entries } = await readAudit(context.workspace, [after]);
  expect(entries.filter(({ what }) => what === 'forgotten')).toEqual([]);
  expect(await fs.readFile(path.join(context.workspace.marks, 'runs.json'), 'utf8')).toContain(words);
  return after;
}
