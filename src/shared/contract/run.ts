import * as z from 'zod';
import { exportedTuningSchema } from './applied-tuning';
import { ERROR_CODES } from '../errors';
import { deviceChoiceSchema, DEVICES, gpuSchema } from './device';
import { EXPORT_FORMATS } from '../values/export-formats';
import { saidSchema } from '../words/sentence';
import { recipeSchema } from '../recipe/schema';
import { fingerprintSchema } from './dataset';
import { BASELINES, MODELS } from '../recipe/models';

export const metricsSchema = z.object({
  recall: z.number(),
  ndcg: z.number(),
  /** 0.75 recall + 0.25 ndcg, the mean over profiles. */
  score: z.number(),
  /** Profiles with at least one target. */
  profiles: z.int(),
  /** Standard error of the score over the profiles; null where fewer than two tell nothing of it (0 in records of earlier versions). */
  standardError: z.number().nullable(),
});
export type Metrics = z.infer<typeof metricsSchema>;

/** One group of profiles or titles, in plain words: "age 3", "5 to 19 watched titles". */
export const sliceSchema = z.object({ group: z.string(), label: z.string(), metrics: metricsSchema });
export type Slice = z.infer<typeof sliceSchema>;

export const listQualitySchema = z.object({
  /** Share of the titles that appear in at least one list. */
  coverage: z.number(),
  /** Mean over the lists of -log2(share of profiles that watched the title): higher is less popular. */
  novelty: z.number(),
  /** Share of the recommended titles that the profile had already watched. */
  watchedShare: z.number(),
});
export type ListQuality = z.infer<typeof listQualitySchema>;

/** Mean of a difference over profiles with its 95 % interval, by a paired bootstrap; certain where the interval leaves out 0. */
export const pairedIntervalSchema = z.object({
  mean: z.number(),
  low: z.number(),
  high: z.number(),
  profiles: z.int(),
  isCertain: z.boolean(),
});

export const environmentSchema = z.object({
  backend: z.enum(['tensorflow', 'wasm']),
  /** Why not the native backend, in one sentence; null on the native backend. */
  backendReason: z.string().nullable(),
  backendSaid: saidSchema.optional(),
  tensorflow: z.string(),
  tensorflowSha256: z.string().nullable(),
  device: z.enum(DEVICES),
  /** The processor, also where a GPU computes beside it. */
  deviceName: z.string(),
  /** Null on the CPU. */
  gpu: gpuSchema.nullable().default(null),
  instructionSet: z.string(),
  platform: z.string(),
  architecture: z.string(),
  node: z.string(),
  numericMode: z.enum(['portable', 'fast', 'everywhere']),
  threads: z.object({ intra: z.int(), inter: z.int() }),
  /** The environment variables that were set before TensorFlow was loaded. */
  flags: z.record(z.string(), z.string()),
});
export type Environment = z.infer<typeof environmentSchema>;

export const programSchema = z.object({
  version: z.string(),
  commit: z.string(),
  /** SHA-256 over the built files, so that a change without a commit is seen. */
  buildSha256: z.string(),
  lockSha256: z.string(),
});
export type Program = z.infer<typeof programSchema>;

/** choose: epochs on a validation part; measure: metrics on the test part; final: lists from all the data. */
export const STAGES = ['choose', 'measure', 'final'] as const;
export type Stage = (typeof STAGES)[number];

/** How much of what is mixed into the autoencoder's scores: strength of the trend part, share of either companion model. */
export const mixtureSchema = z.object({ trend: z.number(), companion: z.number(), second: z.number().default(0) });
export type Mixture = z.infer<typeof mixtureSchema>;

export const stageRecordSchema = z.object({
  stage: z.enum(STAGES),
  epochs: z.int(),
  seconds: z.number(),
  weightsSha256: z.string(),
});

/** A line of epochs.jsonl. `weightsSha256` makes "the first epoch that differs" findable. */
export const epochSchema = z.object({
  stage: z.enum(STAGES),
  epoch: z.int(),
  loss: z.number(),
  validation: metricsSchema.nullable(),
  seconds: z.number(),
  weightsSha256: z.string(),
});
export type Epoch = z.infer<typeof epochSchema>;

export const RUN_STATUSES = ['running', 'finished', 'stopped', 'crashed'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** The files whose content a finished record vouches for, where they are there. It can name no others. */
export const SEALED_FILES = [
  'recipe.json',
  'epochs.jsonl',
  'model.safetensors',
  'vocabulary.json',
  'lists.safetensors',
  'test-profiles.safetensors',
] as const;
export type SealedFile = (typeof SEALED_FILES)[number];

/** The name of a run's folder too. */
const runIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);

