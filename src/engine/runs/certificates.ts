/** verifications/<time>.json of a run: the result of each verification. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { type Verification, verificationSchema } from '../../shared/contract/run';
import { ShelfwiseError } from '../../shared/errors';
import { say, type Sentence } from '../../shared/words/sentence';
import type { KeptInRun } from './kept-in-run';
import { makeFolder, writeJson } from '../storage/files';
import { readKept } from '../storage/kept-file';
import { sha256OfFile } from '../storage/read-files';
import { sealedWhole } from '../storage/seal';
import { writeUserFile } from '../storage/user-files';
import type { Workspace } from '../storage/workspace';
import { entriesOf } from '../storage/disk';

/** Name of the folder in that of a run. */
export const VERIFICATIONS = 'verifications';

/** Hashes and metrics over all profiles, so that forgetting one keeps them. */
export const VERIFICATIONS_IN_RUN: KeptInRun = {
  holds: 'verifications',
  name: VERIFICATIONS,
  tellsOf: 'titles',
  inBundle: null,
  strippedByForgetting: false,
};

const folderOf = (folder: string): string => path.join(folder, VERIFICATIONS);
const fileName = (verifiedAt: string): string => `${verifiedAt.replaceAll(/[-:.]/g, '')}.json`;

export async function writeCertificate(folder: string, verification: Verification): Promise<void> {
  await makeFolder(folderOf(folder));
  await writeJson(path.join(folderOf(folder), fileName(verification.verifiedAt)), sealedWhole(verification));
}

/**
 * The certificates of a run, oldest first; [] if it was never verified. Skips damaged ones.
 * @throws ShelfwiseError `newer-version` naming the one that a newer version wrote
 */
export async function readCertificates(folder: string): Promise<Verification[]> {
  const found: Verification[] = [];
  for (const { name } of await entriesOf(folderOf(folder))) {
    const part = say('run.file', { file: `${VERIFICATIONS}/${name}`, run: path.basename(folder) });
    const damaged = (): Sentence => say('run.part-damaged', { part });
    const kind = { schema: verificationSchema, what: part, damaged, isSealed: true } as const;
    const kept = await readKept(path.join(folderOf(folder), name), kind);
    if (kept.state === 'newer') throw kept.error;
    if (kept.state === 'fine') found.push(kept.content);
  }
  return found;
}

/** Copies the certificate of that time, byte for byte. @throws ShelfwiseError `not-found` if there is none */
export async function saveCertificate(
  workspace: Workspace,
  folder: string,
  verifiedAt: string,
  out: string,
): Promise<{ path: string; sha256: string }> {
  const all = await readCertificates(folder);
  if (!all.some((certificate) => certificate.verifiedAt === verifiedAt))
    throw new ShelfwiseError(
      'not-found',
      all.length === 0
        ? say('certificate.none', { run: path.basename(folder) })
        : say('certificate.unknown', { run: path.basename(folder), moment: verifiedAt }),
    );
  const { path: target } = await writeUserFile(workspace, out, (temporary) =>
    fs.copyFile(path.join(folderOf(folder), fileName(verifiedAt)), temporary),
  );
  return { path: target, sha256: await sha256OfFile(target) };
}
