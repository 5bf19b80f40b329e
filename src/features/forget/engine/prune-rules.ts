/**
 * Removes rules and checks of curators that are about the forgotten profile, or about values and titles that only it had; in earlier states, those
 * named after it as well.
 */
import * as z from 'zod';
import { canonicalId } from '../../../engine/data/privacy/keyed-ids';
import { mentions } from '../../../engine/data/privacy/mentions';
import type { RecordContent } from '../../../engine/storage/record-file';
import type { OnlyOfProfile } from '../../../engine/data/privacy/intention';
import { withoutOnly } from './prune-conditions';
import { searchesFor } from './searches-for';

type Content = RecordContent<unknown>;

const ruleSchema = z.looseObject({
  name: z.string(),
  profiles: z.looseObject({ text: z.string().optional() }).optional(),
  titles: z.unknown().optional(),
  others: z.unknown().optional(),
});
type Rule = z.infer<typeof ruleSchema>;
const rulesSchema = z.looseObject({
  set: z.looseObject({ rules: z.array(ruleSchema) }),
  unfinished: z.array(ruleSchema).optional(),
});
const checksSchema = z.looseObject({ own: z.array(ruleSchema) });

interface Forgotten {
  readonly profile: string;
  readonly only: OnlyOfProfile;
}

/** In all states; returns the same object if nothing is removed. A current name is left for the user to judge, as everywhere. */
export function pruneRules(content: Content, forgotten: Forgotten): Content {
  let isChanged = false;
  const prunedBy = (goes: (rule: Rule) => boolean) => {
    const left = (rules: readonly Rule[]): Rule[] =>
      rules.flatMap((rule) => {
        const others = goes(rule) ? null : withoutMember(rule, forgotten.profile);
        const kept = others && ruleWithout(others, forgotten.only);
        isChanged ||= kept !== rule;
        return kept ?? [];
      });
    return (state: unknown): unknown => {
      const rules = rulesSchema.safeParse(state).data;
      if (rules !== undefined)
        return {
          ...rules,
          set: { ...rules.set, rules: left(rules.set.rules) },
          ...(rules.unfinished && { unfinished: left(rules.unfinished) }),
        };
      const checks = checksSchema.safeParse(state).data;
      return checks === undefined ? state : { ...checks, own: left(checks.own) };
    };
  };
  const { profile } = forgotten;
  const isFor = ({ profiles }: Rule): boolean => searchesFor(profiles?.text, profile);
  const present = prunedBy(isFor);
  const past = prunedBy((rule) => isFor(rule) || mentions(textOfRule(rule), profile));
  const records = new Map(Array.from(content.records, ([key, state]) => [key, present(state)]));
  const earlier = new Map(Array.from(content.earlier, ([key, states]) => [key, states.map(past)]));
  return isChanged ? { records, earlier } : content;
}

const membersSchema = z.looseObject({ name: z.string().optional(), profiles: z.array(z.string()) });
const membersOf = ({ profiles }: Rule) => membersSchema.safeParse(profiles?.['members']).data;

/** What a rule is called, and the segment that it is for. */
export const textOfRule = (rule: Rule): string => `${rule.name} ${membersOf(rule)?.name ?? ''}`;

/** The rule itself if the profile is not one of its members; null if it is the only member. */
function withoutMember(rule: Rule, profile: string): Rule | null {
  const members = membersOf(rule);
  const profiles = members?.profiles.filter((id) => canonicalId(id) !== profile);
  if (profiles === undefined || profiles.length === members!.profiles.length) return rule;
  return profiles.length === 0 ? null : { ...rule, profiles: { ...rule.profiles, members: { ...members, profiles } } };
}

/** The same object if nothing of it goes; null if one of its conditions names nothing else. */
function ruleWithout(rule: Rule, only: OnlyOfProfile): Rule | null {
  let left = rule;
  for (const part of ['profiles', 'titles', 'others'] as const) {
    if (rule[part] === undefined) continue;
    const kept = withoutOnly(rule[part], only);
    if (kept === null) return null;
    if (kept !== rule[part]) left = { ...left, [part]: kept };
  }
  return left;
}

/** The rules, or checks, of a state. */
export function rulesOf(state: unknown): readonly Rule[] {
  const stored = rulesSchema.safeParse(state).data;
  if (stored !== undefined) return [...stored.set.rules, ...(stored.unfinished ?? [])];
  return checksSchema.safeParse(state).data?.own ?? [];
}
