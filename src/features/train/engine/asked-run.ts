/** Whether a bundle from a cluster is the run that was asked for, and nothing beside it: notes and approvals are never taken from there. */
import * as path from 'node:path';
import type { RunRecord } from '../../../shared/contract/run';
import type { TrainUnit } from '../contract/unit';
import { canonicalRecipe } from '../../../shared/recipe/stored';
import { unnamed } from '../../../shared/words/run-name';
import { say, type Sentence } from '../../../shared/words/sentence';
import { BundleFile, TRAINED_FILES } from '../../bundles/engine/public';
import { openSnapshot } from '../../../engine/data/snapshot';
import { programInfo } from '../../../engine/machine/environment/program';
import { parseRecord, runIdOfUnit } from '../../../engine/runs/record';
import type { Brought } from '../../../engine/training/units/unit-kind';

/** Most bytes of a record in a bundle. */
const LARGEST_RECORD = 1 << 24;
/** How many files an error names. */
const FILES_TOLD = 5;

/**
 * @param unit with the whole fingerprint of its data set
 * @returns the hash of the checked bundle, and null if it is the run
 * @throws ShelfwiseError `bad-data` if it is no bundle, `not-found` if the data set no longer exists here
 */
export async function whyNotAsked(
  from: Pick<Brought, 'workspace' | 'readsOwnData'>,
  unit: TrainUnit,
  file: string,
): Promise<{ manifestSha256: string; cause: Sentence | null }> {
  const bundle = await BundleFile.open(file);
  try {
    const { manifest, manifestSha256 } = bundle;
    const others = manifest.files.map(({ file: name }) => name).filter((name) => !TRAINED_FILES.includes(name));
    if (others.length > 0)
      return { manifestSha256, cause: say('cluster.untrained-files', { files: others.slice(0, FILES_TOLD) }) };
    if (manifest.wholeRun !== true || manifest.withData) return { manifestSha256, cause: say('cluster.no-whole-run') };
    const bytes = await bundle.read('run.json', LARGEST_RECORD);
    const what = say('bundle.file', { file: 'run.json', bundle: path.basename(file) });
    const record = parseRecord(bytes?.toString('utf8') ?? '', what);
    return { manifestSha256, cause: await otherThanAsked(from, unit, record) };
  } finally {
    await bundle.close();
  }
}

async function otherThanAsked(
  { workspace, readsOwnData }: Pick<Brought, 'workspace' | 'readsOwnData'>,
  { data, recipe, seed, name, parent }: TrainUnit,
  record: RunRecord,
): Promise<Sentence | null> {
  const runId = runIdOfUnit(data, recipe, seed);
  const isAsked =
    record.runId === runId &&
    record.dataset.fingerprint === data &&
    record.seed === seed &&
    canonicalRecipe(record.recipe) === canonicalRecipe(recipe);
  if (!isAsked) return say('cluster.other-run', { run: record.runId, wanted: runId });
  const { dataset } = await openSnapshot(workspace, data);
  const isNamed =
    record.name === (name || unnamed({ recipe, dataset: { ...dataset, name: record.dataset.name }, seed })) &&
    record.parent === (parent ?? null) &&
    (readsOwnData || record.dataset.name === dataset.name);
  if (!isNamed) return say('cluster.other-name', { run: runId });
  const { buildSha256: build } = await programInfo();
  return record.program.buildSha256 === build
    ? null
    : say('cluster.other-build', { build: record.program.buildSha256 });
}
