// Looks only at what was edited since the same look last found nothing.
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { run } from '../setup/command.mjs';
import { readJson, writeJson } from '../setup/files.mjs';
import { ROOT } from '../setup/paths.mjs';

/** With more edited files than this, looks at all: it takes no longer and needs no long command line. */
const MANY = 200;
/** What a look says that has nothing to look at. */
export const NOTHING = { status: 0, output: '' };

/**
 * @template {{ status: number }} Result
 * @param {object} look
 * @param {string} look.cache where the hashes of what was good are kept
 * @param {RegExp} look.rules files that affect every result
 * @param {RegExp} look.files files to look at
 * @param {() => Promise<Result>} look.all
 * @param {(edited: string[], hasRemoved: boolean) => Promise<Result>} look.some hasRemoved: whether one of the files is gone
 * @returns {Promise<Result>}
 */
export async function lookAtEdited({ cache, rules, files, all, some }) {
  const names = await namesInGit();
  // Outside a git checkout.
  if (names === null) return all();
  const found = { rules: {}, files: {} };
  for (const name of names) {
    const kind = rules.test(name) ? found.rules : files.test(name) ? found.files : null;
    if (kind !== null) kind[name] = hashOfFile(name);
  }
  const good = readJson(cache);
  const edited = Object.keys(found.files).filter((file) => good?.files?.[file] !== found.files[file]);
  const hasRemoved = Object.keys(good?.files ?? {}).some((file) => found.files[file] === undefined);
  const isNew = JSON.stringify(good?.rules) !== JSON.stringify(found.rules);
  const outcome = isNew || edited.length > MANY ? await all() : await some(edited, hasRemoved);
  if (outcome.status === 0) writeJson(cache, found);
  return outcome;
}

/** @returns {Promise<string[] | null>} */
export async function namesInGit() {
  const { status, output } = await run(['git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  if (status !== 0) return null;
  const names = output.split('\0').filter((name) => name !== '' && fs.existsSync(path.join(ROOT, name)));
  return [...new Set(names)].sort();
}

export const hashOfFile = (name) =>
  createHash('sha256')
    .update(fs.readFileSync(path.join(ROOT, name)))
    .digest('hex');
