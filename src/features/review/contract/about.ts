/** What a decision about an odd list is about: all that was found in it, or a part of it. */
import type { DecidedFinding } from './checks';
import type { ReviewRow } from './queue';

/** The part of what was found: of one check, with one value or of one title; all where absent. */
interface Part {
  readonly check?: string | undefined;
  readonly value?: string | undefined;
  readonly item?: string | undefined;
}

/** @returns each finding by the IDs of its titles, ascending */
export function aboutOf({ reasons }: Pick<ReviewRow, 'reasons'>, { check, value, item }: Part = {}): DecidedFinding[] {
  return reasons
    .filter(
      (reason) =>
        (check === undefined || reason.check === check) &&
        (value === undefined || reason.value === value) &&
        (item === undefined || reason.titles.some((title) => title.item === item)),
    )
    .map((reason) => ({
      check: reason.check,
      value: reason.value,
      titles: reason.titles.map((title) => title.item).toSorted(),
      ...(item !== undefined && reason.titles.length > 1 && { only: [item] }),
    }));
}
