/** Notes and decisions about profiles, passed from one workspace to another. */
import * as z from 'zod';
import { LONGEST_NOTE, LONGEST_PROFILE_ID } from '../../../shared/limits';
import { decisionSchema } from './checks';
import { fingerprintSchema } from '../../../shared/contract/dataset';

const profile = z.string().min(1).max(LONGEST_PROFILE_ID);
const changedAt = z.iso.datetime().nullable();

const givenNoteSchema = z.strictObject({ profile, text: z.string().min(1).max(LONGEST_NOTE), changedAt });
const givenDecisionSchema = z.strictObject({
  profile,
  decision: decisionSchema.shape.decision,
  owner: decisionSchema.shape.owner,
  runId: z.string().max(40).nullable(),
  listsSha256: decisionSchema.shape.listsSha256,
  findings: decisionSchema.shape.findings,
  changedAt,
});
export type GivenNote = z.infer<typeof givenNoteSchema>;
export type GivenDecision = z.infer<typeof givenDecisionSchema>;

/** Version 2 has decisions about findings, which version 1.0 of the program would drop. */
export const EXCHANGE_VERSION = 2;

/** The file. Refuses unknown fields, which might say what this version would drop. */
export const exchangeSchema = z.strictObject({
  format: z.literal('shelfwise-kept'),
  formatVersion: z.union([z.literal(1), z.literal(EXCHANGE_VERSION)]),
  fingerprint: fingerprintSchema,
  notes: z.array(givenNoteSchema),
  decisions: z.array(givenDecisionSchema),
});
export type Exchange = z.infer<typeof exchangeSchema>;

const conflict = { profile: z.string(), taken: z.enum(['ours', 'theirs']) };
const exchangeConflictSchema = z.discriminatedUnion('kind', [
  z.object({ ...conflict, kind: z.literal('note'), ours: givenNoteSchema, theirs: givenNoteSchema }),
  z.object({ ...conflict, kind: z.literal('decision'), ours: givenDecisionSchema, theirs: givenDecisionSchema }),
]);
export type ExchangeConflict = z.infer<typeof exchangeConflictSchema>;

/** What an import did, or would do. */
export const exchangedSchema = z.object({
  saved: z.boolean(),
  /** About profiles without an entry here. */
  notes: z.int(),
  decisions: z.int(),
  /** Entries that are the same in both. */
  same: z.int(),
  /** Entries about profiles that the data does not have. */
  unknown: z.int(),
  /** Versions of notes that are no longer stored, because the history of notes had no room for all. */
  dropped: z.int(),
  conflicts: z.array(exchangeConflictSchema),
  fileSha256: z.string(),
});
export type Exchanged = z.infer<typeof exchangedSchema>;
