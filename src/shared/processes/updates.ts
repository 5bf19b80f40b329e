/** What the window learns about updates, and the file in which the maker of a build announces them. */
import * as z from 'zod';

/** "1.2.3", compared number by number; other versions are not announced. */
export const versionSchema = z.string().regex(/^(?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5})){2}$/);

export function isNewer(version: string, than: string): boolean {
  const [left, right] = [version, than].map((one) => one.split('.').map(Number)) as [number[], number[]];
  const at = left.findIndex((number, index) => number !== right[index]);
  return at !== -1 && left[at]! > right[at]!;
}

const notesSchema = z.strictObject({ en: z.string().max(10_000), ko: z.string().max(10_000) });

const fileSchema = z.strictObject({
  /** Beside the feed; a name without folders. */
  name: z.string().regex(/^\w[\w.-]{0,150}$/),
  bytes: z.int().positive().max(2e9),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type UpdateFile = z.infer<typeof fileSchema>;

export const feedSchema = z.strictObject({
  format: z.literal(1),
  /** Keeps a signature over another program's feed from counting for ours. */
  product: z.literal('shelfwise'),
  version: versionSchema,
  /** ISO 8601, a day. */
  date: z.iso.date(),
  notes: notesSchema,
  /** By system: linux-x64. */
  files: z.record(z.string(), fileSchema),
});
export type Feed = z.infer<typeof feedSchema>;

const offerSchema = z.object({ version: z.string(), date: z.string(), notes: notesSchema, bytes: z.int() });
export type Offer = z.infer<typeof offerSchema>;

const stepSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('not-looked') }),
  z.object({ kind: z.literal('newest') }),
  z.object({ kind: z.literal('offered'), offer: offerSchema }),
  z.object({ kind: z.literal('downloading'), offer: offerSchema, fraction: z.number() }),
  z.object({ kind: z.literal('ready'), offer: offerSchema }),
]);
export type UpdateStep = z.infer<typeof stepSchema>;

export const updateStateSchema = z.object({
  /** ISO 8601, when this build was made; null in a checkout. */
  madeAt: z.string().nullable(),
  /** False if a package manager or the user replaces this installation. */
  updatesItself: z.boolean(),
  /** Whether the user agreed to look for updates. */
  agreed: z.boolean(),
  step: stepSchema,
});
export type UpdateState = z.infer<typeof updateStateSchema>;
