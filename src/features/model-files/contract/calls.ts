import { oc } from '@orpc/contract';
import * as z from 'zod';
import { modelFolderSchema } from './model-folder';

export const modelFilesRunCalls = {
  /**
   * Writes the model to a new folder `out`: ONNX, safetensors, a description of inputs and outputs, a model card.
   * @throws `usage` if ONNX cannot give the scores of the run's lists; as `export` does where it writes no file of the run
   */
  saveModel: oc.input(z.strictObject({ runId: z.string(), out: z.string() })).output(modelFolderSchema),
};
