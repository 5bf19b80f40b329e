/** Joins the audit logs of a data set and of what was made of it. */
import type { Workspace } from '../../storage/workspace';
import { addLines } from './logged';
import { type Link, linkOf, readLogs } from './logs';

/**
 * Each log names the other once; the later one with the head of the earlier, from which nothing is taken unseen then. A log without lines is named by
 * none. May be repeated.
 */
export async function linkLogs(
  workspace: Workspace,
  what: Link,
  { before, after }: { before: string; after: string },
): Promise<void> {
  if (before === after) return;
  const logs = await readLogs(workspace, [before, after]);
  const lines = logs.get(before)!;
  if (lines.length === 0) return;
  const isNamed = lines.some((line) => linkOf(line).after === after);
  const head = await addLines(workspace, before, isNamed ? [] : [{ what, after }]);
  if (!logs.get(after)!.some((line) => linkOf(line).before === before))
    await addLines(workspace, after, [{ what, before, head }]);
}
