/** approvals.json of a run: who approved its lists for export, and who took that back. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as z from 'zod';
import { type Approval, approvalSchema, type Approvals } from '../../shared/contract/approvals';
import type { RunRecord } from '../../shared/contract/run';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import { type Held, whileClaimed } from '../storage/claim';
import { writeJson } from '../storage/files';
import { contentOf, keepingUnknown, type KeptKind, readKept } from '../storage/kept-file';
import { readPlainTextIfThere } from '../storage/plain-file';
import { jsonOrNull } from '../storage/read-files';

export const APPROVALS_FILE = 'approvals.json';

/** Far more than anybody approves one run; beyond it the earliest go. */
const MOST = 1000;

/** Of the run: what was approved were its lists at that time, and a run that was stopped has others when it is trained further. */
type OfLists = Pick<RunRecord, 'listsSha256'>;

const approvalsFile = (folder: string): string => path.join(folder, APPROVALS_FILE);

const approvalsKind = (run: string): KeptKind<Approval[]> => {
  const part = say('run.file', { file: APPROVALS_FILE, run });
  const schema = keepingUnknown(z.array(approvalSchema).max(MOST));
  return { schema, what: part, damaged: () => say('run.approvals-damaged', { part }) };
};

/** @throws ShelfwiseError `bad-data` where the file is damaged, `newer-version` where a newer version wrote it */
export async function readApprovals(folder: string, { listsSha256 }: OfLists): Promise<Approvals> {
  const all = contentOf(await readKept(approvalsFile(folder), approvalsKind(path.basename(folder)))) ?? [];
  return shown(all, listsSha256);
}

/** The approval of the lists under these rules, null for the lists as the run made them; null where there is none. */
export const approvalUnder = ({ current }: Approvals, rulesSha256: string | null): Approval | null =>
  current !== null && current.rulesSha256 === rulesSha256 ? current : null;

/**
 * Adds one; earlier ones stay, and those of other programs.
 * @throws ShelfwiseError `usage` where one is taken back that is not there
 */
export function addApproval(folder: string, approval: Approval): Promise<Approvals> {
  return whileClaimed(approvalsFile(folder), async (claim) => {
    const { all, current } = await readApprovals(folder, approval);
    if (approval.kind === 'withdrawn' && current === null)
      throw new ShelfwiseError('usage', say('review.not-approved', { run: path.basename(folder) }));
    const next = [...all.toReversed(), approval].slice(-MOST);
    await writeJson(approvalsFile(folder), next, { claim });
    return shown(next, approval.listsSha256);
  });
}

/**
 * Leaves out the approvals in which a person wrote what a test tells of; a damaged file goes altogether where it may hold that. A withdrawal
 * stays without name and reason: without it, what it took back would count again.
 * @returns how many went or lost their words
 */
export async function pruneApprovals(folder: string, tells: (text: string) => boolean): Promise<number> {
  const file = approvalsFile(folder);
  if ((await readPlainTextIfThere(file)) === null) return 0;
  return whileClaimed(file, (claim) => pruned(file, tells, claim));
}

async function pruned(file: string, tells: (text: string) => boolean, claim: Held): Promise<number> {
  const text = await readPlainTextIfThere(file);
  if (text === null) return 0;
  const { data: all } = z.array(approvalSchema.loose()).safeParse(jsonOrNull(text));
  if (all === undefined) {
    if (!tells(text)) return 0;
    await claim.assertOurs();
    await fs.rm(file);
    return 1;
  }
  const tellsOf = ({ by, reason }: Approval): boolean => tells(by) || tells(reason);
  const told = all.filter(tellsOf).length;
  const kept = all.flatMap((one) => (tellsOf(one) ? (one.kind === 'withdrawn' ? [withoutWords(one)] : []) : [one]));
  if (told > 0) await writeJson(file, kept, { claim });
  return told;
}

const withoutWords = ({ kind, at, listsSha256, rulesSha256 }: Approval): Approval => ({
  kind,
  by: '',
  reason: '',
  at,
  listsSha256,
  rulesSha256,
  found: [],
});

/** @param all oldest first */
function shown(all: readonly Approval[], listsSha256: string | null): Approvals {
  const last = all.at(-1);
  const counts = last?.kind === 'approved' && last.listsSha256 === listsSha256;
  return { current: counts ? last : null, all: [...all].toReversed() };
}