/** run.json: everything that made a run, beside recipe.json which it repeats so that one file tells all. */
export const runRecordSchema = z.object({
  formatVersion: z.literal(1),
  runId: runIdSchema,
  name: z.string(),
  status: z.enum(RUN_STATUSES),
  /** Why a run did not finish, as a sentence with what to try; null for running and finished ones. */
  reason: z
    .object({
      code: z.enum(['user', 'diverged', 'crash']),
      message: z.string(),
      said: saidSchema.optional(),
      /** Of a crash: the error that the trainer ended with, if it could still be reported. */
      error: z.enum(ERROR_CODES).optional(),
    })
    .nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  /** Seconds of work, resumed parts added up. */
  seconds: z.number(),
  /** Most memory that its trainer held, in bytes; absent in records of earlier versions. */
  peakMemory: z.number().optional(),
  parent: z.string().nullable(),
  dataset: z.object({ fingerprint: fingerprintSchema, name: z.string() }),
  model: z.enum(MODELS),
  seed: z.int(),
  recipe: recipeSchema,
  recipeSha256: z.string(),
  /** Epochs of the model that makes the lists; 0 for models that have none. */
  epochs: z.int(),
  /** Stage whose model makes the lists; null until there is one. */
  listsFrom: z.enum(STAGES).nullable(),
  stages: z.array(stageRecordSchema),
  /** Of the model that makes the lists; absent for models in which nothing can be mixed, and in earlier records. */
  mixture: mixtureSchema.optional(),
  /** Companions for which the data was too large, and which so have no share; absent where there is none. */
  leftOut: z.array(z.object({ model: z.enum(BASELINES), message: z.string(), said: saidSchema.optional() })).optional(),
  split: z
    .object({
      protocol: z.enum(['time', 'random']),
      /** Why another protocol than the recipe's was used; null where it was the recipe's. */
      note: z.string().nullable(),
      said: saidSchema.optional(),
      trainInteractions: z.int(),
      testProfiles: z.int(),
      testTargets: z.int(),
    })
    .nullable(),
  metrics: metricsSchema.nullable(),
  /**
   * On the validation part, of the model as it was chosen there, with all that is mixed in. Of runs that were asked to pause there (trials of a
   * sweep); absent otherwise.
   */
  validation: metricsSchema.optional(),
  slices: z.array(sliceSchema),
  quality: listQualitySchema.nullable(),
  weightsSha256: z.string().nullable(),
  listsSha256: z.string().nullable(),
  /** SHA-256 of the files beside run.json, written when the run ended: file name to hash. */
  files: z.partialRecord(z.enum(SEALED_FILES), z.string()).optional(),
  environment: environmentSchema.nullable(),
  /** Not in records that were made before there was a choice. */
  deviceChoice: deviceChoiceSchema.optional(),
  program: programSchema,
});
export type RunRecord = z.infer<typeof runRecordSchema>;

/** Why a run, or the marks on all runs (`runId` null: names, stars, notes), cannot be read. */
export const damagedRunSchema = z.object({
  runId: z.string().nullable(),
  code: z.enum(ERROR_CODES),
  message: z.string(),
  said: saidSchema.optional(),
});
export type DamagedRun = z.infer<typeof damagedRunSchema>;

/** What a watch yields: the last epoch and how far the work is. */
export const runProgressSchema = z.object({
  runId: z.string(),
  status: z.enum(RUN_STATUSES),
  stage: z.enum(STAGES).nullable(),
  /** 0 to 1 over the whole run, an estimate. */
  fraction: z.number(),
  epoch: epochSchema.nullable(),
});
export type RunProgress = z.infer<typeof runProgressSchema>;

export const VERDICTS = ['identical-bits', 'identical-lists', 'same-metrics', 'different'] as const;
/** What a verification compares; a data set too small for a test part earns no metrics. */
const verifiedOutcomeSchema = z.object({
  weightsSha256: z.string(),
  listsSha256: z.string(),
  metrics: metricsSchema.nullable(),
});

export const verificationSchema = z.object({
  runId: z.string(),
  /** ISO 8601; of a cluster's, that it is a date is asked where it is taken (cluster/take-result.ts), with a sentence. */
  verifiedAt: z.string(),
  verdict: z.enum(VERDICTS),
  /** The cause of a difference, or what was compared, as a sentence. */
  cause: z.string(),
  /** The same as its sentences; absent in certificates of earlier versions. */
  said: saidSchema.optional(),
  firstDifferentEpoch: z.object({ stage: z.enum(STAGES), epoch: z.int() }).nullable(),
  metricDifference: z.number().nullable(),
  recorded: verifiedOutcomeSchema,
  /** Null where training again was not possible: the data set is missing or damaged. */
  repeated: verifiedOutcomeSchema.nullable(),
  seconds: z.number(),
});
export type Verification = z.infer<typeof verificationSchema>;

export const exportRecordSchema = z.object({
  format: z.enum(EXPORT_FORMATS),
  /** Of a format that guards texts: whether those that a spreadsheet would run were guarded by an apostrophe. Exports of version 0.1.0 do not say, and are raw. */
  text: z.enum(['guarded', 'raw']).optional(),
  path: z.string(),
  profiles: z.int(),
  /** Whether pseudonyms were translated back to IDs. */
  translated: z.boolean().optional(),
  /** The rules that the lists were made with, and the day for which; absent where there were none. */
  rulesSha256: z.string().optional(),
  rulesDate: z.string().optional(),
  /** The tuning that the lists were made with; absent where they are as trained. */
  tuning: exportedTuningSchema.optional(),
  /** Of the run: its recipe, and its lists as trained. Exports of version 0.2.0 and earlier do not say. */
  recipeSha256: z.string().optional(),
  listsSha256: z.string().optional(),
  sha256: z.string(),
  exportedAt: z.iso.datetime(),
  /** Who had approved the lists for export; null where nobody had. Exports of version 0.2.0 and earlier do not say. */
  approval: z.object({ by: z.string(), at: z.iso.datetime() }).nullable().optional(),
  checks: z.array(
    z.object({ check: z.string(), passed: z.boolean(), detail: z.string(), said: saidSchema.optional() }),
  ),
});
export type ExportRecord = z.infer<typeof exportRecordSchema>;
