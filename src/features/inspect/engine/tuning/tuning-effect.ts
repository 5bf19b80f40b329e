/**
 * Measures the effect of a tuning: the run's metrics on its hold-out, and whose lists change, both under the rules that count. The hold-out is judged
 * with the model behind the run's metrics, which never saw it; the lists come from the model that makes them.
 */
import { setImmediate } from 'node:timers/promises';
import type { Progress } from '../../../../shared/contract/progress';
import type { EffectOnProfiles, TuningEffect } from '../../contract/tuning-effect';
import type { Metric } from '../../../../shared/contract/paired';
import type { AppliedRules } from '../../../../shared/contract/rules';
import type { Tuning } from '../../../../shared/contract/tuning';
import { LIST_LENGTH } from '../../../../shared/limits';
import type { Recipe } from '../../../../shared/recipe/table';
import { canonicalJson } from '../../../../shared/values/canonical-json';
import { changedLists } from '../../../../engine/delivery/compare';
import { deliveredLists, deliveredToAll } from '../../../../engine/delivery/deliver';
import { rulesOnTest } from '../../../../engine/delivery/hold-out';
import { compareMetrics } from '../../../../engine/delivery/judge';
import { encodeConditions } from '../../../../engine/data/conditions';
import { judge } from '../../../../engine/model/evaluate/judge';
import { steeredRecommender } from '../../../../engine/training/fit/steered-recommender';
import { makeLists } from '../../../../engine/model/ranking/lists';
import { selectScoringRows } from '../../../../engine/model/ranking/scorer';
import { throwIfStopped } from '../../../../shared/values/throw-if-stopped';
import { readMeasuredModel } from '../../../../engine/runs/measured-model-file';
import { readModel } from '../../../../engine/runs/model-file';
import type { RunSession } from '../../../../engine/sessions/run-session';
import { LISTS_PER_TURN } from '../../../../engine/lists/ranked-lists';
import { type TuningForMany, tuningForMany } from '../../../../engine/lists/tuned-for-many';

type Figures = Record<Metric, ArrayLike<number>>;

/** Metrics of the hold-out profiles without the tuning and with it, one entry each. */
interface HoldOut {
  /** Rows of the run, ascending. */
  readonly profile: Int32Array;
  readonly before: Figures;
  readonly after: Figures;
}

/** The effect of a tuning on each profile, from which its effect on any group follows. */
interface EffectOnEach {
  /** 1 if the titles that are delivered, or their order, change. */
  readonly isChanged: Uint8Array;
  readonly holdOut: HoldOut | NonNullable<TuningEffect['noHoldOut']>;
}

/** The latest effect of each run: going from profile to profile asks for the same tuning and another group. */
const latest = new WeakMap<RunSession, { readonly key: string; readonly effect: EffectOnEach }>();

interface TurnOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal | undefined;
}

interface EffectRequest extends TurnOptions {
  readonly tuning: Tuning;
  /** Null: no rule counts. */
  readonly rules: AppliedRules | null;
  /** Rows of the run; null for all profiles only. */
  readonly group: Int32Array | null;
}

/** @throws ShelfwiseError as tuningForMany and deliveredLists, `not-found` for a run without lists, `stopped` */
export async function tuningEffect(session: RunSession, request: EffectRequest): Promise<TuningEffect> {
  const started = performance.now();
  const forMany = await tuningForMany(session, request.tuning);
  const { left } = forMany;
  const effect = await effectOnEach(session, forMany, request);
  const all = Int32Array.from(effect.isChanged.keys());
  const on = (rows: Int32Array): EffectOnProfiles => effectOn(effect, rows);
  return {
    runId: session.record.runId,
    all: on(all),
    group: request.group && on(request.group),
    left: [...left],
    noHoldOut: typeof effect.holdOut === 'string' ? effect.holdOut : null,
    seconds: (performance.now() - started) / 1000,
  };
}

async function effectOnEach(
  session: RunSession,
  { tuning, recipe }: TuningForMany,
  { rules, onProgress = () => undefined, signal }: TurnOptions & Pick<EffectRequest, 'rules'>,
): Promise<EffectOnEach> {
  const key = canonicalJson([recipe, rules && [rules.set, rules.date]]);
  const known = latest.get(session);
  if (known?.key === key) return known.effect;
  const tested = (await session.testProfiles())?.profile.length ?? 0;
  const profiles = (await session.data()).profiles.ids.length;
  const tellFrom = (before: number) => (done: number) =>
    onProgress({ phase: 'tuning', detail: '', done: before + done, total: profiles + tested });
  const holdOut = await judged(session, { recipe, rules }, { signal, onRows: tellFrom(0) });
  const isChanged = await changedUnder(session, { tuning, rules }, { signal, onRows: tellFrom(tested) });
  const effect = { isChanged, holdOut };
  latest.set(session, { key, effect });
  return effect;
}

