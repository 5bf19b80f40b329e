/**
 * The one contract between the engine and everything that uses it: window, browser page, command line, tests.
 * Each call takes one object and answers one display-ready object; long work is an async iterator with a final value.
 */
import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { saidSchema } from '../sentences/sentence';
import { recipeSchema } from '../recipe/schema';
import { LEADERBOARD_MODELS } from '../recipe/presets';
import {
  facetSchema,
  neighbourSchema,
  pageRequest,
  profileFilterSchema,
  profileRowSchema,
  titleFilterSchema,
  titleRowSchema,
  titleViewSchema,
} from './profiles';
import { latentDirectionSchema, tunedListSchema, tuningSchema } from './tuning';
import {
  keepSegmentSchema,
  keepTuningSchema,
  keptSegmentSchema,
  keptTuningSchema,
  noteSchema,
  removeKeptSchema,
} from './kept';
import { explanationSchema } from './explanation';
import {
  deviceMeasurementSchema,
  deviceSchema,
  deviceStatusSchema,
  gpuPackSchema,
  measureRequestSchema,
} from './device';
import { datasetSchema, mappingProposalSchema, mappingSchema, rowIssueSchema, sourceStateSchema } from './dataset';
import {
  damagedRunSchema,
  environmentSchema,
  epochSchema,
  exportRecordSchema,
  listQualitySchema,
  pairedIntervalSchema,
  runProgressSchema,
  verificationSchema,
} from './run';

import { runComparisonSchema } from './run-comparison';
import {
  earlierExportSchema,
  estimateSchema,
  markRunSchema,
  queueEntrySchema,
  queueStepSchema,
  runMarksSchema,
  runSchema,
  startRunSchema,
} from './run-life';

export * from './dataset';
export * from './device';
export * from './explanation';
export * from './kept';
export * from './profiles';
export * from './run';
export * from './run-comparison';
export * from './run-life';
export * from './tuning';

/** How far a long call is; `done` and `total` in the unit of the phase. */
export const progressSchema = z.object({ phase: z.string(), detail: z.string(), done: z.number(), total: z.number() });
export type Progress = z.infer<typeof progressSchema>;

const fingerprint = z.string();
const runId = z.string();

export const importAnswerSchema = datasetSchema.extend({
  /** False where this very data was imported before. */
  imported: z.boolean(),
});
export type ImportAnswer = z.infer<typeof importAnswerSchema>;

export const historyEntrySchema = z.object({
  item: z.string(),
  title: z.string().nullable(),
  /** Genre or whatever the first item attribute is; null where missing. */
  group: z.string().nullable(),
  /** Last time, ISO 8601 in UTC. */
  lastWatched: z.string().nullable(),
  times: z.int(),
});
export const recommendedItemSchema = z.object({
  rank: z.int(),
  item: z.string(),
  title: z.string().nullable(),
  score: z.number(),
  watched: z.boolean(),
});
export const recommendationSchema = z.object({
  runId,
  profile: z.string(),
  attributes: z.array(z.object({ name: z.string(), value: z.string().nullable() })),
  history: z.array(historyEntrySchema),
  items: z.array(recommendedItemSchema),
});
export type Recommendation = z.infer<typeof recommendationSchema>;

export const leaderboardRowSchema = z.object({
  model: z.enum(LEADERBOARD_MODELS),
  recall: z.number(),
  ndcg: z.number(),
  score: z.number(),
  /** Standard deviation of the score over the seeds; null with one seed. */
  deviation: z.number().nullable(),
  seconds: z.number(),
  /** Epochs chosen on the validation part, one a seed; empty for models without epochs. */
  epochs: z.array(z.int()),
  quality: listQualitySchema,
  /** Score less that of the best row, over the same profiles; null for the best row. */
  toBest: pairedIntervalSchema.nullable(),
});
export const leaderboardSchema = z.object({
  dataset: z.object({ fingerprint, name: z.string() }),
  split: z.enum(['time', 'random']),
  seeds: z.array(z.int()),
  testProfiles: z.int(),
  rows: z.array(leaderboardRowSchema),
});
export type Leaderboard = z.infer<typeof leaderboardSchema>;
export type LeaderboardRow = z.infer<typeof leaderboardRowSchema>;

