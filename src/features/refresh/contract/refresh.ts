/** A refresh: adds new data, trains the last recipe again, compares, checks, and waits for approval or exports (docs/refresh.md). */
import * as z from 'zod';
import { LONGEST_KEPT_NAME } from '../../../shared/limits';
import { EXPORT_FORMATS } from '../../../shared/values/export-formats';
import { saidSchema } from '../../../shared/words/sentence';
import { daySchema, exportedRulesSchema } from '../../../shared/contract/rules';
import { CHECK_MODES } from '../../review/contract/check-table';
import { driftSchema } from '../../../shared/contract/data-change';
import { FILE_ROLES, mappingFileSchema } from '../../../shared/contract/dataset';
import { outcomeFigureSchema, outcomeSchema } from '../../outcome/contract/outcome';
import { intervalSchema, METRICS } from '../../../shared/contract/paired';
import { progressSchema } from '../../../shared/contract/progress';
import { metricsSchema } from '../../../shared/contract/run';
import { SCORED_AGAIN_REASONS, scoredAgainSchema } from '../../run-comparison/contract/run-comparison';

export const refreshRequestSchema = z.strictObject({
  /** The folder to add. Absolute, as all paths here. */
  folder: z.string().min(1),
  /** The file to write if all is well and the lists are approved; where absent, the refresh ends before that. */
  out: z.string().min(1).optional(),
  format: z.enum(EXPORT_FORMATS),
  /** For a format that guards texts: the exact ones. */
  raw: z.boolean().optional(),
  /** The run whose recipe is trained again, and which the new run is compared with; the run in use where absent. */
  run: z.string().optional(),
  /** Fingerprint of the data set to add to, or its beginning; where absent that of the run, including all that refreshes added to it. */
  to: z.string().optional(),
  /** As for `datasets.add`. */
  mapping: mappingFileSchema.optional(),
  /** The key file of the data set's pseudonyms, if it has any. */
  pseudonymKey: z.string().min(1).optional(),
  /** Whether the written file has the IDs of the user's files instead of pseudonyms. */
  originalIds: z.boolean().optional(),
  /** Rules of a file in place of those saved with the data set, or no rules; where absent, the saved ones that are on. */
  rules: z.union([z.strictObject({ file: z.string().min(1) }), z.enum(['saved', 'none'])]).optional(),
  /** The day for rules and checks; the day of the export where absent. */
  date: daySchema.optional(),
  /**
   * Goes on even if the new run is worse, or cannot be compared: then a person's approval alone lets the file be written. Blocking checks still
   * prevent it.
   */
  evenIfWorse: z.boolean().optional(),
  /** Approves the lists in the name of this person, if they get that far. */
  approveAs: z.string().trim().min(1).max(LONGEST_KEPT_NAME).optional(),
});
export type RefreshRequest = z.infer<typeof refreshRequestSchema>;

export const REFRESH_STATES = [
  /** The file was written, ... */
  'exported',
  /** ... or not: everything holds, and the lists wait for a person's approval, ... */
  'waiting',
  /** ... the folder has nothing that the earlier run did not have, ... */
  'nothing-new',
  /** ... the new run is worse than the earlier one, beyond chance, ... */
  'worse',
  /** ... or could not be compared with it, ... */
  'not-compared',
  /** ... a blocking check found something, ... */
  'checks',
  /** ... the rules cannot be read, or leave a list too short for the format, ... */
  'rules',
  /** ... an error occurred, ... */
  'failed',
  /** ... or it has not ended. The same request continues it. */
  'begun',
] as const;

const countSchema = z.object({ before: z.int(), after: z.int() });

const comparedRefreshSchema = z.object({
  /** The run it was compared with, on the hold-out of the new one. */
  with: z.string(),
  /** By the interval of the difference of the score: same if it contains 0. */
  verdict: z.enum(['better', 'same', 'worse', 'not-compared']),
  /** Why it could not be compared; null if it was. */
  /** earlier-recipe: by version 1.0, which began with a run of an earlier recipe version. */
  reason: z.enum([...SCORED_AGAIN_REASONS, 'earlier-recipe']).nullable(),
  /** What counted, as in `runs.scoreAgain`. */
  titles: scoredAgainSchema.shape.titles,
  targets: scoredAgainSchema.shape.targets,
  /** Metrics of the earlier run and the new one, and the 95 % interval of the mean difference, paired by profile. */
  figures: z.array(
    z.object({
      metric: z.enum(METRICS),
      before: z.number(),
      now: z.number(),
      mean: z.number(),
      ...intervalSchema.shape,
      profiles: z.int(),
    }),
  ),
});
export type ComparedRefresh = z.infer<typeof comparedRefreshSchema>;

