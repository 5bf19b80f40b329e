/**
 * decisions/<fingerprint>.json: decisions about what is odd in the lists of profiles, and their owners. Versions up to 0.2.0 know only that a profile
 * was reviewed (reviews.ts). That mark stays authoritative: a profile is decided if it is marked, and this file says how. So no mark is lost, and an
 * older version sees what was decided here. A decision of 1.0 is about a list as a whole, one of later versions about findings.
 */
import { type DecidedFinding, type Decision, decisionSchema } from '../contract/checks';
import type { GivenDecision } from '../contract/exchange';
import type { RunRecord } from '../../../shared/contract/run';
import { say } from '../../../shared/words/sentence';
import { changeRecords, fileOf, readRecords, type RecordFamily } from '../../../engine/storage/record-file';
import { refuseOverwriting } from '../../../engine/storage/revisions';
import type { Workspace } from '../../../engine/storage/workspace';
import type { KeptWithData } from '../../../engine/kept/kept-in-workspace';
import { REVIEWS, setAllReviewed } from '../../../engine/kept/reviews';
import { withDecision } from './decided-findings';

export const NO_DECISION: Decision = { decision: null, owner: '', runId: null, revision: 0, changedAt: null };

/** By profile. */
const BY_PROFILE: RecordFamily<Decision> = { folder: 'decisions', name: 'profiles', value: decisionSchema };

/** The run whose list a decision is about, in its current state. */
type OfRun = Pick<RunRecord, 'runId' | 'listsSha256'>;

/** Whether a decision says that nothing is left to do with a list. */
const isFinal = ({ decision }: Pick<Decision, 'decision'>): boolean => decision === 'fine' || decision === 'rule';

