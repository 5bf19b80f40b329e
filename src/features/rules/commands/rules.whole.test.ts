/**
 * Rules on the command line, in a workspace of version 1.0.0: saved, stepped through, tried on a run, exported with,
 * and shared.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BrokenRule, RuleEffect } from '../../../shared/contract/rule-answers';
import type { Rule } from '../../../shared/contract/rules';
import { copyReleased, RELEASED } from '../../../../tests/support/released-workspace';
import { commandLineHere } from '../../../../tests/support/command-line-here';

let line: Awaited<ReturnType<typeof commandLineHere>>;
const data = RELEASED.data.slice(0, 8);
const run = RELEASED.quick;
const fileOf = (name: string): string => path.join(line.folder, name);

async function write(name: string, ...rules: object[]): Promise<string> {
  await writeFile(fileOf(name), JSON.stringify({ formatVersion: 1, rules }));
  return name;
}
const answer = async (words: string) => (await line.run(`${words} --json`)).json();
/** The saved rules after a step. */
const after = async (step: string): Promise<string[]> => {
  const { set } = (await answer(`rules ${step} --data ${data}`)) as { set: { rules: Rule[] } };
  return set.rules.map(({ id, on }) => `${id} ${on}`);
};

beforeAll(async () => {
  line = await commandLineHere();
  await copyReleased(path.join(line.folder, 'workspace'));
  await rm(path.join(line.folder, 'workspace', 'rules'), { recursive: true });
});
afterAll(() => line.remove());

it('are added, switched, stepped through and merged', async () => {
  const { items } = (await answer(`recommend --run ${run} --profile 3`)) as { items: { item: string }[] };
  const hide = { id: 'no', name: 'No', kind: 'hide', titles: { ids: [items[0]!.item] } };
  const pin = { id: 'first', name: 'First', kind: 'pin', place: 1, titles: { ids: [items[4]!.item] } };
  const added = await line.run(`rules add ${await write('rules.json', hide, pin)} --data ${data}`);
  expect(added.out).toContain('Added 2 rules.');
  expect(added.out).toContain(`Never show ${items[0]!.item}.`);
  expect(await after('off no')).toEqual(['no false', 'first true']);
  expect(await after('undo')).toEqual(['no true', 'first true']);
  expect(await after('redo')).toEqual(['no false', 'first true']);
  expect(await after('undo')).toEqual(['no true', 'first true']);
  expect((await line.run(`rules history --data ${data}`)).out).toMatch(/>.* 2 +2 /);

  const other = await write('other.json', { ...pin, place: 2 }, { ...hide, id: 'more' });
  expect((await line.run(`rules add ${other} --data ${data}`)).status).toBe(2);
  const merged = await line.run(`rules import ${other} --data ${data}`);
  expect(merged.out).toContain('first differs in place; what was saved counts.');
  expect(merged.out).toMatch(/here \(saved until .*UTC\): First: .*place 1.*\n +file: First: .*place 2/);
  expect(await after('remove more')).toEqual(['no true', 'first true']);
  expect((await line.run(`rules import ${other} --data ${data} --take no`)).status).toBe(2);
  const taken = (await answer(`rules import ${other} --data ${data} --take first`)) as {
    set: { rules: Rule[] };
    conflicts: object[];
  };
  expect(taken.conflicts).toMatchObject([{ rule: 'first', parts: ['place'], taken: 'given' }]);
  expect(taken.set.rules.find(({ id }) => id === 'first')).toMatchObject({ place: 2 });
  // The history has the earlier state.
  expect(await after('undo')).toEqual(['no true', 'first true']);

  const compared = await line.run(`rules compare 1 other.json --data ${data}`);
  expect(compared.out).toMatch(/removed +no/);
  expect(compared.out).toMatch(/changed +first +place:/);
  expect((await line.run(`rules compare saved --data ${data}`)).out).toContain('The rules are the same.');

  const effect = (await answer(`rules try saved --run ${run} --date 2026-11-26`)) as Record<string, unknown>;
  const { rulesSha256 } = (await answer(`rules export out.json --data ${data}`)) as { rulesSha256: string };
  expect(effect).toMatchObject({ rulesSha256, date: '2026-11-26', coverage: { before: expect.any(Number) as number } });
  expect(effect['changed']).toBeGreaterThan(0);
  const own = await line.run(`recommend --run ${run} --profile 3 --rules out.json`);
  expect(own.out).toMatch(/^.* 1 .*First/m);

  const exported = `export --run ${run} --format csv --rules out.json --date 2026-11-26`;
  const [one, two] = [await answer(`${exported} --out one.csv`), await answer(`${exported} --out two.csv`)];
  expect(one).toMatchObject({ rulesSha256, rulesDate: '2026-11-26' });
  expect((two as { sha256: string }).sha256).toBe((one as { sha256: string }).sha256);
  const lists = await readFile(fileOf('one.csv'), 'utf8');
  expect(lists).toContain(`\n3,1,${items[4]!.item},`);
  expect(lists).not.toMatch(new RegExp(`^3,\\d+,${items[0]!.item},`, 'm'));
});