export const leaderboardRequestSchema = z.strictObject({
  data: fingerprint,
  /** By time where absent; a data set without times is split at random. */
  split: z.enum(['time', 'random']).optional(),
  seeds: z.int().min(1).max(100).default(1),
  /** The first seed; the others follow it. */
  seed: z.int().min(0).max(0xffffffff).default(1),
  models: z.array(z.enum(LEADERBOARD_MODELS)).min(1).optional(),
});
export type LeaderboardRequest = z.infer<typeof leaderboardRequestSchema>;

export const removalSchema = z.object({
  id: z.string(),
  kind: z.enum(['run', 'dataset']),
  trash: z.string(),
  /** Runs that can no longer be verified. */
  affectedRuns: z.array(runId),
});
export type Removal = z.infer<typeof removalSchema>;

export const diagnosisSchema = environmentSchema.extend({
  program: z.object({ version: z.string(), commit: z.string() }),
  versions: z.record(z.string(), z.string()),
  workspace: z.object({ folder: z.string(), bytes: z.int(), datasets: z.int(), runs: z.int(), freeBytes: z.int() }),
  devices: z.array(deviceSchema),
  findings: z.array(
    z.object({ severity: z.enum(['good', 'warning', 'problem']), message: z.string(), said: saidSchema.optional() }),
  ),
});
export type Diagnosis = z.infer<typeof diagnosisSchema>;

export const workspaceChangeSchema = z.object({
  kind: z.enum(['runs', 'datasets', 'reviews', 'notes', 'segments', 'tunings', 'marks', 'queue']),
  id: z.string().nullable(),
});
export type WorkspaceChangeKind = z.infer<typeof workspaceChangeSchema>['kind'];