/** By profile; omits profiles without a decision. */
export async function readDecisions(workspace: Workspace, fingerprint: string): Promise<ReadonlyMap<string, Decision>> {
  const [stored, marked] = await Promise.all([
    readRecords(fileOf(BY_PROFILE, workspace, fingerprint)),
    readRecords(fileOf(REVIEWS, workspace, fingerprint)),
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

/** Whether a decision is about the list that a run has now. */
export const isOfRun = ({ runId, listsSha256 }: Decision, run: OfRun): boolean =>
  runId === run.runId && (listsSha256 === undefined || listsSha256 === run.listsSha256);

/** Whether a decision settles the current list of a run as a whole: a profile that was marked without a run is settled in every run. */
export const isDecided = (decided: Decision, run: OfRun): boolean =>
  isFinal(decided) && decided.findings === undefined && (decided.runId === null || isOfRun(decided, run));

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
  await changeRecords(fileOf(BY_PROFILE, workspace, fingerprint), (records) => {
    const changed = new Map(records);
    for (const { profile, ...decision } of given) {
      const before = records.get(profile) ?? NO_DECISION;
      const unsaid = { listsSha256: undefined, findings: undefined };
      changed.set(profile, { ...before, ...unsaid, ...decision, revision: before.revision + 1 });
    }
    return changed;
  });
  await setAllReviewed(workspace, fingerprint, settled, true);
}

/** A decision as it is given to another workspace or data set. */
export const withoutRevision = ({
  decision,
  owner,
  runId,
  listsSha256,
  findings,
  changedAt,
}: Decision): Omit<GivenDecision, 'profile'> => ({ decision, owner, runId, listsSha256, findings, changedAt });

/** Gives a data set that was made from another one the decisions of that one, where it has none of its own. */
async function adoptDecisions(workspace: Workspace, from: string, to: string): Promise<void> {
  const [given, known] = await Promise.all([readDecisions(workspace, from), readDecisions(workspace, to)]);
  // A mark without a run would settle whatever is found from now on.
  const isGiven = ({ decision, runId, owner }: Decision): boolean =>
    decision === null ? owner !== '' : runId !== null;
  const missing = [...given].filter(([profile, decision]) => isGiven(decision) && !known.has(profile));
  await replaceDecisions(
    workspace,
    to,
    missing.map(([profile, decision]) => ({ profile, ...withoutRevision(decision) })),
  );
}

export const DECISIONS: KeptWithData = { of: BY_PROFILE, adopt: adoptDecisions };

interface DecisionChange extends Partial<Pick<Decision, 'decision' | 'owner'>> {
  /** What is decided about; where absent, the list as a whole. */
  readonly of?: readonly DecidedFinding[] | undefined;
  /** What a decision that is restored said; null for one about a list as a whole. */
  readonly findings?: Decision['findings'] | null | undefined;
  /** Of the decision that was read; 0 if there was none. */
  readonly revision: number;
  /** The run of a decision that is restored; where absent, the run whose list was reviewed. */
  readonly about?: string | null | undefined;
}

/** The same about one profile. @throws ShelfwiseError as decideAll */
export async function decide(
  workspace: Workspace,
  fingerprint: string,
  profile: string,
  run: OfRun,
  change: DecisionChange,
): Promise<Decision> {
  const decided = await decideAll(workspace, fingerprint, run, new Map([[profile, change]]));
  return decided.get(profile)!;
}

/** What was said of findings and counts on: what was fine in any run, the rest in this one. */
const stillSaid = (before: Decision, run: OfRun): NonNullable<Decision['findings']> =>
  (before.findings ?? []).filter(({ decision }) => decision === 'fine' || isOfRun(before, run));

/**
 * Decides about the lists of profiles: about all of them, or about none.
 * @param run whose lists were reviewed
 * @param changes by profile; absent fields stay
 * @param before called with the decisions once nothing refuses them, before anything is written
 * @throws ShelfwiseError `busy` if another decision about one of them was made meanwhile
 */
export async function decideAll(
  workspace: Workspace,
  fingerprint: string,
  run: OfRun,
  changes: ReadonlyMap<string, DecisionChange>,
  before: (decided: ReadonlyMap<string, Decision>) => Promise<unknown> = async () => undefined,
): Promise<ReadonlyMap<string, Decision>> {
  const file = fileOf(BY_PROFILE, workspace, fingerprint);
  const [known, marked] = await Promise.all([readRecords(file), readRecords(fileOf(REVIEWS, workspace, fingerprint))]);
  const now = new Date().toISOString();
  const decidedIn = (records: ReadonlyMap<string, Decision>): ReadonlyMap<string, Decision> =>
    new Map(
      Array.from(changes, ([profile, { revision, about = run.runId, of, findings, ...change }]) => {
        const stored = records.get(profile) ?? NO_DECISION;
        refuseOverwriting(say('kept.decision', { profile }), stored.revision, revision);
        const runId = change.decision === null ? null : about;
        const listsSha256 = runId === run.runId ? run.listsSha256 : undefined;
        const earlier = withMark(stored, marked.get(profile));
        const decided: Decision = {
          ...earlier,
          ...change,
          ...(change.decision !== undefined && {
            runId,
            listsSha256,
            findings:
              findings === undefined
                ? of && withDecision(stillSaid(earlier, run), of, change.decision)
                : (findings ?? undefined),
          }),
          revision: revision + 1,
          changedAt: now,
        };
        return [profile, decided];
      }),
    );
  let decided = decidedIn(known);
  await before(decided);
  const settled = (is: boolean): string[] =>
    [...decided.keys()].filter((profile) => isFinal(decided.get(profile)!) === is);
  // In this order, so that a killed program leaves profiles undecided.
  await setAllReviewed(workspace, fingerprint, settled(false), false);
  try {
    await changeRecords(file, (records) => {
      decided = decidedIn(records);
      return new Map([...records, ...decided]);
    });
  } catch (thrown) {
    // The earlier decisions count, made here or by another program meanwhile.
    const stays = await readRecords(file).catch(() => null);
    const stayed = [...changes.keys()].filter((profile) => {
      const earlier = stays?.get(profile);
      return marked.has(profile) && (earlier === undefined || isFinal(earlier));
    });
    await setAllReviewed(workspace, fingerprint, stayed, true).catch(() => undefined);
    throw thrown;
  }
  await setAllReviewed(workspace, fingerprint, settled(true), true);
  return decided;
}