it('tell which of two wins, and in which lists they could not be kept', async () => {
  const { items } = (await answer(`recommend --run ${run} --profile 3`)) as { items: { item: string }[] };
  const pin = { id: 'first', name: 'First', kind: 'pin', place: 1, titles: { ids: [items[4]!.item] } };
  const out = { id: 'out', name: 'Out', kind: 'hide', titles: pin.titles };
  await line.run(`rules import ${await write('clash.json', pin, out)} --theirs --data ${data}`);
  const { conflicts } = (await answer(`rules list --data ${data}`)) as { conflicts: object[] };
  expect(conflicts).toContainEqual(
    expect.objectContaining({ kind: 'pin-hidden', rules: ['first', 'out'], wins: 'out' }),
  );
  const { unmet } = (await answer(`rules unmet first --run ${run} --date 2026-11-26`)) as { unmet: BrokenRule[] };
  expect(unmet).toContainEqual({ rule: 'first', profile: '3', reason: 'hidden' });
  expect(new Set(unmet.map(({ rule }) => rule))).toEqual(new Set(['first']));
  expect((await line.run(`rules unmet first --run ${run}`)).out).toContain('other rules take it out');
  expect((await line.run(`rules unmet nothing --run ${run}`)).status).toBe(4);
  await line.run(`rules remove first --data ${data}`);
  expect((await line.run(`rules unmet --run ${run}`)).out).toContain('Every rule can be applied to every list.');
});

it('begin with a starter, whose effect is told beside the saved ones', async () => {
  const { items } = (await answer(`recommend --run ${run} --profile 3`)) as { items: { item: string }[] };
  const item = items[9]!.item;
  const starter = await line.run(`rules starter campaign --title ${item} --until 2026-12-31`);
  await writeFile(fileOf('campaign.json'), starter.out);
  expect((JSON.parse(starter.out) as { rules: Rule[] }).rules).toMatchObject([
    { id: 'campaign', kind: 'pin', place: 1, to: 5, titles: { ids: [item] }, until: '2026-12-31' },
  ]);
  const before = (await answer(`rules starter not-before --title ${item} --from 2026-12-25`)) as { rules: Rule[] };
  expect(before.rules).toMatchObject([{ kind: 'hide', until: '2026-12-24' }]);
  for (const name of ['series', 'passed']) expect((await line.run(`rules starter ${name}`)).status).toBe(0);

  const tried = `rules try campaign.json --run ${run} --date 2026-11-26`;
  const alone = (await answer(tried)) as RuleEffect;
  expect(alone.changed).toBeGreaterThan(0);
  // Beside the same rules nothing changes, and nothing is lost.
  const beside = (await answer(`${tried} --beside campaign.json`)) as RuleEffect;
  expect(beside).toMatchObject({ changed: 0, most: [], rulesSha256: alone.rulesSha256 });
  expect([beside.cost?.mean ?? 0, beside.cost?.before]).toEqual([0, alone.cost?.after]);
  expect(beside.coverage).toEqual({ before: alone.coverage.after, after: alone.coverage.after });
});

it('are refused with what to do', async () => {
  const ended = async (words: string) => {
    const { status, err } = await line.run(words);
    return [status, err] as const;
  };
  expect(await ended(`rules off nothing --data ${data}`)).toEqual([4, expect.stringContaining('No saved rule')]);
  const strange = await write('strange.json', { id: 'a', name: 'A', kind: 'praise' });
  expect(await ended(`rules try ${strange} --run ${run}`)).toEqual([3, expect.stringContaining('rules[0] (a, “A”)')]);
  // Of what an earlier version had, it is said what to use now.
  const instead = `compare ${run} ${run} --lists --before-rules 1 --rules saved`;
  expect(await ended(`rules compare 1 --data ${data} --run ${run}`)).toEqual([2, expect.stringContaining(instead)]);
  expect(await ended(`rules try saved --run ${run} --profile 3`)).toEqual([
    2,
    expect.stringContaining('"shelfwise recommend --run RUN --profile ID --rules FILE"'),
  ]);
  expect(await ended(`compare ${run} ${run} --profile=3`)).toEqual([
    2,
    expect.stringContaining('"shelfwise recommend --run RUN --profile ID --against RUN"'),
  ]);
  expect(await ended('rules')).toEqual([2, expect.stringContaining('--data')]);
  expect(await ended('rules starter praise')).toEqual([2, expect.stringContaining('campaign')]);
  expect(await ended('rules starter campaign')).toEqual([2, expect.stringContaining('--title')]);
  expect(await ended('rules starter not-before --title 1')).toEqual([2, expect.stringContaining('--from')]);
});

it('take the members that a segment has today, and say which were taken', async () => {
  const pin = { id: 'campaign', name: 'Campaign', kind: 'pin', place: 1, titles: { ids: ['1'] } };
  await line.run(`rules add ${await write('campaign.json', pin)} --data ${data}`);
  expect((await line.run(`rules members campaign --data ${data}`)).err).toContain('--segment');
  expect((await line.run(`rules members nothing --segment few --data ${data}`)).status).toBe(4);
  expect((await line.run(`rules members campaign --segment nobody --data ${data}`)).status).toBe(4);
  expect((await line.run(`profiles --data ${data} --watched-from 5 --keep few`)).status).toBe(0);
  const { total } = (await answer(`profiles --data ${data} --watched-from 5`)) as { total: number };
  const { set } = (await answer(`rules members campaign --segment few --data ${data}`)) as { set: { rules: Rule[] } };
  const taken = set.rules.find(({ id }) => id === 'campaign')!.profiles!.members!;
  expect(taken.profiles).toHaveLength(total);
  // Without a name it is the segment that they came from.
  expect((await line.run(`rules members campaign --data ${data}`)).status).toBe(0);
  expect((await line.run(`rules list --data ${data}`)).out).toContain('campaign: its members are the same today.');
});
