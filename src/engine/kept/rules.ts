/** rules/<fingerprint>.json: the rules that are saved with a data set. */
import * as path from 'node:path';
import * as z from 'zod';
import { NO_RULES, type RuleSet, ruleSetSchema } from '../../shared/contract/rules';
import type { RuleHistory } from '../../shared/contract/rule-answers';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import { hashRules, isOfNewerVersion } from '../rules/rule-set';
import { changeContent, readContent, readRecords, type RecordFile } from '../storage/record-file';
import { refuseOverwriting } from '../storage/revisions';
import type { Workspace } from '../storage/workspace';
import { restored, versionsOf, withState } from './history';

const storedSchema = z.object({
  set: ruleSetSchema,
  revision: z.int(),
  changedAt: z.string().nullable(),
  from: z.int().optional(),
});
export type StoredRules = z.infer<typeof storedSchema>;

/** One record a file: the rules count together, so they are changed, and stepped back to, as a whole. */
const KEY = 'set';
const NONE: StoredRules = { set: NO_RULES, revision: 0, changedAt: null };

export const rulesFile = ({ rules }: Workspace, fingerprint: string): RecordFile<StoredRules> => ({
  path: path.join(rules, `${fingerprint}.json`),
  name: 'rules',
  value: storedSchema,
  isNewer: (record) => isOfNewerVersion(z.object({ set: z.unknown() }).safeParse(record).data?.set),
});

const rulesOfData = (fingerprint: string) => say('kept.rules', { data: fingerprint.slice(0, 12) });

/** @throws ShelfwiseError `bad-data` where the file is damaged, `newer-version` where a newer version wrote it */
export async function readRules(workspace: Workspace, fingerprint: string): Promise<StoredRules> {
  return (await readRecords(rulesFile(workspace, fingerprint))).get(KEY) ?? NONE;
}

/**
 * @param revision of the rules that were read; 0 where there were none
 * @throws ShelfwiseError `busy` where they were changed meanwhile
 */
export async function setRules(
  workspace: Workspace,
  fingerprint: string,
  { revision, set }: { revision: number; set: RuleSet },
): Promise<StoredRules> {
  let stored = NONE;
  await changeContent(rulesFile(workspace, fingerprint), (content) => {
    const before = content.records.get(KEY) ?? NONE;
    refuseOverwriting(rulesOfData(fingerprint), before.revision, revision);
    stored = before;
    if (hashRules(before.set) === hashRules(set)) return content;
    const { from: _, ...kept } = before;
    stored = { ...kept, set, revision: before.revision + 1, changedAt: new Date().toISOString() };
    return withState(content, KEY, stored);
  });
  return stored;
}

/** A data set that was made of another one begins with the rules of that; what it has already stays. */
export async function adoptRules(workspace: Workspace, from: string, to: string): Promise<void> {
  const { set, revision } = await readRules(workspace, from);
  if (revision === 0 || (await readRules(workspace, to)).revision > 0) return;
  await setRules(workspace, to, { revision: 0, set });
}

/** What they were before, the latest first. */
export async function ruleHistory(workspace: Workspace, fingerprint: string): Promise<RuleHistory> {
  const content = await readContent(rulesFile(workspace, fingerprint));
  return {
    revision: (content.records.get(KEY) ?? NONE).revision,
    versions: versionsOf(content, KEY).map(({ set, revision, changedAt, current }) => ({
      revision,
      changedAt,
      current,
      rules: set.rules.length,
      on: set.rules.filter(({ on }) => on).length,
      rulesSha256: hashRules(set),
    })),
  };
}

/** The rules as they were at a revision. @throws ShelfwiseError `not-found` where that one is no longer stored */
export async function rulesAt(workspace: Workspace, fingerprint: string, revision: number): Promise<RuleSet> {
  const { records, earlier } = await readContent(rulesFile(workspace, fingerprint));
  const states = [records.get(KEY) ?? NONE, ...(earlier.get(KEY) ?? [])];
  const found = states.find((state) => state.revision === revision);
  if (found === undefined)
    throw new ShelfwiseError('not-found', say('kept.no-such-version', { what: rulesOfData(fingerprint) }));
  return found.set;
}

/**
 * Makes them what they were, as a new revision.
 * @throws ShelfwiseError `busy` where they were changed meanwhile, `not-found` where that version is no longer stored
 */
export async function restoreRules(
  workspace: Workspace,
  fingerprint: string,
  { revision, to }: { revision: number; to: number },
): Promise<StoredRules> {
  let stored = NONE;
  await changeContent(rulesFile(workspace, fingerprint), (content) => {
    const step = restored(content, KEY, { what: rulesOfData(fingerprint), read: revision, to });
    stored = step.value;
    return step.content;
  });
  return stored;
}

/** The rules of a hash, saved now or not too long ago; null where no such ones are stored. */
export async function rulesOfHash(workspace: Workspace, fingerprint: string, sha256: string): Promise<RuleSet | null> {
  const { records, earlier } = await readContent(rulesFile(workspace, fingerprint));
  const states = [...records.values(), ...Array.from(earlier.values()).flat()];
  return states.find(({ set }) => hashRules(set) === sha256)?.set ?? null;
}
