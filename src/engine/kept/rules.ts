/** rules/<fingerprint>.json: the rules saved with a data set. */
import * as z from 'zod';
import { NO_RULES, type RuleSet, ruleSetOf, ruleSetSchema } from '../../shared/contract/rules';
import type { Dataset } from '../../shared/contract/dataset';
import type { RuleHistory } from '../../shared/contract/rule-answers';
import { stepFrom } from '../../shared/contract/kept';
import { type UnfinishedRule, unfinishedRulesSchema } from '../../shared/contract/unfinished-rules';
import { ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { canonicalJson } from '../../shared/values/canonical-json';
import { say } from '../../shared/words/sentence';
import { hashRules, isOfNewerVersion, rulesOn, whyNoRules } from '../rules/rule-set';
import {
  adoptContent,
  changeContent,
  fileOf,
  readContent,
  type RecordContent,
  readRecords,
  withRecord,
} from '../storage/record-file';
import { jsonOrNull, readTextIfThere, versionOfFile } from '../storage/read-files';
import type { Workspace } from '../storage/workspace';
import { versionsOf } from './history';
import { changeState, type KeptFamily, restoreState } from './store';

const storedSchema = z.object({
  set: ruleSetSchema,
  unfinished: unfinishedRulesSchema.optional(),
  revision: z.int(),
  changedAt: z.string().nullable(),
  from: z.int().optional(),
  after: z.int().optional(),
  /** Hash of the rules that were on when lists were last exported under saved rules. */
  exported: z.string().length(64).optional(),
});
export type StoredRules = z.infer<typeof storedSchema>;

/** One record per file: rules act together, so they change, and go back, as a whole. */
const KEY = 'set';
const NONE: StoredRules = { set: NO_RULES, revision: 0, changedAt: null };
/** Each change of a sentence is a version, and Undo leads back through them. */
const MOST_VERSIONS = 100;

export const RULES: KeptFamily<StoredRules> = {
  folder: 'rules',
  name: 'rules',
  value: storedSchema,
  isNewer: (record) => isOfNewerVersion(z.object({ set: z.unknown() }).safeParse(record).data?.set),
  what: ({ fingerprint }) => say('kept.rules', { data: fingerprint.slice(0, 12) }),
  most: MOST_VERSIONS,
  // Before the first change there were no rules, which is a version like any other.
  beginning: NONE,
};

/** The rules last read of each data set. A slider asks for them with each frame, and to parse their file takes most of it. */
const lastRead = new Map<string, { readonly version: string; readonly stored: StoredRules }>();

/** @throws ShelfwiseError `bad-data` if the file is damaged, with the rule that cannot be read, `newer-version` if a newer version wrote it */
export async function readRules(workspace: Workspace, fingerprint: string): Promise<StoredRules> {
  const file = fileOf(RULES, workspace, fingerprint);
  // Any program writes them, each time into a new file, so that its version tells of every change.
  const version = await versionOfFile(file.path);
  const last = lastRead.get(file.path);
  if (version !== null && last?.version === version) return last.stored;
  try {
    const stored = (await readRecords(file)).get(KEY) ?? NONE;
    if (version !== null) lastRead.set(file.path, { version, stored });
    return stored;
  } catch (thrown) {
    throw (await whyUnreadable(file.path, thrown)) ?? thrown;
  }
}

async function whyUnreadable(file: string, thrown: unknown): Promise<ShelfwiseError | null> {
  if (toShelfwiseError(thrown).code !== 'bad-data') return null;
  const shape = z.object({ rules: z.object({ [KEY]: z.object({ set: z.unknown() }) }) });
  const { data } = shape.safeParse(jsonOrNull((await readTextIfThere(file)) ?? ''));
  const problem = data === undefined ? null : whyNoRules(data.rules[KEY]!.set);
  return problem === null
    ? null
    : new ShelfwiseError('bad-data', say('rules.saved-unreadable', { file, problem }), { cause: thrown });
}

/**
 * @param given.revision of the rules that were read; 0 if there were none
 * @param given.unfinished sentences with an empty blank; those that are there stay where it is absent
 * @throws ShelfwiseError `busy` if they were changed meanwhile
 */
export async function setRules(
  workspace: Workspace,
  fingerprint: string,
  given: { revision: number; set: RuleSet; unfinished?: readonly UnfinishedRule[] | undefined },
): Promise<StoredRules> {
  const set = ruleSetOf(given.set.rules);
  const stored = await changeState<StoredRules>(
    RULES,
    { workspace, fingerprint, key: KEY },
    {
      read: given.revision,
      to: ({ set: before, unfinished: were = [], from } = NONE) => {
        const unfinished = underOwnIds(given.unfinished ?? were, set);
        if (hashRules(before) === hashRules(set) && canonicalJson(were) === canonicalJson(unfinished)) return null;
        return { set, unfinished: unfinished.length > 0 ? unfinished : undefined, after: from };
      },
    },
  );
  return stored ?? NONE;
}

/** A rule may have come under the ID of a sentence that is not full. */
function underOwnIds(unfinished: readonly UnfinishedRule[], { rules }: RuleSet): UnfinishedRule[] {
  const taken = new Set(rules.map(({ id }) => id));
  return unfinished.map((one) => {
    let id = one.id;
    for (let number = 1; taken.has(id); number++) id = `${one.form}-${number}`;
    taken.add(id);
    return { ...one, id };
  });
}

/** Notes that lists were exported under the saved rules with this hash. It is no change of the rules. */
export async function noteExported(workspace: Workspace, fingerprint: string, exported: string): Promise<void> {
  await changeContent(fileOf(RULES, workspace, fingerprint), (content) => {
    const now = content.records.get(KEY);
    if (now === undefined || now.exported === exported) return content;
    return { ...content, records: withRecord(content.records, KEY, { ...now, exported }) };
  });
}

/**
 * Gives a data set that was made from another one the rules of that one, with their history, unless it has or had rules of its own.
 * @param fit what the other data set may take of each version
 * @returns whether it got them
 */
export function adoptRules(
  workspace: Workspace,
  from: string,
  to: string,
  fit: (stored: StoredRules) => Pick<StoredRules, 'set' | 'unfinished'>,
): Promise<boolean> {
  const fitted = (stored: StoredRules): StoredRules => ({ ...stored, ...fit(stored) });
  return adoptContent(fileOf(RULES, workspace, from), fileOf(RULES, workspace, to), fitted);
}

/**
 * The data set whose rules a plain import leaves behind: of the same folder, or at least of the same name, the last one that has any.
 * @param datasets of the workspace, latest import first
 * @returns null for data that has or had rules of its own
 */
export async function rulesBefore(
  workspace: Workspace,
  { fingerprint, folder, name }: Pick<Dataset, 'fingerprint' | 'folder' | 'name'>,
  datasets: readonly Dataset[],
): Promise<{ dataset: Dataset; set: RuleSet } | null> {
  const own = await readContent(fileOf(RULES, workspace, fingerprint));
  if (own.records.size + own.earlier.size > 0) return null;
  const others = datasets.filter((dataset) => dataset.fingerprint !== fingerprint);
  const sameFolder = others.filter((dataset) => folder !== '' && dataset.folder === folder);
  const sameName = others.filter((dataset) => dataset.name === name && !sameFolder.includes(dataset));
  for (const dataset of [...sameFolder, ...sameName]) {
    const { set } = await readRules(workspace, dataset.fingerprint);
    if (set.rules.length > 0) return { dataset, set };
  }
  return null;
}

/** Earlier rules, latest first. */
export async function ruleHistory(workspace: Workspace, fingerprint: string): Promise<RuleHistory> {
  const content = await readContent(fileOf(RULES, workspace, fingerprint));
  return {
    revision: content.records.get(KEY)?.revision ?? 0,
    versions: versionsIn(content).map(({ set, revision, changedAt, current, after }) => ({
      revision,
      changedAt,
      current,
      ...(after !== undefined && { after }),
      rules: set.rules.length,
      on: set.rules.filter(({ on }) => on).length,
      rulesSha256: hashRules(set),
    })),
  };
}

/** Where Undo leads from the present rules, they say themselves: after an earlier version was chosen from the history, to what was left. */
const versionsIn = (content: RecordContent<StoredRules>) =>
  versionsOf(content, KEY).map((version) =>
    version.current ? { ...version, after: content.records.get(KEY)?.after } : version,
  );

/** The rules at a revision. @throws ShelfwiseError `not-found` if it is no longer stored */
export async function rulesAt(workspace: Workspace, fingerprint: string, revision: number): Promise<RuleSet> {
  const { records, earlier } = await readContent(fileOf(RULES, workspace, fingerprint));
  const states = [records.get(KEY) ?? NONE, ...(earlier.get(KEY) ?? [])];
  const found = states.find((state) => state.revision === revision);
  if (found !== undefined) return found.set;
  throw new ShelfwiseError(
    'not-found',
    say('kept.no-such-version', { what: RULES.what({ fingerprint, key: KEY }, NONE) }),
  );
}

/** As restoreState: a step of Undo or Redo, or any other version, which can be undone. */
export const restoreRules = (
  workspace: Workspace,
  fingerprint: string,
  step: { revision: number; to: number },
): Promise<StoredRules> =>
  restoreState(RULES, { workspace, fingerprint, key: KEY }, step, (stored, content) => {
    const versions = versionsIn(content);
    const isStep = (['back', 'forward'] as const).some((way) => stepFrom(versions, way)?.revision === step.to);
    const left = versions.find(({ current }) => current)?.revision;
    return isStep || left === undefined ? stored : { ...stored, after: left };
  });

/** The rules with a hash, current or earlier, as a whole or those that are on; null if they are not stored. */
export async function rulesOfHash(workspace: Workspace, fingerprint: string, sha256: string): Promise<RuleSet | null> {
  const { records, earlier } = await readContent(fileOf(RULES, workspace, fingerprint));
  const states = [...records.values(), ...Array.from(earlier.values()).flat()];
  const sets = states.flatMap(({ set }) => [set, rulesOn(set)]);
  return sets.find((set) => hashRules(set) === sha256) ?? null;
}
