/** Reads the audit log: what was done, how it ended, and what does not fit the chain. */
import type { AuditEntry } from '../../../shared/contract/audit';
import type { Workspace } from '../../storage/workspace';
import { type AuditLine, type CheckedLine, checkChain } from './chain';
import { linkOf, readLogs } from './logs';

interface AuditLog {
  /** Latest first. */
  readonly entries: readonly AuditEntry[];
  /** Of the data sets whose logs these are. */
  readonly fingerprints: ReadonlySet<string>;
  /** The heads that the logs have had. A record that names another one knows of lines that were taken out or changed since. */
  readonly heads: ReadonlySet<string>;
}

/** The logs of data sets, and of the same data under other fingerprints. */
export async function readAudit(workspace: Workspace, fingerprints: readonly string[]): Promise<AuditLog> {
  const logs = await readLogs(workspace, fingerprints);
  const lines = [...logs.values()].flatMap(checkChain);
  const heads = new Set(lines.flatMap(({ head }) => head ?? []));
  const ends = endsOf(lines);
  const entries = lines.flatMap((line) => {
    const { head: named } = linkOf(line);
    const entry = shown(line, ends);
    return [
      ...(named === undefined || heads.has(named) ? [] : [missingLines(entry?.at ?? '')]),
      ...(entry === null ? [] : [entry]),
    ];
  });
  return { entries: entries.toReversed(), fingerprints: new Set(logs.keys()), heads };
}

/** The entry for lines that are gone, where a record names the head that they had. */
export const missingLines = (at: string, runId?: string): AuditEntry => ({
  at,
  what: 'missing',
  ...(runId !== undefined && { runId }),
});

interface End {
  readonly outcome: 'completed' | 'failed';
  /** Of the error. */
  readonly code?: unknown;
}

/** Null for a line that says no end. */
function endOf({ entry }: AuditLine): End | null {
  if (entry?.what === 'completed') return { outcome: 'completed' };
  return entry?.what === 'failed' ? { outcome: 'failed', code: entry['code'] } : null;
}

/** How actions ended, by their ID. */
const endsOf = (lines: readonly AuditLine[]): ReadonlyMap<unknown, End> =>
  new Map(
    lines.flatMap((line) => {
      const end = endOf(line);
      return end === null ? [] : [[line.entry!['act'], end] as const];
    }),
  );

/** Null for the end of an action, which its entry tells. */
function shown(line: CheckedLine, ends: ReadonlyMap<unknown, End>): AuditEntry | null {
  const mark: Pick<AuditEntry, 'chain'> = line.isBroken
    ? { chain: 'broken' }
    : line.kind === 'before-chain'
      ? { chain: 'before' }
      : {};
  if (line.entry === null) return { at: '', what: line.kind, ...mark };
  const { nonce: _, previous: __, act, head: ___, ...entry } = line.entry;
  if (endOf(line) !== null) return line.isBroken ? { ...entry, ...mark } : null;
  return { ...entry, ...mark, ...(act !== undefined && (ends.get(act) ?? { outcome: 'open' })) } as AuditEntry;
}
