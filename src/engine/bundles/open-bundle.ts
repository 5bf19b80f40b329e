/** Takes a bundle into a workspace: everything in it is checked first, nothing that is there is ever overwritten. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { crc32 } from 'node:zlib';
import type { RunRecord } from '../../shared/contract';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/sentences/sentence';
import { makeFolder, makeFolderNamedBy, openWriter, writeFile } from '../storage/files';
import { sha256OfFile } from '../storage/read-files';
import { datasetFolder, runFolder, type Workspace } from '../storage/workspace';
import { DATA_FOLDER, decodeManifest, MANIFEST, type Manifest } from './manifest';
import { checkBundledData, checkBundledRun } from './check-bundle';
import { refuseForgotten } from '../privacy/refuse-forgotten';
import { readOpened, writeOpened } from '../runs/opened';
import { hashIfThere, PRIVATE_RUN_FILES, recordFile } from '../runs/record';
import { damaged, ZipFile } from './zip-read';

/** A manifest names some ten files; this is more than enough, and little enough to hold. */
const LARGEST_MANIFEST = 1 << 20;

export interface Opening {
  runId: string;
  fingerprint: string;
  withData: boolean;
  /** Files of the bundle whose hashes were checked. */
  checkedFiles: number;
}

/**
 * Opens a bundle. The run keeps its id. Where it is here already with the same content, that is the answer; a run that came without
 * its data is completed by a bundle that has it.
 * @throws ShelfwiseError `not-found` without the file, `bad-data` naming the part of the bundle that is damaged, or the run of that id
 * that is here with other content
 */
export async function openBundle(options: { workspace: Workspace; file: string }): Promise<Opening> {
  const { workspace } = options;
  const bundle = path.resolve(options.file);
  const zip = await ZipFile.open(bundle);
  try {
    const manifest = await readManifest(zip, bundle);
    const answer: Opening = {
      runId: manifest.runId,
      fingerprint: manifest.fingerprint,
      withData: manifest.withData,
      checkedFiles: manifest.files.length,
    };
    await makeFolder(workspace.runs);
    await makeFolderNamedBy(workspace.runs, async (staging) => {
      await unpack(zip, bundle, manifest, staging);
      const record = await checkBundledRun(staging, manifest, bundle);
      const existing = runFolder(workspace, manifest.runId);
      await refuseOther(existing, staging, manifest);
      await placeData(workspace, staging, manifest, record, bundle);
      await writeOpened(staging, {
        openedAt: new Date().toISOString(),
        bundleSha256: await sha256OfFile(bundle),
        withData: manifest.withData,
      });
      await completeExisting(existing, staging, manifest);
      return { name: manifest.runId, result: null };
    });
    return answer;
  } finally {
    await zip.close();
  }
}

async function readManifest(zip: ZipFile, bundle: string): Promise<Manifest> {
  const [first, ...rest] = zip.entries;
  if (first?.name !== MANIFEST || first.size > LARGEST_MANIFEST)
    throw new ShelfwiseError('bad-data', say('bundle.other-zip', { bundle, part: MANIFEST }));
  const pieces: Uint8Array[] = [];
  await zip.forEachPiece(first, (piece) => void pieces.push(piece));
  const bytes = Buffer.concat(pieces);
  // Nothing else vouches for the manifest itself.
  if (crc32(bytes) !== first.crc) throw damaged(bundle, MANIFEST);
  const manifest = decodeManifest(bytes, bundle);
  const agrees =
    rest.length === manifest.files.length &&
    rest.every(
      ({ name, size }, index) => name === manifest.files[index]!.file && size === manifest.files[index]!.bytes,
    );
  if (!agrees) throw damaged(bundle, `the table of contents (it is not that of ${MANIFEST})`);
  return manifest;
}

/** Every file into the staging folder, its hash compared on the way. */
async function unpack(zip: ZipFile, bundle: string, manifest: Manifest, staging: string): Promise<void> {
  if (manifest.withData) await makeFolder(path.join(staging, DATA_FOLDER));
  for (const [index, { file, sha256 }] of manifest.files.entries()) {
    const writer = await openWriter(path.join(staging, file));
    try {
      const found = await zip.forEachPiece(zip.entries[index + 1]!, (piece) => writer.write(piece));
      if (found !== sha256) throw damaged(bundle, file);
    } finally {
      await writer.close();
    }
  }
}

/** Puts the snapshot of the bundle among the data sets, unless it is there already. */
async function placeData(
  workspace: Workspace,
  staging: string,
  manifest: Manifest,
  record: RunRecord,
  bundle: string,
): Promise<void> {
  if (!manifest.withData) return;
  const from = path.join(staging, DATA_FOLDER);
  await checkBundledData(from, record, bundle);
  await refuseForgotten(workspace, from, bundle);
  await makeFolder(workspace.datasets);
  if ((await fs.stat(datasetFolder(workspace, manifest.fingerprint)).catch(() => null)) !== null) {
    await fs.rm(from, { recursive: true });
    return;
  }
  await makeFolderNamedBy(workspace.datasets, async (temporary) => {
    for (const name of await fs.readdir(from)) await fs.rename(path.join(from, name), path.join(temporary, name));
    return { name: manifest.fingerprint, result: null };
  });
  await fs.rm(from, { recursive: true });
}

/** Before anything is put into the workspace. @throws ShelfwiseError `bad-data` where a run of that id is here with other content */
async function refuseOther(existing: string, staging: string, manifest: Manifest): Promise<void> {
  const there = await hashIfThere(recordFile(existing));
  if (there === null) return;
  if (there === (await hashIfThere(recordFile(staging))) && (await sameModel(existing, staging))) return;
  throw new ShelfwiseError('bad-data', say('bundle.other-content', { run: manifest.runId }));
}

/** A run that is here because a bundle without data was opened gets what that left out. */
async function completeExisting(existing: string, staging: string, manifest: Manifest): Promise<void> {
  if (!manifest.withData || (await hashIfThere(recordFile(existing))) === null) return;
  const opened = await readOpened(existing);
  if (opened === null || opened.withData) return;
  // The lists and the full vocabulary have been checked against the record that both share.
  const brought = await fs.readdir(staging);
  for (const name of ['vocabulary.json', ...PRIVATE_RUN_FILES, 'opened.json'].filter((file) => brought.includes(file)))
    await writeFile(path.join(existing, name), await fs.readFile(path.join(staging, name)));
}

async function sameModel(existing: string, staging: string): Promise<boolean> {
  const model = 'model.safetensors';
  return (await hashIfThere(path.join(existing, model))) === (await hashIfThere(path.join(staging, model)));
}
