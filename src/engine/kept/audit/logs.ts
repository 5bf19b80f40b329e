/**
 * The files of the audit log: audit/<fingerprint>.jsonl, one for each data set. Forgetting a profile and adding a folder give data another fingerprint;
 * then the old log and the new one name each other, and are read as one.
 */
import * as path from 'node:path';
import * as z from 'zod';
import { fingerprintSchema } from '../../../shared/contract/dataset';
import { readPlainTextIfThere } from '../../storage/plain-file';
import type { Workspace } from '../../storage/workspace';
import { type AuditLine, linesOf } from './chain';

export const LOG_NAME = /^([0-9a-f]{64})\.jsonl$/;

export const auditFile = ({ audit }: Workspace, fingerprint: string): string =>
  path.join(audit, `${fingerprint}.jsonl`);

/** What a log says of the data that was there before its own (with the head of that log), or came in its place, or of it with a folder more. */
const LINKS = ['data-replaced', 'data-added'] as const;
export type Link = (typeof LINKS)[number];

const linkSchema = z.object({
  what: z.enum(LINKS),
  before: fingerprintSchema.optional(),
  after: fingerprintSchema.optional(),
  head: z.string().optional(),
});

export const linkOf = ({ entry }: AuditLine): Omit<z.infer<typeof linkSchema>, 'what'> =>
  linkSchema.safeParse(entry).data ?? {};

/** By fingerprint: the logs of these data sets, of the data that they replaced, and of what replaced them; the earlier ones first. */
export async function readLogs(
  workspace: Workspace,
  fingerprints: readonly string[],
): Promise<ReadonlyMap<string, readonly AuditLine[]>> {
  const logs = new Map<string, readonly AuditLine[]>();
  const seen = new Set<string>();
  const read = async (fingerprint: string): Promise<void> => {
    if (seen.has(fingerprint)) return;
    seen.add(fingerprint);
    const lines = linesOf((await readPlainTextIfThere(auditFile(workspace, fingerprint))) ?? '');
    const links = lines.map(linkOf);
    for (const { before } of links) if (before !== undefined) await read(before);
    logs.set(fingerprint, lines);
    for (const { after } of links) if (after !== undefined) await read(after);
  };
  for (const fingerprint of fingerprints) await read(fingerprint);
  return logs;
}
