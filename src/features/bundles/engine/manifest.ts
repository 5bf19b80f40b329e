/** manifest.json of a bundle: what is in it, with the SHA-256 of every file; and which names a bundle may hold at all. */
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

export const manifestSchema = z.strictObject({
  format: z.literal('shelfwise-bundle'),
  formatVersion: z.literal([1, 2, 3]),
  runId: z.string().regex(RUN_NAME),
  /** Fingerprint of the data set that the run was trained on, whether or not it is in the bundle. */
  fingerprint: fingerprintSchema,
  withData: z.boolean(),
  /** Everything of the run, also what tells of profiles, without the data set: only a computer that has the data set opens it. */
  wholeRun: z.literal(true).optional(),
  /** In the order of the zip file, the manifest itself left out. */
  files: z.array(z.strictObject({ file: z.string(), bytes: z.int().min(0), sha256: hash })),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** What goes into a bundle beside the run itself. */
export type BundleParts = Pick<Manifest, 'withData' | 'wholeRun'>;

/** Whether the files of the run that tell of profiles are in it. */
export const tellsOfProfiles = ({ withData, wholeRun }: BundleParts): boolean => withData || wholeRun === true;

export const MANIFEST = 'manifest.json';

/** Of the files of the run itself, those that its training makes. */
const OF_TRAINING = ['run.json', 'recipe.json', 'epochs.jsonl', MODEL_FILE, 'vocabulary.json'];
/** What a bundle carries of what features keep in a run. */
export const CARRIED = KEPT_IN_RUNS.flatMap(({ inBundle, ...kept }) => (inBundle ? [{ ...kept, ...inBundle }] : []));
const carriedOf = (subject: 'profiles' | 'titles'): string[] =>
  CARRIED.filter(({ tellsOf }) => tellsOf === subject).map(({ name }) => name);

/** Files of the run itself; vocabulary.json holds no profile in a bundle without data. */
export const RUN_FILES = [...OF_TRAINING, APPROVALS_FILE, BUNDLED_RULES_FILE, ...carriedOf('titles')];
/** Files of the run that tell of profiles: not in a bundle of the run alone. */
export const RUN_FILES_WITH_DATA: readonly string[] = [...PRIVATE_RUN_FILES, ...carriedOf('profiles')];
/** Those of a whole run: what a run keeps beside them for later questions. */
export const WHOLE_RUN_FILES: readonly string[] = [...RUN_FILES, ...RUN_FILES_WITH_DATA, MEASURED_MODEL_FILE];
/** Those of a whole run that its training makes: nothing that a person said of it, and nothing that was made of it later. */
export const TRAINED_FILES: readonly string[] = [...OF_TRAINING, ...PRIVATE_RUN_FILES, MEASURED_MODEL_FILE];
/** Where the files of the snapshot lie in a bundle with data. */
export const DATA_FOLDER = 'dataset/';
/** The files that describe the snapshot, beside its tables. */
export const DESCRIPTION = 'dataset.json';

/** How the data is shown, where somebody said so. */
export const LABELS = 'labels.json';
/** What curators wrote about profiles. */
export const NOTES = 'notes.json';

/**
 * What version 0.2.0 does not know. It would call such a file a stranger's; with the second version of the manifest it says that a newer version
 * wrote the bundle.
 */
const SINCE_VERSION_2: readonly string[] = [
  APPROVALS_FILE,
  BUNDLED_RULES_FILE,
  ...CARRIED.map(({ name }) => name),
  DATA_FOLDER + LABELS,
  DATA_FOLDER + NOTES,
];

/** The files of the run that a bundle may hold. */
export const runFilesOf = (parts: BundleParts): readonly string[] =>
  parts.wholeRun ? WHOLE_RUN_FILES : parts.withData ? [...RUN_FILES, ...RUN_FILES_WITH_DATA] : RUN_FILES;

/** The third version is of whole runs, which 0.2.0 would call damaged. */
export const manifestVersion = (names: readonly string[], { wholeRun }: BundleParts): Manifest['formatVersion'] =>
  wholeRun === true ? 3 : names.some((name) => SINCE_VERSION_2.includes(name)) ? 2 : 1;

/** Whether a bundle may hold a file of that name: nothing else is ever written to the disk. */
export function isBundleName(name: string, parts: BundleParts): boolean {
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

/** @throws ShelfwiseError `bad-data` where it is not the manifest of a bundle, `newer-version` where a newer program made it */
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
