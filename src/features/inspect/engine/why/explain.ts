/**
 * Explains the place of a title in the list of a profile: its score as a sum of parts, the sentence that follows from them, and what the list would
 * be without each title of the history and each attribute.
 */
import { setImmediate } from 'node:timers/promises';
import type { AppliedRules } from '../../../../shared/contract/rules';
import type { Effect, Explanation } from '../../../../shared/contract/explanation';
import type { LabelsContent } from '../../../../shared/contract/labels';
import { NEUTRAL_TUNING, type Tuning } from '../../../../shared/contract/tuning';
import { ShelfwiseError } from '../../../../shared/errors';
import { say } from '../../../../shared/words/sentence';
import { allowedWords } from '../../../../shared/values/suggest';
import { attributeWithValue, displayAttributes } from '../../../../engine/data/display/attributes';
import { emptyRow } from '../../../../engine/data/histories';
import type { SparseRows } from '../../../../engine/data/tables';
import { SCORING_ROWS } from '../../../../engine/model/ranking/lists';
import { rankOf } from '../../../../engine/lists/rank-row';
import { placeUnder } from '../../../../engine/delivery/compare';
import { type ScoredRow, scoreRows } from '../../../../engine/lists/score-row';
import { scoreSum, scoreUnknown } from './score-sum';
import { changedAttributes, tunedRow } from '../../../../engine/lists/tuned-rows';
import { whySentence } from './why-sentence';
import type { RunSession } from '../../../../engine/sessions/run-session';

interface ExplanationRequest {
  readonly profile: string;
  readonly item: string;
  readonly tuning?: Tuning | undefined;
  /** The rules that count, or null. */
  readonly rules: AppliedRules | null;
}

/** The part that is left out, and the row without it. */
interface LeftOut<Part> {
  readonly part: Part;
  readonly without: ScoredRow;
}

/**
 * @param labels for the names in the sentence
 * @throws ShelfwiseError `not-found` for an unknown profile or title, `usage` for a tuning that the model cannot follow
 */
export async function explain(
  session: RunSession,
  request: ExplanationRequest,
  labels: LabelsContent,
): Promise<Explanation> {
  const started = performance.now();
  const { profile, tuning = NEUTRAL_TUNING, rules } = request;
  const { row, scored, history } = await tunedRow(session, profile, tuning);
  const data = await session.data();
  const item = data.itemRow.get(request.item);
  if (item === undefined)
    throw new ShelfwiseError('not-found', [
      say('title.unknown-to-run', { title: request.item }),
      ...allowedWords(request.item, data.items.ids),
    ]);
  const measure = measureOf(session, item, history.watched);
  const [whole] = await measure([scored]);

  const columns = Array.from(scored.history.indices);
  const titles = columns.map((column): LeftOut<number> => ({
    part: column,
    without: { ...scored, history: withoutColumn(scored.history, column) },
  }));
  const attributes = await attributesLeftOut(session, row, scored, tuning);
  const all: LeftOut<unknown>[] = [
    { part: 'history', without: { ...scored, history: emptyRow(scored.history.columns) } },
    { part: 'attributes', without: { ...scored, condition: data.conditions.encode(-1) } },
    ...titles,
    ...attributes,
  ];
  const measured = await measure(all.map(({ without }) => without));
  const unknown = await scoreUnknown(session, scored);
  const parts = await scoreSum(session, { scored, item, score: whole!.score, unknown });
  const underRules = rules === null ? null : await placeUnder(session, { profile, item: request.item, tuning }, rules);
  const seen = new Set(columns.map((column) => data.items.ids[column]!));
  const effects = measured.map(({ margin, rank }): Effect => ({ effect: whole!.margin - margin, rank }));
  const [ofHistory, ofAttributes, ...single] = effects;
  return {
    runId: session.record.runId,
    profile,
    item: request.item,
    title: data.items.titles[item]!,
    score: whole!.score,
    rank: whole!.rank,
    history: titles.length === 0 ? null : ofHistory!,
    profileAttributes: attributes.length === 0 ? null : ofAttributes!,
    titles: strongestFirst(
      titles.map(({ part }, index) => ({
        item: data.items.ids[part]!,
        title: data.items.titles[part]!,
        group: session.dataset.groupOf(data.datasetItem[part]!),
        ...single[index]!,
      })),
    ),
    attributes: strongestFirst(attributes.map(({ part }, index) => ({ ...part, ...single[titles.length + index]! }))),
    parts: [...parts, ...(underRules?.rules ?? []).map(({ id }) => ({ kind: 'rule' as const, id, value: 0 }))],
    underRules,
    sentence: whySentence(
      {
        parts,
        // Titles that a tuning adds were not watched, and those that it hides are unknown to the model.
        history: session.dataset.history(row).filter((entry) => seen.has(entry.item)),
        attributes: attributes.map(({ part }) => part),
        isRaised:
          underRules !== null &&
          underRules.rules.length > 0 &&
          underRules.rank !== null &&
          underRules.rank < whole!.rank,
      },
      session.dataset,
      labels,
    ),
    seconds: (performance.now() - started) / 1000,
  };
}

