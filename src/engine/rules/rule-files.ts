/** Reads and writes rule files that people exchange. Trusts nothing in them. */
import * as fs from 'node:fs/promises';
import type { RuleSet } from '../../shared/contract/rules';
import { ShelfwiseError } from '../../shared/errors';
import { MOST_RULE_CHARACTERS } from '../../shared/limits';
import { say } from '../../shared/words/sentence';
import { jsonOrNull, readTextIfThere } from '../storage/read-files';
import { writeFileOfProfiles } from '../data/privacy/written-files';
import { writeUserFile } from '../storage/user-files';
import type { Workspace } from '../storage/workspace';
import { checkedRules } from './rule-set';

/** In bytes: UTF-8 takes up to three per character, and indentation some more. */
const LARGEST = 8 * MOST_RULE_CHARACTERS;

/**
 * @param file absolute
 * @throws ShelfwiseError `bad-data` if it is no file of rules, `newer-version`, `not-found`, `no-permission`
 */
export async function readRuleFile(file: string): Promise<RuleSet> {
  const stats = await fs.stat(file).catch(() => null);
  // Checked before opening: reading a pipe may wait for ever, and a device may never end.
  if (stats !== null && !stats.isFile()) throw new ShelfwiseError('bad-data', say('rules.no-object', { file }));
  if (stats !== null && stats.size > LARGEST) throw new ShelfwiseError('bad-data', say('rules.too-large', { file }));
  const text = await readTextIfThere(file);
  if (text === null) throw new ShelfwiseError('not-found', say('rules.no-file', { file }));
  return checkedRules(jsonOrNull(text.replace(/^\uFEFF/, '')), file);
}

/**
 * @param data fingerprint of the data set of the rules
 * @throws ShelfwiseError as writeFileOfProfiles does
 */
export async function saveRuleFile(
  workspace: Workspace,
  data: string,
  out: string,
  set: RuleSet,
): Promise<{ path: string }> {
  const fill = (temporary: string): Promise<void> => fs.writeFile(temporary, `${JSON.stringify(set, null, 2)}\n`);
  return set.rules.some(({ profiles }) => profiles?.members !== undefined)
    ? writeFileOfProfiles(workspace, data, out, fill)
    : writeUserFile(workspace, out, fill);
}
