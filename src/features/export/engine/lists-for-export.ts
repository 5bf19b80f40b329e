/** Prepares the lists of a run for export: under a tuning, under rules, or both; rules are applied after the tuning. */
import type { RulesThatCount } from '../../../shared/contract/rule-answers';
import type { RulesChoice, RuleSet } from '../../../shared/contract/rules';
import type { AppliedTuning, ExportedTuning } from '../../../shared/contract/applied-tuning';
import { canonicalJson } from '../../../shared/values/canonical-json';
import type { ExportRecord, RunRecord } from '../../../shared/contract/run';
import type { KeptSegment } from '../../../shared/contract/kept';
import type { ProfileFilter } from '../../../shared/contract/profiles';
import type { Tuning } from '../../../shared/contract/tuning';
import { ShelfwiseError } from '../../../shared/errors';
import { throwIfStopped } from '../../../shared/values/throw-if-stopped';
import { say } from '../../../shared/words/sentence';
import { loadSubmissionProfiles } from '../../../engine/data/snapshot';
import type { Exported } from '../contract/calls';
import type { ExportOptions } from './export-run';
import { listedRunOf } from './lists';
import type { MadeOfLists, TunedExport } from './made-of-lists';
import { listNamed, SEGMENTS, TUNINGS } from '../../../engine/kept/segments-and-tunings';
import type { TunedProfiles } from '../../../engine/lists/ranked-lists';
import type { DeliveredLists } from '../../../engine/delivery/deliver';
import type { TuningForMany } from '../../../engine/lists/tuned-for-many';
import { noteExported } from '../../../engine/kept/rules';
import { rulesThatCount } from '../../../engine/kept/rules-that-count';
import { changedRows, hashLists } from '../../../engine/runs/lists-file';
import { exportOfHash } from '../../../engine/runs/earlier-exports';
import { findRun, type FoundRun } from '../../../engine/runs/store';
import { refuseUnfollowing } from '../../../engine/training/train/check-brought';
import { hashRules, rulesOn } from '../../../engine/rules/rule-set';
import type { RunSession } from '../../../engine/sessions/run-session';
import { sha256 } from '../../../engine/storage/read-files';
import type { EngineContext } from '../../calls';
import { rowsOfFilter } from '../../../engine/sessions/profile-rows';
import { rulesOfExport, segmentAsExported } from '../../../engine/delivery/open';
import { ruledOf } from './ruled-export';

interface ExportInput {
  readonly rules?: RulesChoice | undefined;
  readonly tuning?: AppliedTuning | undefined;
  /** Hash of an earlier export, whose rules and tuning apply if none are given. */
  readonly sha256?: string | undefined;
  /** For a preview: the number of profiles to show. */
  readonly lines?: number | undefined;
}

/**
 * @throws ShelfwiseError as tuningForMany and deliveredLists, `busy` for a saved tuning that was changed meanwhile, `not-found` for rules or a segment
 * that are no longer saved, `usage` for a segment that changes from day to day
 */
export async function listsForExport(
  context: EngineContext,
  { folder, record }: FoundRun,
  input: ExportInput,
  signal?: AbortSignal,
): Promise<MadeOfLists> {
  const { sha256: again } = input;
  const earlier = again === undefined ? undefined : await exportOfHash(folder, again);
  return madeOf(context, record, { ...input, earlier }, signal);
}

