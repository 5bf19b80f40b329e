/** Why a title is not in a list under rules: the rule is named, and each suggested change of the rules has the stated effect. */
import { expect, it } from 'vitest';
import { type RuleSet, ruleSetSchema } from '../../../shared/contract/rules';
import type { WhyNot } from '../contract/why-not';
import { profileId } from '../../../../tests/support/trained-run';
import { type Opened, openedRun } from '../../../../tests/support/tuned-run';

const date = '2026-11-26';
const profile = profileId(3);
const setOf = (...rules: object[]): RuleSet =>
  ruleSetSchema.parse({
    formatVersion: 1,
    rules: rules.map((rule, place) => ({ id: `r${place}`, name: `Rule ${place}`, ...rule })),
  });

const whyNot = ({ client, runId }: Opened, item: string, set: RuleSet): Promise<WhyNot> =>
  client.profiles.whyNot({ runId, profile, item, rules: { set, date } });
const listUnder = async ({ client, runId }: Opened, set: RuleSet): Promise<string[]> =>
  (await client.lists.show({ runId, profile, rules: { set, date } })).items.map(({ item }) => item);

it('the rule that keeps a title out is named, and what would bring it in', { tags: ['thorough'] }, async () => {
  const run = await openedRun();
  const { client, runId } = run;
  const all = (await client.lists.show({ runId, profile, count: 50 })).items.map(({ item }) => item);
  const [second, behind] = [all[1]!, all[30]!];
  const hide = { kind: 'hide', titles: { ids: [second] } };
  const bury = { kind: 'bury', titles: { ids: [all[4]!] }, places: 3 };

  const set = setOf(bury, hide);
  const told = await whyNot(run, second, set);
  expect(told).toMatchObject({ reason: 'ruled-out', rank: 2, underRules: { rank: null, outBy: { id: 'r1' } } });
  const [off] = told.underRules!.changes;
  expect(off).toMatchObject({ off: [{ id: 'r1', name: 'Rule 1' }], up: null });
  const without = await listUnder(run, setOf(bury));
  expect(without.indexOf(second) + 1).toBe(off!.rank);
  const present = await listUnder(run, set);
  expect(present.filter((item) => without.includes(item))).toHaveLength(off!.stay);
  // A removed title is not moved in as well.
  expect(told.underRules!.changes).toHaveLength(1);

  // Two rules remove it: switching off one is not enough.
  const twice = await whyNot(run, second, setOf(hide, hide));
  expect(twice.underRules!.changes[0]!.off.map(({ id }) => id)).toEqual(['r0', 'r1']);

  // An outranked title: the fewest places that bring it in.
  const outranked = await whyNot(run, behind, setOf(bury));
  expect(outranked).toMatchObject({ reason: 'outranked', underRules: { rank: null, outBy: null } });
  const { up, rank } = outranked.underRules!.changes.find((change) => change.up !== null)!;
  const boosted = (places: number) => listUnder(run, setOf(bury, { kind: 'boost', titles: { ids: [behind] }, places }));
  expect((await boosted(up!)).indexOf(behind) + 1).toBe(rank);
  expect(await boosted(up! - 1)).not.toContain(behind);

  expect(await whyNot(run, second, setOf(bury))).toMatchObject({
    reason: 'listed',
    underRules: { rank: 2, changes: [] },
  });
  expect((await client.profiles.whyNot({ runId, profile, item: second })).underRules).toBeNull();
});
