/** Brings damaged files back: from a bundle, or made again of what is whole. A file comes back with the recorded bytes or not at all. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { DamagedFile } from '../../contract/everything';
import { BundleFile } from '../../../bundles/engine/public';
import { setAside } from '../../../trash/engine/public';
import { canonicalRecipe } from '../../../../shared/recipe/stored';
import { say } from '../../../../shared/words/sentence';
import { hasFingerprint } from '../../../../engine/data/fingerprint';
import { selectTrainingData } from '../../../../engine/data/selection';
import { datasetKind, openSnapshot } from '../../../../engine/data/snapshot';
import { hashOnce } from '../../../../engine/storage/known-hashes';
import { parseRecord } from '../../../../engine/runs/record';
import { encodeVocabulary } from '../../../../engine/runs/vocabulary';
import { writeFileWith } from '../../../../engine/storage/files';
import { parseKept } from '../../../../engine/storage/kept-file';
import { sha256 } from '../../../../engine/storage/read-files';
import type { Workspace } from '../../../../engine/storage/workspace';
import { RECORD_OF, type Recorded } from './recorded-files';

/** Files of a bundle are read as a whole. */
const LARGEST = 0x7fffffff;

interface Remedy {
  readonly from: DamagedFile['remedy'];
  /** The bytes of the file, which were compared with the recorded hash; null if a person has to bring it back. */
  readonly content: Uint8Array | null;
}

/** How a file that is not what was recorded comes back. */
export async function remedyFor(
  workspace: Workspace,
  of: Recorded,
  file: string,
  bundle: BundleFile | null,
): Promise<Remedy> {
  const fetched = bundle === null ? null : await fromBundle(of, file, bundle);
  if (fetched !== null) return { from: 'bundle', content: fetched };
  const made = await madeAgain(workspace, of, file).catch(() => null);
  if (made !== null && sha256(made) === of.files[file]) return { from: 'again', content: Buffer.from(made) };
  return { from: of.kind === 'dataset' ? 'import' : 'train', content: null };
}

/** Writes the file in place of the damaged one, which goes to the trash. @returns the entry there; null if the file was missing */
export async function putBack(
  workspace: Workspace,
  of: Recorded,
  file: string,
  content: Uint8Array,
): Promise<string | null> {
  let aside: string | null = null;
  const place = path.join(of.folder, file);
  await writeFileWith(place, async (temporary) => {
    await fs.writeFile(temporary, content);
    aside = await setAside(workspace, of, place);
  });
  return aside;
}

async function fromBundle(of: Recorded, file: string, bundle: BundleFile): Promise<Uint8Array | null> {
  const { runId, fingerprint } = bundle.manifest;
  if (of.id !== (of.kind === 'run' ? runId : fingerprint)) return null;
  const name = of.kind === 'run' ? file : `dataset/${file}`;
  const entry = bundle.manifest.files.find((one) => one.file === name);
  const recorded = of.files[file];
  if (entry === undefined || (recorded !== undefined && entry.sha256 !== recorded)) return null;
  const bytes = await bundle.read(name, LARGEST);
  if (bytes === null || recorded !== undefined) return bytes;
  return file === RECORD_OF[of.kind] && (await isRecordOf(of, bytes.toString('utf8'))) ? bytes : null;
}

/** A record has no hash elsewhere: it has to be one of this run or data set that describes what lies here. */
async function isRecordOf(of: Recorded, text: string): Promise<boolean> {
  if (of.kind === 'dataset') {
    const kept = parseKept(text, datasetKind(of.id, say('snapshot.damaged', { file: 'dataset.json' })));
    return kept.state === 'fine' && kept.content.fingerprint === of.id && hasFingerprint(kept.content) === true;
  }
  const record = parseRecord(text, say('run.file', { file: 'run.json', run: of.id }));
  const hashes = Object.entries(record.files ?? {});
  const same = await Promise.all(
    hashes.map(async ([name, hash]) => (await hashOnce(path.join(of.folder, name)).catch(() => null)) === hash),
  );
  return record.runId === of.id && hashes.length > 0 && same.every(Boolean);
}

async function madeAgain(workspace: Workspace, { record }: Recorded, file: string): Promise<string | null> {
  if (record === null) return null;
  if (file === 'recipe.json') return canonicalRecipe(record.recipe);
  if (file !== 'vocabulary.json') return null;
  const snapshot = await openSnapshot(workspace, record.dataset.fingerprint);
  const { profiles, items } = await selectTrainingData(snapshot, record.recipe);
  return encodeVocabulary({ profiles: [...profiles.ids], items: [...items.ids] });
}
