/** What people store with a data set. Each has a revision, and a change names the one it was based on. */
import * as z from 'zod';
import { profileFilterSchema } from './profiles';
import { tuningSchema } from './tuning';
import { LONGEST_KEPT_NAME, LONGEST_NOTE } from '../limits';

export const noteSchema = z.object({
  /** Empty without a note. */
  text: z.string().max(LONGEST_NOTE),
  /** 0 without a note. */
  revision: z.int(),
  /** ISO 8601 in UTC; null without a note. */
  changedAt: z.string().nullable(),
});
export type Note = z.infer<typeof noteSchema>;

/** An earlier state, and whether it is the current one. */
const current = z.boolean();
/** Earlier versions, latest first; `revision` is the present one, for the next change. */
export const noteHistorySchema = z.object({ revision: z.int(), versions: z.array(noteSchema.extend({ current })) });

const name = z.string().trim().min(1).max(LONGEST_KEPT_NAME);
/** What has a name of its own. */
export const keptSchema = z.object({ id: z.string(), name, revision: z.int(), changedAt: z.string() });
/** `id` and `revision`: what a change is based on; both, or neither for something new. */
export const keepKeptSchema = z.strictObject({ id: z.string().optional(), revision: z.int().optional(), name });

export const keptTuningSchema = keptSchema.extend({
  tuning: tuningSchema,
  /** The run it was made on; latent directions only mean something there. */
  runId: z.string(),
});
export type KeptTuning = z.infer<typeof keptTuningSchema>;
export const keepTuningSchema = keepKeptSchema.extend({ tuning: tuningSchema, runId: z.string() });

export const keptSegmentSchema = keptSchema.extend({ filter: profileFilterSchema });
export type KeptSegment = z.infer<typeof keptSegmentSchema>;
export const keepSegmentSchema = keepKeptSchema.extend({ filter: profileFilterSchema });

const history = { id: z.string(), name: z.string(), removed: z.boolean(), revision: z.int() };
/** Versions of a saved tuning or segment, also of a removed one. */
export const tuningHistorySchema = z.object({ ...history, versions: z.array(keptTuningSchema.extend({ current })) });
export const segmentHistorySchema = z.object({ ...history, versions: z.array(keptSegmentSchema.extend({ current })) });

/** `to` is the revision to restore. */
export const restoreKeptSchema = z.strictObject({
  data: z.string(),
  id: z.string(),
  revision: z.int(),
  to: z.int(),
});

/**
 * The version that the current one was made from, or the latest that was made from it; for something removed, its last one. Null if there is none.
 * @param versions latest first; each was made from the one before it, unless it says otherwise
 */
export function stepFrom<Version extends { current: boolean; revision: number; after?: number | undefined }>(
  versions: readonly Version[],
  direction: 'back' | 'forward',
): Version | null {
  const before = ({ after }: Version, at: number): Version | undefined =>
    after === undefined ? versions[at + 1] : versions.find(({ revision }) => revision === after);
  const at = versions.findIndex((version) => version.current);
  const now = versions[at];
  if (now === undefined) return direction === 'back' ? (versions[0] ?? null) : null;
  if (direction === 'back') return before(now, at) ?? null;
  return versions.find((version, place) => before(version, place) === now) ?? null;
}

export const removeKeptSchema = z.strictObject({ data: z.string(), id: z.string(), revision: z.int() });
