/** Splits the score of a title for a profile into a sum: the base for all profiles, each watched title and attribute, and each mixed-in part. */
import type { ScorePart } from '../../../../shared/contract/explanation';
import { emptyRow } from '../../../../engine/data/histories';
import { scoreParts } from '../../../../engine/model/dae/score-parts';
import type { DaeRecommender, LatentRows } from '../../../../engine/model/dae/dae-recommender';
import { steer } from '../../../../engine/model/dae/steering';
import { linearTerms } from '../../../../engine/model/linear-terms';
import type { RunSession } from '../../../../engine/sessions/run-session';
import { scoreRow, type ScoredRow, steeringSources } from '../../../../engine/lists/score-row';

/** A row whose score is split. */
interface Asked {
  readonly scored: ScoredRow;
  /** Column of the item. */
  readonly item: number;
  readonly score: number;
  /** Scores of all items, for a profile of which nothing is known. */
  readonly unknown: Float32Array;
}

/** Parts whose values sum to the score; the last is the rest. Omits parts that are always 0 for the model, except the base and the rest. */
export async function scoreSum(session: RunSession, asked: Asked): Promise<ScorePart[]> {
  const autoencoder = await session.autoencoder();
  const named =
    autoencoder === null ? await ofBaseline(session, asked) : await ofAutoencoder(session, autoencoder, asked);
  const parts = named.filter(({ kind, value }) => value !== 0 || kind === 'base');
  const rest = asked.score - parts.reduce((sum, { value }) => sum + value, 0);
  return [...parts, { kind: 'rest', id: null, value: rest }];
}

async function ofAutoencoder(
  session: RunSession,
  autoencoder: DaeRecommender,
  { scored, item, unknown: everybody }: Asked,
): Promise<ScorePart[]> {
  const data = await session.data();
  const unknown = data.conditions.encode(-1);
  const own: LatentRows = autoencoder.encode({ histories: scored.history, conditions: scored.condition });
  const sources = await steeringSources(session, [scored]);
  const mixed = steer(own, scored.self, { ...scored, pushes: [] }, sources);
  const steered = steer(own, scored.self, scored, sources);
  const parts = scoreParts(
    autoencoder,
    {
      history: scored.history,
      condition: scored.condition,
      unknown,
      strength: scored.strength,
      // Without neighbours the code stays the very same.
      ownShare: mixed.codes === own.codes ? 1 : 1 - scored.neighbours.share,
      mixed,
      steered,
      unknownScore: everybody[item]!,
    },
    item,
  );
  const { attributes } = data.profiles;
  const ofAttributes = new Float64Array(attributes.length);
  parts.condition.forEach((value, column) => (ofAttributes[data.conditions.attributeOf[column]!]! += value));
  return [
    whole('base', parts.base),
    ...ofTitles(data.items.ids, scored, parts.history),
    whole('length', parts.length),
    whole('scale', parts.scale),
    ...attributes.map(({ name }, place): ScorePart => ({ kind: 'attribute', id: name, value: ofAttributes[place]! })),
    whole('trend', parts.trend),
    ...autoencoder.companions.map(({ model }, place): ScorePart => ({
      kind: 'companion',
      id: model,
      value: parts.companions[place]!,
    })),
    whole('neighbours', parts.neighbours),
    whole('direction', parts.directions),
  ];
}

async function ofBaseline(session: RunSession, { scored, item, score, unknown }: Asked): Promise<ScorePart[]> {
  const { items } = await session.data();
  const base = unknown[item]!;
  if (scored.history.indices.length === 0) return [whole('base', base)];
  const { terms } = linearTerms(await session.recommender(), scored.history, item);
  if (terms === null) return [whole('base', base), whole('history', score - base)];
  // If a watched title leads here, the base has no part in the score.
  return [whole('base', score === base ? base : 0), ...ofTitles(items.ids, scored, terms)];
}

const whole = (kind: ScorePart['kind'], value: number): ScorePart => ({ kind, id: null, value });

const ofTitles = (ids: readonly string[], { history }: ScoredRow, values: Float64Array): ScorePart[] =>
  Array.from(history.indices, (column, place) => ({ kind: 'history', id: ids[column]!, value: values[place]! }));

/** Scores of all items for a profile without a history, of which nothing is known. */
export async function scoreUnknown(session: RunSession, { history, neighbours }: ScoredRow): Promise<Float32Array> {
  const { conditions } = await session.data();
  return scoreRow(session, {
    self: -1,
    history: emptyRow(history.columns),
    condition: conditions.encode(-1),
    strength: 1,
    neighbours: { ...neighbours, share: 0 },
    pushes: [],
  });
}
