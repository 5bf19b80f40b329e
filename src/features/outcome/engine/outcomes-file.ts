/**
 * outcomes.json: the outcome of a run's exports. It follows from the run, its exports and the newer data, and may be computed again at any time, so
 * the record does not seal it and bundles leave it out. It contains data about groups of profiles, so forgetting one removes it.
 */
import * as path from 'node:path';
import * as z from 'zod';
import { outcomeSchema } from '../contract/outcome';
import { say } from '../../../shared/words/sentence';
import type { KeptInRun } from '../../../engine/runs/kept-in-run';
import { type Held, whileClaimed } from '../../../engine/storage/claim';
import { writeJson } from '../../../engine/storage/files';
import { contentOf, type KeptKind, readKept } from '../../../engine/storage/kept-file';
import { sealedWhole } from '../../../engine/storage/seal';

const OUTCOMES_FILE = 'outcomes.json';

export const OUTCOMES_IN_RUN: KeptInRun = {
  holds: 'outcomes',
  name: OUTCOMES_FILE,
  tellsOf: 'profiles',
  inBundle: null,
  strippedByForgetting: true,
};

/** Raise this number when the same lists and data would give other metrics. */
const FIGURES_VERSION = 2;
/** Most entries of a file; the oldest go first. */
const MOST_KEPT = 200;

const { compared, period, profiles, viewings, judged } = outcomeSchema.shape;
const storedOutcomeSchema = z.object({
  figuresVersion: z.literal(FIGURES_VERSION),
  /** Which lists. */
  lists: z.string(),
  /** Fingerprints of the data sets examined, in order; if lists were judged, the last one has the new viewings. */
  looked: z.array(z.string()).min(1),
  /** Fingerprint of the data set that contains what was known and more; null if none does. */
  newer: z.string().nullable(),
  /** Version of the forgotten profiles, which are counted separately. */
  forgotten: z.string(),
  compared,
  period,
  profiles,
  viewings,
  judged,
});
export type StoredOutcome = Omit<z.infer<typeof storedOutcomeSchema>, 'figuresVersion'>;

const fileOf = (folder: string): string => path.join(folder, OUTCOMES_FILE);

/** An entry with the figures of another version, which is of no use and stays until it is replaced. */
const otherVersionSchema = z.looseObject({ figuresVersion: z.int().refine((version) => version !== FIGURES_VERSION) });
const entrySchema = z.union([storedOutcomeSchema, otherVersionSchema]);
type Entry = z.infer<typeof entrySchema>;

function kindOf(folder: string): KeptKind<{ entries: Entry[] }> {
  const part = say('run.file', { file: OUTCOMES_FILE, run: path.basename(folder) });
  return {
    schema: z.object({ entries: z.array(entrySchema) }),
    what: part,
    damaged: () => say('run.part-damaged', { part }),
    isSealed: true,
  };
}

const isOfThisVersion = (entry: Entry): entry is z.infer<typeof storedOutcomeSchema> =>
  entry.figuresVersion === FIGURES_VERSION;

/** Oldest first; empty if the file is damaged or of a newer version. */
export async function readOutcomes(folder: string): Promise<StoredOutcome[]> {
  const kept = await readKept(fileOf(folder), kindOf(folder));
  return kept.state === 'fine' ? kept.content.entries.filter(isOfThisVersion) : [];
}

/**
 * Adds an outcome, replacing an earlier one of the same lists and data.
 * @throws ShelfwiseError `newer-version` if a newer version wrote the existing file
 */
export async function addOutcome(folder: string, outcome: StoredOutcome): Promise<void> {
  await whileClaimed(fileOf(folder), (claim) => added(folder, outcome, claim));
}

async function added(folder: string, outcome: StoredOutcome, claim: Held): Promise<void> {
  const kept = await readKept(fileOf(folder), kindOf(folder));
  const before = kept.state === 'damaged' ? [] : (contentOf(kept)?.entries ?? []);
  const isSame = (one: Entry): boolean =>
    one['lists'] === outcome.lists && JSON.stringify(one['looked']) === JSON.stringify(outcome.looked);
  const entries = [...before.filter((one) => !isSame(one)), { figuresVersion: FIGURES_VERSION, ...outcome } as const];
  const content = { formatVersion: 1, entries: entries.slice(-MOST_KEPT) };
  await writeJson(fileOf(folder), sealedWhole(content), { claim });
}
