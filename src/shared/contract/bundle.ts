import * as z from 'zod';
import { MODELS } from '../recipe/models';
import { followsSchema } from './follows';
import { RUN_STATUSES } from './run';

/** What a bundle says of itself before it is opened. Its hashes prove that it is intact, not who made it. */
export const bundleContentsSchema = z.object({
  file: z.string(),
  /** Passed to `open`, so that it opens the inspected bundle. */
  manifestSha256: z.string(),
  runId: z.string(),
  name: z.string(),
  model: z.enum(MODELS),
  status: z.enum(RUN_STATUSES),
  trainedAt: z.iso.datetime(),
  /** Version of the Shelfwise that trained the run. */
  version: z.string(),
  dataset: z.object({ fingerprint: z.string(), name: z.string() }),
  /** Whether it contains profiles, histories and lists. */
  withData: z.boolean(),
  /** Null if the bundle does not say. */
  profiles: z.int().nullable(),
  items: z.int().nullable(),
  files: z.int(),
  bytes: z.int(),
  unpackedBytes: z.int(),
  /** State of the run in this workspace. `another` makes `open` refuse; `without-data` is completed by the bundle. */
  here: z.enum(['nothing', 'same', 'without-data', 'another']),
  dataHere: z.boolean(),
  /** What people added to the run. */
  holds: z.object({
    /** Number of rules to import; opening imports none. */
    rules: z.int(),
    approved: z.boolean(),
    /** Number of notes on profiles; only profiles without a note here get theirs. */
    notes: z.int(),
    maps: z.array(z.enum(['profiles', 'titles'])),
  }),
});
export type BundleContents = z.infer<typeof bundleContentsSchema>;

/** The answer of `open`. */
export const openedBundleSchema = z.object({
  runId: z.string(),
  fingerprint: z.string(),
  withData: z.boolean(),
  checkedFiles: z.int(),
  /** The same run was already here, and the bundle added nothing. */
  alreadyHere: z.boolean(),
  /** Number of rules in it; they count once imported. */
  rules: z.int(),
  /** Notes that were imported, and those that lost to a note here. */
  notes: z.object({ taken: z.int(), kept: z.int() }),
  /** Whether its lists follow from its model; null for a run without lists here, one that was trained here, and where it could not be told. */
  follows: followsSchema.nullable(),
});
export type OpenedBundle = z.infer<typeof openedBundleSchema>;

/** The answer of `bundle`. */
export const writtenBundleSchema = z.object({
  runId: z.string(),
  path: z.string(),
  sha256: z.string(),
  withData: z.boolean(),
  files: z.array(z.string()),
  /** Rules that contain part of a profile's ID, which a bundle without data omits. */
  rulesLeftOut: z.int(),
});
export type WrittenBundle = z.infer<typeof writtenBundleSchema>;
