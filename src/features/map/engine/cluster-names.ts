/** Names the clusters of a map by what they watch more than others, beyond chance. */
import type { MapCluster } from '../contract/map';
import type { MapSubject } from '../contract/make-map';
import { groupAttribute } from '../../../shared/values/known-attributes';
import type { Attribute } from '../../../engine/data/tables';
import { columnCounts } from '../../../engine/data/histories';
import { type TitleGroups, titleGroups } from '../../../engine/data/display/title-groups';
import type { RunData } from '../../../engine/sessions/run-session';
import { rounded } from './rounded';

/** Number of groups and titles that name a cluster. */
const NAMES = 3;
/** Standard deviations of a share that equals the overall one: a smaller excess may be chance. */
const CLEAR = 3;
/** Least occurrences of a name in the cluster. */
const SEEN = 5;
/** Different values of an attribute above which none of them names a cluster. */
const MOST_VALUES = 200;

interface PlacedClusters {
  /** x and y alternately. */
  readonly places: Float32Array;
  /** Cluster of each point, numbered from 0 without gaps. */
  readonly cluster: Int32Array;
}

export function nameClusters(data: RunData, of: MapSubject, { places, cluster }: PlacedClusters): MapCluster[] {
  const count = cluster.reduce((most, own) => Math.max(most, own + 1), 0);
  const attribute = groupAttribute(data.items.attributes);
  const groups = attribute === null ? null : titleGroups(attribute);
  const sizes = new Float64Array(count);
  const sums = new Float64Array(2 * count);
  cluster.forEach((own, point) => {
    sizes[own]!++;
    sums[2 * own]! += places[2 * point]!;
    sums[2 * own + 1]! += places[2 * point + 1]!;
  });
  const counted = Float64Array.from(sizes);
  if (of === 'profiles')
    cluster.forEach((own, row) => {
      if (data.histories.offsets[row] === data.histories.offsets[row + 1]) counted[own]!--;
    });
  const typical =
    of === 'profiles' ? watchedMore(data, groups, cluster, sizes) : holdMore(data, groups, cluster, sizes);
  const points =
    of === 'profiles' ? data.profiles.attributes : data.items.attributes.filter((one) => one !== attribute);
  const attributes = heldMore(points, cluster, sizes);
  return Array.from(sizes, (size, own) => ({
    size: counted[own]!,
    x: rounded(sums[2 * own]! / size),
    y: rounded(sums[2 * own + 1]! / size),
    ...typical(own),
    attributes: attributes(own),
  }));
}

type Names = Pick<MapCluster, 'groups' | 'titles'>;

/** For clusters of profiles: groups among all viewings, and titles among the profiles. */
function watchedMore(
  { histories, items }: RunData,
  groups: TitleGroups | null,
  cluster: Int32Array,
  sizes: Float64Array,
): (own: number) => Names {
  const titles = new Counts(sizes.length, histories.columns);
  const kinds = groups === null ? null : new Counts(sizes.length, groups.labels.length + 1);
  const viewings = new Float64Array(sizes.length);
  for (let row = 0; row < histories.rows; row++)
    for (const item of histories.indices.subarray(histories.offsets[row]!, histories.offsets[row + 1]!)) {
      const own = cluster[row]!;
      viewings[own]!++;
      titles.add(own, item);
      if (kinds !== null) for (const code of groups!.of(item)) kinds.add(own, code);
    }
  return (own) => ({
    groups: groupNames(groups, kinds, own, viewings),
    titles: titles.typical(own, sizes, histories.columns).map(({ value, share, lift }) => ({
      item: items.ids[value]!,
      title: items.titles[value]!,
      share,
      lift,
    })),
  });
}

/** For clusters of titles: groups among their titles, and the most watched titles. */
function holdMore(
  { histories, items }: RunData,
  groups: TitleGroups | null,
  cluster: Int32Array,
  sizes: Float64Array,
): (own: number) => Names {
  const kinds = groups === null ? null : new Counts(sizes.length, groups.labels.length + 1);
  if (kinds !== null) cluster.forEach((own, item) => groups!.of(item).forEach((code) => kinds.add(own, code)));
  const watched = columnCounts(histories);
  const order = Array.from(cluster.keys()).sort((left, right) => watched[right]! - watched[left]! || left - right);
  return (own) => ({
    groups: groupNames(groups, kinds, own, sizes),
    titles: order
      .filter((item) => cluster[item] === own && watched[item]! > 0)
      .slice(0, NAMES)
      .map((item) => ({
        item: items.ids[item]!,
        title: items.titles[item]!,
        share: rounded(watched[item]! / Math.max(1, histories.rows)),
        lift: null,
      })),
  });
}

/** Values of attributes of the points themselves. */
function heldMore(
  attributes: readonly Attribute[],
  cluster: Int32Array,
  sizes: Float64Array,
): (own: number) => MapCluster['attributes'] {
  const counted = attributes.flatMap((attribute) => {
    const values = titleGroups(attribute);
    if (values === null || values.labels.length > MOST_VALUES) return [];
    const counts = new Counts(sizes.length, values.labels.length + 1);
    cluster.forEach((own, point) => values.of(point).forEach((code) => counts.add(own, code)));
    return [{ values, counts }];
  });
  return (own) =>
    counted
      .flatMap(({ values: { attribute: name, labels }, counts }) =>
        counts.typical(own, sizes, labels.length).map(({ value, ...how }) => ({ name, value: labels[value]!, ...how })),
      )
      .sort((left, right) => right.clear - left.clear)
      .slice(0, NAMES)
      .map(({ name, value, share, lift }) => ({ name, value, share, lift }));
}

function groupNames(
  groups: TitleGroups | null,
  kinds: Counts | null,
  own: number,
  totals: Float64Array,
): Names['groups'] {
  if (groups === null || kinds === null) return [];
  // Titles without a group have the code after the last, which is no name.
  const typical = kinds.typical(own, totals, groups.labels.length);
  return typical.map(({ value, share, lift }) => ({ value: groups.labels[value]!, share, lift }));
}

/** How often each value occurs in each cluster. */
class Counts {
  readonly #counts: Float64Array;

  constructor(
    private readonly clusters: number,
    private readonly values: number,
  ) {
    this.#counts = new Float64Array(clusters * values);
  }

  add(cluster: number, value: number): void {
    this.#counts[cluster * this.values + value]!++;
  }

  /**
   * The values below `below` that are clearly more frequent in a cluster than among all, the clearest first.
   * @param totals numbers that the values are counted among, by cluster
   */
  typical(
    own: number,
    totals: Float64Array,
    below: number,
  ): { value: number; share: number; lift: number; clear: number }[] {
    const all = totals.reduce((sum, total) => sum + total, 0);
    const found: { value: number; share: number; lift: number; clear: number }[] = [];
    for (let value = 0; value < below; value++) {
      const count = this.#counts[own * this.values + value]!;
      if (count < SEEN) continue;
      let everywhere = 0;
      for (let other = 0; other < this.clusters; other++) everywhere += this.#counts[other * this.values + value]!;
      const [share, expected] = [count / totals[own]!, everywhere / all];
      const clear = (share - expected) / Math.sqrt((expected * (1 - Math.min(1, expected))) / totals[own]!);
      if (clear > CLEAR) found.push({ value, share: rounded(share), lift: rounded(share / expected), clear });
    }
    found.sort((left, right) => right.clear - left.clear || left.value - right.value);
    return found.slice(0, NAMES);
  }
}
