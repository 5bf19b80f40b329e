/**
 * Stores tried rows of leaderboards, one file each in the folder of their data set, so that no row is tried twice; a row tried on another computer
 * arrives as such a file. The name contains the build, so no build reads the rows of another.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as z from 'zod';
import { LEADERBOARD_MODELS, type LeaderboardModel } from '../../../shared/recipe/presets';
import { ShelfwiseError } from '../../../shared/errors';
import { say, type TextId } from '../../../shared/words/sentence';
import type { AskedOf } from '../../../shared/values/asked-of';
import { tooLargeSchema, seedResultSchema } from '../../../shared/values/tried';
import { programInfo } from '../../machine/environment/program';
import { makeFolder, writeJson } from '../../storage/files';
import { jsonOrNull, readTextIfThere } from '../../storage/read-files';
import { breaksWholeSeal, sealedWhole } from '../../storage/seal';

/** Name of the folder in that of a data set. */
export const COMPARED = 'compared';
/** Digits of the build in a file's name. */
const BUILD = 16;

/** Identifies a row; the folder identifies the data set. */
export interface Row {
  readonly model: LeaderboardModel;
  readonly split: 'time' | 'random';
  readonly seed: number;
}

const storedRowSchema = z.object({
  fingerprint: z.string(),
  build: z.string(),
  model: z.enum(LEADERBOARD_MODELS),
  split: z.enum(['time', 'random']),
  seed: z.int(),
  /** Null if the data is too large for the model. */
  trial: seedResultSchema.nullable(),
  tooLarge: tooLargeSchema.nullable(),
  /** The cluster that tried it; absent for this computer. */
  cluster: z.string().optional(),
});
export type StoredRow = Pick<z.infer<typeof storedRowSchema>, 'trial' | 'tooLarge' | 'cluster'>;

/** Refusals that depend on the computer: its memory, its graphics card. */
const OF_A_COMPUTER: readonly TextId[] = ['limits.pairs', 'gpu.binding'];

/** Whether a row holds on any computer, and so is not tried again: a trial, or data that is too large for the model itself. */
export const isOfAnyComputer = ({ tooLarge }: StoredRow): boolean =>
  tooLarge === null ||
  (tooLarge.said !== undefined &&
    tooLarge.said.every((one) => typeof one === 'object' && !OF_A_COMPUTER.some((id) => id === one.id)));

/** The file of a row within the folder of its data set. */
export async function rowFile({ model, split, seed }: Row): Promise<string> {
  const { buildSha256 } = await programInfo();
  return `${COMPARED}/${buildSha256.slice(0, BUILD)}-${model}-${split}-${seed}.json`;
}

/** Whether a file in that folder is a row of another build. */
export async function isOfOtherBuild(name: string): Promise<boolean> {
  const { buildSha256 } = await programInfo();
  return /^[0-9a-f]{16}-.*\.json$/.test(name) && !name.startsWith(buildSha256.slice(0, BUILD));
}

/**
 * A row of a cluster answers only what a cluster is asked: this computer tries it itself.
 * @returns null if this build has not tried the row, or its file is damaged: it is tried again then
 */
export async function readRow(folder: string, row: Row, askedOf: AskedOf): Promise<StoredRow | null> {
  const stored = await parseRow(
    await readTextIfThere(path.join(folder, await rowFile(row))),
    path.basename(folder),
    row,
  );
  return askedOf === 'here' && stored?.cluster !== undefined ? null : stored;
}

/** @returns null if the text is not that row of that data set by this build */
export async function parseRow(text: string | null, fingerprint: string, row: Row): Promise<StoredRow | null> {
  const { buildSha256 } = await programInfo();
  const raw = jsonOrNull(text ?? '');
  const { data } = storedRowSchema.safeParse(raw);
  const isAsked =
    !breaksWholeSeal(raw) &&
    data?.fingerprint === fingerprint &&
    data.build === buildSha256 &&
    data.model === row.model &&
    data.split === row.split &&
    data.seed === row.seed &&
    (data.trial === null) !== (data.tooLarge === null);
  return isAsked ? data : null;
}

/**
 * @param folder of the data set
 * @throws ShelfwiseError `not-found` if the data set was deleted meanwhile: a new folder would prevent its restoring
 */
export async function storeRow(folder: string, row: Row, { trial, tooLarge, cluster }: StoredRow): Promise<void> {
  const { buildSha256: build } = await programInfo();
  const { model, split, seed } = row;
  const fingerprint = path.basename(folder);
  if ((await fs.stat(path.join(folder, 'dataset.json')).catch(() => null)) === null)
    throw new ShelfwiseError('not-found', say('data.unknown', { wanted: fingerprint, folder: path.dirname(folder) }));
  await makeFolder(path.join(folder, COMPARED));
  const kept = { fingerprint, build, model, split, seed, trial, tooLarge, ...(cluster !== undefined && { cluster }) };
  await writeJson(path.join(folder, await rowFile(row)), sealedWhole(kept));
}
