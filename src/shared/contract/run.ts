import { broughtApprovalSchema } from './approvals';
import * as z from 'zod';
import { exportedTuningSchema } from './applied-tuning';
import { ERROR_CODES } from '../errors';
import { deviceChoiceSchema, DEVICES, gpuSchema } from './device';
import { EXPORT_FORMATS } from '../values/export-formats';
import { saidSchema } from '../words/sentence';
import { recipeSchema } from '../recipe/schema';
import { EARLIER_VERSIONS } from '../recipe/table';
import { fingerprintSchema } from './dataset';
import { intervalSchema } from './paired';
import { exportedRulesSchema } from './rules';
import { COMPANIONS } from '../recipe/companion-names';
import { BASELINES, MODELS } from '../recipe/models';

export const metricsSchema = z.object({
  recall: z.number(),
  ndcg: z.number(),
  /** 0.75 recall + 0.25 ndcg, the mean over profiles. */
  score: z.number(),
  /** Profiles with at least one target. */
  profiles: z.int(),
  /** Standard error of the score over the profiles; null with fewer than two (0 in records of earlier versions). */
  standardError: z.number().nullable(),
});
export type Metrics = z.infer<typeof metricsSchema>;

/** One group of profiles or titles, in plain words: "age 3", "5 to 19 watched titles". */
const sliceSchema = z.object({ group: z.string(), label: z.string(), metrics: metricsSchema });
export type Slice = z.infer<typeof sliceSchema>;

/** How much better a score is, as a mean over profiles with its 95 % interval. */
const gainSchema = z.object({ profiles: z.int(), mean: z.number(), ...intervalSchema.shape });

/** What the autoencoder adds to its companions alone on the hold-out, for all profiles and by group. */
const overCompanionsSchema = gainSchema.extend({
  groups: z.array(gainSchema.extend({ group: z.string(), label: z.string() })),
});
export type OverCompanions = z.infer<typeof overCompanionsSchema>;

export const listQualitySchema = z.object({
  /** Share of the titles that appear in at least one list. */
  coverage: z.number(),
  /** Mean over the lists of -log2(share of profiles that watched the title): higher is less popular. */
  novelty: z.number(),
  /** Share of recommended titles that the profile had already watched. */
  watchedShare: z.number(),
});
export type ListQuality = z.infer<typeof listQualitySchema>;

export const environmentSchema = z.object({
  /** The same in all records that are read. */
  backend: z.literal('tensorflow'),
  /** Of a diagnosis: why nothing can be computed, in one sentence. Null in records. */
  backendReason: z.string().nullable(),
  backendSaid: saidSchema.optional(),
  tensorflow: z.string(),
  tensorflowSha256: z.string().nullable(),
  device: z.enum(DEVICES),
  /** The processor, even if a GPU computes too. */
  deviceName: z.string(),
  /** Null on the CPU. */
  gpu: gpuSchema.nullable().default(null),
  instructionSet: z.string(),
  platform: z.string(),
  architecture: z.string(),
  node: z.string(),
  threads: z.object({ intra: z.int(), inter: z.int() }),
  /** What computed. */
  flags: z.record(z.string(), z.string()),
});
export type Environment = z.infer<typeof environmentSchema>;

export const programSchema = z.object({
  version: z.string(),
  commit: z.string(),
  /** SHA-256 over the built files, which reveals a change without a commit. */
  buildSha256: z.string(),
  lockSha256: z.string(),
});
export type Program = z.infer<typeof programSchema>;

/** choose: epochs by a validation part; measure: metrics on the hold-out; final: lists from all data. */
export const STAGES = ['choose', 'measure', 'final'] as const;
export type Stage = (typeof STAGES)[number];

const sharesSchema = z.partialRecord(z.enum(COMPANIONS), z.number());

/** A way to mix that was tried, and the score of its lists. */
const triedMixtureSchema = z.object({ trend: z.number(), shares: sharesSchema, score: z.number() });

