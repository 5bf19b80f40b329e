/**
 * Lines of an audit log, and the chain that they make. Each line has a random nonce, and in `previous` the head of the chain: the hash of all lines
 * before it. So a line that was taken out, changed or moved shows at the next one.
 *
 * Forgetting a profile replaces a line with its hash alone. The chain holds on, and because of the nonce nothing of the line can be guessed from it.
 * Lines of earlier versions have no nonce, and are no part of the chain.
 */
import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { type AuditEntry, auditEntrySchema } from '../../../shared/contract/audit';
import { jsonOrNull, sha256 } from '../../storage/read-files';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const forgottenSchema = z.strictObject({ forgotten: hash });
const entrySchema = auditEntrySchema.omit({ outcome: true, chain: true });
const chainedSchema = z.looseObject({ nonce: z.string(), previous: hash.nullable() });

/** The hash of a chain, which grows with each line; null before the first. */
export type Head = string | null;

export interface AuditLine {
  readonly text: string;
  readonly kind: 'chained' | 'before-chain' | 'forgotten' | 'damaged';
  /** Null for a line that is forgotten or damaged. */
  readonly entry: AuditEntry | null;
  /** The head that a chained line names. */
  readonly previous: Head;
  /** Of the line alone; for a forgotten one, of the line that stood there. */
  readonly sha256: string;
}

/** The last line may be torn: then it has no end, and is damaged. */
export const linesOf = (text: string): AuditLine[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map(lineOf);

function lineOf(text: string): AuditLine {
  const raw = jsonOrNull(text);
  const forgotten = forgottenSchema.safeParse(raw);
  if (forgotten.success)
    return { text, kind: 'forgotten', entry: null, previous: null, sha256: forgotten.data.forgotten };
  const entry = entrySchema.safeParse(raw).data ?? null;
  const links = chainedSchema.safeParse(raw);
  const kind = entry === null ? 'damaged' : links.success ? 'chained' : 'before-chain';
  return { text, kind, entry, previous: links.data?.previous ?? null, sha256: sha256(text) };
}

export const nextHead = (head: Head, line: Pick<AuditLine, 'kind' | 'sha256'>): Head =>
  line.kind === 'before-chain' ? head : sha256(`${head ?? ''}\n${line.sha256}`);

/** The head after the last line of a log, by what its last chained line names: reading a log is what checks it. */
export function headOf(text: string): Head {
  const texts = text.split('\n').filter((line) => line !== '');
  const tail: AuditLine[] = [];
  // From the end: an entry is added to a log of many thousands in the time of the last few.
  for (let at = texts.length - 1; at >= 0 && tail[0]?.kind !== 'chained'; at--) tail.unshift(lineOf(texts[at]!));
  return tail.reduce(nextHead, tail[0]?.previous ?? null);
}

/** A new line for the end of a log. */
export function chained(head: Head, entry: AuditEntry): AuditLine {
  // The nonce comes first: a line that is torn has it, too.
  const nonce = randomBytes(16).toString('hex');
  return lineOf(JSON.stringify({ nonce, previous: head, ...entry }));
}

/** What stays of a line that is forgotten; null for one outside of the chain, of which nothing has to stay. */
export const tombstone = ({ kind, sha256: forgotten }: AuditLine): string | null =>
  kind === 'before-chain' ? null : JSON.stringify({ forgotten });

/** A line, the head of the chain after it, and whether the chain is broken before it. */
export interface CheckedLine extends AuditLine {
  readonly head: Head;
  readonly isBroken: boolean;
}

export function checkChain(lines: readonly AuditLine[]): CheckedLine[] {
  let head: Head = null;
  let hasBegun = false;
  return lines.map((line) => {
    const before: Head = line.kind === 'chained' ? line.previous : head;
    // A line without a nonce behind one with it was not written by Shelfwise, or by an earlier version.
    const isBroken = before !== head || (hasBegun && line.kind === 'before-chain');
    hasBegun ||= line.kind === 'chained';
    head = nextHead(before, line);
    return { ...line, head, isBroken };
  });
}