async function madeOf(
  context: EngineContext,
  { runId, dataset: { fingerprint } }: RunRecord,
  {
    rules: given,
    tuning,
    earlier,
    lines,
  }: Omit<ExportInput, 'sha256'> & { readonly earlier: ExportRecord | undefined },
  signal: AbortSignal | undefined,
): Promise<MadeOfLists> {
  const choice = given ?? (earlier && (await rulesOfExport(context.workspace, fingerprint, earlier)));
  const rules = await rulesThatCount(context.workspace, fingerprint, choice);
  const wanted =
    tuning === undefined
      ? await tuningOfExport(context, fingerprint, earlier)
      : await wantedTuning(context, fingerprint, tuning);
  if (rules === null && wanted === null) return {};
  const sessions = await context.sessions();
  return sessions.withRun(runId, async (session) => {
    const { deliveredLists, deliveredToAll } = await import('../../../engine/delivery/deliver');
    const { workspace } = context;
    const tuned = wanted === null ? null : await tunedProfiles(context, session, wanted);
    const preview = lines === undefined ? undefined : await firstRows(session, lines);
    // Whether they may leave, whether they are approved, and the file itself: questions about the same lists.
    const made =
      tuned === null
        ? await deliveredToAll(session, rules, signal)
        : await deliveredLists(session, { rules, tuned }, { preview, signal });
    throwIfStopped(signal);
    const { under } = made;
    const exported = {
      ruled:
        rules === null || under === null ? undefined : await ruledOf(workspace, session, rules, { ...made, under }),
      tuned: wanted === null || tuned === null ? undefined : await tunedOf(session, wanted, tuned, { rules, made }),
      listed: await listedRunOf(session),
    };
    if (preview !== undefined) return exported;
    const delivered = {
      lists: made.lists,
      items: made.items,
      under,
      rulesSha256: exported.ruled?.rulesSha256 ?? null,
      tuningSha256: exported.tuned?.tuning.tuningSha256 ?? null,
      deliveredSha256: hashLists(exported.listed.profiles, made.items.ids, made.lists),
    };
    return { ...exported, delivered };
  });
}

/**
 * Makes the lists of an earlier export again.
 * @param given rules that may be those of the export, in case they are no longer saved
 * @throws ShelfwiseError as listsForExport
 */
export async function listsOfExport(
  context: EngineContext,
  record: RunRecord,
  earlier: ExportRecord,
  given: RuleSet | undefined,
  signal: AbortSignal | undefined,
): Promise<MadeOfLists> {
  const { rulesSha256, rulesDate } = earlier;
  const set = given && rulesOn(given);
  const isMeant = set !== undefined && rulesDate !== undefined && hashRules(set) === rulesSha256;
  const rules = isMeant ? { set, date: rulesDate } : undefined;
  return madeOf(context, record, { rules, earlier }, signal);
}

type ExportRequest = ExportInput &
  Omit<ExportOptions, keyof MadeOfLists | 'workspace' | 'run' | 'signal'> & {
    /** ID, or a unique beginning of one. */
    readonly runId: string;
  };

/** @throws ShelfwiseError as findRun, listsForExport and exportRun */
export async function exportLists(
  context: EngineContext,
  { runId, rules, tuning, ...input }: ExportRequest,
  signal: AbortSignal | undefined,
): Promise<Exported> {
  const { exportRun } = await import('./export-run');
  const { workspace } = context;
  const run = await findRun(workspace, runId);
  await refuseUnfollowing(context, run, signal);
  const lists = await listsForExport(context, run, { ...input, rules, tuning }, signal);
  const written = await exportRun({ workspace, run, ...input, ...lists, signal });
  const { ruled } = lists;
  // The file is written: a failure here only means that the next export says once more which rules count.
  if (ruled?.noted.revision != null)
    await noteExported(workspace, run.record.dataset.fingerprint, ruled.rulesSha256).catch(() => undefined);
  return written;
}

/** A tuning and its profiles, as recorded with the export. */
interface Wanted {
  readonly tuning: Tuning;
  readonly kept: ExportedTuning['kept'];
  /** The run that the saved tuning was made on. */
  readonly madeOn: string | null;
  readonly segment: (NonNullable<ExportedTuning['segment']> & { readonly filter: ProfileFilter }) | null;
}