/** What is mixed into the autoencoder's scores. */
export const mixtureSchema = z.object({
  /** Strength of the trend. */
  trend: z.number(),
  /** The share of each companion that has one. */
  shares: sharesSchema,
  /** By what they were chosen; absent where the recipe fixes them or nothing could be judged. */
  chosen: z
    .object({
      /** windows: beside a linear model on windows in time. */
      by: z.enum(['validation', 'windows']),
      profiles: z.int(),
      /** Besides whole histories, lists of so many titles of each were judged; a score is the mean over both. */
      shown: z.array(z.int()).optional(),
      /** Without any companion. */
      alone: z.number(),
      /** For each candidate, the best mixture with it and no other. */
      tried: z.array(triedMixtureSchema.extend({ model: z.enum(COMPANIONS), taken: z.boolean() })),
      /** As chosen. */
      score: z.number(),
    })
    .optional(),
});
export type Mixture = z.infer<typeof mixtureSchema>;

export const stageRecordSchema = z.object({
  stage: z.enum(STAGES),
  epochs: z.int(),
  seconds: z.number(),
  weightsSha256: z.string(),
});

/** A line of epochs.jsonl. `weightsSha256` locates the first epoch that differs. */
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

/** The files that a finished record seals, if they exist. It can name no others. */
export const SEALED_FILES = [
  'recipe.json',
  'epochs.jsonl',
  'model.safetensors',
  'vocabulary.json',
  'lists.safetensors',
  'test-profiles.safetensors',
] as const;
export type SealedFile = (typeof SEALED_FILES)[number];

/** Also the name of the run's folder. */
const runIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);

/** run.json: everything that made a run, including recipe.json, so that one file is enough. */
export const runRecordSchema = z.object({
  formatVersion: z.literal(1),
  runId: runIdSchema,
  name: z.string(),
  status: z.enum(RUN_STATUSES),
  /** Why a run did not finish, as a sentence with advice; null for running and finished ones. */
  reason: z
    .object({
      code: z.enum(['user', 'diverged', 'crash']),
      message: z.string(),
      said: saidSchema.optional(),
      /** For a crash: the error that the trainer reported, if it could. */
      error: z.enum(ERROR_CODES).optional(),
    })
    .nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  /** Seconds of work, including resumed parts. */
  seconds: z.number(),
  /** Peak memory of its trainer in bytes. */
  peakMemory: z.number().optional(),
  parent: z.string().nullable(),
  dataset: z.object({ fingerprint: fingerprintSchema, name: z.string() }),
  model: z.enum(MODELS),
  seed: z.int(),
  recipe: recipeSchema,
  recipeSha256: z.string(),
  /** Epochs of the model that makes the lists; 0 for models without epochs. */
  epochs: z.int(),
  /** Stage whose model makes the lists; null before that. */
  listsFrom: z.enum(STAGES).nullable(),
  stages: z.array(stageRecordSchema),
  /** Mixture of the model that makes the lists; absent for models without one. */
  mixture: mixtureSchema.optional(),
  /** Companions without a share because the data was too large for them; absent if there are none. */
  leftOut: z.array(z.object({ model: z.enum(BASELINES), message: z.string(), said: saidSchema.optional() })).optional(),
  split: z
    .object({
      protocol: z.enum(['time', 'random']),
      /** Why another protocol than the recipe's was used; otherwise null. */
      note: z.string().nullable(),
      said: saidSchema.optional(),
      trainInteractions: z.int(),
      testProfiles: z.int(),
      testTargets: z.int(),
    })
    .nullable(),
  metrics: metricsSchema.nullable(),
  /**
   * Metrics on the validation part of the chosen model with its mixture. Only for runs asked to pause there (trials of
   * a sweep).
   */
  validation: metricsSchema.optional(),
  slices: z.array(sliceSchema),
  /** Absent for a model without companions, and without a hold-out. */
  overCompanions: overCompanionsSchema.optional(),
  quality: listQualitySchema.nullable(),
  weightsSha256: z.string().nullable(),
  listsSha256: z.string().nullable(),
  /** SHA-256 by name of the files beside run.json, written when the run ended. */
  files: z.partialRecord(z.enum(SEALED_FILES), z.string()).optional(),
  environment: environmentSchema.nullable(),
  /** Absent in records made before there was a choice. */
  deviceChoice: deviceChoiceSchema.optional(),
  program: programSchema,
  /** SHA-256 of the record without this field, written when the run ended. Absent in records of 1.0.0 and earlier. */
  recordSha256: z.string().optional(),
});
export type RunRecord = z.infer<typeof runRecordSchema>;

