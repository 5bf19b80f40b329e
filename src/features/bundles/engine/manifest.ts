/** manifest.json of a bundle: its content, with the SHA-256 of every file; and the names that a bundle may contain. */
import * as z from 'zod';
import { ShelfwiseError } from '../../../shared/errors';
import { say, type Sentence } from '../../../shared/words/sentence';
import { APPROVALS_FILE } from '../../../engine/runs/approvals';
import { BUNDLED_RULES_FILE } from '../../../engine/runs/bundled-rules';
import { KEPT_IN_RUNS } from '../../kept';
import { MEASURED_MODEL_FILE } from '../../../engine/runs/measured-model-file';
import { MODEL_FILE } from '../../../engine/runs/model-file';
import { PRIVATE_RUN_FILES } from '../../../engine/runs/record';
import { contentOf, parseKept } from '../../../engine/storage/kept-file';
import { RUN_NAME } from '../../../engine/storage/names';
import { CONTENT_FILES, fingerprintSchema, ROW_ISSUES_FILE } from '../../../shared/contract/dataset';
import { shownName } from '../../../engine/storage/plain-file';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const manifestSchema = z.strictObject({
  format: z.literal('shelfwise-bundle'),
  formatVersion: z.literal([1, 2, 3]),
  runId: z.string().regex(RUN_NAME),
  /** Fingerprint of the run's data set, whether or not the bundle contains it. */
  fingerprint: fingerprintSchema,
  withData: z.boolean(),
  /** Everything of the run, including data about profiles, without the data set: only a computer that has the data set opens it. */
  wholeRun: z.literal(true).optional(),
  /** In the order of the zip file, without the manifest itself. */
  files: z.array(z.strictObject({ file: z.string(), bytes: z.int().min(0), sha256: hash })),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** What a bundle contains besides the run itself. */
export type BundleParts = Pick<Manifest, 'withData' | 'wholeRun'>;

/** Whether it contains the run's files with data about profiles. */
export const tellsOfProfiles = ({ withData, wholeRun }: BundleParts): boolean => withData || wholeRun === true;

export const MANIFEST = 'manifest.json';

/** The run's own files that its training makes. */
const OF_TRAINING = ['run.json', 'recipe.json', 'epochs.jsonl', MODEL_FILE, 'vocabulary.json'];
/** The files that features keep in a run and bundles carry. */
export const CARRIED = KEPT_IN_RUNS.flatMap(({ inBundle, ...kept }) => (inBundle ? [{ ...kept, ...inBundle }] : []));
const carriedOf = (subject: 'profiles' | 'titles'): string[] =>
  CARRIED.filter(({ tellsOf }) => tellsOf === subject).map(({ name }) => name);

/** Files of the run itself; in a bundle without data, vocabulary.json lists no profile. */
const RUN_FILES = [...OF_TRAINING, APPROVALS_FILE, BUNDLED_RULES_FILE, ...carriedOf('titles')];
/** Files of the run with data about profiles: not in a bundle of the run alone. */
export const RUN_FILES_WITH_DATA: readonly string[] = [...PRIVATE_RUN_FILES, ...carriedOf('profiles')];
/** Files of a whole run, including those that a run keeps for later questions. */
const WHOLE_RUN_FILES: readonly string[] = [...RUN_FILES, ...RUN_FILES_WITH_DATA, MEASURED_MODEL_FILE];
/** Files of a whole run that its training makes, without people's notes and later results. */
export const TRAINED_FILES: readonly string[] = [...OF_TRAINING, ...PRIVATE_RUN_FILES, MEASURED_MODEL_FILE];
/** Folder of the snapshot's files in a bundle with data. */
export const DATA_FOLDER = 'dataset/';
/** The file that describes the snapshot, beside its tables. */
export const DESCRIPTION = 'dataset.json';

/** How to show the data, if it has labels. */
export const LABELS = 'labels.json';
/** Curators' notes about profiles. */
export const NOTES = 'notes.json';

/**
 * Files that version 0.2.0 does not know and would call foreign; with the second version of the manifest it says instead that a newer version wrote
 * the bundle.
 */
const SINCE_VERSION_2: readonly string[] = [
  APPROVALS_FILE,
  BUNDLED_RULES_FILE,
  ...CARRIED.map(({ name }) => name),
  DATA_FOLDER + LABELS,
  DATA_FOLDER + NOTES,
];

/** The files of the run that a bundle may contain. */
export const runFilesOf = (parts: BundleParts): readonly string[] =>
  parts.wholeRun ? WHOLE_RUN_FILES : parts.withData ? [...RUN_FILES, ...RUN_FILES_WITH_DATA] : RUN_FILES;

/** The third version is for whole runs, which 0.2.0 would call damaged. */
export const manifestVersion = (names: readonly string[], { wholeRun }: BundleParts): Manifest['formatVersion'] =>
  wholeRun === true ? 3 : names.some((name) => SINCE_VERSION_2.includes(name)) ? 2 : 1;

/** Whether a bundle may contain a file of that name: no other name is ever written to the disk. */
function isBundleName(name: string, parts: BundleParts): boolean {
  if (runFilesOf(parts).includes(name)) return true;
  return parts.withData && name.startsWith(DATA_FOLDER) && isDataName(name.slice(DATA_FOLDER.length));
}

const isDataName = (name: string): boolean =>
  name === DESCRIPTION ||
  name === LABELS ||
  name === NOTES ||
  (CONTENT_FILES as readonly string[]).includes(name) ||
  ROW_ISSUES_FILE.test(name);

export const encodeManifest = (manifest: Manifest): Buffer =>
  Buffer.from(`${JSON.stringify(manifestSchema.parse(manifest), null, 2)}\n`);

/** @throws ShelfwiseError `bad-data` if it is not the manifest of a bundle, `newer-version` if a newer program made it */
export function decodeManifest(bytes: Uint8Array, bundle: string): Manifest {
  const damaged = (): Sentence => say('bundle.manifest-damaged', { part: MANIFEST, bundle });
  const kind = { schema: manifestSchema, version: 3, what: bundle, damaged };
  const manifest = contentOf(parseKept(Buffer.from(bytes).toString('utf8'), kind))!;
  const names = manifest.files.map(({ file }) => file);
  const stranger = names.find((name) => !isBundleName(name, manifest));
  if (stranger !== undefined || new Set(names).size !== names.length)
    throw new ShelfwiseError(
      'bad-data',
      stranger === undefined
        ? say('bundle.twice', { bundle })
        : say('bundle.stranger', { bundle, part: shownName(stranger) }),
    );
  return manifest;
}
