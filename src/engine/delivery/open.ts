/** Opens a delivery: the lists of a run under a tuning and rules, or of one of its exports. */
import type { DeliveredRules, DeliveryChoice, ShownDelivery } from '../../shared/contract/delivery';
import type { ExportedTuning } from '../../shared/contract/applied-tuning';
import type { KeptSegment } from '../../shared/contract/kept';
import { NEUTRAL_TUNING, tunedKeys } from '../../shared/contract/tuning';
import { canonicalJson } from '../../shared/values/canonical-json';
import type { RulesThatCount } from '../../shared/contract/rule-answers';
import type { RulesChoice } from '../../shared/contract/rules';
import type { ExportRecord } from '../../shared/contract/run';
import { ShelfwiseError } from '../../shared/errors';
import { toldRules } from '../../shared/values/told-rules';
import { say } from '../../shared/words/sentence';
import { readMarks, withMarks } from '../kept/marks';
import { rulesAt, rulesOfHash } from '../kept/rules';
import { rulesThatCount } from '../kept/rules-that-count';
import { historiesOfNamed, SEGMENTS } from '../kept/segments-and-tunings';
import type { TunedProfiles } from '../lists/ranked-lists';
import { tuningForMany } from '../lists/tuned-for-many';
import { type DeliveredLists, deliveredLists, deliveredToAll } from './deliver';
import { rowsOfFilter } from '../sessions/profile-rows';
import { readExports } from '../runs/earlier-exports';
import type { RunData, RunSession } from '../sessions/run-session';
import type { Workspace } from '../storage/workspace';

export interface Delivery {
  readonly session: RunSession;
  readonly data: RunData;
  readonly delivered: DeliveredLists;
  /** The rules behind `delivered`; null without any. */
  readonly rules: RulesThatCount | null;
  readonly shown: ShownDelivery;
}

/**
 * @param only rows of the profiles whose lists are made, in this order; all where absent
 * @throws ShelfwiseError `not-found` for an export that is not recorded, rules that are no longer saved, or a segment of an export that is not; as
 * tuningForMany for a tuning
 */
export async function openDelivery(
  workspace: Workspace,
  session: RunSession,
  asked: DeliveryChoice,
  only?: Int32Array,
): Promise<Delivery> {
  const { rules, tuned, exportedAt } = await chosen(workspace, session, asked);
  const [data, delivered] = await Promise.all([
    session.data(),
    only !== undefined
      ? deliveredLists(session, { rules, tuned }, { only })
      : tuned === null
        ? deliveredToAll(session, rules)
        : tunedToAll(session, rules, tuned),
  ]);
  const { runId, name, dataset, createdAt } = withMarks(session.record, await readMarks(workspace));
  return {
    session,
    data,
    delivered,
    rules,
    shown: {
      runId,
      name,
      data: dataset.fingerprint,
      createdAt,
      tuning: tuned?.tuning ?? null,
      rules: toldRules(rules),
      exportedAt,
    },
  };
}

interface Chosen {
  readonly rules: RulesThatCount | null;
  readonly tuned: TunedProfiles | null;
  readonly exportedAt: string | null;
}

async function chosen(workspace: Workspace, session: RunSession, asked: DeliveryChoice): Promise<Chosen> {
  const { record, folder } = session;
  const { fingerprint } = record.dataset;
  if (!('exported' in asked)) {
    const { rules, tuning = NEUTRAL_TUNING, madeOn } = asked;
    const isTuned = tunedKeys(tuning).length > 0;
    return {
      rules: await deliveredRules(workspace, fingerprint, rules),
      tuned: isTuned ? { tuning: (await tuningForMany(session, tuning, madeOn)).tuning, group: null } : null,
      exportedAt: null,
    };
  }
  const found = (await readExports(folder)).find(({ sha256 }) => sha256.startsWith(asked.exported));
  if (found === undefined)
    throw new ShelfwiseError('not-found', say('changes.no-export', { run: record.runId, sha256: asked.exported }));
  const choice = await rulesOfExport(workspace, fingerprint, found);
  return {
    rules: await rulesThatCount(workspace, fingerprint, choice),
    tuned: found.tuning === undefined ? null : await tunedOfExport(workspace, session, found.tuning),
    exportedAt: found.exportedAt,
  };
}

/** Rules of an earlier revision are told by it, as the saved ones are by theirs. @throws ShelfwiseError `not-found` if it is no longer stored */
async function deliveredRules(
  workspace: Workspace,
  fingerprint: string,
  choice: DeliveredRules | undefined,
): Promise<RulesThatCount | null> {
  if (choice === undefined || choice === 'none' || !('revision' in choice))
    return rulesThatCount(workspace, fingerprint, choice);
  const { revision, date } = choice;
  const counting = await rulesThatCount(workspace, fingerprint, {
    set: await rulesAt(workspace, fingerprint, revision),
    date,
  });
  return counting && { ...counting, revision };
}

/** The tuning of an export, for the profiles of its segment as that was. @throws ShelfwiseError `not-found` for a segment that is no longer saved */
async function tunedOfExport(
  workspace: Workspace,
  session: RunSession,
  { tuning, segment }: ExportedTuning,
): Promise<TunedProfiles> {
  if (segment === null) return { tuning, group: null };
  const { filter } = await segmentAsExported(workspace, session.record.dataset.fingerprint, segment);
  return { tuning, group: await rowsOfFilter(workspace, session, filter) };
}

/** The segment at the revision that an export names. @throws ShelfwiseError `not-found` if it is no longer saved */
export async function segmentAsExported(
  workspace: Workspace,
  data: string,
  { id, revision }: NonNullable<ExportedTuning['segment']>,
): Promise<KeptSegment> {
  const history = (await historiesOfNamed(SEGMENTS, workspace, data)).find((segment) => segment.id === id);
  const found = history?.versions.find((version) => version.revision === revision);
  if (found === undefined) throw new ShelfwiseError('not-found', say('tuning.no-segment'));
  return found;
}

/** The last tuned lists of all profiles of a session: a comparison is asked for list by list. */
const lastTuned = new WeakMap<RunSession, { readonly key: string; readonly lists: Promise<DeliveredLists> }>();

function tunedToAll(session: RunSession, rules: RulesThatCount | null, tuned: TunedProfiles): Promise<DeliveredLists> {
  const key = canonicalJson([rules && [rules.set, rules.date], tuned.tuning, tuned.group && [...tuned.group]]);
  const last = lastTuned.get(session);
  if (last?.key === key) return last.lists;
  const lists = deliveredLists(session, { rules, tuned });
  lastTuned.set(session, { key, lists });
  // A failure is not kept: the next call may find what was missing.
  lists.catch(() => lastTuned.delete(session));
  return lists;
}

/** The rules of an earlier export; `none` if it had none. @throws ShelfwiseError `not-found` for rules that are no longer saved */
export async function rulesOfExport(
  workspace: Workspace,
  fingerprint: string,
  { rulesSha256, rulesDate }: Pick<ExportRecord, 'rulesSha256' | 'rulesDate'>,
): Promise<RulesChoice> {
  if (rulesSha256 === undefined || rulesDate === undefined) return 'none';
  const set = await rulesOfHash(workspace, fingerprint, rulesSha256);
  if (set === null)
    throw new ShelfwiseError('not-found', say('rules.no-longer-saved', { hash: rulesSha256.slice(0, 16) }));
  return { set, date: rulesDate };
}
