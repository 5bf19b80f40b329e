/** approvals.json of a run: who approved its lists for export, and who withdrew an approval. */
import * as path from 'node:path';
import {
  type Approval,
  approvalSchema,
  type Approvals,
  type ApprovalStanding,
  type ShownApproval,
} from '../../shared/contract/approvals';
import type { RunRecord } from '../../shared/contract/run';
import { ShelfwiseError } from '../../shared/errors';
import { say, type Sentence } from '../../shared/words/sentence';
import { whileClaimed } from '../storage/claim';
import { removeFile } from '../storage/files';
import { parseKept } from '../storage/kept-file';
import { cameWithBundle, readOpened } from './opened';
import { readPlainTextIfThere } from '../storage/plain-file';
import { listKind, readList, writeList } from './sealed-list';

export const APPROVALS_FILE = 'approvals.json';

/** Far more approvals than any run gets; beyond it the earliest are dropped. */
const MOST = 1000;

/** Identifies the approved lists: a stopped run has other lists after it is trained further. */
type OfLists = Pick<RunRecord, 'listsSha256'>;

const approvalsFile = (folder: string): string => path.join(folder, APPROVALS_FILE);

const LIST = {
  file: APPROVALS_FILE,
  name: 'approvals',
  value: approvalSchema,
  most: MOST,
  damaged: (part: Sentence) => say('run.approvals-damaged', { part }),
};

/** @throws ShelfwiseError `bad-data` if the file is damaged, `newer-version` if a newer version wrote it */
export async function readApprovals(folder: string, { listsSha256 }: OfLists): Promise<Approvals> {
  return shown(folder, await readStored(folder), listsSha256);
}

/** Oldest first. */
const readStored = (folder: string): Promise<Approval[]> => readList(folder, LIST);

/** What identifies lists that leave the program. */
export interface DeliveredHashes {
  /** Null without rules, and without a tuning. */
  readonly rulesSha256: string | null;
  readonly tuningSha256: string | null;
  /** Of the lists under both. */
  readonly deliveredSha256: string;
}

/** Whether an approval is of these lists. */
export function standingOf(approval: Approval, delivered: DeliveredHashes): ApprovalStanding {
  const { rulesSha256, tuning, deliveredSha256 } = approval;
  if (rulesSha256 !== delivered.rulesSha256) return 'other-rules';
  if ((tuning?.tuningSha256 ?? null) !== delivered.tuningSha256) return 'other-tuning';
  return deliveredSha256 === delivered.deliveredSha256 ? 'holds' : 'other-lists';
}

/** The approval of exactly these lists, or null. */
export const approvalOf = ({ current }: Approvals, delivered: DeliveredHashes): ShownApproval | null =>
  current !== null && standingOf(current, delivered) === 'holds' ? current : null;

/**
 * Adds an approval, keeping earlier ones and those of other programs.
 * @param intend called once nothing refuses it, directly before it is written; answers the head of the audit log then, which the approval names
 * @throws ShelfwiseError `usage` if it withdraws an approval that does not exist
 */
export function addApproval(
  folder: string,
  approval: Approval,
  intend: () => Promise<string | null> = async () => null,
): Promise<Approvals> {
  return whileClaimed(approvalsFile(folder), async (claim) => {
    const all = await readStored(folder);
    const { current } = await shown(folder, all, approval.listsSha256);
    if (approval.kind === 'withdrawn' && current === null)
      throw new ShelfwiseError('usage', say('review.not-approved', { run: path.basename(folder) }));
    const auditSha256 = (await intend()) ?? undefined;
    const next = [...all, { ...withoutOrigin(approval), auditSha256 }].slice(-MOST);
    await writeList(folder, LIST, next, { claim });
    return shown(folder, next, approval.listsSha256);
  });
}

/** What is forgotten: whether a text has it, and the text without it. */
interface ForgottenText {
  readonly isIn: (text: string) => boolean;
  readonly without: (text: string) => string;
}

/**
 * Takes what is forgotten out of reasons, and removes approvals by such a name; deletes a damaged file if it may contain it. Keeps a withdrawal by such
 * a name, without name and reason: without it, what it withdrew would count again.
 * @returns how many were removed or lost their words
 */
export async function pruneApprovals(folder: string, forgotten: ForgottenText, forgottenAt: string): Promise<number> {
  const file = approvalsFile(folder);
  if ((await readPlainTextIfThere(file)) === null) return 0;
  return whileClaimed(file, async (claim) => {
    const text = await readPlainTextIfThere(file);
    if (text === null) return 0;
    const stored = parseKept(text, await listKind(folder, LIST));
    if (stored.state === 'fine') {
      const { told, kept } = pruned(stored.content, forgotten);
      await writeList(folder, LIST, kept, { claim, forgottenAt });
      return told;
    }
    if (!forgotten.isIn(text)) return 0;
    await claim.assertOurs();
    await removeFile(file);
    return 1;
  });
}

function pruned(all: readonly Approval[], { isIn, without }: ForgottenText): { told: number; kept: Approval[] } {
  const namesIn = ({ rules, tuning }: Approval): boolean =>
    [...(rules?.names ?? []), tuning?.name ?? '', tuning?.segment ?? ''].some(isIn);
  const told = all.filter((one) => isIn(one.by) || isIn(one.reason) || namesIn(one)).length;
  const kept = all
    .flatMap((one) => {
      if (isIn(one.by)) return one.kind === 'withdrawn' ? [withoutWords(one)] : [];
      return isIn(one.reason) ? [{ ...one, reason: without(one.reason) }] : [one];
    })
    .map((one) => withoutNames(one, isIn));
  return { told, kept };
}

const withoutWords = (approval: Approval): Approval => ({ ...approval, by: '', reason: '', found: [] });

/** An approval without the names of rules, a tuning or a segment that match. */
function withoutNames(approval: Approval, tells: (text: string) => boolean): Approval {
  const { rules, tuning } = approval;
  const untold = (name: string | null): string | null => (name !== null && tells(name) ? null : name);
  return {
    ...approval,
    rules: rules && { ...rules, names: rules.names.filter((name) => !tells(name)) },
    tuning: tuning && { ...tuning, name: untold(tuning.name), segment: untold(tuning.segment) },
  };
}

/** @param stored oldest first */
async function shown(folder: string, stored: readonly Approval[], listsSha256: string | null): Promise<Approvals> {
  const opened = await readOpened(folder);
  const all = stored.map((approval): ShownApproval => {
    const own = withoutOrigin(approval);
    if (opened === null || !cameWithBundle(opened, approval)) return own;
    return { ...own, brought: { file: opened.file ?? null, openedAt: opened.openedAt } };
  });
  const last = all.at(-1);
  const counts = last?.kind === 'approved' && last.listsSha256 === listsSha256;
  return { current: counts ? last : null, all: all.toReversed() };
}

/** Where an approval came from is never what its file says. */
function withoutOrigin(approval: ShownApproval): Approval {
  const { brought: _, ...stored } = approval;
  return stored;
}
