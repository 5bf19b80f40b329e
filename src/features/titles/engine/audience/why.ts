/** Why titles are recommended to those who get them: the means of the parts of their scores, over a sample. */
import { setImmediate } from 'node:timers/promises';
import type { AudienceWhy } from '../../contract/audience';
import { MOST_WHY_TITLES, WHY_SAMPLE } from '../../contract/limits';
import { scoreSum, scoreUnknown } from '../../../inspect/engine/public';
import type { ScorePart } from '../../../../shared/contract/explanation';
import { seriesKey, titleParts } from '../../../../shared/values/episode';
import { RandomStream } from '../../../../engine/model/random';
import { deliveredToAll } from '../../../../engine/delivery/deliver';
import { scoreRow } from '../../../../engine/lists/score-row';
import { neutralRow } from '../../../../engine/lists/tuned-rows';
import { listOf } from '../../../../engine/runs/lists-file';
import type { RunData, RunSession } from '../../../../engine/sessions/run-session';
import { askedColumns, askedRows, placesIn, type AskedTitles } from './asked';
import { valuesOfRow } from '../../../../engine/data/display/attributes';

/** Most values that are named of an attribute. */
const MOST_VALUES = 3;

type MeanPart = AudienceWhy['parts'][number];

/** What is summed over the sample: one part of the score, or those of all episodes of a series. */
interface Summed extends Pick<MeanPart, 'kind' | 'id' | 'title'> {
  sum: number;
  /** Rows of the sample for which it raises the score. */
  readonly raised: Set<number>;
}

/** @throws ShelfwiseError as askedRows and deliveredLists */
export async function whyAudience(session: RunSession, { titles, rules }: AskedTitles): Promise<AudienceWhy> {
  askedRows(session, titles);
  const [data, { items, lists }] = await Promise.all([session.data(), deliveredToAll(session, rules)]);
  // No model has a score for titles that only the data set knows.
  const isAsked = askedColumns(items, titles).fill(0, data.items.ids.length);
  const places = placesIn(lists, data.profiles.ids.length, isAsked);
  const received = [...places.keys()].filter((row) => places[row]! > 0);
  // The same question has the same sample.
  const sample = new RandomStream(0, 'titles/why').shuffle([...received]).slice(0, WHY_SAMPLE);
  const all = new Map<string, Summed>();
  let unknown: Float32Array | null = null;
  for (const row of sample) {
    const item = listOf(lists, row)[places[row]! - 1]!;
    const scored = await neutralRow(session, row);
    unknown ??= await scoreUnknown(session, scored);
    const score = (await scoreRow(session, scored))[item]!;
    for (const part of await scoreSum(session, { scored, item, score, unknown })) add(all, data, row, part);
    // Other calls are answered in between.
    await setImmediate();
  }
  const means = Array.from(all.values(), ({ sum, raised, ...part }): MeanPart => ({
    ...part,
    value: sum / sample.length,
    values: part.kind === 'attribute' ? commonest(data, part.id!, sample) : [],
    raises: raised.size,
  })).sort((left, right) => right.value - left.value);
  const ofTitles = means.filter(isTitle);
  const kept = new Set(
    ofTitles.toSorted((left, right) => Math.abs(right.value) - Math.abs(left.value)).slice(0, MOST_WHY_TITLES),
  );
  return {
    sample: sample.length,
    of: received.length,
    parts: means.filter((part) => !isTitle(part) || kept.has(part)),
  };
}

const isTitle = ({ kind, id }: Pick<ScorePart, 'kind' | 'id'>): boolean => kind === 'history' && id !== null;

function add(all: Map<string, Summed>, { items, itemRow }: RunData, row: number, part: ScorePart): void {
  const { kind, id, value } = part;
  const title = isTitle(part) ? (items.titles[itemRow.get(id!)!] ?? null) : null;
  const { series } = titleParts(title ?? '');
  const key = title === null ? `${kind}\n${id}` : `series\n${seriesKey(series)}`;
  const summed = all.get(key) ?? { kind, id, title: title === null ? null : series, sum: 0, raised: new Set() };
  all.set(key, summed);
  summed.sum += value;
  if (value > 0) summed.raised.add(row);
}

/** The most frequent values of an attribute. */
function commonest({ profiles }: RunData, name: string, rows: readonly number[]): string[] {
  const attribute = profiles.attributes.find((one) => one.name === name)!;
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const value of valuesOfRow(attribute, row))
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Array.from(counts)
    .sort(([, left], [, right]) => right - left)
    .slice(0, MOST_VALUES)
    .map(([value]) => value);
}
