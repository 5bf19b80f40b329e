import * as z from 'zod';

/** What became of an action of which the log has the intention; open: it goes on, or broke off. */
const AUDIT_OUTCOMES = ['completed', 'failed', 'open'] as const;

/**
 * An entry of the audit log; its other fields depend on `what`. Shelfwise itself writes `forgotten` in place of a removed line, and answers
 * `damaged` for a line that cannot be read, `missing` for one that a record of a run or a later log names and that is gone.
 */
export const auditEntrySchema = z.looseObject({
  /** Empty for a line that was forgotten or cannot be read. */
  at: z.string(),
  what: z.string(),
  runId: z.string().optional(),
  profile: z.string().optional(),
  /** Absent for what is no action, and for lines of earlier versions. */
  outcome: z.enum(AUDIT_OUTCOMES).optional(),
  /** before: written by an earlier version, outside of the chain; broken: a line before this one was taken out, changed or moved, or this one was. */
  chain: z.enum(['before', 'broken']).optional(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** The head of an audit log, signed by the workspace: a checkpoint that somebody else keeps. */
export const signedHeadSchema = z.object({
  /** As C2SP writes a checkpoint: at most 256 bytes until others sign it too. */
  text: z.string(),
  /** Number of lines that it is over. */
  size: z.int(),
  /** The key that signed it: kept from before, or made for this head, since there was none or the earlier one is gone; changed: somebody asked for it. */
  key: z.enum(['kept', 'first', 'lost', 'changed']),
});
export type SignedHead = z.infer<typeof signedHeadSchema>;

/** What a kept head says of the log of now. */
const HEAD_VERDICTS = [
  /** The log is what it was, ... */
  'same',
  /** ... or that, and lines that were added since. */
  'grown',
  /** Lines at its end are gone, and records of runs know of them. */
  'cut',
  /** Lines at its end are gone, and so is all that knew of them, as where a backup was put back. */
  'rolled-back',
  /** Lines were changed, moved, put in or taken out: they do not fit each other. */
  'rewritten',
  /** Other lines that fit each other: a copy of the workspace that went on by itself, or a log that was made anew. */
  'forked',
  /** The head is of another workspace, or of a log that is none of Shelfwise's. Nothing was compared. */
  'other-workspace',
  /** The head is not what the workspace signed. Nothing was compared. */
  'bad-signature',
] as const;
export type HeadVerdict = (typeof HEAD_VERDICTS)[number];

/** What is known of the key that signed a head. */
const HEAD_KEYS = [
  'current',
  /** An earlier one, which signed its successor, and so on until the present one. */
  'earlier',
  /** An earlier one, after which a key was lost: the one that follows it is not signed by it. */
  'replaced',
  /** The log does not tell it: its signature cannot be checked. */
  'unknown',
] as const;
export type HeadKey = (typeof HEAD_KEYS)[number];

/** A signature beside that of the workspace. */
const cosignatureSchema = z.object({
  /** The public key of a Shelfwise workspace, which is in the name of the signature; null for that of another program. */
  publicKey: z.string().nullable(),
  name: z.string(),
  /** Null where the key is not known. */
  holds: z.boolean().nullable(),
});
export type Cosignature = z.infer<typeof cosignatureSchema>;

export const headComparisonSchema = z.object({
  verdict: z.enum(HEAD_VERDICTS),
  /** Null where nothing was compared. */
  key: z.enum(HEAD_KEYS).nullable(),
  origin: z.string(),
  /** Lines that the head is over, and that the log has; null where nothing was compared. */
  kept: z.int(),
  now: z.int().nullable(),
  /** Of the lines that the head is over: forgotten since or before, so that their hashes alone are left. */
  forgotten: z.int(),
  /** Whether all lines fit each other, and the records of runs: what was added after the head may not. */
  isSound: z.boolean(),
  cosignatures: z.array(cosignatureSchema),
});
export type HeadComparison = z.infer<typeof headComparisonSchema>;
