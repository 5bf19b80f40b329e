/** Why a title is where it is in the list of a profile: leave one out, over the history and over the attributes. */
import { setImmediate } from 'node:timers/promises';
import { type Effect, type Explanation, NEUTRAL_TUNING, type Tuning } from '../../shared/contract';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/sentences/sentence';
import { allowedWords } from '../../shared/suggest';
import { attributeWithValue, displayAttributes } from '../display/attributes';
import type { SparseRows } from '../data/tables';
import { SCORING_ROWS } from '../ranking/lists';
import { type ScoredRow, scoreRows } from './score-row';
import { changedAttributes, tunedRow } from './tuning';
import type { RunSession } from '../sessions/run-session';

export interface ExplanationRequest {
  readonly profile: string;
  readonly item: string;
  readonly tuning?: Tuning | undefined;
}

/** What is left out, and the row without it. */
interface LeftOut<Part> {
  readonly part: Part;
  readonly without: ScoredRow;
}

/** @throws ShelfwiseError `not-found` for an unknown profile or title, `usage` for a tuning that the model cannot follow */
export async function explain(session: RunSession, request: ExplanationRequest): Promise<Explanation> {
  const started = performance.now();
  const { profile, tuning = NEUTRAL_TUNING } = request;
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
    { part: 'history', without: { ...scored, history: withoutColumn(scored.history) } },
    { part: 'attributes', without: { ...scored, condition: data.conditions.encode(-1) } },
    ...titles,
    ...attributes,
  ];
  const measured = await measure(all.map(({ without }) => without));
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
    seconds: (performance.now() - started) / 1000,
  };
}

const strongestFirst = <Part extends Effect>(parts: Part[]): Part[] =>
  parts.sort((left, right) => right.effect - left.effect);

/** The known attributes, each made missing alone; none where the model does not know attributes. */
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
  /** Above the mean score of all titles, so that what moves all titles equally does not count. */
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
  let rank = 1;
  for (let other = 0; other < scores.length; other++) {
    sum += scores[other]!;
    // Ties go to the title that comes first, as in every list.
    const isAhead = scores[other]! > score || (scores[other] === score && other < item);
    if (isAhead && !passed.has(other)) rank++;
  }
  return { score, margin: score - sum / scores.length, rank };
}

/** A row without one of its columns, or without any. */
function withoutColumn(row: SparseRows, column?: number): SparseRows {
  const kept = column === undefined ? () => false : (_: unknown, place: number) => row.indices[place] !== column;
  const indices = row.indices.filter(kept);
  return { ...row, indices, values: row.values.filter(kept), offsets: Int32Array.of(0, indices.length) };
}
