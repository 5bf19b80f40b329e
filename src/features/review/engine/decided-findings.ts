/**
 * What a decision hangs on: a finding, which is the check, the child and the titles that were flagged. The same finding in the lists of a later run
 * or of the next week is decided already; one in which anything differs is not (docs/decisions/0068-decisions-by-finding.md).
 */
import type { DecidedFinding, Decision } from '../contract/checks';

type Said = NonNullable<Decision['findings']>[number];

/** A finding, by IDs: lists of other runs have other columns. */
export type NamedFinding = Omit<DecidedFinding, 'only'>;

/** What was said of the findings in one list, as far as it settles them. */
export type Settling = readonly DecidedFinding[];

const isSame = (one: NamedFinding, other: NamedFinding): boolean =>
  one.check === other.check &&
  one.value === other.value &&
  one.titles.length === other.titles.length &&
  one.titles.every((title, at) => title === other.titles[at]);

/**
 * What of a decision settles findings in the lists of a run. What was found fine stays fine; a rule that was wanted and not made is asked for again
 * in the next run.
 * @param isOfRun whether the decision is about the lists of this run
 */
export const settlingOf = ({ findings = [] }: Pick<Decision, 'findings'>, isOfRun: boolean): Settling =>
  findings.filter(({ decision }) => decision === 'fine' || (decision === 'rule' && isOfRun));

/** The titles of a finding that are settled; all of one that is about a whole list, or none. */
export function settledTitles(finding: NamedFinding, settling: Settling): ReadonlySet<string> | 'all' {
  const same = settling.filter((one) => isSame(one, finding));
  if (same.some(({ only }) => only === undefined)) return 'all';
  return new Set(same.flatMap(({ only = [] }) => only));
}

export function isSettledFinding(finding: NamedFinding, settling: Settling): boolean {
  const settled = settledTitles(finding, settling);
  return settled === 'all' || (finding.titles.length > 0 && finding.titles.every((title) => settled.has(title)));
}

/**
 * What is said of the findings of a list once something is said of some of them. One finding of each check is remembered: another one means that the
 * earlier one lapsed.
 * @param earlier what was said before, as far as it still counts
 * @param of what is decided about
 * @param decision null takes back what was said of them
 */
export function withDecision(
  earlier: readonly Said[],
  of: readonly DecidedFinding[],
  decision: Decision['decision'],
): Said[] {
  const others = earlier.flatMap((said): Said[] => {
    const now = of.find(({ check, value }) => check === said.check && value === said.value);
    if (now === undefined) return [said];
    if (!isSame(now, said) || now.only === undefined) return [];
    const left = (said.only ?? said.titles).filter((title) => !now.only!.includes(title));
    return left.length === 0 ? [] : [{ ...said, only: left }];
  });
  return decision === null ? others : [...others, ...of.map((one) => ({ ...one, decision }))];
}
