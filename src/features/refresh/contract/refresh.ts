/** A refresh: new data added, the last recipe trained again, compared, checked, and exported where that holds (docs/refresh.md). */
import * as z from 'zod';
import { EXPORT_FORMATS } from '../../../shared/values/export-formats';
import { saidSchema } from '../../../shared/words/sentence';
import { daySchema } from '../../../shared/contract/rules';
import { CHECK_MODES } from '../../review/contract/check-table';
import { driftSchema } from '../../../shared/contract/data-change';
import { FILE_ROLES, mappingFileSchema } from '../../../shared/contract/dataset';
import { outcomeFigureSchema, outcomeSchema } from '../../outcome/contract/outcome';
import { progressSchema } from '../../../shared/contract/progress';
import { metricsSchema } from '../../../shared/contract/run';
import { SCORED_AGAIN_REASONS, scoredAgainSchema } from '../../run-comparison/contract/run-comparison';

export const refreshRequestSchema = z.strictObject({
  /** What is added. Absolute, as all paths here. */
  folder: z.string().min(1),
  /** The file that is written where everything holds. */
  out: z.string().min(1),
  format: z.enum(EXPORT_FORMATS),
  /** Of a format that guards texts: the exact ones. */
  raw: z.boolean().optional(),
  /** Whose recipe is trained again, and which the new run is compared with; the last one that holds where absent. */
  run: z.string().optional(),
  /** Fingerprint of the data set that is added to, or the beginning of one; where absent that of the run, with all that refreshes added to it. */
  to: z.string().optional(),
  /** As of `datasets.add`. */
  mapping: mappingFileSchema.optional(),
  /** The key file of the pseudonyms of the data set, where it has any. */
  pseudonymKey: z.string().min(1).optional(),
  /** Whether the file that is written has the IDs of the user's files in place of pseudonyms. */
  originalIds: z.boolean().optional(),
  /** Those of a file, or those that are saved with the data set. */
  rules: z.union([z.strictObject({ file: z.string().min(1) }), z.literal('saved')]).optional(),
  /** For which rules are applied and lists are checked; the day on which it is exported where absent. */
  date: daySchema.optional(),
  /** Writes the file although the new run is worse, or cannot be compared. Checks that stop keep it from being written all the same. */
  evenIfWorse: z.boolean().optional(),
});
export type RefreshRequest = z.infer<typeof refreshRequestSchema>;

export const REFRESH_STATES = [
  /** The file was written, ... */
  'exported',
  /** ... or not: what was added has nothing that the run before did not have, ... */
  'nothing-new',
  /** ... the new run is worse than the one before, beyond chance, ... */
  'worse',
  /** ... or could not be compared with it, ... */
  'not-compared',
  /** ... a check that is set to stop found something, ... */
  'checks',
  /** ... something went wrong on the way, ... */
  'failed',
  /** ... or it has not come to its end. The same again goes on. */
  'begun',
] as const;

const countSchema = z.object({ before: z.int(), after: z.int() });

export const comparedRefreshSchema = z.object({
  /** The run it was compared with, on the hold-out of the new one. */
  with: z.string(),
  /** By the interval of the difference of the score: same where it holds 0. */
  verdict: z.enum(['better', 'same', 'worse', 'not-compared']),
  /** Why it could not be compared; null where it was. */
  reason: z.enum(SCORED_AGAIN_REASONS).nullable(),
  /** What counted, as in `runs.scoreAgain`. */
  titles: scoredAgainSchema.shape.titles,
  targets: scoredAgainSchema.shape.targets,
  /** Figures of the run before and of the new one, and the 95 % interval of the new one's mean difference, paired by profile. */
  figures: z.array(
    z.object({
      metric: z.enum(['score', 'recall', 'ndcg']),
      before: z.number(),
      now: z.number(),
      mean: z.number(),
      low: z.number(),
      high: z.number(),
      profiles: z.int(),
    }),
  ),
});
export type ComparedRefresh = z.infer<typeof comparedRefreshSchema>;

/** What the next refresh begins with. */
export const refreshBaseSchema = z.object({
  run: z.object({ runId: z.string(), name: z.string() }),
  /**
   * Why it is this run: its lists were exported or approved last of all; where none were, it has a star, or is simply the last one. named: it was
   * asked for.
   */
  why: z.enum(['exported', 'approved', 'starred', 'last', 'named']),
  /** The data set that is added to; with pseudonyms its key file is needed. */
  data: z.object({ fingerprint: z.string(), name: z.string(), pseudonyms: z.boolean() }),
});
export type RefreshBase = z.infer<typeof refreshBaseSchema>;

/** How a refresh goes. Each has what it began with, once it has: before, it may wait for another one that comes to another run. */
export const refreshProgressSchema = progressSchema.extend({ base: refreshBaseSchema.optional() });
export type RefreshProgress = z.infer<typeof refreshProgressSchema>;

/** What is kept of a refresh, and answered. It names no profile. */
export const refreshSchema = z.object({
  refreshId: z.string(),
  state: z.enum(REFRESH_STATES),
  /** Why nothing was written, in words; null where something was. */
  reason: z.object({ message: z.string(), said: saidSchema.optional() }).nullable(),
  /** ISO 8601. */
  startedAt: z.string(),
  /** Null of one that has not come to its end. */
  endedAt: z.string().nullable(),
  /** The run whose recipe was trained again, and the data set that was added to. */
  from: z.object({ runId: z.string(), data: z.string() }),
  folder: z.string(),
  /** What became of the data; null where the folder could not be added. */
  dataset: z
    .object({
      fingerprint: z.string(),
      name: z.string(),
      /** Whether equal events were told for certain. */
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
      /** Attributes whose values are spread otherwise than before; the values themselves are not kept. */
      drifted: z.array(driftSchema.pick({ of: true, attribute: true, index: true, limit: true })),
    })
    .nullable(),
  /** The new run, as far as it came; null before there is one. */
  run: z.object({ runId: z.string(), seed: z.int(), metrics: metricsSchema.nullable() }).nullable(),
  compared: comparedRefreshSchema.nullable(),
  /** How exports of the run before did, as what was added tells: those of which anything was watched. `runs.outcomes` has the groups. */
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
      /** Those that are set to stop and found something. */
      stopped: z.array(z.string()),
      /** Those that are made, and how many lists they found; null for one that says nothing about this data. */
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
      /** Of the rules that the lists were made with. */
      rulesSha256: z.string().nullable(),
    })
    .nullable(),
});
export type Refresh = z.infer<typeof refreshSchema>;