async function tuningOfExport(
  context: EngineContext,
  data: string,
  earlier: ExportRecord | undefined,
): Promise<Wanted | null> {
  if (earlier?.tuning === undefined) return null;
  const { segment } = earlier.tuning;
  return {
    ...earlier.tuning,
    madeOn: null,
    segment: segment && steady(await segmentAsExported(context.workspace, data, segment)),
  };
}

async function wantedTuning(context: EngineContext, data: string, tuning: AppliedTuning): Promise<Wanted> {
  const saved = tuning.kept && (await keptAs(context, data, tuning));
  const segment = tuning.segment === undefined ? null : await segmentOf(context, data, tuning.segment);
  return {
    tuning: tuning.tuning,
    kept: saved === undefined ? null : { name: saved.name, revision: saved.revision },
    madeOn: saved?.runId ?? null,
    segment,
  };
}

/** The saved tuning, which must be the version that the caller saw. */
async function keptAs({ workspace }: EngineContext, data: string, { tuning, kept }: AppliedTuning) {
  const found = (await listNamed(TUNINGS, workspace, data)).find(({ id }) => id === kept!.id);
  if (found?.revision === kept!.revision && canonicalJson(found.tuning) === canonicalJson(tuning)) return found;
  throw new ShelfwiseError('busy', say('tuning.changed', { name: found?.name ?? kept!.id }));
}

async function segmentOf({ workspace }: EngineContext, data: string, id: string): Promise<Wanted['segment']> {
  const found = (await listNamed(SEGMENTS, workspace, data)).find((segment) => segment.id === id);
  if (found === undefined) throw new ShelfwiseError('not-found', say('tuning.no-segment'));
  return steady(found);
}

/** @throws ShelfwiseError `usage` for a segment whose profiles change with notes or measurements */
function steady({ id, name, revision, filter }: KeptSegment): NonNullable<Wanted['segment']> {
  const { reviewed, noted, shaky } = filter;
  if (reviewed !== undefined || noted !== undefined || shaky !== undefined)
    throw new ShelfwiseError('usage', say('tuning.segment-changes', { name }));
  return { id, name, revision, filter };
}

/** The part of a tuning that is for many profiles, and those profiles. */
async function tunedProfiles(
  context: EngineContext,
  session: RunSession,
  { tuning, madeOn, segment }: Wanted,
): Promise<TunedProfiles & TuningForMany> {
  const { tuningForMany } = await import('../../../engine/lists/tuned-for-many');
  const forMany = await tuningForMany(session, tuning, madeOn);
  return { ...forMany, group: segment && (await rowsOfFilter(context.workspace, session, segment.filter)) };
}

async function tunedOf(
  session: RunSession,
  { kept, segment }: Wanted,
  { tuning, left, group }: TunedProfiles & TuningForMany,
  { rules, made }: { readonly rules: RulesThatCount | null; readonly made: DeliveredLists },
): Promise<TunedExport> {
  const { profiles, items } = await session.data();
  const { lists, excludeWatched } = made.ranked;
  const { deliveredToAll } = await import('../../../engine/delivery/deliver');
  const untuned = await deliveredToAll(session, rules);
  return {
    lists,
    items: items.ids,
    tuning: {
      tuningSha256: sha256(canonicalJson(tuning)),
      tuning,
      kept,
      segment: segment && { id: segment.id, name: segment.name, revision: segment.revision },
      profiles: group?.length ?? profiles.ids.length,
    },
    left,
    includesWatched: !excludeWatched,
    changed: changedRows(untuned.lists, made.lists),
  };
}

/** Rows of the first profiles in a file; the last row for those that the run does not know. */
async function firstRows(session: RunSession, lines: number): Promise<ReadonlySet<number>> {
  const { profiles } = await session.data();
  const asked = (await loadSubmissionProfiles(session.dataset.snapshot)) ?? profiles.ids;
  return new Set(asked.slice(0, lines).map((id) => session.dataset.profileRow.get(id) ?? profiles.ids.length));
}
