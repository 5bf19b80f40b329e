/** Handlers that segments, tunings and aims have alike: all are kept under a name with a data set. */
import {
  historiesOfNamed,
  keepNamed,
  type Kind,
  listNamed,
  type Named,
  removeNamed,
  restoreNamed,
} from '../kept/segments-and-tunings';
import type { Workspace } from '../storage/workspace';
import { datasetOf } from './dataset-of';

interface Call<Input = unknown> {
  readonly input: Input & { readonly data: string };
  readonly context: { readonly workspace: Workspace };
}

type Given<Value extends Named> = Parameters<typeof keepNamed<Value>>[3];

export function keptByName<Value extends Named>(kind: Kind<Value>) {
  const fingerprintOf = async ({ input, context }: Call): Promise<string> =>
    (await datasetOf(context, input.data)).fingerprint;
  return {
    list: async (call: Call): Promise<Value[]> => listNamed(kind, call.context.workspace, await fingerprintOf(call)),
    keep: async (call: Call<Given<Value>>): Promise<Value> => {
      const { data: _, ...given } = call.input;
      return keepNamed(kind, call.context.workspace, await fingerprintOf(call), given as unknown as Given<Value>);
    },
    remove: async (call: Call<{ id: string; revision: number }>): Promise<{ removed: string }> => {
      await removeNamed(kind, call.context.workspace, await fingerprintOf(call), call.input);
      return { removed: call.input.id };
    },
    history: async (call: Call): ReturnType<typeof historiesOfNamed<Value>> =>
      historiesOfNamed(kind, call.context.workspace, await fingerprintOf(call)),
    restore: async (call: Call<Parameters<typeof restoreNamed<Value>>[3]>): ReturnType<typeof restoreNamed<Value>> =>
      restoreNamed(kind, call.context.workspace, await fingerprintOf(call), call.input),
  };
}
