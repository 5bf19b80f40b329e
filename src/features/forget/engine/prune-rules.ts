/** Removes rules for the forgotten profile and, in earlier states, rules named after it. */
import * as z from 'zod';
import { mentions } from '../../../engine/data/privacy/keyed-ids';
import type { RecordContent } from '../../../engine/storage/record-file';

type Content = RecordContent<unknown>;

const ruleSchema = z.looseObject({
  name: z.string(),
  profiles: z.looseObject({ text: z.string().optional() }).optional(),
});
const stateSchema = z.looseObject({ set: z.looseObject({ rules: z.array(ruleSchema) }) });
type Rule = z.infer<typeof ruleSchema>;

/** In all states; returns the same object if nothing is removed. A current name is left for the user to judge, as everywhere. */
export function pruneRules(content: Content, profile: string): Content {
  let removed = 0;
  const prunedBy = (goes: (rule: Rule) => boolean) => (state: unknown) => {
    const { data } = stateSchema.safeParse(state);
    if (data === undefined) return state;
    const rules = data.set.rules.filter((rule) => !goes(rule));
    removed += data.set.rules.length - rules.length;
    return { ...data, set: { ...data.set, rules } };
  };
  const isFor = ({ profiles }: Rule): boolean => profiles?.text?.toLowerCase().includes(profile.toLowerCase()) === true;
  const present = prunedBy(isFor);
  const past = prunedBy((rule) => isFor(rule) || mentions(rule.name, profile));
  const records = new Map(Array.from(content.records, ([key, state]) => [key, present(state)]));
  const earlier = new Map(Array.from(content.earlier, ([key, states]) => [key, states.map(past)]));
  return removed === 0 ? content : { records, earlier };
}
