/**
 * decisions/<fingerprint>.json: what was decided about the lists of profiles, and who takes care of them. Versions up to 0.2.0 know
 * only that a profile was looked at (reviews.ts). That mark stays the truth: a profile is decided where it is marked, and this file
 * says how. So nothing that was marked is lost, and an older version sees what was decided here.
 */
import * as path from 'node:path';
import { type Decision, decisionSchema } from '../contract/checks';
import type { GivenDecision } from '../contract/exchange';
import type { RunRecord } from '../../../shared/contract/run';
import { say } from '../../../shared/words/sentence';
import { changeRecords, readRecords, type RecordFile, withRecord } from '../../../engine/storage/record-file';
import { refuseOverwriting } from '../../../engine/storage/revisions';
import type { Workspace } from '../../../engine/storage/workspace';
import { reviewsFile, setAllReviewed, setReviewed } from '../../../engine/kept/reviews';

export const NO_DECISION: Decision = { decision: null, owner: '', runId: null, revision: 0, changedAt: null };

/** By profile. */
const decisionsFile = ({ decisions }: Workspace, fingerprint: string): RecordFile<Decision> => ({
  path: path.join(decisions, `${fingerprint}.json`),
  name: 'profiles',
  value: decisionSchema,
});

/** The run whose list a decision is about, as it is now. */
type OfRun = Pick<RunRecord, 'runId' | 'listsSha256'>;

/** Whether a decision says that nothing is left to do with a list. */
const isFinal = ({ decision }: Pick<Decision, 'decision'>): boolean => decision === 'fine' || decision === 'rule';

/** By profile; profiles about which nothing was decided are not in it. */
export async function readDecisions(workspace: Workspace, fingerprint: string): Promise<ReadonlyMap<string, Decision>> {
  const [stored, marked] = await Promise.all([
    readRecords(decisionsFile(workspace, fingerprint)),
    readRecords(reviewsFile(workspace, fingerprint)),
  ]);
  const decisions = new Map<string, Decision>();
  for (const profile of new Set([...stored.keys(), ...marked.keys()]))
    decisions.set(profile, withMark(stored.get(profile) ?? NO_DECISION, marked.get(profile)));
  return decisions;
}

/** @param markedAt when the profile was marked as looked at; undefined where it is not */
function withMark(stored: Decision, markedAt: string | undefined): Decision {
  if ((markedAt !== undefined) === isFinal(stored)) return stored;
  return markedAt === undefined
    ? { ...stored, decision: null }
    : { ...stored, decision: 'fine', runId: null, changedAt: markedAt };
}

/** Whether the list that a run has now is settled: a profile that was marked without a run is, in every run. */
export const isDecided = ({ decision, runId, listsSha256 }: Decision, run: OfRun): boolean =>
  isFinal({ decision }) &&
  (runId === null || (runId === run.runId && (listsSha256 === undefined || listsSha256 === run.listsSha256)));

/**
 * Puts decisions that were made elsewhere in the place of those that are here; each gets a later revision. In the order in which a program that
 * is killed in between leaves profiles as undecided: somebody looks again, and the same again makes it whole.
 */
export async function replaceDecisions(
  workspace: Workspace,
  fingerprint: string,
  given: readonly GivenDecision[],
): Promise<void> {
  if (given.length === 0) return;
  const [settled, open] = [true, false].map((is) =>
    given.filter((one) => isFinal(one) === is).map(({ profile }) => profile),
  ) as [string[], string[]];
  await setAllReviewed(workspace, fingerprint, open, false);
  await changeRecords(decisionsFile(workspace, fingerprint), (records) => {
    const changed = new Map(records);
    for (const { profile, ...decision } of given) {
      const before = records.get(profile) ?? NO_DECISION;
      changed.set(profile, { ...before, listsSha256: undefined, ...decision, revision: before.revision + 1 });
    }
    return changed;
  });
  await setAllReviewed(workspace, fingerprint, settled, true);
}

/**
 * @param run whose list was looked at
 * @param change what is absent stays; `about` is the run that a decision is about which is gone back to
 * @param change.revision of the decision that was read; 0 where there was none
 * @throws ShelfwiseError `busy` where somebody else decided meanwhile
 */
export async function decide(
  workspace: Workspace,
  fingerprint: string,
  profile: string,
  run: OfRun,
  {
    revision,
    about = run.runId,
    ...change
  }: { revision: number; about?: string | null | undefined } & Partial<Pick<Decision, 'decision' | 'owner'>>,
): Promise<Decision> {
  const file = decisionsFile(workspace, fingerprint);
  const [known, marked] = await Promise.all([readRecords(file), readRecords(reviewsFile(workspace, fingerprint))]);
  const decidedIn = (records: ReadonlyMap<string, Decision>): Decision => {
    const stored = records.get(profile) ?? NO_DECISION;
    refuseOverwriting(say('kept.decision', { profile }), stored.revision, revision);
    const runId = change.decision === null ? null : about;
    const listsSha256 = runId === run.runId ? run.listsSha256 : undefined;
    return {
      ...withMark(stored, marked.get(profile)),
      ...change,
      ...(change.decision !== undefined && { runId, listsSha256 }),
      revision: revision + 1,
      changedAt: new Date().toISOString(),
    };
  };
  let decided = decidedIn(known);
  // In this order, so that a program that is killed in between leaves the profile as undecided.
  if (!isFinal(decided)) await setReviewed(workspace, fingerprint, profile, false);
  try {
    await changeRecords(file, (records) => {
      decided = decidedIn(records);
      return withRecord(records, profile, decided);
    });
  } catch (thrown) {
    // What counts is what was decided before, here or by somebody else meanwhile.
    const stays = (await readRecords(file).catch(() => null))?.get(profile);
    if (marked.has(profile) && (stays === undefined || isFinal(stays)))
      await setReviewed(workspace, fingerprint, profile, true).catch(() => undefined);
    throw thrown;
  }
  if (isFinal(decided)) await setReviewed(workspace, fingerprint, profile, true);
  return decided;
}
