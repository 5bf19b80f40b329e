/**
 * decisions/<fingerprint>.json: decisions about the lists of profiles, and their owners. Versions up to 0.2.0 know only that a profile was reviewed
 * (reviews.ts). That mark stays authoritative: a profile is decided if it is marked, and this file says how. So no mark is lost, and an older
 * version sees what was decided here.
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

/** The run whose list a decision is about, in its current state. */
type OfRun = Pick<RunRecord, 'runId' | 'listsSha256'>;

/** Whether a decision says that nothing is left to do with a list. */
const isFinal = ({ decision }: Pick<Decision, 'decision'>): boolean => decision === 'fine' || decision === 'rule';

/** By profile; omits profiles without a decision. */
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

/** @param markedAt when the profile was marked as reviewed; undefined if it is not */
function withMark(stored: Decision, markedAt: string | undefined): Decision {
  if ((markedAt !== undefined) === isFinal(stored)) return stored;
  return markedAt === undefined
    ? { ...stored, decision: null }
    : { ...stored, decision: 'fine', runId: null, changedAt: markedAt };
}

/** Whether the current list of a run is settled: a profile that was marked without a run is, in every run. */
export const isDecided = ({ decision, runId, listsSha256 }: Decision, run: OfRun): boolean =>
  isFinal({ decision }) &&
  (runId === null || (runId === run.runId && (listsSha256 === undefined || listsSha256 === run.listsSha256)));

/**
 * Replaces decisions by those of another workspace; each gets a later revision. Writes in an order in which a killed program leaves profiles
 * undecided: they are reviewed again, and repeating the import completes it.
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
 * @param run whose list was reviewed
 * @param change absent fields stay; `about` is the run of a decision that is restored
 * @param change.revision of the decision that was read; 0 if there was none
 * @param before called with the decision once nothing refuses it, before anything is written
 * @throws ShelfwiseError `busy` if another decision was made meanwhile
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
  before: (decided: Decision) => Promise<unknown> = async () => undefined,
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
  await before(decided);
  // In this order, so that a killed program leaves the profile undecided.
  if (!isFinal(decided)) await setReviewed(workspace, fingerprint, profile, false);
  try {
    await changeRecords(file, (records) => {
      decided = decidedIn(records);
      return withRecord(records, profile, decided);
    });
  } catch (thrown) {
    // The earlier decision counts, made here or by another program meanwhile.
    const stays = (await readRecords(file).catch(() => null))?.get(profile);
    if (marked.has(profile) && (stays === undefined || isFinal(stays)))
      await setReviewed(workspace, fingerprint, profile, true).catch(() => undefined);
    throw thrown;
  }
  if (isFinal(decided)) await setReviewed(workspace, fingerprint, profile, true);
  return decided;
}
