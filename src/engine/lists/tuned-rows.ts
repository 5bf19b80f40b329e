/** Profiles as the model sees them, as trained or under a tuning. */
import { NEUTRAL_TUNING, tunedKeys, type Tuning } from '../../shared/contract/tuning';
import { TUNING_ROWS } from '../../shared/contract/tuning-keys';
import { ShelfwiseError } from '../../shared/errors';
import { MODEL_ROWS } from '../../shared/recipe/models';
import { summedPushes } from '../../shared/recipe/pushes';
import { allowedWords } from '../../shared/values/suggest';
import { say, type Sentence } from '../../shared/words/sentence';
import { attributeWithValue } from '../data/display/attributes';
import { emptyRow, selectRows } from '../data/histories';
import type { Attribute } from '../data/tables';
import { type Steering, steeringOf } from '../model/dae/steering';
import { hidingOf, withoutHidden } from '../model/hidden-history';
import type { RunData, RunSession } from '../sessions/run-session';
import { excludesWatched } from './rank-row';
import type { ScoredRow } from './score-row';
import { type TunedHistory, tunedHistory } from './tuned-history';

/** One row of the lists. */
export interface TunedRow {
  readonly row: number;
  readonly history: TunedHistory;
  readonly scored: ScoredRow;
  /** Whether the model sees it as it was trained to. */
  readonly isNeutral: boolean;
}

export interface TunedRows {
  readonly excludeWatched: boolean;
  /** @param row of the lists; the one after the last profile is that of a profile of which nothing is known */
  of(row: number): TunedRow;
}

/** @throws ShelfwiseError `not-found` for an unknown title, `usage` for a knob that the model does not have */
export async function tunedRows(session: RunSession, tuning: Tuning = NEUTRAL_TUNING): Promise<TunedRows> {
  const data = await session.data();
  await refuseForeignKnobs(session, data, tuning);
  const changed = changedAttributes(data, tuning);
  const steering = steeringOf(session.record.recipe);
  return {
    excludeWatched: excludesWatched(session, tuning.watched),
    of(row) {
      const base = asTrained(session, data, row, steering);
      const history = tunedHistory(data, row, tuning, session.record);
      const isKnown = row < data.profiles.ids.length;
      const scored: ScoredRow = {
        ...base,
        history: history.history,
        condition: isKnown && changed.size > 0 ? data.conditions.encode(row, changed) : base.condition,
        strength: base.strength * tuning.condition,
        neighbours: tuning.neighbours.share > 0 ? tuning.neighbours : base.neighbours,
        pushes: summedPushes(base.pushes, tuning.directions),
      };
      return { row, history, scored, isNeutral: isSameRow(scored, base) };
    },
  };
}

/** One profile. @throws ShelfwiseError as tunedRows, `not-found` for an unknown profile */
export async function tunedRow(
  session: RunSession,
  profile: string,
  tuning: Tuning,
): Promise<TunedRow & Pick<TunedRows, 'excludeWatched'>> {
  const row = await session.profileRow(profile);
  const rows = await tunedRows(session, tuning);
  return { ...rows.of(row), excludeWatched: rows.excludeWatched };
}

/** What the lists of the run were made from. */
function asTrained({ record }: RunSession, data: RunData, row: number, steering: Steering): ScoredRow {
  const { histories, conditions, profiles } = data;
  if (row >= profiles.ids.length)
    return { self: -1, history: emptyRow(histories.columns), condition: conditions.encode(-1), ...steering };
  const owner = { seed: record.seed, profiles: profiles.ids };
  return {
    self: row,
    history: withoutHidden(selectRows(histories, [row]), [row], hidingOf(record.recipe), owner),
    condition: conditions.encode(row),
    ...steering,
  };
}

/** A profile as the run was trained to see it. */
export async function neutralRow(session: RunSession, row: number): Promise<ScoredRow> {
  return asTrained(session, await session.data(), row, steeringOf(session.record.recipe));
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
