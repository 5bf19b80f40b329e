/** Checks that the contents of a run's files fit together, for a run of unknown origin: hashes only prove that it arrived intact. */
import type { RunRecord } from '../../../shared/contract/run';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { readSafetensors } from '../../../engine/model/safetensors-file';
import { withPlainFileIfThere } from '../../../engine/storage/plain-file';
import { listsFile, readLists, sizesOf } from '../../../engine/runs/lists-file';
import { modelFile } from '../../../engine/runs/model-file';
import { readTestProfiles } from '../../../engine/runs/test-profiles-file';
import type { Vocabulary } from '../../../engine/runs/vocabulary';

/**
 * One pass over model, lists and metrics of test profiles, as far as they exist.
 * @throws ShelfwiseError `bad-data` if the model is not that of the recipe over the titles of the vocabulary, or a list or a test profile is not in
 * the vocabulary
 */
export async function refuseUnfitContents(folder: string, record: RunRecord, vocabulary: Vocabulary): Promise<void> {
  const sizes = sizesOf(vocabulary);
  const model = await readSafetensors(modelFile(folder));
  if (model === null) throw new ShelfwiseError('bad-data', say('run.no-model', { run: record.runId }));
  // Loaded on demand: the models load TensorFlow.js, which nothing else here needs.
  const { checkModel } = await import('../../../engine/model/models');
  checkModel(record.recipe, model.tensors, { items: sizes.items, conditions: null });
  if (vocabulary.profiles === null) return;
  if ((await withPlainFileIfThere(listsFile(folder), async () => true)) !== null) await readLists(folder, sizes);
  await readTestProfiles(folder, sizes);
}