interface Turns extends Pick<TurnOptions, 'signal'> {
  readonly onRows: (done: number) => void;
}

async function changedUnder(
  session: RunSession,
  { tuning, rules }: Pick<EffectRequest, 'tuning' | 'rules'>,
  turns: Turns,
): Promise<Uint8Array> {
  const { profiles } = await session.data();
  const [before, after] = [
    await deliveredToAll(session, rules),
    await deliveredLists(session, { rules, tuned: { tuning, group: null } }, turns),
  ].map(({ lists, items }) => ({ lists, items: items.ids, profiles: profiles.ids }));
  const isChanged = new Uint8Array(profiles.ids.length);
  for (const { row } of changedLists(before!, after!)) isChanged[row] = 1;
  return isChanged;
}

async function judged(
  session: RunSession,
  { recipe, rules }: Pick<EffectRequest, 'rules'> & { readonly recipe: Recipe },
  turns: Turns,
): Promise<EffectOnEach['holdOut']> {
  const tested = await session.testProfiles();
  if (tested === null) return 'no-test';
  const measured = await readMeasuredModel(session.folder, session.record);
  if (measured === null) return 'not-kept';
  const [{ targets, histories }, { profiles, histories: all }] = await Promise.all([
    session.testPart(),
    session.data(),
  ]);
  const conditions = encodeConditions(profiles);
  const owner = { seed: session.record.seed, profiles: profiles.ids };
  const isAnother = session.record.listsFrom === 'final';
  const recommender = await steeredRecommender(
    { recipe, kernels: await session.kernels(), conditions, owner },
    { tensors: measured, histories },
    isAnother ? { tensors: await readModel(session.folder, session.record), histories: all } : null,
    () => setImmediate(),
  );
  try {
    const { profile } = tested;
    const options = { count: LIST_LENGTH, excludeWatched: recipe['scoring.watched'] === 'exclude' };
    const items = new Int32Array(profile.length * LIST_LENGTH);
    for (let from = 0; from < profile.length; from += LISTS_PER_TURN) {
      throwIfStopped(turns.signal);
      turns.onRows(from);
      const block = profile.subarray(from, from + LISTS_PER_TURN);
      const rows = selectScoringRows(histories, conditions.values, conditions.width, block);
      const lists = makeLists(recommender, { ...rows, conditionWidth: conditions.width }, options);
      items.set(lists.items, from * LIST_LENGTH);
      await setImmediate();
    }
    const figuresOf = (lists: Int32Array): Figures => judge(lists, LIST_LENGTH, profile, targets);
    if (rules !== null) {
      const under = await rulesOnTest(session, rules);
      const tuned = await rulesOnTest(session, rules, { lists: items, excludeWatched: options.excludeWatched });
      return { profile, before: figuresOf(under!.after), after: figuresOf(tuned!.after) };
    }
    return { profile, before: figuresOf(tested.judged.lists), after: figuresOf(items) };
  } finally {
    recommender.dispose();
  }
}

function effectOn({ isChanged, holdOut }: EffectOnEach, rows: Int32Array): EffectOnProfiles {
  const wanted = new Set(rows);
  const changed = rows.reduce((sum, row) => sum + isChanged[row]!, 0);
  if (typeof holdOut === 'string') return { profiles: rows.length, changed, tested: 0, holdOut: null };
  const places = Array.from(holdOut.profile.keys()).filter((place) => wanted.has(holdOut.profile[place]!));
  const figures = ({ score, recall, ndcg }: Figures): Figures => {
    const [own, ofRecall, ofNdcg] = [score, recall, ndcg].map((all) => places.map((place) => all[place]!));
    return { score: own!, recall: ofRecall!, ndcg: ofNdcg! };
  };
  const [score, recall, ndcg] = compareMetrics(figures(holdOut.before), figures(holdOut.after));
  return {
    profiles: rows.length,
    changed,
    tested: places.length,
    holdOut: places.length === 0 ? null : { score: score!, recall: recall!, ndcg: ndcg! },
  };
}