export const contract = {
  datasets: {
    /** Reads a folder into a snapshot. `folder` is absolute. */
    import: oc
      .input(z.strictObject({ folder: z.string().min(1), mapping: mappingSchema.optional() }))
      .output(eventIterator(progressSchema, importAnswerSchema)),
    /** A column mapping for a folder with other names, from names and values at the beginnings of its files. */
    proposeMapping: oc.input(z.strictObject({ folder: z.string().min(1) })).output(mappingProposalSchema),
    list: oc.output(z.array(datasetSchema)),
    get: oc.input(z.strictObject({ fingerprint })).output(datasetSchema),
    /** Whether the user's folder is still what was imported. */
    checkSource: oc.input(z.strictObject({ fingerprint })).output(sourceStateSchema),
    rowIssues: oc
      .input(
        z.strictObject({
          fingerprint,
          start: z.int().min(0),
          end: z.int().min(0),
          outcome: z.enum(['repaired', 'rejected']).optional(),
        }),
      )
      .output(z.object({ total: z.int(), rows: z.array(rowIssueSchema) })),
    exportRowIssues: oc
      .input(z.strictObject({ fingerprint, out: z.string() }))
      .output(z.object({ path: z.string(), rows: z.int() })),
  },
  runs: {
    /** Starts a trainer and answers at once. */
    start: oc.input(startRunSchema).output(z.object({ runId })),
    /** Joins a run; leaving the iterator stops nothing. Ends with the run, as `get` answers it, when it no longer runs. */
    watch: oc.input(z.strictObject({ runId })).output(eventIterator(runProgressSchema, runSchema)),
    stop: oc.input(z.strictObject({ runId })).output(runSchema),
    resume: oc.input(z.strictObject({ runId })).output(z.object({ runId })),
    list: oc.output(z.array(runSchema)),
    /** Runs whose run.json cannot be read, which `list` therefore leaves out, and why. */
    damaged: oc.output(z.array(damagedRunSchema)),
    get: oc.input(z.strictObject({ runId })).output(runSchema),
    /** Names, stars, notes, archives a run; what is absent stays. The record itself never changes. */
    mark: oc.input(markRunSchema).output(runMarksSchema),
    /** What a run of this recipe is likely to take. */
    estimate: oc.input(z.strictObject({ data: fingerprint, recipe: recipeSchema })).output(estimateSchema),
    /** Two to four runs; the others are compared with the first. */
    compare: oc.input(z.strictObject({ runIds: z.array(runId).min(2).max(4) })).output(runComparisonSchema),
    epochs: oc.input(z.strictObject({ runId })).output(z.array(epochSchema)),
    verify: oc.input(z.strictObject({ runId })).output(eventIterator(progressSchema, verificationSchema)),
    /** What its verifications came to, latest first. */
    certificates: oc.input(z.strictObject({ runId })).output(z.array(verificationSchema)),
    saveCertificate: oc
      .input(z.strictObject({ runId, verifiedAt: z.string(), out: z.string() }))
      .output(z.object({ path: z.string(), sha256: z.string() })),
    bundle: oc
      .input(z.strictObject({ runId, out: z.string(), withData: z.boolean() }))
      .output(
        z.object({ runId, path: z.string(), sha256: z.string(), withData: z.boolean(), files: z.array(z.string()) }),
      ),
    open: oc
      .input(z.strictObject({ file: z.string() }))
      .output(z.object({ runId, fingerprint, withData: z.boolean(), checkedFiles: z.int() })),
    export: oc
      .input(
        z.strictObject({
          runId,
          out: z.string(),
          format: z.enum(['submission', 'csv', 'parquet']),
          /** Of an earlier export: where other bytes would come out, nothing is written. */
          sha256: z.string().optional(),
        }),
      )
      .output(exportRecordSchema),
    /** What was exported of a run, latest first. */
    exports: oc.input(z.strictObject({ runId })).output(z.array(earlierExportSchema)),
  },
  /** Runs that wait for their turn, kept in the workspace; an open window's engine starts them one after the other. */
  queue: {
    list: oc.output(z.array(queueEntrySchema)),
    add: oc.input(startRunSchema).output(queueEntrySchema),
    /** Puts an entry before another one, or at the end. */
    move: oc.input(z.strictObject({ id: z.string(), before: z.string().nullable() })).output(z.array(queueEntrySchema)),
    remove: oc.input(z.strictObject({ id: z.string() })).output(z.object({ removed: z.string() })),
    /** Starts the next one where nothing is being trained in this workspace. */
    next: oc.output(queueStepSchema),
  },
  profiles: {
    page: oc
      .input(
        z.strictObject({
          data: fingerprint,
          runId: runId.optional(),
          ...pageRequest,
          filter: profileFilterSchema.optional(),
        }),
      )
      .output(z.object({ all: z.int(), total: z.int(), rows: z.array(profileRowSchema) })),
    facets: oc.input(z.strictObject({ data: fingerprint })).output(z.array(facetSchema)),
    /** Nearest profiles in latent space, nearest first. */
    neighbours: oc
      .input(z.strictObject({ runId, profile: z.string(), count: z.int().min(1).max(200).default(10) }))
      .output(z.array(neighbourSchema)),
    /** Marks a profile as looked at; kept with the data set, seen by every window. */
    review: oc
      .input(z.strictObject({ data: fingerprint, profile: z.string(), reviewed: z.boolean() }))
      .output(z.object({ reviewed: z.boolean() })),
    note: oc.input(z.strictObject({ data: fingerprint, profile: z.string() })).output(noteSchema),
    /** Refused as `busy` where `revision` is not that of the note that is there. An empty text takes it away. */
    setNote: oc
      .input(
        z.strictObject({
          data: fingerprint,
          profile: z.string(),
          text: noteSchema.shape.text,
          revision: z.int().min(0),
        }),
      )
      .output(noteSchema),
    /** Why a title is where it is in the list of a profile: what each watched title and each attribute does to its score. */
    explain: oc
      .input(z.strictObject({ runId, profile: z.string(), item: z.string(), tuning: tuningSchema.optional() }))
      .output(explanationSchema),
  },
  /** Filters that were given a name; kept with a data set. Changing or removing one needs the revision that was read. */
  segments: {
    list: oc.input(z.strictObject({ data: fingerprint })).output(z.array(keptSegmentSchema)),
    keep: oc.input(keepSegmentSchema.extend({ data: fingerprint })).output(keptSegmentSchema),
    remove: oc.input(removeKeptSchema).output(z.object({ removed: z.string() })),
  },
  titles: {
    page: oc
      .input(
        z.strictObject({
          data: fingerprint,
          runId: runId.optional(),
          ...pageRequest,
          filter: titleFilterSchema.optional(),
        }),
      )
      .output(z.object({ all: z.int(), total: z.int(), rows: z.array(titleRowSchema) })),
    open: oc.input(z.strictObject({ runId, item: z.string() })).output(titleViewSchema),
  },
  tuning: {
    /** The list of a profile under a tuning, and what moved against the untouched one. Under 100 ms at 20,000 titles. */
    apply: oc
      .input(
        z.strictObject({
          runId,
          profile: z.string(),
          tuning: tuningSchema,
          count: z.int().min(1).max(200).default(25),
          /** What moved is told against the list of this run, where it is another. */
          against: runId.optional(),
        }),
      )
      .output(tunedListSchema),
    /** Tunings that were given a name; kept with a data set. Changing or removing one needs the revision that was read. */
    list: oc.input(z.strictObject({ data: fingerprint })).output(z.array(keptTuningSchema)),
    keep: oc.input(keepTuningSchema.extend({ data: fingerprint })).output(keptTuningSchema),
    remove: oc.input(removeKeptSchema).output(z.object({ removed: z.string() })),
    /** The latent directions that vary most over the profiles. Empty for models without a latent code. */
    directions: oc
      .input(z.strictObject({ runId, count: z.int().min(1).max(64).default(12) }))
      .output(z.array(latentDirectionSchema)),
  },
  recommend: oc
    .input(
      z.strictObject({
        runId,
        profile: z.string(),
        count: z.int().min(1).max(1000).default(25),
        includeWatched: z.boolean().optional(),
      }),
    )
    .output(recommendationSchema),
  device: {
    /** On what can be trained here, why not on more, and how the GPU pack stands. */
    status: oc.output(deviceStatusSchema),
    /** Fetches the GPU pack, or goes on with it: the one download after setup. */
    install: oc.output(eventIterator(progressSchema, gpuPackSchema)),
    remove: oc.output(gpuPackSchema),
    measure: oc.input(measureRequestSchema).output(eventIterator(progressSchema, deviceMeasurementSchema)),
    /** Versions, devices and how runs ended, without any name of the user's. `out` is absolute. */
    saveDiagnostics: oc.input(z.strictObject({ out: z.string().min(1) })).output(z.object({ path: z.string() })),
  },
  leaderboard: oc.input(leaderboardRequestSchema).output(eventIterator(progressSchema, leaderboardSchema)),
  workspace: {
    /** What changed, for every window, page and program: a new, changed or removed run or data set, and what is kept with it. */
    watch: oc.output(eventIterator(workspaceChangeSchema)),
    /** Moves a run or a data set to the trash. */
    delete: oc.input(z.strictObject({ id: z.string().min(1) })).output(removalSchema),
    /** Empties the trash and collects what no run or data set needs. */
    collect: oc.output(z.object({ removed: z.array(z.string()), bytes: z.int() })),
    doctor: oc.output(diagnosisSchema),
  },
};
export type Contract = typeof contract;
