import * as z from 'zod';
import { MODELS } from '../recipe/models';
import { RUN_STATUSES } from './run';

/** What a bundle's own record says of it, before it is opened. Its hashes prove that it is whole, not who made it. */
export const bundleContentsSchema = z.object({
  file: z.string(),
  /** Passed to `open`, so that the inspected bundle is the one that is opened. */
  manifestSha256: z.string(),
  runId: z.string(),
  name: z.string(),
  model: z.enum(MODELS),
  status: z.enum(RUN_STATUSES),
  trainedAt: z.iso.datetime(),
  /** Of the Shelfwise that trained the run. */
  version: z.string(),
  dataset: z.object({ fingerprint: z.string(), name: z.string() }),
  /** Whether profiles, histories and lists are in it. */
  withData: z.boolean(),
  /** Null where the bundle does not tell. */
  profiles: z.int().nullable(),
  items: z.int().nullable(),
  files: z.int(),
  bytes: z.int(),
  unpackedBytes: z.int(),
  /** The run of that ID in this workspace; `another` makes `open` refuse, `without-data` is completed by it. */
  here: z.enum(['nothing', 'same', 'without-data', 'another']),
  dataHere: z.boolean(),
  /** What people added to the run. */
  holds: z.object({
    /** Rules that wait to be imported: opening changes none of the workspace. */
    rules: z.int(),
    approved: z.boolean(),
    /** Notes on profiles; those on profiles without a note here are taken. */
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
  /** The same run was already here, and the bundle added nothing to it. */
  alreadyHere: z.boolean(),
  /** Rules that came with it; they count once they are imported. */
  rules: z.int(),
  /** Notes that were taken, and those of which another stays here. */
  notes: z.object({ taken: z.int(), kept: z.int() }),
});
export type OpenedBundle = z.infer<typeof openedBundleSchema>;

/** The answer of `bundle`. */
export const writtenBundleSchema = z.object({
  runId: z.string(),
  path: z.string(),
  sha256: z.string(),
  withData: z.boolean(),
  files: z.array(z.string()),
  /** Rules that name a part of a profile's ID, which a bundle without data leaves out. */
  rulesLeftOut: z.int(),
});
export type WrittenBundle = z.infer<typeof writtenBundleSchema>;
