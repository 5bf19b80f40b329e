/** The share of a value of titles in each step of making lists, as the mean over the profiles. */
import { type ShelfSteps, type ShelfStepsInput, STEPS } from '../contract/shelf-steps';
import { MOST_VALUES_OFFERED, MOVED_PART } from '../contract/limits';
import { NEUTRAL_TUNING, tunedKeys } from '../../../shared/contract/tuning';
import type { RulesThatCount } from '../../../shared/contract/rule-answers';
import { ShelfwiseError } from '../../../shared/errors';
import { FEWEST_IN_GROUP } from '../../../shared/limits';
import { groupAttribute } from '../../../shared/values/known-attributes';
import { allowedWords } from '../../../shared/values/suggest';
import { toldRules } from '../../../shared/values/told-rules';
import { say } from '../../../shared/words/sentence';
import { type TitleGroups, titleGroups } from '../../../engine/data/display/title-groups';
import type { ItemTable } from '../../../engine/data/tables';
import { type DeliveredLists, deliveredLists, deliveredToAll } from '../../../engine/delivery/deliver';
import { Candidates, listSteps } from '../../../engine/delivery/steps';
import { rulesThatCount } from '../../../engine/kept/rules-that-count';
import { listOf } from '../../../engine/runs/lists-file';
import { rowsOfFilter } from '../../../engine/sessions/profile-rows';
import type { RunSession } from '../../../engine/sessions/run-session';
import type { Workspace } from '../../../engine/storage/workspace';

/** @throws ShelfwiseError as the call `shelf.steps` */
export async function shelfSteps(
  workspace: Workspace,
  session: RunSession,
  { runId, who, of: asked, rules: choice }: ShelfStepsInput,
): Promise<ShelfSteps> {
  const rules = await rulesThatCount(workspace, session.record.dataset.fingerprint, choice);
  const { delivered, places } = await askedLists(workspace, session, who, rules);
  const { items, ranked } = delivered;
  const all = groupings(items);
  const groups = groupingNamed(all, asked?.attribute);
  const values = valuesByPlaces(groups, delivered, places);
  const value = asked !== undefined && 'value' in asked ? asked.value : values[0]!;
  const { histories } = await session.data();
  const candidates = new Candidates(delivered, maskOf(groups, value, values, items.ids.length));
  const sums = STEPS.map((step) => ({ step, count: 0, of: 0, share: 0 }));
  let profiles = 0;
  for await (const list of listSteps(delivered, { histories, candidates, places })) {
    if (STEPS.some((step) => list[step].of === 0)) continue;
    profiles++;
    for (const sum of sums) {
      const { count, of } = list[sum.step];
      sum.count += count;
      sum.of += of;
      sum.share += count / of;
    }
  }
  const mean = (sum: number): number => sum / profiles;
  const steps =
    profiles === 0
      ? []
      : sums.map(({ step, count, of, share }) => ({ step, count: mean(count), of: mean(of), share: mean(share) }));
  return {
    runId,
    of: { attribute: groups.attribute, value },
    attributes: all.map(({ name }) => name),
    values: values.slice(0, MOST_VALUES_OFFERED),
    profiles,
    without: places.length - profiles,
    steps,
    most: movedMost(steps),
    repeats: !ranked.excludeWatched,
    rules: toldRules(rules),
  };
}

/** The lists that are asked about, as they are delivered. */
async function askedLists(
  workspace: Workspace,
  session: RunSession,
  who: ShelfStepsInput['who'],
  rules: RulesThatCount | null,
): Promise<{ delivered: DeliveredLists; places: Int32Array }> {
  if (who !== undefined && 'profile' in who) {
    const only = Int32Array.of(await session.profileRow(who.profile));
    const { tuning = NEUTRAL_TUNING } = who;
    const tuned = tunedKeys(tuning).length === 0 ? null : { tuning, group: only };
    return { delivered: await deliveredLists(session, { rules, tuned }, { only }), places: Int32Array.of(0) };
  }
  const places = await rowsOfFilter(workspace, session, who?.filter ?? {});
  refuseFew(places.length);
  return { delivered: await deliveredToAll(session, rules), places };
}

/** @throws ShelfwiseError `usage` for fewer profiles than anything can be said of */
export function refuseFew(profiles: number): void {
  if (profiles < FEWEST_IN_GROUP)
    throw new ShelfwiseError('usage', say('shelfSteps.few', { count: profiles, least: FEWEST_IN_GROUP }));
}

/** The attributes of titles that any title has a value of. @throws ShelfwiseError `usage` without any */
function groupings({ attributes }: ItemTable): Grouping[] {
  const all = attributes.flatMap((attribute) => {
    const groups = titleGroups(attribute);
    return groups === null ? [] : [{ name: attribute.name, kind: attribute.kind, groups }];
  });
  if (all.length === 0) throw new ShelfwiseError('usage', say('shelfSteps.no-attributes'));
  return all;
}

interface Grouping {
  readonly name: string;
  readonly kind: string;
  readonly groups: TitleGroups;
}

/** @param name that of the genre where absent */
function groupingNamed(all: readonly Grouping[], name: string | undefined): TitleGroups {
  if (name === undefined) return groupAttribute(all)!.groups;
  const found = all.find((one) => one.name === name);
  if (found !== undefined) return found.groups;
  const names = all.map((one) => one.name);
  throw new ShelfwiseError('usage', [say('profile.no-attribute', { name }), ...allowedWords(name, names)]);
}

/** Values that any title has, those with most places of the lists first. */
function valuesByPlaces(groups: TitleGroups, { lists, items }: DeliveredLists, places: Int32Array): string[] {
  const held = new Int32Array(groups.labels.length + 1);
  const titles = new Int32Array(groups.labels.length + 1);
  for (const column of items.ids.keys()) for (const code of groups.of(column)) titles[code]!++;
  for (const at of places) for (const column of listOf(lists, at)) for (const code of groups.of(column)) held[code]!++;
  return Array.from(groups.labels.keys())
    .filter((code) => titles[code]! > 0)
    .sort((left, right) => held[right]! - held[left]! || left - right)
    .map((code) => groups.labels[code]!);
}

/** @throws ShelfwiseError `usage` for a value that no title has */
function maskOf(groups: TitleGroups, value: string, values: readonly string[], columns: number): Uint8Array {
  if (!values.includes(value))
    throw new ShelfwiseError('usage', [
      say('attribute.no-value', { name: groups.attribute, text: value }),
      ...allowedWords(value, values),
    ]);
  const code = groups.labels.indexOf(value);
  return Uint8Array.from({ length: columns }, (_, column) => (groups.of(column).includes(code) ? 1 : 0));
}

/** The earlier of two that moved it alike. */
function movedMost(steps: ShelfSteps['steps']): ShelfSteps['most'] {
  const [first] = steps;
  if (first === undefined) return null;
  let [most, greatest]: [ShelfSteps['most'], number] = [first.step, MOVED_PART * first.share];
  for (const [at, { step, share }] of steps.entries()) {
    const moved = at === 0 ? 0 : Math.abs(share - steps[at - 1]!.share);
    if (moved > greatest) [most, greatest] = [step, moved];
  }
  return most;
}
