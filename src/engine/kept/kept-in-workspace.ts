/**
 * What people keep in the workspace, each kind in one row of src/features/kept.ts: adding a folder to a data set and forgetting a profile go by these
 * tables.
 */
import { adoptContent, fileOf, type RecordFamily } from '../storage/record-file';
import type { Workspace } from '../storage/workspace';

/** What is kept with a data set. */
export interface KeptWithData {
  readonly of: Pick<RecordFamily<unknown>, 'folder' | 'name'>;
  /** Copies from the old data set what the one extended from it lacks; absent where another feature takes care of it, or nothing goes along. */
  readonly adopt?: (workspace: Workspace, from: string, to: string) => Promise<unknown>;
}

/** Data made from other data gets all of it with its history, unless it has or had some of its own. */
export const handedOn = <Value>(family: RecordFamily<Value>): KeptWithData => ({
  of: family,
  adopt: (workspace, from, to) => adoptContent(fileOf(family, workspace, from), fileOf(family, workspace, to)),
});

/** What no data set has: texts of people, by what the record that they are in is known by. */
export interface KeptTexts {
  list(workspace: Workspace): Promise<readonly { readonly id: string; readonly texts: readonly string[] }[]>;
  /** Takes those that match out of all records. */
  prune(workspace: Workspace, isIn: (text: string) => boolean): Promise<void>;
}
