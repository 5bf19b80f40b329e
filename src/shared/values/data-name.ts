/**
 * A data set that was added to keeps its original name, by which runs and exports of a series are recognised. It is
 * shown with its last addition, in no language: "2026-03 + 2026-04", and "2026-03 … 2026-06" after more than one.
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
