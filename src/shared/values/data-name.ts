/**
 * A data set that was added to keeps the name that it began with: by it, runs and exports of one series are known for such. It is shown with
 * what came last, in words of no language: "2026-03 + 2026-04", and "2026-03 … 2026-06" after more than one addition.
 */
import type { Dataset } from '../contract/dataset';

export function shownDataName({ name, added = [] }: Pick<Dataset, 'name' | 'added'>): string {
  const last = added
    .at(-1)
    ?.folder.split(/[\\/]+/)
    .findLast((part) => part !== '');
  if (last === undefined) return name;
  return added.length === 1 ? `${name} + ${last}` : `${name} … ${last}`;
}
