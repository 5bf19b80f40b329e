/** Uses an opened run or a new data set like a user: everything that reads the received files. */
import * as path from 'node:path';
import { createEngine, type EngineClient } from '../../../src/features/engine';
import { ShelfwiseError, toShelfwiseError } from '../../../src/shared/errors';
import type { Mapping } from '../../../src/shared/contract/dataset';
import { tuningSchema } from '../../../src/shared/contract/tuning';
import { EXPORT_FORMATS } from '../../../src/shared/values/export-formats';
import { finalValue } from '../../../src/shared/values/final-value';
import { createTrainerLauncher } from '../../../src/host/launcher';
import type { Stage } from './stage';

const launcher = createTrainerLauncher({ endsWithParent: true });

export async function clientOf(stage: Stage): Promise<EngineClient> {
  return (await createEngine({ workspaceFolder: stage.workspace.folder, launcher })).client;
}

/**
 * Opens a bundle and uses the run; thoroughly: in every way that writes a file. @returns refusals during use. @throws
 * the refusal of the bundle
 */
export async function openAndUse(stage: Stage, bundle: string, thoroughly = false): Promise<ShelfwiseError[]> {
  const client = await clientOf(stage);
  const { manifestSha256 } = await client.runs.inspectBundle({ file: bundle });
  const opening = await client.runs.open({ file: bundle, manifestSha256 });
  const { runId, fingerprint, withData } = await finalValue(opening);
  const refused = await useRun(stage, client, runId, thoroughly);
  return withData ? [...refused, ...(await useData(stage, client, fingerprint, thoroughly))] : refused;
}

/** Imports a folder and uses the data set. @returns like openAndUse */
export async function importAndUse(stage: Stage, folder: string, mapping?: Mapping): Promise<ShelfwiseError[]> {
  const client = await clientOf(stage);
  const importing = await client.datasets.import({ folder, ...(mapping !== undefined && { mapping }) });
  const { fingerprint } = await finalValue(importing);
  return useData(stage, client, fingerprint, false);
}

/** Hides half of the history, so that the model scores again; and what only the autoencoder has. */
const HIDDEN = tuningSchema.parse({ hidden: 0.5, mask: 1 });
const STEERED = tuningSchema.parse({ hidden: 0.5, condition: 1.5, neighbours: { count: 3, share: 0.2 } });

/** Lists, pages and fresh scores; thoroughly: everything else too. */
async function useRun(
  stage: Stage,
  client: EngineClient,
  runId: string,
  thoroughly: boolean,
): Promise<ShelfwiseError[]> {
  const refused: ShelfwiseError[] = [];
  const ask = asking(refused);
  const run = await ask(() => client.runs.get({ runId }));
  const data = run?.dataset.fingerprint ?? '';
  const profiles = await ask(() => client.profiles.page({ data, runId, start: 0, end: 3 }));
  await ask(() => client.titles.page({ data, runId, start: 0, end: 50 }));
  const profile = profiles?.rows[0]?.profile;
  if (profile !== undefined) {
    const list = await ask(() => client.lists.show({ runId, profile, count: 30 }));
    const tuning = run?.model === 'dae' ? STEERED : HIDDEN;
    await ask(() => client.lists.show({ runId, profile, tuning, count: 25 }));
    const item = list?.items[0]?.item;
    if (item !== undefined) await ask(() => client.profiles.explain({ runId, profile, item }));
    if (thoroughly && item !== undefined) await ask(() => client.titles.open({ runId, item }));
    if (thoroughly) await ask(() => client.profiles.neighbours({ runId, profile, count: 3 }));
  }
  if (thoroughly) await useRunThoroughly(stage, client, runId, ask);
  return refused;
}

async function useRunThoroughly(stage: Stage, client: EngineClient, runId: string, ask: Asking): Promise<void> {
  await ask(() => client.runs.list());
  await ask(() => client.runs.damaged());
  await ask(() => client.runs.epochs({ runId }));
  await ask(() => client.runs.exports({ runId }));
  await ask(() => client.runs.certificates({ runId }));
  await ask(() => client.tuning.directions({ runId, count: 4 }));
  for (const format of EXPORT_FORMATS)
    await ask(() => client.runs.export({ runId, format, out: path.join(stage.exports, `lists.${format}`) }));
  await ask(async () => {
    const out = path.join(stage.exports, 'again.shelfwise');
    return finalValue(await client.runs.bundle({ runId, out, withData: true }));
  });
}

async function useData(
  stage: Stage,
  client: EngineClient,
  data: string,
  thoroughly: boolean,
): Promise<ShelfwiseError[]> {
  const refused: ShelfwiseError[] = [];
  const ask = asking(refused);
  await ask(() => client.datasets.list());
  await ask(() => client.datasets.checkSource({ fingerprint: data }));
  await ask(() => client.datasets.rowIssues({ fingerprint: data, start: 0, end: 20 }));
  await ask(() => client.profiles.facets({ data }));
  await ask(() => client.titles.page({ data, start: 0, end: 20, sort: { column: 'popularity', descending: true } }));
  if (thoroughly)
    await ask(() => client.datasets.exportRowIssues({ fingerprint: data, out: path.join(stage.exports, 'rows.csv') }));
  return refused;
}

type Asking = <Answer>(ask: () => Promise<Answer>) => Promise<Answer | null>;

/** Calls, and records a refusal. */
const asking =
  (refused: ShelfwiseError[]): Asking =>
  async <Answer>(ask: () => Promise<Answer>): Promise<Answer | null> => {
    try {
      return await ask();
    } catch (thrown) {
      refused.push(toShelfwiseError(thrown));
      return null;
    }
  };
