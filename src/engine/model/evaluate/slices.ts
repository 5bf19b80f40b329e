/** Evaluates by group: which profiles and titles are served well, and which are not. */
import type { Slice } from '../../../shared/contract/run';
import { LIST_LENGTH } from '../../../shared/limits';
import { HISTORY_GROUPS } from '../../../shared/values/history-groups';
import { columnCounts } from '../../data/histories';
import type { Attribute, Histories, ProfileTable } from '../../data/tables';
import type { EvaluationInput } from './evaluation';
import { judge, metricsOf } from './judge';

/** Attributes with more different values than this make no readable grouping. */
const MOST_CATEGORIES = 20;
/** Popular titles are this share of the titles, by the number of profiles that watched them. */
const POPULAR_SHARE = 0.2;

/** Judged lists, and the figures of each; `lists` is null if they were not kept. */
interface JudgedProfiles {
  readonly perProfile: Figures & { readonly profile: Int32Array };
  readonly lists: Int32Array | null;
}

type Figures = Record<'recall' | 'ndcg' | 'score', ArrayLike<number>>;

/** A group and the figures of its test profiles, in order. */
export interface GroupFigures {
  readonly group: string;
  readonly label: string;
  readonly figures: Record<keyof Figures, Float64Array>;
}

type SliceInput = Pick<EvaluationInput, 'histories' | 'targets' | 'count'>;

/** The groups of an evaluation, with their metrics. */
export const slices = (evaluation: JudgedProfiles, input: SliceInput, profiles: ProfileTable): Slice[] =>
  figuresOfGroups(evaluation, input, profiles).map(({ group, label, figures }) => ({
    group,
    label,
    metrics: metricsOf(figures),
  }));

/**
 * Groups of an evaluation: by length of the history, by each attribute with at most 20 values (missing is "unknown"), and by popularity of the
 * targets, if the lists exist. Omits empty groups. Membership depends on `input` and `profiles` alone: two models judged on the same hold-out have
 * the same members in the same order.
 */
export function figuresOfGroups(
  { perProfile, lists }: JudgedProfiles,
  input: SliceInput,
  profiles: ProfileTable,
): GroupFigures[] {
  const { profile, recall, ndcg, score } = perProfile;
  const ofProfiles = groupsOfProfiles(profile, input.histories, profiles).map(({ group, label, members }) => {
    const keep = (values: ArrayLike<number>): Float64Array => Float64Array.from(members, (index) => values[index]!);
    return { group, label, figures: { recall: keep(recall), ndcg: keep(ndcg), score: keep(score) } };
  });
  return [...ofProfiles, ...(lists === null ? [] : byRarity(profile, lists, input))];
}

interface ProfileGroup {
  readonly group: string;
  readonly label: string;
  /** Places in the given profiles, ascending; at least one. */
  readonly members: readonly number[];
}

/** The groups of profiles alone, by length of the history and by attribute. @param profile rows of `histories` and `profiles` */
export function groupsOfProfiles(profile: Int32Array, histories: Histories, profiles: ProfileTable): ProfileGroup[] {
  return [
    ...byHistory(profile, histories),
    ...profiles.attributes.flatMap((attribute) => byAttribute(profile, attribute)),
  ];
}

function byHistory(profile: Int32Array, histories: Histories): ProfileGroup[] {
  return HISTORY_GROUPS.flatMap(({ label, least, most }) =>
    groupOf('history', label, profile, (row) => {
      const watched = histories.offsets[row + 1]! - histories.offsets[row]!;
      return watched >= least && watched <= most;
    }),
  );
}

function byAttribute(profile: Int32Array, attribute: Attribute): ProfileGroup[] {
  const categories = categoriesOf(attribute);
  if (categories === null) return [];
  const { labels, codes } = categories;
  return [...labels.keys(), -1].flatMap((code) =>
    groupOf(attribute.name, `${attribute.name} ${labels[code] ?? 'unknown'}`, profile, (row) => codes[row] === code),
  );
}

/** Labels in order and a code per profile (-1 missing), or null for an attribute that makes no groups. */
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
function byRarity(judged: Int32Array, allLists: Int32Array, input: SliceInput): GroupFigures[] {
  const isPopular = popularItems(input.histories);
  const count = input.count ?? LIST_LENGTH;
  return [
    { label: 'rare titles (all but the most popular 20 %)', popular: 0 },
    { label: 'popular titles (the most popular 20 %)', popular: 1 },
  ].flatMap(({ label, popular }) => {
    const targets = keepColumns(input.targets, (item) => isPopular[item] === popular);
    const hasTargets = (profile: number): boolean => targets.offsets[profile]! < targets.offsets[profile + 1]!;
    const places = Array.from(judged.keys()).filter((index) => hasTargets(judged[index]!));
    if (places.length === 0) return [];
    const lists = new Int32Array(places.length * count);
    places.forEach((index, row) => lists.set(allLists.subarray(index * count, (index + 1) * count), row * count));
    const profile = Int32Array.from(places, (index) => judged[index]!);
    const { recall, ndcg, score } = judge(lists, count, profile, targets);
    return [{ group: 'titles', label, figures: { recall, ndcg, score } }];
  });
}

/** 1 for the most popular share of the titles; ties to the lower index. */
function popularItems(histories: Histories): Uint8Array {
  const counts = columnCounts(histories);
  const order = Array.from(counts.keys()).sort((left, right) => counts[right]! - counts[left]! || left - right);
  const isPopular = new Uint8Array(histories.columns);
  for (const item of order.slice(0, Math.ceil(order.length * POPULAR_SHARE))) isPopular[item] = 1;
  return isPopular;
}

function keepColumns(rows: Histories, isKept: (column: number) => boolean): Histories {
  const offsets = new Int32Array(rows.rows + 1);
  const indices: number[] = [];
  for (let row = 0; row < rows.rows; row++) {
    for (const column of rows.indices.subarray(rows.offsets[row]!, rows.offsets[row + 1]!))
      if (isKept(column)) indices.push(column);
    offsets[row + 1] = indices.length;
  }
  return { ...rows, offsets, indices: Int32Array.from(indices), values: new Float32Array(indices.length).fill(1) };
}

function groupOf(
  group: string,
  label: string,
  profile: Int32Array,
  isMember: (row: number) => boolean,
): ProfileGroup[] {
  const members = Array.from(profile.keys()).filter((index) => isMember(profile[index]!));
  return members.length === 0 ? [] : [{ group, label, members }];
}
