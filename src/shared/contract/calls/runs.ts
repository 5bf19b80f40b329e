/** Runs, and those that wait for their turn. */
import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { EXPORT_FORMATS } from '../../export-formats';
import { recipeSchema } from '../../recipe/schema';
import { appliedTuningSchema } from '../applied-tuning';
import { bundleContentsSchema, openedBundleSchema, writtenBundleSchema } from '../bundle';
import { runFiguresSchema } from '../figures';
import { progressSchema } from '../progress';
import { appliedRulesSchema } from '../rules';
import { modelFolderSchema } from '../model-folder';
import { outcomeRequestSchema, outcomesSchema } from '../outcome';
import { reportInputSchema, reportSchema } from '../report';
import { damagedRunSchema, epochSchema, exportRecordSchema, runProgressSchema, verificationSchema } from '../run';
import { copiesRequest, noiseScoresSchema, runStabilitySchema } from '../stability';
import { listsSideBySideSchema, runComparisonSchema, scoreAgainSchema } from '../run-comparison';
import { verdictSchema } from '../tested';
import {
  earlierExportSchema,
  estimateSchema,
  markRunSchema,
  queueEntrySchema,
  queueStepSchema,
  runMarksSchema,
  runSchema,
  startRunSchema,
} from '../run-life';

const exportInput = z.strictObject({
  runId: z.string(),
  format: z.enum(EXPORT_FORMATS),
  /** Of a format that guards texts: the exact ones, though a spreadsheet may take some for formulas. */
  raw: z.boolean().optional(),
  /** A key file (absolute): pseudonyms are translated back to the IDs of the user's files. */
  pseudonymKey: z.string().min(1).optional(),
  /** Applied to the lists; without them the lists are those of the run. */
  rules: appliedRulesSchema.optional(),
  /** Applied before the rules are. */
  tuning: appliedTuningSchema.optional(),
});

const comparedRuns = z.array(z.string()).min(2).max(4);

