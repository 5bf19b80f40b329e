/** What stands along delivered lists: age marks by place, how much one series, one maker or paid titles have, and how alike lists are. */
import { LIST_LENGTH } from '../../../shared/limits';
import { ageLimitAttribute, makerAttribute, paidAttribute } from '../../../shared/values/known-attributes';
import { displayValue } from '../../../engine/data/display/attributes';
import { statedAges } from '../../../engine/data/age-marks';
import { seriesOfItems } from '../../../engine/data/series';
import type { Attribute, ItemTable } from '../../../engine/data/tables';
import type { DeliveredLists } from '../../../engine/delivery/deliver';
import { listOf } from '../../../engine/runs/lists-file';
import { MEASURES, type Measure } from '../contract/fairness';
import { END_PLACES } from '../contract/limits';

/** Figures of the children of whom it can be told, from `before` (0 but for age marks). */
export interface Along {
  readonly measure: Measure;
  readonly rows: Int32Array;
  readonly before: Float64Array;
  readonly after: Float64Array;
}

/** Figures of one list: before and after; null where its titles do not say. */
type Figures = readonly [before: number, after: number] | null;
/** @param list columns, best first */
type OfList = (list: Int32Array) => Figures;

/** One per measure, in their order. @param rows whose lists they are, two at the least: positions in the delivered lists of all profiles */
export function alongLists({ lists, items }: DeliveredLists, rows: Int32Array): Along[] {
  const listsOf = Array.from(rows, (row) => listOf(lists, row));
  const measures: Readonly<Record<Measure, OfList | null>> = {
    'age-marks': agesByPlace(items),
    series: largestShare(seriesCodes(items)),
    maker: largestShare(codesOf(makerAttribute(items.attributes))),
    paid: paidShare(paidAttribute(items.attributes)),
    alike: alikeness(listsOf, items.ids.length),
  };
  return MEASURES.map((measure) => {
    const of = measures[measure];
    const told = listsOf.flatMap((list, at) => {
      const figures = of === null || list.length === 0 ? null : of(list);
      return figures === null ? [] : [{ row: rows[at]!, figures }];
    });
    return {
      measure,
      rows: Int32Array.from(told, ({ row }) => row),
      before: Float64Array.from(told, ({ figures }) => figures[0]),
      after: Float64Array.from(told, ({ figures }) => figures[1]),
    };
  });
}

/** Years that titles ask for: the mean of the first places, and of the last. */
function agesByPlace(items: ItemTable): OfList | null {
  if (ageLimitAttribute(items.attributes) === null) return null;
  const ages = statedAges(items);
  const meanOf = (places: Int32Array): number => {
    const stated = Array.from(places, (column) => ages[column]!).filter((age) => !Number.isNaN(age));
    return stated.length === 0 ? NaN : stated.reduce((sum, age) => sum + age, 0) / stated.length;
  };
  return (list) => {
    if (list.length < 2 * END_PLACES) return null;
    const [first, last] = [meanOf(list.subarray(0, END_PLACES)), meanOf(list.subarray(-END_PLACES))];
    return Number.isNaN(first) || Number.isNaN(last) ? null : [first, last];
  };
}

/** Null where every series has one title. */
function seriesCodes({ titles }: ItemTable): Int32Array | null {
  const { series, names } = seriesOfItems(titles);
  return names.length === series.filter((code) => code >= 0).length ? null : series;
}

function codesOf(attribute: Attribute | null): Int32Array | null {
  return attribute?.kind === 'categorical' ? attribute.codes : null;
}

/** The share of a list of what has most of it. @param codes of titles; -1 for a title without one */
function largestShare(codes: Int32Array | null): OfList | null {
  if (codes === null) return null;
  return (list) => {
    const counts = new Map<number, number>();
    for (const column of list) {
      const code = codes[column]!;
      if (code >= 0) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    return counts.size === 0 ? null : [0, Math.max(...counts.values()) / list.length];
  };
}

function paidShare(attribute: Attribute | null): OfList | null {
  if (attribute === null) return null;
  const isPaid = (column: number): boolean => {
    const value = displayValue(attribute, column);
    return value !== null && (Number(value) > 0 || /^(y|yes|true|paid|유료)$/i.test(value.trim()));
  };
  return (list) => [0, list.filter(isPaid).length / list.length];
}

/** The share of a list that the list of another child has, too: the mean over the others, counted by title. */
function alikeness(lists: readonly Int32Array[], columns: number): OfList {
  const held = new Int32Array(columns);
  for (const list of lists) for (const column of list) held[column]!++;
  return (list) => {
    const others = list.reduce((sum, column) => sum + held[column]! - 1, 0);
    return [0, others / ((lists.length - 1) * Math.min(LIST_LENGTH, list.length))];
  };
}
