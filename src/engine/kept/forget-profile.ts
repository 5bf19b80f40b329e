/** Takes a profile out of everything that people keep with a data set, earlier states included. */
import { changeContent, type RecordFile, type Records, withoutRecord } from '../storage/record-file';
import type { Workspace } from '../storage/workspace';
import { namedFile, SEGMENTS } from './named';
import { notesFile } from './notes';
import { reviewsFile } from './reviews';

/** Its note and review, and the segments that look for it by its id: nothing of them can be stepped back to. */
export async function forgetProfile(workspace: Workspace, fingerprint: string, profile: string): Promise<void> {
  await purge(notesFile(workspace, fingerprint), (key) => key === profile);
  await purge(reviewsFile(workspace, fingerprint), (key) => key === profile);
  await purge(namedFile(SEGMENTS, workspace, fingerprint), (_, { filter }) => filter.text?.trim() === profile);
}

async function purge<Value>(file: RecordFile<Value>, goes: (key: string, value: Value) => boolean): Promise<void> {
  await changeContent(file, (content) => {
    let { records, earlier } = content;
    for (const [key, value] of records) if (goes(key, value)) records = withoutRecord(records, key);
    for (const [key, states] of earlier) {
      const staying = states.filter((state) => !goes(key, state));
      if (staying.length < states.length) earlier = withStates(earlier, key, staying);
    }
    return records === content.records && earlier === content.earlier ? content : { records, earlier };
  });
}

function withStates<Value>(
  earlier: Records<readonly Value[]>,
  key: string,
  states: readonly Value[],
): Records<readonly Value[]> {
  return states.length === 0 ? withoutRecord(earlier, key) : new Map(earlier).set(key, states);
}
