import * as fs from 'node:fs/promises';
import { changeKey, signHead } from '../../../../engine/kept/audit/head';
import { findAnyRun } from '../../../../engine/runs/store';
import { writeUserFile } from '../../../../engine/storage/user-files';
import type { Workspace } from '../../../../engine/storage/workspace';
import { api } from '../../../calls';

const { heads } = api;

const headOfRun = async (workspace: Workspace, runId: string) =>
  signHead(workspace, (await findAnyRun(workspace, runId)).record.dataset.fingerprint);

const write = async (workspace: Workspace, out: string, text: string): Promise<string> =>
  (await writeUserFile(workspace, out, (temporary) => fs.writeFile(temporary, text))).path;

/** Heads of audit logs that others keep. */
export const headsApi = {
  sign: heads.sign.handler(({ input, context }) => headOfRun(context.workspace, input.runId)),
  save: heads.save.handler(async ({ input: { runId, out }, context: { workspace } }) => {
    const head = await headOfRun(workspace, runId);
    return { ...head, path: await write(workspace, out, head.text) };
  }),
  compare: heads.compare.handler(async ({ input, context: { workspace } }) => {
    const { compareHead } = await import('./compare-head');
    const { readHeadFile } = await import('./read-note');
    if ('text' in input) return compareHead(workspace, input.text, null);
    return compareHead(workspace, await readHeadFile(input.file), input.file);
  }),
  cosign: heads.cosign.handler(async ({ input: { file, out }, context: { workspace } }) => {
    const { cosignHead } = await import('./cosign-head');
    const { readHeadFile } = await import('./read-note');
    const cosigned = await cosignHead(workspace, await readHeadFile(file), file);
    return { ...cosigned, path: out === undefined ? null : await write(workspace, out, cosigned.text) };
  }),
  changeKey: heads.changeKey.handler(async ({ context }) => {
    const { keys, made } = await changeKey(context.workspace);
    return { publicKey: keys.at(-1)!.publicKey, made: made ?? 'kept' };
  }),
};
