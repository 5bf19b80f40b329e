/** Carries what people saved with a data set over to its replacement, without what concerns the forgotten profile. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as z from 'zod';
import { readDataset } from '../../../engine/data/snapshot';
import { forgetLines } from '../../../engine/kept/audit/forget';
import { changeContent, readContent, type RecordContent, type RecordFile } from '../../../engine/storage/record-file';
import { jsonOrNull } from '../../../engine/storage/read-files';
import { datasetFolder, type Workspace } from '../../../engine/storage/workspace';
import { canonicalId, mentions } from '../../../engine/data/privacy/keyed-ids';
import { knownLabels, pruneLabels } from './prune-labels';
import { isOnlyOf, pruneChosen } from './prune-segments';
import { pruneRules } from './prune-rules';

type KeptCounts = Record<'reviews' | 'notes' | 'segments', number>;

const KINDS = {
  reviews: 'profiles',
  notes: 'profiles',
  decisions: 'profiles',
  checks: 'checks',
  segments: 'segments',
  tunings: 'tunings',
  labels: 'labels',
  rules: 'rules',
} as const;
type Kind = keyof typeof KINDS;

const isCounted = (kind: Kind): kind is keyof KeptCounts =>
  kind === 'reviews' || kind === 'notes' || kind === 'segments';

type Content = RecordContent<unknown>;

const fileOf = (workspace: Workspace, kind: Kind, fingerprint: string): RecordFile<unknown> => ({
  path: path.join(workspace[kind], `${fingerprint}.json`),
  name: KINDS[kind],
  value: z.unknown(),
});

/** @param after fingerprint of the replacement; null if there is none: then everything is removed */
export async function carryKept(
  workspace: Workspace,
  before: string,
  after: string | null,
  profile: string,
): Promise<KeptCounts> {
  const counts: KeptCounts = { reviews: 0, notes: 0, segments: 0 };
  for (const kind of Object.keys(KINDS) as Kind[]) {
    const file = fileOf(workspace, kind, before);
    const content = await readContent(file);
    const isEmpty = content.records.size + content.earlier.size === 0;
    const forgets =
      kind === 'labels' && !isEmpty
        ? await labelsWithout(workspace, after)
        : kind === 'rules'
          ? (now: Content): Content => pruneRules(now, profile)
          : kind === 'segments'
            ? (now: Content): Content => without(kind, pruneChosen(now, profile), profile)
            : (now: Content): Content => without(kind, now, profile);
    const kept = forgets(content);
    if (isCounted(kind)) counts[kind] = content.records.size - kept.records.size;
    if (after === before) await changeContent(file, forgets);
    else {
      if (after !== null && kept.records.size + kept.earlier.size > 0)
        await changeContent(fileOf(workspace, kind, after), (there) => ({
          records: new Map([...kept.records, ...there.records]),
          earlier: new Map([...kept.earlier, ...there.earlier]),
        }));
      await fs.rm(file.path, { force: true });
    }
  }
  await forgetLines(workspace, { before, after }, (line) => isLineAbout(line, profile));
  return counts;
}

const auditTexts = z.object({
  profile: z.string().optional(),
  by: z.string().optional(),
  reason: z.string().optional(),
  owner: z.string().optional(),
});

/** Whether a line of the audit log names the profile, as its subject or in a person's text. */
function isLineAbout(line: string, profile: string): boolean {
  const { data } = auditTexts.safeParse(jsonOrNull(line));
  if (data === undefined) return mentions(line, profile);
  const { profile: about, ...written } = data;
  return (
    (about !== undefined && canonicalId(about) === profile) ||
    Object.values(written).some((text) => text !== undefined && mentions(text, profile))
  );
}

/** If the data set is gone or in the trash, the owners of a value are unknown, so only the names of attributes stay. */
async function labelsWithout(workspace: Workspace, after: string | null): Promise<(content: Content) => Content> {
  const dataset = after === null ? null : await readDataset(datasetFolder(workspace, after));
  const isKnown =
    dataset === null
      ? ({ code }: { code?: string | undefined }): boolean => code === undefined
      : await knownLabels({ dataset, folder: datasetFolder(workspace, dataset.fingerprint) });
  return (content) => pruneLabels(content, isKnown);
}

/** Removes what concerns the profile, in the current and in earlier states; returns the same object if nothing does. */
function without(kind: Kind, content: Content, profile: string): Content {
  const records = new Map([...content.records].filter(([key, value]) => !isAbout(kind, key, value, profile)));
  const earlier = new Map<string, readonly unknown[]>();
  let states = 0;
  for (const [key, all] of content.earlier) {
    const others = all.filter((value) => !isAbout(kind, key, value, profile) && !isNamedAfter(value, profile));
    states += all.length - others.length;
    if (others.length > 0) earlier.set(key, others);
  }
  return records.size === content.records.size && states === 0 ? content : { records, earlier };
}

const namedSchema = z.object({ name: z.string() });

/** A name that contains the ID is left for the user to judge while the record exists; earlier names are removed, because they are not shown. */
function isNamedAfter(value: unknown, profile: string): boolean {
  const { data } = namedSchema.safeParse(value);
  return data !== undefined && mentions(data.name, profile);
}

function isAbout(kind: Kind, key: string, value: unknown, profile: string): boolean {
  switch (kind) {
    case 'reviews':
    case 'notes':
    case 'decisions':
      return canonicalId(key) === profile;
    case 'segments': {
      const { data } = z.object({ filter: z.object({ text: z.string() }) }).safeParse(value);
      return data?.filter.text.toLowerCase().includes(profile.toLowerCase()) === true || isOnlyOf(value, profile);
    }
    // Settings of checks concern no profile. Tunings and labels concern titles and attributes; labels of values and rules are examined one by one.
    case 'checks':
    case 'tunings':
    case 'labels':
    case 'rules':
      return false;
  }
}
