/** What was watched of exported lists, according to newer data. */
import * as z from 'zod';
import { intervalSchema } from '../../../shared/contract/paired';
import { profileFilterSchema } from '../../../shared/contract/profiles';
import { ERROR_CODES } from '../../../shared/errors';
import { EXPORT_FORMATS } from '../../../shared/values/export-formats';
import { saidSchema } from '../../../shared/words/sentence';
import { ruleSetSchema } from '../../../shared/contract/rules';
import { damagedRunSchema } from '../../../shared/contract/run';

export const outcomeRequestSchema = z.strictObject({
  /** Exports of this run; of all runs where absent. */
  runId: z.string().optional(),
  /** Only exported profiles of the run that match it now; needs `runId`. Such an outcome is not stored with the run. */
  of: profileFilterSchema.optional(),
  /** Only exports with this hash, or a beginning of it. */
  sha256: z.string().min(4).optional(),
  /** The newer data set; where absent, for each export the first one with more viewings than its own. */
  data: z.string().optional(),
  /** The rules of exports whose rules are no longer saved. */
  rules: ruleSetSchema.optional(),
});
export type OutcomeRequest = z.infer<typeof outcomeRequestSchema>;

/** A mean over profiles, with 95 % intervals by a bootstrap over them (for a share: Wilson's). */
export const outcomeFigureSchema = z.object({
  mean: z.number(),
  /** Null for a single profile. */
  interval: intervalSchema.nullable(),
  /** The same metric if each profile's list had been the most watched titles that it had not watched. */
  popular: z.number(),
  /** The lists less the popular ones, paired. */
  difference: intervalSchema.extend({
    mean: z.number(),
    /** Whether the interval excludes 0. */
    isCertain: z.boolean(),
  }),
});
export type OutcomeFigure = z.infer<typeof outcomeFigureSchema>;

/** Titles that profiles watched for the first time, each once per profile: the denominator of what is told in people's terms. */
const firstViewingsSchema = z.object({
  all: z.int(),
  /** Those in the list of their profile. */
  listed: z.int(),
  /** Those in it if each list had been the most watched titles that the profile had not watched. */
  popular: z.int(),
});
export type FirstViewings = z.infer<typeof firstViewingsSchema>;

const judgedSchema = z.object({
  /** The metrics of docs/evaluation.md over 25 places; `hits`: share of the profiles that watched anything of their list. */
  recall: outcomeFigureSchema,
  ndcg: outcomeFigureSchema,
  hits: outcomeFigureSchema,
  /** Recall in groups of profiles: by length of the history when the lists were made, and by attribute. */
  groups: z.array(
    z.object({
      group: z.string(),
      label: z.string(),
      profiles: z.int(),
      recall: outcomeFigureSchema,
      viewings: firstViewingsSchema,
    }),
  ),
});

const dataSchema = z.object({ fingerprint: z.string(), name: z.string() });

/** Why exported lists were not judged. */
const OUTCOME_PROBLEMS = ['no-newer-data', 'other-data', 'nothing-watched', 'not-rebuilt'] as const;

export const outcomeSchema = z.object({
  runId: z.string(),
  name: z.string(),
  /** The files with these lists, earliest first. */
  exports: z.array(
    z.object({ sha256: z.string(), format: z.enum(EXPORT_FORMATS), exportedAt: z.string(), path: z.string() }),
  ),
  withRules: z.boolean(),
  /** Names of the rules that counted, as the exports recorded them; empty without rules, and of exports of version 0.2.0 and earlier. */
  ruleNames: z.array(z.string()).default([]),
  tuned: z.boolean(),
  /**
   * Whether the lists were made again with the same hash, of the lists as trained or of the file; this cannot be checked for a file under rules or a
   * tuning with translated pseudonyms.
   */
  compared: z.boolean(),
  /** The data of the run. */
  data: dataSchema,
  /** The data with the new viewings; null if the lists were compared with none. */
  newer: dataSchema.nullable(),
  /** First and last time of new viewings of the judged profiles, without late ones, ISO 8601 in UTC; null without times. */
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  /** Every exported profile that was asked about counts once; null if the lists were compared with no data. */
  profiles: z
    .object({
      exported: z.int(),
      /** Profiles with new viewings, which are judged. */
      judged: z.int(),
      withoutNew: z.int(),
      /** Not in the newer data, or unknown to the run. */
      unknown: z.int(),
      /** Not in the newer data because they were forgotten. */
      forgotten: z.int(),
    })
    .nullable(),
  /** Titles that judged profiles watched for the first time, each once per profile. */
  viewings: z
    .object({
      ...firstViewingsSchema.shape,
      /** Those of titles that the run had not learned. */
      ofNewTitles: z.int(),
      /** Late ones: before the last viewing of the run's own data. */
      late: z.int(),
    })
    .nullable(),
  judged: judgedSchema.nullable(),
  problem: z
    .object({
      reason: z.enum(OUTCOME_PROBLEMS),
      code: z.enum(ERROR_CODES),
      message: z.string(),
      said: saidSchema.optional(),
    })
    .nullable(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

export const outcomesSchema = z.object({
  /** One entry for the same lists, however often they were exported; first exported first. */
  outcomes: z.array(outcomeSchema),
  /** If all runs are requested: those whose exports cannot be read, and why. */
  unreadable: z.array(damagedRunSchema.omit({ isWhole: true })),
});
export type Outcomes = z.infer<typeof outcomesSchema>;
