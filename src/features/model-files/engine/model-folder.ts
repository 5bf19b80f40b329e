/** The model of a run as a folder of files that other programs read (docs/model-files.md). */
import * as path from 'node:path';
import type { ModelFolder } from '../contract/model-folder';
import type { RunRecord } from '../../../shared/contract/run';
import { ShelfwiseError } from '../../../shared/errors';
import { saidRunName } from '../../../shared/words/run-name';
import { say, textOf } from '../../../shared/words/sentence';
import { storedRecipe } from '../../../shared/recipe/stored';
import type { Recipe } from '../../../shared/recipe/table';
import { type ConditionColumn, conditionColumns } from '../../../engine/data/conditions';
import { programInfo } from '../../../engine/machine/environment/program';
import { readModel } from '../../../engine/runs/model-file';
import type { RunSession } from '../../../engine/sessions/run-session';
import { encodeSafetensors } from '../../../engine/model/safetensors';
import { openWriter, writeFile, writeJson } from '../../../engine/storage/files';
import { sha256OfFile } from '../../../engine/storage/read-files';
import { makeUserFolder } from '../../../engine/storage/user-files';
import type { Workspace } from '../../../engine/storage/workspace';
import { conditionOf } from '../../condition/engine/public';
import { modelCard } from './card';
import type { Graph } from './graph';
import { encodeModel } from './messages';
import { modelGraph } from './model-graph';
import { partsOf } from './parts';
import { refusalOf } from './refusal';

const GRAPH_FILE = 'model.onnx';
const DATA_FILE = 'model.onnx.data';

/** The inputs of the graph, in the order of its columns. */
interface Inputs {
  readonly formatVersion: 1;
  /** `counting`: the value of a watched title, as the recipe counts (data.counting). */
  readonly history: { readonly items: readonly string[]; readonly counting: Recipe['data.counting'] };
  readonly profile: readonly ConditionColumn[];
}

/**
 * @param out a folder that does not exist yet
 * @throws ShelfwiseError `usage` if ONNX cannot give the scores of the run's lists, or for the folder (`makeUserFolder`); `not-found` if
 *   the run has no model; `bad-data` if it is damaged
 */
export async function writeModelFolder(workspace: Workspace, session: RunSession, out: string): Promise<ModelFolder> {
  const { record, folder } = session;
  const recipe = record.recipe;
  if (record.weightsSha256 === null)
    throw new ShelfwiseError('not-found', say('onnx.unfinished', { run: record.runId }));
  const { items, profiles, conditions } = await session.data();
  // Restored once, which checks that the tensors are those of such a model.
  await session.recommender();
  const tensors = await readModel(folder, record);
  const refusal = refusalOf(recipe, tensors, items.ids.length);
  if (refusal !== null) throw new ShelfwiseError('usage', refusal);
  const graph = modelGraph(tensors, recipe, { items: items.ids.length, conditions: conditions.width });
  const parts = partsOf(record, tensors);
  const inputs: Inputs = {
    formatVersion: 1,
    history: { items: items.ids, counting: recipe['data.counting'] },
    profile: record.model === 'dae' ? conditionColumns(profiles) : [],
  };
  const condition = await conditionOf(workspace, record.runId);
  const { path: made, result } = await makeUserFolder(workspace, out, async (temporary) => {
    const place = (name: string): string => path.join(temporary, name);
    await writeGraph(temporary, graph, record);
    await writeFile(place('model.safetensors'), encodeSafetensors(tensors));
    await writeJson(place('inputs.json'), inputs);
    await writeJson(place('recipe.json'), storedRecipe(record.recipe));
    await writeFile(
      place('README.md'),
      modelCard(record, session.dataset.snapshot.dataset, inputs, { parts, condition }),
    );
    const names = [GRAPH_FILE, DATA_FILE, 'model.safetensors', 'inputs.json', 'recipe.json', 'README.md'];
    return Promise.all(names.map(async (name) => ({ name, sha256: await sha256OfFile(place(name)) })));
  });
  return { runId: record.runId, path: made, parts, files: result };
}

/** The graph, and the file with its numbers. */
async function writeGraph(folder: string, graph: Graph, record: RunRecord): Promise<void> {
  const { version } = await programInfo();
  const data = await openWriter(path.join(folder, DATA_FILE));
  try {
    for (const bytes of graph.data()) await data.write(bytes);
  } finally {
    await data.close();
  }
  const properties = {
    'shelfwise.run': record.runId,
    'shelfwise.weightsSha256': record.weightsSha256!,
    'shelfwise.recipeSha256': record.recipeSha256,
    'shelfwise.fingerprint': record.dataset.fingerprint,
  };
  const about = `${textOf([saidRunName(record.name)])}, trained by Shelfwise ${record.program.version}`;
  const producer = { name: 'shelfwise', version };
  await writeFile(
    path.join(folder, GRAPH_FILE),
    encodeModel(graph.message({ name: record.runId, about, producer, properties, data: DATA_FILE })),
  );
}
