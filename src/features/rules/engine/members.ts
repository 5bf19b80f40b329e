/** The members of saved segments, which rules take as they are on a day. */
import type { ProfileFilter } from '../../../shared/contract/profiles';
import { type Rule, type RuleMembers, type RuleSet, ruleSetOf } from '../../../shared/contract/rules';
import type { UnfinishedRule } from '../../../shared/contract/unfinished-rules';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { MOST_CHOSEN_CHARACTERS, MOST_CHOSEN_PROFILES } from '../../../shared/limits';
import { today } from '../../../shared/values/day';
import { allowedWords } from '../../../shared/values/suggest';
import { say } from '../../../shared/words/sentence';
import { listNamed, SEGMENTS } from '../../../engine/kept/segments-and-tunings';
import type { StoredRules } from '../../../engine/kept/rules';
import type { DatasetSession } from '../../../engine/sessions/dataset-session';
import { filteredRows, type ProfileState } from '../../../engine/sessions/profile-filter';
import { profileStateOf } from '../../../engine/sessions/profile-rows';
import type { EngineContext } from '../../calls';
import type { MembersSince } from '../contract/members-since';

/** Half of the characters that a set of rules may have. */
const MOST_CHARACTERS = MOST_CHOSEN_CHARACTERS / 2;

/** Whether a segment asks for figures of a run. */
const asksForRun = ({ score, shaky }: ProfileFilter): boolean => score !== undefined || shaky !== undefined;

/**
 * @param asked.segment its ID or name
 * @param asked.runId for a segment by figures of a run
 * @throws ShelfwiseError `not-found` for an unknown segment; `usage` if it asks for a run, has no members, or more than a rule holds
 */
export async function membersOfSegment(
  context: EngineContext,
  session: DatasetSession,
  { segment, runId }: { segment: string; runId?: string | undefined },
): Promise<RuleMembers> {
  const saved = await listNamed(SEGMENTS, context.workspace, session.snapshot.dataset.fingerprint);
  const found = saved.find(({ id, name }) => id === segment || name === segment);
  if (found === undefined) {
    const names = saved.map(({ name }) => name);
    throw new ShelfwiseError('not-found', [say('rules.no-segment', { segment }), ...allowedWords(segment, names)]);
  }
  const { id, name, filter } = found;
  const run = asksForRun(filter) ? runId : undefined;
  if (asksForRun(filter) && run === undefined) throw new ShelfwiseError('usage', say('rules.segment-run', { name }));
  const profiles = await membersNow(context, session, filter, run);
  if (profiles.length === 0) throw new ShelfwiseError('usage', say('rules.segment-empty', { name }));
  const characters = profiles.reduce((sum, one) => sum + one.length, 0);
  if (profiles.length > MOST_CHOSEN_PROFILES || characters > MOST_CHARACTERS)
    throw new ShelfwiseError('usage', say('rules.segment-large', { name, most: MOST_CHOSEN_PROFILES }));
  return { segment: id, name, day: today(), ...(run !== undefined && { run }), profiles };
}

/** @throws ShelfwiseError `usage` for an attribute that is gone, `not-found` for a run that is */
async function membersNow(
  context: EngineContext,
  session: DatasetSession,
  filter: ProfileFilter,
  runId: string | undefined,
): Promise<string[]> {
  const { workspace } = context;
  const idsOf = (state: ProfileState): string[] =>
    Array.from(filteredRows(session, state, filter), (row) => session.profiles.ids[row]!);
  if (runId === undefined) return idsOf(await profileStateOf(workspace, session, null));
  const sessions = await context.sessions();
  return sessions.withRun(runId, async (run) => idsOf(await profileStateOf(workspace, session, run)));
}

/** For each rule with members of a segment, how these have changed. */
export async function membersSince(
  context: EngineContext,
  session: DatasetSession,
  { rules }: RuleSet,
): Promise<MembersSince[]> {
  const own = rules.filter(({ profiles }) => profiles?.members !== undefined);
  if (own.length === 0) return [];
  const saved = await listNamed(SEGMENTS, context.workspace, session.snapshot.dataset.fingerprint);
  const told: MembersSince[] = [];
  for (const { id, profiles } of own) {
    const members = profiles!.members!;
    const filter = saved.find((segment) => segment.id === members.segment)?.filter;
    const now = filter === undefined ? null : await membersIfKnown(context, session, filter, members.run);
    if (now === null) {
      told.push({ rule: id, isKnown: false, came: 0, left: 0 });
      continue;
    }
    const [was, is] = [new Set(members.profiles), new Set(now)];
    const count = (all: readonly string[], others: ReadonlySet<string>): number =>
      all.filter((one) => !others.has(one)).length;
    told.push({ rule: id, isKnown: true, came: count(now, was), left: count(members.profiles, is) });
  }
  return told;
}

async function membersIfKnown(
  context: EngineContext,
  session: DatasetSession,
  filter: ProfileFilter,
  run: string | undefined,
): Promise<string[] | null> {
  if (asksForRun(filter) && run === undefined) return null;
  try {
    return await membersNow(context, session, filter, run);
  } catch (thrown) {
    if (['usage', 'not-found'].includes(toShelfwiseError(thrown).code)) return null;
    throw thrown;
  }
}

/** The rule without members that the data set does not have: a forgotten profile stays away. Null if none of its members is left. */
function fitted<One extends Pick<Rule, 'profiles'>>(rule: One, known: ReadonlySet<string>): One | null {
  const members = rule.profiles?.members;
  if (members === undefined) return rule;
  const profiles = members.profiles.filter((id) => known.has(id));
  return profiles.length === 0 ? null : { ...rule, profiles: { ...rule.profiles, members: { ...members, profiles } } };
}

/** The rules of another data set, without those of which no member is left. */
export function fittingMembers(
  session: DatasetSession,
  { set, unfinished }: Pick<StoredRules, 'set' | 'unfinished'>,
): Pick<StoredRules, 'set' | 'unfinished'> {
  const known = new Set(session.profiles.ids);
  return {
    set: ruleSetOf(set.rules.flatMap((rule) => fitted(rule, known) ?? [])),
    ...(unfinished && { unfinished: fittingUnfinished(session, unfinished) }),
  };
}

/** Sentences that are not full, without those of which no member is left. */
export function fittingUnfinished(
  { profiles }: DatasetSession,
  unfinished: readonly UnfinishedRule[],
): UnfinishedRule[] {
  const known = new Set(profiles.ids);
  return unfinished.flatMap((rule) => fitted(rule, known) ?? []);
}

/**
 * A set to be saved: a file of rules brings no forgotten profile back.
 * @throws ShelfwiseError `usage` for a rule of which no member is left
 */
export function withKnownMembers({ profiles }: DatasetSession, set: RuleSet): RuleSet {
  if (set.rules.every((rule) => rule.profiles?.members === undefined)) return set;
  const known = new Set(profiles.ids);
  return ruleSetOf(
    set.rules.map((rule) => {
      const left = fitted(rule, known);
      if (left === null) throw new ShelfwiseError('usage', say('rules.no-member', { rule: rule.name }));
      return left;
    }),
  );
}
