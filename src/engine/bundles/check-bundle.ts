/** Whether what came in a bundle is what its own record says: hashes of weights, lists, recipe and data. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { RunRecord } from '../../shared/contract';
import { ShelfwiseError } from '../../shared/errors';
import { say, type SentenceValue } from '../../shared/sentences/sentence';
import { datasetKind, verifySnapshot } from '../data/snapshot';
import { contentOf, parseKept } from '../storage/kept-file';
import { type Manifest } from './manifest';
import { runDamage } from '../runs/damage';
import { parseRecord, PRIVATE_RUN_FILES, recordFile } from '../runs/record';
import { parseVocabulary, vocabularyFile } from '../runs/vocabulary';

const refused = (bundle: string, cause: SentenceValue): ShelfwiseError =>
  new ShelfwiseError('bad-data', say('bundle.refused', { bundle, cause }));

/** @returns the record in the bundle's unpacked folder. @throws ShelfwiseError `bad-data` naming what differs */
export async function checkBundledRun(folder: string, manifest: Manifest, bundle: string): Promise<RunRecord> {
  const record = parseRecord(
    await readText(recordFile(folder), bundle),
    say('bundle.file', { file: 'run.json', bundle }),
  );
  if (record.runId !== manifest.runId || record.dataset.fingerprint !== manifest.fingerprint)
    throw refused(bundle, say('bundle.other-manifest'));
  if (record.status === 'running' || record.weightsSha256 === null)
    throw refused(bundle, say('bundle.without-model', { status: say(`status.${record.status}`) }));
  const leftOut = manifest.withData ? [] : ['vocabulary.json', ...PRIVATE_RUN_FILES];
  const damage = await runDamage(folder, record, leftOut);
  if (damage.length > 0) throw refused(bundle, damage);
  const vocabulary = parseVocabulary(
    await readText(vocabularyFile(folder), bundle),
    say('bundle.file', { file: 'vocabulary.json', bundle }),
  );
  if ((vocabulary.profiles !== null) !== manifest.withData) throw refused(bundle, say('bundle.other-vocabulary'));
  return record;
}

/** @param folder the snapshot as unpacked. @throws ShelfwiseError `bad-data` where it is not the record's, or not whole */
export async function checkBundledData(folder: string, record: RunRecord, bundle: string): Promise<void> {
  const text = await readText(path.join(folder, 'dataset.json'), bundle);
  const damaged = say('bundle.refused', { bundle, cause: say('bundle.damaged-data') });
  const kind = datasetKind(record.dataset.fingerprint, damaged);
  const dataset = contentOf(parseKept(text, kind))!;
  if (dataset.fingerprint !== record.dataset.fingerprint) throw refused(bundle, say('bundle.other-data'));
  const problems = await verifySnapshot({ dataset, folder });
  if (problems.length > 0) throw refused(bundle, problems);
}

async function readText(file: string, bundle: string): Promise<string> {
  try {
    return await fs.readFile(file, 'utf8');
  } catch (cause) {
    throw new ShelfwiseError('bad-data', say('bundle.part-missing', { bundle, file: path.basename(file) }), { cause });
  }
}
