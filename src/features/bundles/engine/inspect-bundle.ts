/** Describes a bundle before the user decides whether to open it. Reads little of it and writes nothing. */
import type { BundleContents } from '../../../shared/contract/bundle';
import type { RunRecord } from '../../../shared/contract/run';
import { say } from '../../../shared/words/sentence';
import { hasDataset } from '../../../engine/data/snapshot';
import { APPROVALS_FILE } from '../../../engine/runs/approvals';
import { BUNDLED_RULES_FILE, decodeBundledRules, LARGEST_BUNDLED_RULES } from '../../../engine/runs/bundled-rules';
import { MODEL_FILE, modelFile } from '../../../engine/runs/model-file';
import { readOpened } from '../../../engine/runs/opened';
import { parseRecord, recordFile } from '../../../engine/runs/record';
import { parseVocabulary } from '../../../engine/runs/vocabulary';
import { hashPlainFile } from '../../../engine/storage/plain-file';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';
import { BundleFile } from './bundle-file';
import { decodeNotes, LARGEST_NOTES } from './bundled-notes';
import { CARRIED, DATA_FOLDER, type Manifest, NOTES } from './manifest';
import { damaged } from './zip-read';

/** A record takes some ten kilobytes, a vocabulary some twenty bytes per profile or title. */
const LARGEST_RECORD = 1 << 24;
const LARGEST_VOCABULARY = 1 << 27;

/** @throws ShelfwiseError `not-found` without the file, `bad-data` if it is no Shelfwise bundle or a part that was read is damaged */
export async function inspectBundle(options: { workspace: Workspace; file: string }): Promise<BundleContents> {
  const { workspace } = options;
  const bundle = await BundleFile.open(options.file);
  try {
    const { manifest } = bundle;
    const record = await recordOf(bundle);
    const { profiles, items } = await countsOf(bundle);
    return {
      file: bundle.file,
      manifestSha256: bundle.manifestSha256,
      runId: record.runId,
      name: record.name,
      model: record.model,
      status: record.status,
      trainedAt: record.finishedAt ?? record.createdAt,
      version: record.program.version,
      dataset: record.dataset,
      withData: manifest.withData,
      profiles,
      items,
      files: manifest.files.length,
      bytes: bundle.size,
      unpackedBytes: bundle.unpackedSize,
      here: await whatIsHere(workspace, manifest),
      dataHere: await hasDataset(workspace, manifest.fingerprint),
      holds: await whatItHolds(bundle),
    };
  } finally {
    await bundle.close();
  }
}

async function recordOf(bundle: BundleFile): Promise<RunRecord> {
  const bytes = await bundle.read('run.json', LARGEST_RECORD);
  if (bytes === null) throw damaged(bundle.file, 'run.json');
  return parseRecord(bytes.toString('utf8'), say('bundle.file', { file: 'run.json', bundle: bundle.file }));
}

/** Null for numbers that the bundle does not contain. */
async function countsOf(bundle: BundleFile): Promise<{ profiles: number | null; items: number | null }> {
  const bytes = await bundle.read('vocabulary.json', LARGEST_VOCABULARY);
  if (bytes === null) return { profiles: null, items: null };
  const what = say('bundle.file', { file: 'vocabulary.json', bundle: bundle.file });
  const { profiles, items } = parseVocabulary(bytes.toString('utf8'), what);
  return { profiles: profiles?.length ?? null, items: items.length };
}

/** @throws ShelfwiseError `bad-data` if the manifest is not in this program's form */
async function whatItHolds(bundle: BundleFile): Promise<BundleContents['holds']> {
  const file = bundle.file;
  const rules = await bundle.read(BUNDLED_RULES_FILE, LARGEST_BUNDLED_RULES);
  const notes = await bundle.read(DATA_FOLDER + NOTES, LARGEST_NOTES);
  const has = (name: string): boolean => bundle.manifest.files.some((one) => one.file === name);
  const what = say('bundle.file', { file: BUNDLED_RULES_FILE, bundle: file });
  return {
    rules: rules === null ? 0 : (decodeBundledRules(rules, what).saved?.rules.length ?? 0),
    approved: has(APPROVALS_FILE),
    notes: notes === null ? 0 : decodeNotes(notes.toString('utf8'), file).length,
    maps: CARRIED.filter(({ holds, name }) => holds === 'map' && has(name)).map(({ tellsOf }) => tellsOf),
  };
}

/** What opening a bundle would do to the workspace: add its run, complete one, change nothing, or be refused. */
async function whatIsHere(workspace: Workspace, manifest: Manifest): Promise<BundleContents['here']> {
  const folder = runFolder(workspace, manifest.runId);
  const record = await hashPlainFile(recordFile(folder));
  if (record === null) return 'nothing';
  const brought = (name: string): string | undefined => manifest.files.find(({ file }) => file === name)?.sha256;
  const model = await hashPlainFile(modelFile(folder));
  if (record !== brought('run.json') || model !== brought(MODEL_FILE)) return 'another';
  const opened = await readOpened(folder).catch(() => null);
  return manifest.withData && opened !== null && !opened.withData ? 'without-data' : 'same';
}