/** What is read of the record of a run whose recipe is of an earlier version. */
export const earlierRecordSchema = runRecordSchema
  .pick({ runId: true, name: true, createdAt: true, dataset: true, listsSha256: true })
  .extend({ recipe: z.object({ version: z.literal(EARLIER_VERSIONS) }) });
export type EarlierRecord = z.infer<typeof earlierRecordSchema>;

/** The record of a run of any version. */
export type AnyRecord = RunRecord | EarlierRecord;

/** A run of an earlier recipe version as it is listed: under its latest name, with what people made of it. */
export const earlierRunSchema = earlierRecordSchema.omit({ listsSha256: true, recipe: true }).extend({
  /** Of its recipe. */
  version: z.literal(EARLIER_VERSIONS),
  /** Whose approval of its lists stands last; null without one, and where approvals cannot be read. */
  approval: z.object({ by: z.string(), at: z.iso.datetime() }).nullable(),
  /** Files that its lists were exported to, oldest first; none where exports cannot be read. */
  exports: z.array(z.object({ path: z.string(), exportedAt: z.iso.datetime() })),
});
export type EarlierRun = z.infer<typeof earlierRunSchema>;

/** Why a run, what people made of it, or the marks on all runs (`runId` null) cannot be read. */
export const damagedRunSchema = z.object({
  runId: z.string().nullable(),
  /** Whether the run itself can be read: only its approvals or exports cannot. */
  isWhole: z.boolean(),
  code: z.enum(ERROR_CODES),
  message: z.string(),
  said: saidSchema.optional(),
});
export type DamagedRun = z.infer<typeof damagedRunSchema>;

/** What a watch yields: the last epoch and the progress. */
export const runProgressSchema = z.object({
  runId: z.string(),
  status: z.enum(RUN_STATUSES),
  stage: z.enum(STAGES).nullable(),
  /** Estimate from 0 to 1 over the whole run. */
  fraction: z.number(),
  epoch: epochSchema.nullable(),
});
export type RunProgress = z.infer<typeof runProgressSchema>;

/** cannot-tell: of a GPU, whose lists differ, and there are no scores to compare. */
const VERDICTS = ['identical-bits', 'identical-lists', 'same-metrics', 'cannot-tell', 'different'] as const;
export type Verdict = (typeof VERDICTS)[number];
/** What of a run came out otherwise when it was trained again. `epochs`: the weights after an epoch. */
export const VERIFIED_PARTS = ['weights', 'lists', 'scores', 'epochs'] as const;
export type VerifiedPart = (typeof VERIFIED_PARTS)[number];

/**
 * What else a training measures, and its record tells. groups: scores by group. over-companions: what the autoencoder adds to its companions. quality:
 * coverage, novelty, watched share. mixture: shares and how they were chosen. validation, losses: of each epoch. trial: the validation score of a trial.
 * stages: epochs and weights of each stage, and how the run ended. split: sizes of the hold-out. test-profiles: figures of each test profile. places:
 * the places below the 25th, and all scores in the stored lists.
 */
