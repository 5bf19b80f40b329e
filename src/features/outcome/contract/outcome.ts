/** What of exported lists was then watched, as newer data tells. */
import * as z from 'zod';
import { ERROR_CODES } from '../../../shared/errors';
import { EXPORT_FORMATS } from '../../../shared/values/export-formats';
import { saidSchema } from '../../../shared/words/sentence';
import { ruleSetSchema } from '../../../shared/contract/rules';
import { damagedRunSchema } from '../../../shared/contract/run';

export const outcomeRequestSchema = z.strictObject({
  /** Exports of this run; of all runs where absent. */
  runId: z.string().optional(),
  /** Only the exports of these bytes, or a beginning of them. */
  sha256: z.string().min(4).optional(),
  /** The newer data set; where absent, of each export the first that has more viewings than its own. */
  data: z.string().optional(),
  /** Of exports whose rules are no longer saved: those that they were made with. */
  rules: ruleSetSchema.optional(),
});
export type OutcomeRequest = z.infer<typeof outcomeRequestSchema>;

const intervalSchema = z.object({ low: z.number(), high: z.number() });

/** A mean over profiles, with 95 % intervals by a bootstrap over them (of a share: Wilson's). */
export const outcomeFigureSchema = z.object({
  mean: z.number(),
  /** Null of a single profile. */
  interval: intervalSchema.nullable(),
  /** What the most watched titles that a profile had not watched would have come to as its list. */
  popular: z.number(),
  /** Of the lists less the popular ones, paired. */
  difference: intervalSchema.extend({
    mean: z.number(),
    /** Whether the interval leaves out 0. */
    isCertain: z.boolean(),
  }),
});
export type OutcomeFigure = z.infer<typeof outcomeFigureSchema>;

const judgedSchema = z.object({
  /** The figures of docs/evaluation.md over 25 places; `hits`: share of the profiles that watched anything of their list. */
  recall: outcomeFigureSchema,
  ndcg: outcomeFigureSchema,
  hits: outcomeFigureSchema,
  /** Recall in groups of profiles: by length of the history when the lists were made, and by attribute. */
  groups: z.array(z.object({ group: z.string(), label: z.string(), profiles: z.int(), recall: outcomeFigureSchema })),
});

const dataSchema = z.object({ fingerprint: z.string(), name: z.string() });

/** Why exported lists were not judged. */
const OUTCOME_PROBLEMS = ['no-newer-data', 'other-data', 'nothing-watched', 'not-rebuilt'] as const;

export const outcomeSchema = z.object({
  runId: z.string(),
  name: z.string(),
  /** The files that hold these lists, the first one first. */
  exports: z.array(
    z.object({ sha256: z.string(), format: z.enum(EXPORT_FORMATS), exportedAt: z.string(), path: z.string() }),
  ),
  withRules: z.boolean(),
  tuned: z.boolean(),
  /** Whether the lists were made again to the same hash, of the lists as trained or of the file; with rules or a tuning that cannot be told of a file with translated pseudonyms. */
  compared: z.boolean(),
  /** What the run was trained on. */
  data: dataSchema,
  /** Where the new viewings are; null where the lists were compared with none. */
  newer: dataSchema.nullable(),
  /** First and last time of new viewings of the judged profiles, but for late ones, ISO 8601 in UTC; null without times. */
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  /** Every exported profile once; null where the lists were compared with no data. */
  profiles: z
    .object({
      exported: z.int(),
      /** With new viewings: those that are judged. */
      judged: z.int(),
      withoutNew: z.int(),
      /** Not in the newer data, or not known to the run. */
      unknown: z.int(),
      /** Not in the newer data because they were forgotten. */
      forgotten: z.int(),
    })
    .nullable(),
  /** Titles that judged profiles watched for the first time, each once a profile. */
  viewings: z
    .object({
      all: z.int(),
      /** Of them in the list of their profile. */
      listed: z.int(),
      /** Of titles that the run had learned nothing of. */
      ofNewTitles: z.int(),
      /** Before the last viewing of the run's own data: they came late. */
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
  /** One entry for the same lists, however often they were exported; the first exported first. */
  outcomes: z.array(outcomeSchema),
  /** Where all runs are asked for: those of which it cannot be read what was exported, and why. */
  unreadable: z.array(damagedRunSchema),
});
export type Outcomes = z.infer<typeof outcomesSchema>;
