/** Sets of rules under letters: which of them are the same is what a person compares, not their hashes. */
import type { RunDifference } from '../contract/run-comparison';

const RULES = ['savedRules', 'approvedRules', 'exportedRules'];

/** The letter of each set of rules by its SHA-256, in the order in which they are shown. */
export function rulesByLetter(differences: readonly RunDifference[]): ReadonlyMap<string, string> {
  const hashes = differences
    .filter(({ name }) => RULES.includes(name))
    .flatMap(({ values }) => values)
    .filter((value): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value));
  return new Map(Array.from(new Set(hashes), (hash, at) => [hash, String.fromCharCode(65 + at)]));
}
