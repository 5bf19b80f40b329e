/** The list of an open profile under a tuning, without training, and how it differs from the neutral list. */
import { type LatentDirection, tunedKeys, type TunedList, type Tuning } from '../../shared/contract/tuning';
import { TUNING_ROWS } from '../../shared/contract/tuning-keys';
import { ShelfwiseError } from '../../shared/errors';
import { summedPushes } from '../../shared/recipe/pushes';
import { MODEL_ROWS } from '../../shared/recipe/models';
import { say, type Sentence } from '../../shared/words/sentence';
import { allowedWords } from '../../shared/values/suggest';
import { attributeWithValue } from '../data/display/attributes';
import type { Attribute } from '../data/tables';
import { movedItems } from '../model/dae/directions';
import type { RunData, RunSession } from '../sessions/run-session';
import { scoreRow, type ScoredRow } from './score-row';
import { type TunedHistory, tunedHistory } from './tuned-history';
import { namedList, tunedItems } from './tuned-list';
import { excludesWatched, neutralList, neutralRow, rankRow } from './neutral';

interface TuningRequest {
  readonly profile: string;
  readonly tuning: Tuning;
  readonly count: number;
}

/** Number of titles that name a direction, on each side. */
const NAMING_TITLES = 5;

/** A profile as the model sees it under a tuning. */
export interface TunedRow {
  readonly row: number;
  readonly history: TunedHistory;
  readonly scored: ScoredRow;
  readonly excludeWatched: boolean;
  /** Whether the list is the neutral one. */
  readonly neutral: boolean;
}

/** @throws ShelfwiseError `not-found` for an unknown profile or title, `usage` for a knob that the model does not have */
export async function tunedRow(session: RunSession, profile: string, tuning: Tuning): Promise<TunedRow> {
  const row = await session.profileRow(profile);
  const data = await session.data();
  await refuseForeignKnobs(session, data, tuning);
  const { record } = session;
  const history = tunedHistory(data, row, tuning, record.recipe, record.seed);
  const base = await neutralRow(session, row);
  const scored: ScoredRow = {
    ...base,
    history: history.history,
    condition: data.conditions.encode(row, changedAttributes(data, tuning)),
    strength: base.strength * tuning.condition,
    neighbours: tuning.neighbours.share > 0 ? tuning.neighbours : base.neighbours,
    pushes: summedPushes(base.pushes, tuning.directions),
  };
  const excludeWatched = excludesWatched(session, tuning.watched);
  const neutral = excludeWatched === excludesWatched(session) && isSameRow(scored, base);
  return { row, history, scored, excludeWatched, neutral };
}

/**
 * @param against the run whose list it is compared with; the neutral list of the same run if null
 * @throws ShelfwiseError as tunedRow
 */
export async function tuneList(
  session: RunSession,
  { profile, tuning, count }: TuningRequest,
  against: RunSession | null = null,
): Promise<TunedList> {
  const started = performance.now();
  const { row, history, scored, excludeWatched, neutral } = await tunedRow(session, profile, tuning);
  const before = await neutralList(session, row, count, excludesWatched(session));
  const after = neutral ? before : rankRow(await scoreRow(session, scored), history.watched, count, excludeWatched);
  const data = await session.data();
  const { runId, dataset } = session.record;
  return {
    runId,
    profile,
    tuning,
    neutral,
    against: against && {
      runId: against.record.runId,
      sameData: against.record.dataset.fingerprint === dataset.fingerprint,
    },
    ...tunedItems(session, data, after, history.watched, {
      neutral: before,
      before: against === null ? null : await namedList(against, profile, count),
    }),
    hidden: Array.from(history.hidden, (item) => data.items.ids[item]!),
    seconds: (performance.now() - started) / 1000,
  };
}

function isSameRow(scored: ScoredRow, base: ScoredRow): boolean {
  return (
    scored.strength === base.strength &&
    scored.neighbours === base.neighbours &&
    areSame(
      scored.pushes.flatMap(({ direction, amount }) => [direction, amount]),
      base.pushes.flatMap(({ direction, amount }) => [direction, amount]),
    ) &&
    areSame(scored.condition, base.condition) &&
    areSame(scored.history.indices, base.history.indices) &&
    areSame(scored.history.values, base.history.values)
  );
}

const areSame = (some: ArrayLike<number>, others: ArrayLike<number>): boolean =>
  some.length === others.length && Array.from(some).every((value, place) => value === others[place]);

export function changedAttributes({ profiles }: RunData, { attributes }: Tuning): ReadonlyMap<string, Attribute> {
  return new Map(
    Object.entries(attributes).map(([name, value]) => {
      const attribute = profiles.attributes.find((other) => other.name === name);
      if (attribute === undefined)
        throw new ShelfwiseError('usage', [
          say('tuning.no-attribute', { name }),
          ...allowedWords(
            name,
            profiles.attributes.map((other) => other.name),
          ),
        ]);
      return [name, attributeWithValue(attribute, value)];
    }),
  );
}

/** Refuses by name a knob that the run's model cannot follow, rather than ignoring it. */
export async function refuseForeignKnobs(session: RunSession, { conditions }: RunData, tuning: Tuning): Promise<void> {
  const { model, recipe } = session.record;
  const tuned = tunedKeys(tuning);
  const refuse = (needs: readonly ('condition' | 'latent')[], why: Sentence): void => {
    const knob = tuned.find((key) => needs.some((need) => need === TUNING_ROWS[key].needs));
    if (knob !== undefined) throw new ShelfwiseError('usage', say('tuning.not-on-run', { knob, why }));
  };
  if (!MODEL_ROWS[model].latent) refuse(['condition', 'latent'], say('tuning.baseline', { model }));
  if (recipe['structure.condition'] === 'none') refuse(['condition'], say('tuning.without-profile'));
  if (conditions.width === 0) refuse(['condition'], say('tuning.no-attributes'));
  if (!tuned.includes('directions')) return;
  const known = (await session.directions())?.count ?? 0;
  const beyond = tuning.directions.find(({ direction }) => direction >= known);
  if (beyond !== undefined)
    throw new ShelfwiseError('usage', say('tuning.no-direction', { last: known - 1, direction: beyond.direction }));
}

/** The directions in which the codes of the profiles vary most; empty for models without a latent code. */
export async function describeDirections(session: RunSession, count: number): Promise<LatentDirection[]> {
  if (!MODEL_ROWS[session.record.model].latent) return [];
  const [directions, { items }, recommender] = await Promise.all([
    session.directions(),
    session.data(),
    session.recommender(),
  ]);
  if (directions === null) return [];
  const decoder = recommender.tensors()['decoder']!;
  const named = (columns: Int32Array) =>
    Array.from(columns, (item) => ({ item: items.ids[item]!, title: items.titles[item]! }));
  return Array.from({ length: Math.min(count, directions.count) }, (_, direction) => {
    const { raises, lowers } = movedItems(directions, direction, decoder, NAMING_TITLES);
    return { direction, share: directions.shares[direction]!, raises: named(raises), lowers: named(lowers) };
  });
}
