/** Carries what people saved with a data set over to its replacement, without what is about the forgotten profile. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as z from 'zod';
import { changeContent, readContent, type RecordContent, type RecordFile } from '../storage/record-file';
import type { Workspace } from '../storage/workspace';
import { canonicalId, mentions } from '../privacy/keyed-ids';

export type KeptCounts = Record<'reviews' | 'notes' | 'segments', number>;

const KINDS = { reviews: 'profiles', notes: 'profiles', segments: 'segments', tunings: 'tunings' } as const;
type Kind = keyof typeof KINDS;

type Content = RecordContent<unknown>;

const fileOf = (workspace: Workspace, kind: Kind, fingerprint: string): RecordFile<unknown> => ({
  path: path.join(workspace[kind], `${fingerprint}.json`),
  name: KINDS[kind],
  value: z.unknown(),
});

/** @param after fingerprint of the data set in its place; null where there is none: then all of it goes */
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
    const kept = without(kind, content, profile);
    if (kind !== 'tunings') counts[kind] = content.records.size - kept.records.size;
    if (after === before) await changeContent(file, (now) => without(kind, now, profile));
    else {
      if (after !== null && kept.records.size + kept.earlier.size > 0)
        await changeContent(fileOf(workspace, kind, after), (there) => ({
          records: new Map([...kept.records, ...there.records]),
          earlier: new Map([...kept.earlier, ...there.earlier]),
        }));
      await fs.rm(file.path, { force: true });
    }
  }
  return counts;
}

/** Without what is about the profile now, or was in an earlier state; the same object where nothing is. */
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
      return canonicalId(key) === profile;
    case 'segments': {
      const { data } = z.object({ filter: z.object({ text: z.string() }) }).safeParse(value);
      return data?.filter.text.toLowerCase().includes(profile.toLowerCase()) === true;
    }
    // A tuning is of titles and attributes.
    case 'tunings':
      return false;
  }
}
