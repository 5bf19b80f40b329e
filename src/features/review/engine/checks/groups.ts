/** Finds groups of profiles, by age, sex or another attribute, whose lists hit less often than those of the rest, beyond chance. */
import { ageAttribute } from '../../../../shared/values/known-attributes';
import type { Attribute } from '../../../../engine/data/tables';
import { displayValue } from '../../../../engine/data/display/attributes';
import { ageBands } from '../../../../engine/data/age-bands';
import type { TestProfiles } from '../../../../engine/runs/test-profiles-file';
import type { Answer, Checked, Finding } from './checked';

/** Attributes with more different values make no grouping (as in evaluate/slices.ts). */
const MOST_VALUES = 20;
/**
 * Standard errors that a difference must have: by chance alone, one group in two thousand lies so far below the rest. With the twenty groups of a
 * usual data set that is one false alarm in a hundred runs.
 */
const BEYOND_CHANCE = 3.29;

interface Group {
  readonly attribute: string;
  readonly value: string;
  readonly profiles: readonly number[];
}

/** @param least test profiles in the group and in the rest */
export function servedWorse(lists: Checked, tested: TestProfiles | null, least: number): Answer {
  if (tested === null) return 'no-test-part';
  const score = new Map(Array.from(tested.profile, (profile, at) => [profile, tested.score[at]!]));
  const findings: Finding[] = [];
  for (const group of groupsOf(lists)) {
    const members = new Set(group.profiles);
    const inside: number[] = [];
    const rest: number[] = [];
    for (const [profile, value] of score) (members.has(profile) ? inside : rest).push(value);
    if (inside.length < least || rest.length < least || !isWorse(inside, rest)) continue;
    for (const profile of group.profiles)
      findings.push({ profile, value: `${group.attribute}: ${group.value}`, count: inside.length });
  }
  // A profile in two such groups is named once, with the first.
  const first = new Map(findings.toReversed().map((finding) => [finding.profile, finding]));
  return [...first.values()].sort((left, right) => left.profile - right.profile);
}

/** Welch's difference of means. */
function isWorse(inside: readonly number[], rest: readonly number[]): boolean {
  const [one, other] = [momentsOf(inside), momentsOf(rest)];
  const error = Math.sqrt(one.variance / inside.length + other.variance / rest.length);
  return other.mean - one.mean > BEYOND_CHANCE * error;
}

function momentsOf(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return { mean, variance: squares / Math.max(1, values.length - 1) };
}

function groupsOf({ profiles }: Checked): Group[] {
  const rows = Array.from(profiles.ids.keys());
  const age = ageAttribute(profiles.attributes);
  const bands = age === null ? [] : ageBands(age, rows);
  return [
    ...bands.map(({ from, to, profiles: members }) => ({
      attribute: age!.name,
      value: from === to ? String(from) : `${from}–${to}`,
      profiles: members,
    })),
    ...profiles.attributes.filter((attribute) => attribute !== age).flatMap((attribute) => byValue(attribute, rows)),
  ];
}

function byValue(attribute: Attribute, rows: readonly number[]): Group[] {
  if (attribute.kind === 'set') return [];
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const value = displayValue(attribute, row);
    if (value === null) continue;
    const members = groups.get(value);
    if (members !== undefined) members.push(row);
    else if (groups.size === MOST_VALUES) return [];
    else groups.set(value, [row]);
  }
  return Array.from(groups, ([value, profiles]) => ({ attribute: attribute.name, value, profiles }));
}