/** Whose word lets refreshes write files of lists that nobody has approved, and since when; null where nobody's does. */
export const unattendedSchema = z.object({
  /** Empty if the person was removed with a forgotten profile. */
  by: z.string().max(LONGEST_KEPT_NAME),
  /** ISO 8601. */
  at: z.string(),
});
export type Unattended = z.infer<typeof unattendedSchema>;

/** What the next refresh starts from. */
export const refreshBaseSchema = z.object({
  run: z.object({ runId: z.string(), name: z.string() }),
  /**
   * Why this run: it was chosen for use, or refreshes made it from the one that was (refreshed); without such a run, its lists were exported or
   * approved last; without any such run, it has a star, or is simply the last one. named: it was requested.
   */
  why: z.enum(['chosen', 'refreshed', 'exported', 'approved', 'starred', 'last', 'named']),
  /** The data set to add to; with pseudonyms its key file is needed. */
  data: z.object({ fingerprint: z.string(), name: z.string(), pseudonyms: z.boolean() }),
  /** The checks that are set to stop: nothing is written if one of them finds anything. Own checks have a name. */
  stops: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
});
export type RefreshBase = z.infer<typeof refreshBaseSchema>;

/** Progress of a refresh. Contains its base once that is known: before, it may wait for another refresh that makes another run. */
export const refreshProgressSchema = progressSchema.extend({ base: refreshBaseSchema.optional() });
export type RefreshProgress = z.infer<typeof refreshProgressSchema>;

/** The stored result of a refresh, which is also the answer. It holds no profile, but names of rules and checks, which people write. */
export const refreshSchema = z.object({
  refreshId: z.string(),
  state: z.enum(REFRESH_STATES),
  /** Why nothing was written, in words; null if something was. */
  reason: z.object({ message: z.string(), said: saidSchema.optional() }).nullable(),
  /** ISO 8601. */
  startedAt: z.string(),
  /** Null until it ends. */
  endedAt: z.string().nullable(),
  /** The run whose recipe was trained again, and the data set that was added to. */
  from: z.object({ runId: z.string(), data: z.string() }),
  folder: z.string(),
  /** The addition to the data; null if the folder could not be added. */
  dataset: z
    .object({
      fingerprint: z.string(),
      name: z.string(),
      /** Whether equal events were identified for certain. */
      exact: z.boolean(),
      profiles: countSchema,
      items: countSchema,
      events: z.array(
        z.object({
          role: z.enum(FILE_ROLES),
          before: z.int(),
          added: z.int(),
          duplicates: z.int(),
          rejected: z.int(),
        }),
      ),
      /** Attributes whose distribution changed; the values themselves are not stored. */
      drifted: z.array(driftSchema.pick({ of: true, attribute: true, index: true, limit: true })),
    })
    .nullable(),
  /** The new run, as far as it came; null before there is one. */
  run: z.object({ runId: z.string(), seed: z.int(), metrics: metricsSchema.nullable() }).nullable(),
  compared: comparedRefreshSchema.nullable(),
  /** Outcomes of the earlier run's exports, according to the added data: those with any viewings. `runs.outcomes` has the groups. */
  lastExports: z
    .array(
      outcomeSchema.pick({ exports: true, withRules: true, tuned: true, period: true, profiles: true }).extend({
        recall: outcomeFigureSchema,
        ndcg: outcomeFigureSchema,
        hits: outcomeFigureSchema,
      }),
    )
    .default([]),
  checks: z
    .object({
      /** Blocking checks that found something. */
      stopped: z.array(z.string()),
      /** Checks that were made, and how many lists they found; null for one that does not apply to this data. */
      found: z.array(
        z.object({
          id: z.string(),
          name: z.string().nullable(),
          mode: z.enum(CHECK_MODES),
          count: z.int().nullable(),
        }),
      ),
    })
    .nullable(),
  export: z
    .object({
      file: z.string(),
      sha256: z.string(),
      format: z.enum(EXPORT_FORMATS),
      profiles: z.int(),
      /** Hash of the rules that the lists were made with, their day, and which they were; null without rules, and in earlier refreshes. */
      rulesSha256: z.string().nullable(),
      rulesDate: z.string().nullable().default(null),
      rules: exportedRulesSchema.nullable().default(null),
      /** By whose word the file was written: an approval of exactly these lists, or the setting. Null in earlier refreshes. */
      released: z
        .object({ how: z.enum(['approved', 'unattended']), by: z.string() })
        .nullable()
        .default(null),
    })
    .nullable(),
});
export type Refresh = z.infer<typeof refreshSchema>;
