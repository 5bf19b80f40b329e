/** A set of rules as a whole: parses untrusted text, and identifies a set by its hash. */
import * as z from 'zod';
import { canonicalJson } from '../../shared/values/canonical-json';
import { type RuleSet, RULES_VERSION, ruleSetOf, ruleSetSchema } from '../../shared/contract/rules';
import { ShelfwiseError } from '../../shared/errors';
import { LONGEST_KEPT_NAME } from '../../shared/limits';
import { isPlainText } from '../../shared/values/visible-text';
import { issueText } from '../../shared/values/issue-text';
import { say } from '../../shared/words/sentence';
import { sha256 } from '../storage/read-files';

/** How many problems of a file are named. */
const MOST_PROBLEMS = 3;

/** The rules of a set that are on, as a set of their own: a draft that is off shows in no hash of it. */
export const rulesOn = (set: RuleSet): RuleSet => ruleSetOf(set.rules.filter(({ on }) => on));

/** SHA-256 of the canonical text of a set: equal hashes mean the same rules. */
export const hashRules = (set: RuleSet): string => sha256(canonicalJson(set));

/** Whether a newer version wrote it, so that it may mean what this version does not know. */
export const isOfNewerVersion = (content: unknown): boolean =>
  typeof content === 'object' &&
  content !== null &&
  'formatVersion' in content &&
  typeof content.formatVersion === 'number' &&
  content.formatVersion > RULES_VERSION;

/**
 * @param content as parsed
 * @param file for sentences
 * @throws ShelfwiseError `newer-version`, or `bad-data` that names the rule, what is wrong with it and what it may be
 */
export function checkedRules(content: unknown, file: string): RuleSet {
  if (isOfNewerVersion(content)) throw new ShelfwiseError('newer-version', say('version.newer', { file }));
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new ShelfwiseError('bad-data', say('rules.no-object', { file }));
  // Editors find a file's schema by this key; it is no rule.
  const { $schema: _, ...given } = content as Record<string, unknown>;
  const parsed = ruleSetSchema.safeParse(given);
  if (parsed.success) return ruleSetOf(parsed.data.rules);
  throw new ShelfwiseError('bad-data', say('rules.bad-file', { file, problem: problemsIn(parsed.error, given) }));
}

/** Why something is no set of rules, with the rules that are wrong by ID and name; null if it is one. */
export function whyNoRules(content: unknown): string | null {
  const { error } = ruleSetSchema.safeParse(content);
  return error === undefined
    ? null
    : problemsIn(error, z.record(z.string(), z.unknown()).safeParse(content).data ?? {});
}

const problemsIn = ({ issues }: z.ZodError, given: Record<string, unknown>): string =>
  issues
    .slice(0, MOST_PROBLEMS)
    .map((issue) => problemOf(issue, given))
    .join('; ');

/** What a refused rule can be called by, if that at least is as it should be. */
const shownSchema = z.object({
  id: z.string().max(40).optional().catch(undefined),
  name: z.string().trim().min(1).max(LONGEST_KEPT_NAME).refine(isPlainText).optional().catch(undefined),
});

function problemOf(issue: z.core.$ZodIssue, { rules }: Record<string, unknown>): string {
  const { path, message } = issue;
  const [list, place, ...rest] = path;
  if (list !== 'rules' || typeof place !== 'number') return issueText(issue);
  const rule: unknown = Array.isArray(rules) ? rules[place] : undefined;
  const { id, name } = shownSchema.safeParse(rule).data ?? {};
  const named = [id, name === undefined ? undefined : `“${name}”`].filter((word) => word !== undefined).join(', ');
  return `rules[${place}]${named === '' ? '' : ` (${named})`}${rest.map((key) => `.${String(key)}`).join('')}: ${message}`;
}
