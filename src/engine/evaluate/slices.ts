/** The same evaluation by groups: which profiles and titles are served well, and which are not. */
import type { Slice } from '../../shared/contract/run';
import { LIST_LENGTH } from '../../shared/limits';
import { columnCounts } from '../data/histories';
import type { Attribute, ProfileTable, SparseRows } from '../data/tables';
import type { Evaluation, EvaluationInput } from './evaluation';
import { judge, metricsOf, type PerProfile } from './judge';

/** Attributes with more different values than this are not a grouping that anyone reads. */
const MOST_CATEGORIES = 20;
/** A title is popular when it is among this share of the titles, by the number of profiles that watched it. */
const POPULAR_SHARE = 0.2;

const HISTORY_GROUPS = [
  { label: 'no watched titles', least: 0, most: 0 },
  { label: '1 to 4 watched titles', least: 1, most: 4 },
  { label: '5 to 19 watched titles', least: 5, most: 19 },
  { label: '20 and more watched titles', least: 20, most: Infinity },
];

/**
 * Groups of an evaluation: by length of the history, by each attribute with at most 20 values (missing is "unknown"), and by
 * popularity of the targets. Groups without profiles are left out.
 */
export function slices(evaluation: Evaluation, input: EvaluationInput, profiles: ProfileTable): Slice[] {
  return [
    ...byHistory(evaluation.perProfile, input.histories),
    ...profiles.attributes.flatMap((attribute) => byAttribute(evaluation.perProfile, attribute)),
    ...byRarity(evaluation, input),
  ];
}

function byHistory(perProfile: PerProfile, histories: SparseRows): Slice[] {
  return HISTORY_GROUPS.flatMap(({ label, least, most }) =>
    sliceOf('history', label, perProfile, (profile) => {
      const watched = histories.offsets[profile + 1]! - histories.offsets[profile]!;
      return watched >= least && watched <= most;
    }),
  );
}

function byAttribute(perProfile: PerProfile, attribute: Attribute): Slice[] {
  const categories = categoriesOf(attribute);
  if (categories === null) return [];
  const { labels, codes } = categories;
  return [...labels.keys(), -1].flatMap((code) =>
    sliceOf(attribute.name, `${attribute.name} ${labels[code] ?? 'unknown'}`, perProfile, (profile) => {
      return codes[profile] === code;
    }),
  );
}

/** Labels in order and a code a profile (-1 missing), or null for an attribute that makes no groups. */
function categoriesOf(attribute: Attribute): { labels: readonly string[]; codes: ArrayLike<number> } | null {
  if (attribute.kind === 'set') return null;
  if (attribute.kind === 'categorical')
    return attribute.categories.length > MOST_CATEGORIES
      ? null
      : { labels: attribute.categories, codes: attribute.codes };
  const different = [...new Set(attribute.values)].filter((value) => !Number.isNaN(value));
  if (different.length > MOST_CATEGORIES) return null;
  const ordered = different.sort((left, right) => left - right);
  // indexOf finds no NaN, so missing values get -1 as they should.
  return { labels: ordered.map(String), codes: Array.from(attribute.values, (value) => ordered.indexOf(value)) };
}

/** The same lists, judged by rare targets only and by popular ones only. */
function byRarity(evaluation: Evaluation, input: EvaluationInput): Slice[] {
  const isPopular = popularItems(input.histories);
  const count = input.count ?? LIST_LENGTH;
  return [
    { label: 'rare titles (all but the most popular 20 %)', popular: 0 },
    { label: 'popular titles (the most popular 20 %)', popular: 1 },
  ].flatMap(({ label, popular }) => {
    const targets = keepColumns(input.targets, (item) => isPopular[item] === popular);
    const hasTargets = (profile: number): boolean => targets.offsets[profile]! < targets.offsets[profile + 1]!;
    const places = Array.from(evaluation.perProfile.profile.keys()).filter((index) =>
      hasTargets(evaluation.perProfile.profile[index]!),
    );
    if (places.length === 0) return [];
    const lists = new Int32Array(places.length * count);
    places.forEach((index, row) =>
      lists.set(evaluation.lists.subarray(index * count, (index + 1) * count), row * count),
    );
    const profile = Int32Array.from(places, (index) => evaluation.perProfile.profile[index]!);
    return [{ group: 'titles', label, metrics: metricsOf(judge(lists, count, profile, targets)) }];
  });
}

/** 1 for the most popular share of the titles; ties to the lower index. */
function popularItems(histories: SparseRows): Uint8Array {
  const counts = columnCounts(histories);
  const order = Array.from(counts.keys()).sort((left, right) => counts[right]! - counts[left]! || left - right);
  const isPopular = new Uint8Array(histories.columns);
  for (const item of order.slice(0, Math.ceil(order.length * POPULAR_SHARE))) isPopular[item] = 1;
  return isPopular;
}

function keepColumns(rows: SparseRows, isKept: (column: number) => boolean): SparseRows {
  const offsets = new Int32Array(rows.rows + 1);
  const indices: number[] = [];
  for (let row = 0; row < rows.rows; row++) {
    for (const column of rows.indices.subarray(rows.offsets[row]!, rows.offsets[row + 1]!))
      if (isKept(column)) indices.push(column);
    offsets[row + 1] = indices.length;
  }
  return { ...rows, offsets, indices: Int32Array.from(indices), values: new Float32Array(indices.length).fill(1) };
}

function sliceOf(
  group: string,
  label: string,
  perProfile: PerProfile,
  isMember: (profile: number) => boolean,
): Slice[] {
  const keep = (values: Float64Array): Float64Array =>
    values.filter((_, index) => isMember(perProfile.profile[index]!));
  const members = { recall: keep(perProfile.recall), ndcg: keep(perProfile.ndcg), score: keep(perProfile.score) };
  return members.score.length === 0 ? [] : [{ group, label, metrics: metricsOf(members) }];
}
