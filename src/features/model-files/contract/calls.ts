import { oc } from '@orpc/contract';
import * as z from 'zod';
import { modelFolderSchema } from './model-folder';

export const modelFilesRunCalls = {
  /**
   * The model as a new folder `out`: ONNX, safetensors, what goes in and comes out, a model card.
   * @throws `usage` where ONNX cannot give the scores of the run's lists
   */
  saveModel: oc.input(z.strictObject({ runId: z.string(), out: z.string() })).output(modelFolderSchema),
};
