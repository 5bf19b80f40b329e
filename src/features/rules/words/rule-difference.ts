/** The differences between two sets of rules, which are identified by ID. */
import { canonicalJson } from '../../../shared/values/canonical-json';
import type { Rule, RuleSet } from '../../../shared/contract/rules';
import type { RuleSetDifference } from '../contract/rule-difference';

export function differenceOfRules(before: RuleSet, after: RuleSet): RuleSetDifference {
  const was = new Map(before.rules.map((rule) => [rule.id, rule]));
  const is = new Map(after.rules.map((rule) => [rule.id, rule]));
  const both = after.rules.filter(({ id }) => was.has(id));
  return {
    added: after.rules.filter(({ id }) => !was.has(id)),
    removed: before.rules.filter(({ id }) => !is.has(id)),
    changed: both.flatMap((rule) => {
      const earlier = was.get(rule.id)!;
      const parts = partsThatDiffer(earlier, rule);
      return parts.length === 0 ? [] : [{ before: earlier, after: rule, parts }];
    }),
    moved: movedRules(before, after),
  };
}

function partsThatDiffer(one: Rule, other: Rule): string[] {
  const [left, right] = [one, other] as unknown as [Record<string, unknown>, Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .filter((key) => partText(left[key]) !== partText(right[key]))
    .sort();
}

const partText = (part: unknown): string => (part === undefined ? '' : canonicalJson(part));

/** Of the rules in both sets, all outside a longest common subsequence. */
function movedRules(before: RuleSet, after: RuleSet): RuleSetDifference['moved'] {
  const placeBefore = new Map(before.rules.map(({ id }, place) => [id, place]));
  const common = after.rules.flatMap(({ id }, place) => {
    const earlier = placeBefore.get(id);
    return earlier === undefined ? [] : [{ rule: id, before: earlier, after: place }];
  });
  const stays = longestRising(common.map((one) => one.before));
  return common
    .filter((_, index) => !stays.has(index))
    .map(({ rule, before: from, after: to }) => ({ rule, before: from + 1, after: to + 1 }));
}

/** Indices of a longest increasing subsequence; of several, the one that ends first. */
function longestRising(numbers: readonly number[]): Set<number> {
  const length: number[] = [];
  const previous: number[] = [];
  numbers.forEach((number, index) => {
    length[index] = 1;
    previous[index] = -1;
    for (let earlier = 0; earlier < index; earlier++)
      if (numbers[earlier]! < number && length[earlier]! + 1 > length[index]!) {
        length[index] = length[earlier]! + 1;
        previous[index] = earlier;
      }
  });
  const found = new Set<number>();
  for (let at = length.indexOf(Math.max(0, ...length)); at >= 0; at = previous[at]!) found.add(at);
  return found;
}