export const VERIFIED_FIGURES = [
  'groups',
  'over-companions',
  'quality',
  'mixture',
  'validation',
  'losses',
  'trial',
  'stages',
  'split',
  'test-profiles',
  'places',
] as const;
export type VerifiedFigure = (typeof VERIFIED_FIGURES)[number];

/** What a verification compares; a data set too small for a hold-out has no metrics. */
const verifiedOutcomeSchema = z.object({
  weightsSha256: z.string(),
  listsSha256: z.string(),
  metrics: metricsSchema.nullable(),
});

export const verificationSchema = z.object({
  runId: z.string(),
  /** ISO 8601. Of a cluster's, when it arrived here. */
  verifiedAt: z.string(),
  /** The cluster that made it, and when by its own word. Absent for a verification on this computer. */
  origin: z.object({ cluster: z.string(), statedAt: z.string() }).optional(),
  verdict: z.enum(VERDICTS),
  /** Empty if all are the same. Absent in certificates of earlier versions, and if training again was impossible. */
  differs: z.array(z.enum(VERIFIED_PARTS)).optional(),
  /**
   * Of the figures that the record has, those that came out otherwise, and those that could not be compared. Absent in certificates of 1.0.0 and
   * earlier, which compared none of them, and if training again was impossible.
   */
  figures: z
    .object({ differ: z.array(z.enum(VERIFIED_FIGURES)), notCompared: z.array(z.enum(VERIFIED_FIGURES)) })
    .optional(),
  /** The cause of a difference, or what was compared, as a sentence. */
  cause: z.string(),
  /** The cause as sentences; absent in certificates of earlier versions. */
  said: saidSchema.optional(),
  firstDifferentEpoch: z.object({ stage: z.enum(STAGES), epoch: z.int() }).nullable(),
  metricDifference: z.number().nullable(),
  recorded: verifiedOutcomeSchema,
  /** Null if training again was impossible: the data set is missing or damaged. */
  repeated: verifiedOutcomeSchema.nullable(),
  seconds: z.number(),
});
export type Verification = z.infer<typeof verificationSchema>;

export const exportRecordSchema = z.object({
  format: z.enum(EXPORT_FORMATS),
  /** For a format that guards texts: whether formulas got an apostrophe. */
  text: z.enum(['guarded', 'raw']).optional(),
  path: z.string(),
  profiles: z.int(),
  /** Whether pseudonyms were converted back to IDs. */
  translated: z.boolean().optional(),
  /** The rules applied to the lists, and the day; absent without rules. */
  rulesSha256: z.string().optional(),
  rulesDate: z.string().optional(),
  /** Which rules those were. Absent in exports of version 0.2.0 and earlier, and without rules. */
  rules: exportedRulesSchema.optional(),
  /** The tuning applied to the lists; absent for lists as trained. */
  tuning: exportedTuningSchema.optional(),
  /** The run's recipe, and its lists as trained. Absent in exports of version 0.2.0 and earlier. */
  recipeSha256: z.string().optional(),
  listsSha256: z.string().optional(),
  /** SHA-256 of the lists of all profiles under the tuning and the rules. Absent in exports of version 0.2.0 and earlier. */
  deliveredSha256: z.string().optional(),
  sha256: z.string(),
  exportedAt: z.iso.datetime(),
  /** Who had approved the lists; null without an approval. Absent in exports of version 0.2.0 and earlier. */
  approval: z
    .object({
      by: z.string(),
      at: z.iso.datetime(),
      /** The bundle that brought the approval; absent for one that was given in this workspace. */
      brought: broughtApprovalSchema.optional(),
    })
    .nullable()
    .optional(),
  /** The head of the audit log with this export in it. Absent in exports of version 0.2.0 and earlier. */
  auditSha256: z.string().optional(),
  checks: z.array(
    z.object({ check: z.string(), passed: z.boolean(), detail: z.string(), said: saidSchema.optional() }),
  ),
});
export type ExportRecord = z.infer<typeof exportRecordSchema>;
