// Lints after each edit: rules without types on everything, rules with types on edited files.
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { run } from '../setup/command.mjs';
import { readJson, writeJson } from '../setup/files.mjs';
import { LINT_CACHE, ROOT } from '../setup/paths.mjs';
import { OXLINT, OXLINT_FLAGS, OXLINT_WITHOUT_TYPES } from './tools.mjs';

/** Files that affect every result: the linter, its rules, our own rules, and the compiler's options. */
const RULES = /^(package-lock\.json|\.oxlintrc\.json|tsconfig[^/]*\.json|scripts\/lint\/.*)$/;
const LINTED = /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/;
/** With more edited files than this, checks all: it takes no longer and needs no long command line. */
const MANY = 200;

/**
 * Skips files unchanged since the linter last found nothing in them. An edit elsewhere can still break one, such as a
 * function that now returns a promise: `npm test` checks all.
 * @returns {Promise<import('../setup/command.mjs').Outcome>}
 */
export async function lintEdited() {
  const found = await hashes();
  if (found === null) return run([...OXLINT, ...OXLINT_FLAGS]);
  const good = readJson(LINT_CACHE);
  const edited = Object.keys(found.files).filter((file) => good?.files?.[file] !== found.files[file]);
  const outcome =
    good?.rules !== found.rules || edited.length > MANY ? await run([...OXLINT, ...OXLINT_FLAGS]) : await both(edited);
  if (outcome.status === 0) writeJson(LINT_CACHE, found);
  return outcome;
}

async function both(edited) {
  const all = await run([...OXLINT, ...OXLINT_WITHOUT_TYPES]);
  return all.status !== 0 || edited.length === 0 ? all : run([...OXLINT, ...OXLINT_FLAGS, ...edited]);
}

/** @returns {Promise<{ rules: string, files: Record<string, string> } | null>} null outside a git checkout */
async function hashes() {
  const { status, output } = await run(['git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  if (status !== 0) return null;
  const names = output.split('\0').filter((name) => name !== '' && fs.existsSync(path.join(ROOT, name)));
  const hashOf = (name) =>
    createHash('sha256')
      .update(fs.readFileSync(path.join(ROOT, name)))
      .digest('hex');
  const rules = createHash('sha256');
  for (const name of names.filter((one) => RULES.test(one)).sort()) rules.update(`${name} ${hashOf(name)}\n`);
  const files = Object.fromEntries(names.filter((name) => LINTED.test(name)).map((name) => [name, hashOf(name)]));
  return { rules: rules.digest('hex'), files };
}
