/**
 * rules.json of a run: the rules that came with it in a bundle. They are not this workspace's rules and apply nowhere until they are imported. Rules
 * saved with a data set are in kept/rules.ts.
 */
import * as path from 'node:path';
import * as z from 'zod';
import { type RuleSet, ruleSetSchema } from '../../shared/contract/rules';
import { MOST_RULE_CHARACTERS } from '../../shared/limits';
import { ShelfwiseError } from '../../shared/errors';
import { say, type Sentence } from '../../shared/words/sentence';
import { isOfNewerVersion } from '../rules/rule-set';
import { contentOf, parseKept } from '../storage/kept-file';
import { readPlainFileIfThere } from '../storage/plain-file';

export const BUNDLED_RULES_FILE = 'rules.json';

const FORMAT_VERSION = 1;
/** In bytes: two sets, whose characters take up to three bytes each, and indentation. */
export const LARGEST_BUNDLED_RULES = 16 * MOST_RULE_CHARACTERS;

const schema = z.strictObject({
  formatVersion: z.literal(FORMAT_VERSION),
  /** The rules saved with the data. */
  saved: ruleSetSchema.nullable(),
  /** The rules of the approved lists, if they differ. */
  approved: ruleSetSchema.nullable(),
});

interface BundledRules {
  readonly saved: RuleSet | null;
  readonly approved: RuleSet | null;
}

export const encodeBundledRules = ({ saved, approved }: BundledRules): Buffer =>
  Buffer.from(`${JSON.stringify({ formatVersion: FORMAT_VERSION, saved, approved }, null, 2)}\n`);

/** @throws ShelfwiseError `bad-data` if it is no such file, `newer-version` */
export function decodeBundledRules(bytes: Uint8Array, what: Sentence): BundledRules {
  const damaged = (): Sentence => say('run.part-damaged', { part: what });
  if (bytes.length > LARGEST_BUNDLED_RULES) throw new ShelfwiseError('bad-data', damaged());
  const isNewer = (raw: unknown): boolean => {
    const { saved, approved } = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>;
    return isOfNewerVersion(saved) || isOfNewerVersion(approved);
  };
  const kind = { schema, version: FORMAT_VERSION, what, damaged, isNewer };
  const { saved, approved } = contentOf(parseKept(Buffer.from(bytes).toString('utf8'), kind))!;
  return { saved, approved };
}

/** Null if none came with the run. @throws ShelfwiseError as decodeBundledRules */
export async function readBundledRules(folder: string): Promise<BundledRules | null> {
  const bytes = await readPlainFileIfThere(path.join(folder, BUNDLED_RULES_FILE));
  if (bytes === null) return null;
  return decodeBundledRules(bytes, say('run.file', { file: BUNDLED_RULES_FILE, run: path.basename(folder) }));
}
