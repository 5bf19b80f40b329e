/** Ranges of numbers that a grid shows the rows of, in AG Grid's filter of a column. */
import type { ColDef, INumberFilterParams } from 'ag-grid-community';
import type { NumberRange } from '../../../shared/contract/rules';
import { own } from '../../../shared/values/own';

/** By column. */
export type Ranges = Readonly<Record<string, NumberRange>>;

export const RANGE_FILTER = {
  filter: 'agNumberColumnFilter',
  filterParams: {
    filterOptions: ['inRange', 'greaterThanOrEqual', 'lessThanOrEqual'],
    maxNumConditions: 1,
    inRangeInclusive: true,
    // A range that is typed halfway would leave out what is meant.
    buttons: ['reset', 'apply'],
    closeOnApply: true,
  } satisfies INumberFilterParams,
} satisfies ColDef;

/** What AG Grid keeps of a filter of one of these kinds. */
interface RangeModel {
  readonly filterType: 'number';
  readonly type: string;
  readonly filter?: number | null;
  readonly filterTo?: number | null;
}

/** AG Grid's model of the filters. */
export const modelOfRanges = (ranges: Ranges): Record<string, RangeModel> =>
  Object.fromEntries(Object.entries(ranges).map(([column, range]) => [column, modelOf(range)]));

function modelOf({ from, to }: NumberRange): RangeModel {
  if (from !== undefined && to !== undefined)
    return { filterType: 'number', type: 'inRange', filter: from, filterTo: to };
  return from === undefined
    ? { filterType: 'number', type: 'lessThanOrEqual', filter: to! }
    : { filterType: 'number', type: 'greaterThanOrEqual', filter: from };
}

/** The ranges of AG Grid's model. */
export function rangesOfModel(model: Readonly<Record<string, RangeModel>>): Ranges {
  const ranges = Object.entries(model).map(([column, of]) => [column, rangeOf(of)] as const);
  return Object.fromEntries(ranges.flatMap(([column, range]) => (range === null ? [] : [[column, range]])));
}

/** Null for half a range, and for one that ends before it begins. */
function rangeOf({ type, filter, filterTo }: RangeModel): NumberRange | null {
  if (filter == null) return null;
  if (type === 'greaterThanOrEqual') return { from: filter };
  if (type === 'lessThanOrEqual') return { to: filter };
  return filterTo == null || filterTo < filter ? null : { from: filter, to: filterTo };
}

export function areSameRanges(one: Ranges, other: Ranges): boolean {
  const columns = Object.keys({ ...one, ...other });
  return columns.every((column) => {
    const [left, right] = [own(one, column), own(other, column)];
    return left?.from === right?.from && left?.to === right?.to;
  });
}
