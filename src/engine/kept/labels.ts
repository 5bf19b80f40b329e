/**
 * labels/<fingerprint>.json: how to show a data set (names of attributes and values, colours of genres, the time zone of days, the folder with
 * pictures of titles).
 */
import * as path from 'node:path';
import * as z from 'zod';
import {
  type ChangedLabels,
  type GivenLabels,
  type Labels,
  type LabelsContent,
  labelsContentSchema,
  labelsSchema,
  mergeEntries,
  NO_LABELS,
} from '../../shared/contract/labels';
import type { Dataset } from '../../shared/contract/dataset';
import { ShelfwiseError } from '../../shared/errors';
import { genreOrder } from '../../shared/labels/genre-order';
import { MOST_GENRE_COLOURS, MOST_LABELS } from '../../shared/limits';
import { say } from '../../shared/words/sentence';
import { listDatasets } from '../data/snapshot';
import type { Workspace } from '../storage/workspace';
import { changeState, type KeptFamily, type Place, readState } from './store';

const storedSchema = labelsSchema.extend({ from: z.int().optional() });
type Stored = z.infer<typeof storedSchema>;
/** The labels without their revision. */
type Shown = LabelsContent & Pick<Stored, 'posters'>;

/** One record per file: the labels change, and go back, as a whole. */
const KEY = 'shown';
const NONE: Stored = { ...NO_LABELS, revision: 0, changedAt: null };

export const LABELS: KeptFamily<Stored> = {
  folder: 'labels',
  name: 'labels',
  value: storedSchema,
  what: ({ fingerprint }) => say('kept.labels', { data: fingerprint.slice(0, 12) }),
};

export const labelsOf = (workspace: Workspace, fingerprint: string): Place => ({ workspace, fingerprint, key: KEY });

export const readLabels = async (workspace: Workspace, fingerprint: string): Promise<Labels> =>
  (await readState(LABELS, labelsOf(workspace, fingerprint))) ?? NONE;

/**
 * @param to returns the new labels, or the same object if nothing changes
 * @returns the labels from now on
 */
async function changeLabels(
  workspace: Workspace,
  fingerprint: string,
  to: (before: Stored) => Shown,
  read?: number,
): Promise<Labels> {
  const changed = await changeState(LABELS, labelsOf(workspace, fingerprint), {
    read,
    to: (before = NONE) => {
      const after = to(before);
      return after === before ? null : after;
    },
  });
  return changed ?? NONE;
}

/**
 * @param given each part replaces the existing one; absent parts stay
 * @param revision of the labels that were read; 0 if there were none
 * @throws ShelfwiseError `busy` if they were changed meanwhile, `usage` if the folder of pictures is not absolute
 */
export async function setLabels(
  workspace: Workspace,
  fingerprint: string,
  { revision, posters, ...given }: ChangedLabels & { revision: number },
): Promise<Labels> {
  if (typeof posters === 'string' && !path.isAbsolute(posters))
    throw new ShelfwiseError('usage', say('posters.not-absolute', { folder: posters }));
  return changeLabels(
    workspace,
    fingerprint,
    (before) => {
      const { posters: was, ...others } = { ...before, ...given };
      const now = posters === undefined ? was : (posters ?? undefined);
      return { ...others, posters: now };
    },
    revision,
  );
}

/**
 * After an import: adds the labels of the mapping file. A new data set starts with the labels of the last one from the same folder, as next month's
 * files have the same codes.
 * @param given by the mapping file; its entries replace those for the same code
 * @throws ShelfwiseError `usage` if they are too many together
 */
export async function labelImport(
  workspace: Workspace,
  { fingerprint, folder }: Pick<Dataset, 'fingerprint' | 'folder'>,
  given: GivenLabels | undefined,
): Promise<void> {
  // A damaged file is reported where labels are shown; it does not stop data from being read.
  const there = given === undefined ? await readLabels(workspace, fingerprint).catch(() => null) : NONE;
  if (there === null || there.revision > 0) return;
  const earlier = (await labelsOfFolder(workspace, folder, fingerprint)) ?? NO_LABELS;
  await changeLabels(workspace, fingerprint, (before) => {
    const base: Shown = before.revision > 0 ? before : earlier;
    const merged = { ...withGiven(base, given ?? {}), posters: base.posters };
    return isSame(before, merged) ? before : merged;
  });
}

/** Adopts labels that came with a data set in a bundle, unless this data set already has some. */
export async function adoptLabels(workspace: Workspace, fingerprint: string, labels: LabelsContent): Promise<void> {
  await changeLabels(workspace, fingerprint, (before) => (before.revision > 0 ? before : labels));
}

function withGiven(base: LabelsContent, { entries = [], colours = [], timeZone = base.timeZone }: GivenLabels) {
  const coloured = new Set(colours.map(({ genre }) => genre));
  const merged = labelsContentSchema.safeParse({
    entries: mergeEntries(base.entries, entries),
    colours: [...base.colours.filter(({ genre }) => !coloured.has(genre)), ...colours],
    timeZone,
    genres: base.genres,
  });
  if (merged.success) return merged.data;
  throw new ShelfwiseError('usage', say('kept.labels-too-many', { most: MOST_LABELS }));
}

const isSame = (one: Shown, other: Shown): boolean =>
  JSON.stringify([one.entries, one.colours, one.timeZone, one.genres, one.posters]) ===
  JSON.stringify([other.entries, other.colours, other.timeZone, other.genres, other.posters]);

/**
 * After an import that made a data set: genres keep the colours of the previous data set, even if some are new or gone.
 * @param from fingerprint of the previous data set; if absent, the last one from the same folder
 */
export async function keepGenreOrder(workspace: Workspace, dataset: Dataset, from?: string): Promise<void> {
  const earlier = (await listDatasets(workspace)).find(({ fingerprint, folder }) =>
    from === undefined
      ? folder !== '' && folder === dataset.folder && fingerprint !== dataset.fingerprint
      : fingerprint === from,
  );
  const labels = earlier === undefined ? null : await readLabels(workspace, earlier.fingerprint).catch(() => null);
  if (earlier === undefined || labels === null) return;
  const genres = genreOrder(dataset.itemAttributes, genreOrder(earlier.itemAttributes, labels.genres));
  const isOwnOrder = genreOrder(dataset.itemAttributes, []).every((genre, place) => genres[place] === genre);
  if (isOwnOrder) return;
  await changeLabels(workspace, dataset.fingerprint, (before) =>
    before.genres.length > 0 ? before : { ...before, genres: genres.slice(0, MOST_GENRE_COLOURS) },
  );
}

async function labelsOfFolder(workspace: Workspace, folder: string, but: string): Promise<Shown | null> {
  for (const dataset of await listDatasets(workspace)) {
    if (folder === '' || dataset.folder !== folder || dataset.fingerprint === but) continue;
    const labels = await readLabels(workspace, dataset.fingerprint).catch(() => null);
    if (labels === null || labels.revision === 0) continue;
    const { entries, colours, timeZone, genres, posters } = labels;
    if (isSame({ ...labels, genres: [] }, NO_LABELS)) continue;
    return { entries, colours, timeZone, genres, posters };
  }
  return null;
}
