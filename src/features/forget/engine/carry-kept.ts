/** Carries what people saved with a data set over to its replacement, without what concerns the forgotten profile. */
import * as z from 'zod';
import { forgetLines } from '../../../engine/kept/audit/forget';
import { changeContent, readContent } from '../../../engine/storage/record-file';
import { removeFile } from '../../../engine/storage/files';
import { jsonOrNull } from '../../../engine/storage/read-files';
import type { Workspace } from '../../../engine/storage/workspace';
import { canonicalId } from '../../../engine/data/privacy/keyed-ids';
import { mentions } from '../../../engine/data/privacy/mentions';
import type { Forgotten, Kind } from './kept-parts';
import { knownLabels } from './known-labels';
import { type Content, keptFile, KINDS, pruneKept } from './prune-kept';

type KeptCounts = Record<'reviews' | 'notes' | 'segments', number>;

const isCounted = (kind: Kind): kind is keyof KeptCounts =>
  kind === 'reviews' || kind === 'notes' || kind === 'segments';

/** @param after fingerprint of the replacement; null if there is none: then everything is removed */
export async function carryKept(
  workspace: Workspace,
  before: string,
  after: string | null,
  forgotten: Omit<Forgotten, 'isKnownLabel'>,
): Promise<KeptCounts> {
  const counts: KeptCounts = { reviews: 0, notes: 0, segments: 0 };
  for (const kind of KINDS) {
    const file = keptFile(workspace, kind, before);
    const content = await readContent(file);
    const isEmpty = content.records.size + content.earlier.size === 0;
    const isKnownLabel = kind === 'labels' && !isEmpty ? await knownLabels(workspace, after) : () => true;
    const forgets = (now: Content): Content => pruneKept(kind, now, { ...forgotten, isKnownLabel }).content;
    const kept = forgets(content);
    if (isCounted(kind)) counts[kind] = content.records.size - kept.records.size;
    if (after === before) await changeContent(file, forgets);
    else {
      if (after !== null && kept.records.size + kept.earlier.size > 0)
        await changeContent(keptFile(workspace, kind, after), (there) => ({
          records: new Map([...kept.records, ...there.records]),
          earlier: new Map([...kept.earlier, ...there.earlier]),
        }));
      await removeFile(file.path);
    }
  }
  await forgetLines(workspace, { before, after }, (line) => isLineAbout(line, forgotten.profile));
  return counts;
}

const auditTexts = z.object({
  profile: z.string().optional(),
  by: z.string().optional(),
  reason: z.string().optional(),
  owner: z.string().optional(),
});

/** Whether a line of the audit log names the profile, as its subject or in a person's text. */
const isLineAbout = (line: string, profile: string): boolean =>
  isSubjectOfLine(line, profile) || textsOfLine(line).some((text) => mentions(text, profile));

export function isSubjectOfLine(line: string, profile: string): boolean {
  const about = auditTexts.safeParse(jsonOrNull(line)).data?.profile;
  return about !== undefined && canonicalId(about) === profile;
}

/** Texts of people in a line; all of one that cannot be read. */
export function textsOfLine(line: string): string[] {
  const { data } = auditTexts.safeParse(jsonOrNull(line));
  return data === undefined ? [line] : [data.by ?? '', data.reason ?? '', data.owner ?? ''];
}
