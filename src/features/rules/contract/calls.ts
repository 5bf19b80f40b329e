/** Curators' rules, saved with a data set. A change needs the revision that was read, and is refused as `busy` if there is a later one. */
import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { progressSchema } from '../../../shared/contract/progress';
import { comparedRulesSchema, ruleSetNamedSchema } from './rule-difference';
import {
  checkedRulesSchema,
  countingRulesSchema,
  keptRulesSchema,
  ruleEffectSchema,
  ruleHistorySchema,
} from '../../../shared/contract/rule-answers';
import {
  appliedRulesSchema,
  ruleMembersSchema,
  rulesChoiceSchema,
  ruleSetSchema,
} from '../../../shared/contract/rules';
import { unfinishedRulesSchema } from '../../../shared/contract/unfinished-rules';
import { membersSinceSchema } from './members-since';

const data = z.string();

export const rulesCalls = {
  get: oc.input(z.strictObject({ data })).output(keptRulesSchema),
  /** @param unfinished sentences with an empty blank; those that are there stay where it is absent */
  set: oc
    .input(
      z.strictObject({
        data,
        revision: z.int().min(0),
        set: ruleSetSchema,
        unfinished: unfinishedRulesSchema.optional(),
      }),
    )
    .output(keptRulesSchema),
  /** The rules that count for lists of the data set, as every call decides it that takes `rules`. */
  counting: oc
    .input(z.strictObject({ data, rules: rulesChoiceSchema.optional() }))
    .output(countingRulesSchema.nullable()),
  /** The data set whose rules a plain import left behind, and how many rules it has; null where none are to be offered. */
  before: oc.input(z.strictObject({ data })).output(
    z
      .object({
        data: z.string(),
        name: z.string(),
        importedAt: z.string(),
        rules: z.int(),
        on: z.int(),
      })
      .nullable(),
  ),
  /** Takes over the rules of another data set with their history. @throws `busy` if the data has or had rules of its own */
  adopt: oc.input(z.strictObject({ data, from: z.string() })).output(keptRulesSchema),
  history: oc.input(z.strictObject({ data })).output(ruleHistorySchema),
  /** Restores the rules at revision `to`, as a new revision. */
  restore: oc.input(z.strictObject({ data, revision: z.int(), to: z.int() })).output(keptRulesSchema),
  /** The differences between two sets. @throws `not-found` for a revision that is no longer stored */
  compare: oc
    .input(z.strictObject({ data, before: ruleSetNamedSchema, after: ruleSetNamedSchema }))
    .output(comparedRulesSchema),
  /** Reads a file of rules; saves nothing. `file` is absolute. */
  readFile: oc.input(z.strictObject({ data, file: z.string().min(1) })).output(checkedRulesSchema),
  /** Rules that came with a run in a bundle: those saved with its data there, and those it was approved under, if they differ. */
  ofRun: oc
    .input(z.strictObject({ runId: z.string() }))
    .output(z.object({ saved: checkedRulesSchema.nullable(), approved: checkedRulesSchema.nullable() })),
  /** Checks rules against the data; saves nothing. */
  check: oc.input(z.strictObject({ data, set: ruleSetSchema })).output(checkedRulesSchema),
  /** The members of a saved segment today, for a rule. `segment` is its ID or name. @throws `usage` if it has none, too many, or asks for a run */
  members: oc
    .input(z.strictObject({ data, segment: z.string().min(1), runId: z.string().optional() }))
    .output(ruleMembersSchema),
  /** For each rule that is for members of a segment: how these have changed since. */
  membersSince: oc.input(z.strictObject({ data, set: ruleSetSchema })).output(z.array(membersSinceSchema)),
  /** Writes the saved rules to a file of the user's. */
  saveFile: oc
    .input(z.strictObject({ data, out: z.string().min(1) }))
    .output(z.object({ path: z.string(), rules: z.int(), rulesSha256: z.string() })),
  /**
   * The effect of rules on the lists of a run, before they are switched on. @param beside rules whose lists they are compared with; absent: the lists
   * as the model ranks
   */
  try: oc
    .input(z.strictObject({ runId: z.string(), ...appliedRulesSchema.shape, beside: ruleSetSchema.optional() }))
    .output(eventIterator(progressSchema, ruleEffectSchema)),
};