const strongestFirst = <Part extends Effect>(parts: Part[]): Part[] =>
  parts.sort((left, right) => right.effect - left.effect);

/** The known attributes, each made missing alone; empty if the model ignores attributes. */
async function attributesLeftOut(
  session: RunSession,
  row: number,
  scored: ScoredRow,
  tuning: Tuning,
): Promise<LeftOut<{ name: string; value: string }>[]> {
  const data = await session.data();
  const autoencoder = await session.autoencoder();
  if (autoencoder === null || autoencoder.joinedWidth === 0) return [];
  const changed = changedAttributes(data, tuning);
  return displayAttributes(data.profiles.attributes, row).flatMap(({ name, value: own }, index) => {
    const value = Object.hasOwn(tuning.attributes, name) ? tuning.attributes[name]! : own;
    if (value === null) return [];
    const missing = new Map(changed).set(name, attributeWithValue(data.profiles.attributes[index]!, null));
    return [{ part: { name, value }, without: { ...scored, condition: data.conditions.encode(row, missing) } }];
  });
}

interface Measured {
  readonly score: number;
  /** Relative to the mean score of all titles, so that what moves all titles equally does not count. */
  readonly margin: number;
  readonly rank: number;
}

/** @param watched columns, ascending: do not count for the rank, which is then that in the list; all count for a watched title */
function measureOf(
  session: RunSession,
  item: number,
  watched: Int32Array,
): (rows: readonly ScoredRow[]) => Promise<Measured[]> {
  const passed = new Set(watched.includes(item) ? [] : watched);
  return async (rows) => {
    const measured: Measured[] = [];
    for (let from = 0; from < rows.length; from += SCORING_ROWS) {
      const block = rows.slice(from, from + SCORING_ROWS);
      const scores = await scoreRows(session, block);
      const items = scores.length / block.length;
      for (let row = 0; row < block.length; row++)
        measured.push(measureRow(scores.subarray(row * items, (row + 1) * items), item, passed));
      await setImmediate();
    }
    return measured;
  };
}

function measureRow(scores: Float32Array, item: number, passed: ReadonlySet<number>): Measured {
  const score = scores[item]!;
  let sum = 0;
  for (const other of scores) sum += other;
  return { score, margin: score - sum / scores.length, rank: rankOf(scores, item, passed) };
}

/** A row without one of its columns. */
function withoutColumn(row: SparseRows, column: number): SparseRows {
  const isKept = (_: unknown, place: number): boolean => row.indices[place] !== column;
  const indices = row.indices.filter(isKept);
  return { ...row, indices, values: row.values.filter(isKept), offsets: Int32Array.of(0, indices.length) };
}