export const runsCalls = {
  /** Starts a trainer and answers at once. */
  start: oc.input(startRunSchema).output(z.object({ runId: z.string() })),
  /** Watches a run; leaving the iterator stops nothing. Ends with the run, as `get` answers it, when it no longer runs. */
  watch: oc.input(z.strictObject({ runId: z.string() })).output(eventIterator(runProgressSchema, runSchema)),
  stop: oc.input(z.strictObject({ runId: z.string() })).output(runSchema),
  resume: oc.input(z.strictObject({ runId: z.string() })).output(z.object({ runId: z.string() })),
  list: oc.output(z.array(runSchema)),
  /** Runs whose run.json cannot be read, which `list` therefore leaves out, and why; and whether names, stars and notes can be. */
  damaged: oc.output(z.array(damagedRunSchema)),
  get: oc.input(z.strictObject({ runId: z.string() })).output(runSchema),
  /** Names, stars, notes, archives a run; what is absent stays. The record itself never changes. */
  mark: oc.input(markRunSchema).output(runMarksSchema),
  /** What a run of this recipe is likely to take. */
  estimate: oc.input(z.strictObject({ data: z.string(), recipe: recipeSchema })).output(estimateSchema),
  /** Two to four runs; the others are compared with the first. */
  compare: oc.input(z.strictObject({ runIds: comparedRuns })).output(runComparisonSchema),
  /** The list of a profile in each of them. */
  sideBySide: oc.input(z.strictObject({ runIds: comparedRuns, profile: z.string() })).output(listsSideBySideSchema),
  /**
   * Runs of different data on the test part of the one whose data reaches furthest, as far as that can be: the models as they are, nothing
   * is trained. @throws `usage` for runs of one data set
   */
  scoreAgain: oc
    .input(z.strictObject({ runIds: comparedRuns }))
    .output(eventIterator(progressSchema, scoreAgainSchema)),
  /** Whether a run is any good; null where its test part earned no figures. */
  verdict: oc.input(z.strictObject({ runId: z.string() })).output(verdictSchema.nullable()),
  /** What its lists are like beside what was watched, as figures for pictures. */
  figures: oc.input(z.strictObject({ runId: z.string() })).output(runFiguresSchema),
  /**
   * What stays of its lists when a part of the histories is hidden, over all profiles with a history or `sample` of them, drawn by the run's
   * seed. The answer is kept with the run until it is measured again.
   */
  measureStability: oc
    .input(z.strictObject({ runId: z.string(), ...copiesRequest, sample: z.int().min(1).optional() }))
    .output(eventIterator(progressSchema, runStabilitySchema)),
  /** Noise against score over the finished runs that were judged on the same test part. */
  noiseScores: oc.input(z.strictObject({ runId: z.string() })).output(noiseScoresSchema),
  /** What was measured last; null where nothing was. */
  stability: oc.input(z.strictObject({ runId: z.string() })).output(runStabilitySchema.nullable()),
  epochs: oc.input(z.strictObject({ runId: z.string() })).output(z.array(epochSchema)),
  verify: oc.input(z.strictObject({ runId: z.string() })).output(eventIterator(progressSchema, verificationSchema)),
  /** The results of its verifications, latest first. */
  certificates: oc.input(z.strictObject({ runId: z.string() })).output(z.array(verificationSchema)),
  saveCertificate: oc
    .input(z.strictObject({ runId: z.string(), verifiedAt: z.string(), out: z.string() }))
    .output(z.object({ path: z.string(), sha256: z.string() })),
  bundle: oc
    .input(
      z.strictObject({
        runId: z.string(),
        out: z.string(),
        withData: z.boolean(),
        /** Everything of the run without its data set, for a computer that has that; also of a run that paused. */
        wholeRun: z.boolean().optional(),
      }),
    )
    .output(eventIterator(progressSchema, writtenBundleSchema)),
  /** What is in a bundle; opens nothing. */
  inspectBundle: oc.input(z.strictObject({ file: z.string() })).output(bundleContentsSchema),
  /** Opens a bundle. The caller must have shown its contents to the user (`inspectBundle`) and got consent. */
  open: oc
    .input(z.strictObject({ file: z.string(), manifestSha256: z.string().optional() }))
    .output(eventIterator(progressSchema, openedBundleSchema)),
  export: oc
    .input(
      exportInput.extend({
        out: z.string(),
        /** Of an earlier export: where other bytes would come out, nothing is written. */
        sha256: z.string().optional(),
      }),
    )
    .output(exportRecordSchema),
  /** The first lines of the file that `export` would write; of one that is not text, its first rows as lines of CSV. */
  previewExport: oc.input(exportInput.extend({ lines: z.int().min(1).max(100).default(10) })).output(
    z.object({
      lines: z.array(z.string()),
      /** Titles without viewings that rules brought into the file, those in most lists first. */
      newTitles: z.array(z.object({ item: z.string(), title: z.string().nullable(), lists: z.int() })),
    }),
  ),
  /** The run as one page to print and sign. @throws `usage` while it is being trained */
  report: oc.input(reportInputSchema).output(reportSchema),
  /** The same as a file of HTML that needs nothing else; its bytes are UTF-8. */
  saveReport: oc
    .input(reportInputSchema.extend({ out: z.string() }))
    .output(z.object({ path: z.string(), sha256: z.string(), profiles: z.array(z.string()) })),
  /**
   * The model as a new folder `out`: ONNX, safetensors, what goes in and comes out, a model card.
   * @throws `usage` where ONNX cannot give the scores of the run's lists
   */
  saveModel: oc.input(z.strictObject({ runId: z.string(), out: z.string() })).output(modelFolderSchema),
  /** What was exported of a run, latest first. */
  exports: oc.input(z.strictObject({ runId: z.string() })).output(z.array(earlierExportSchema)),
  /** What of each exported list was then watched, by data that came later. */
  outcomes: oc.input(outcomeRequestSchema).output(eventIterator(progressSchema, outcomesSchema)),
};

/** Runs that wait for their turn, kept in the workspace; an open window's engine starts them one after the other. */
export const queueCalls = {
  list: oc.output(z.array(queueEntrySchema)),
  add: oc.input(startRunSchema).output(queueEntrySchema),
  /** Puts an entry before another one, or at the end. */
  move: oc.input(z.strictObject({ id: z.string(), before: z.string().nullable() })).output(z.array(queueEntrySchema)),
  remove: oc.input(z.strictObject({ id: z.string() })).output(z.object({ removed: z.string() })),
  /** Starts the next one where nothing is being trained in this workspace. */
  next: oc.output(queueStepSchema),
};
