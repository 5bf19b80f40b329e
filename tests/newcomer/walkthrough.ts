/** The walkthroughs of CONTRIBUTING.md as edits, and a copy of the tree to apply them to. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');

export interface Edit {
  readonly file: string;
  /** Null for a new file. */
  readonly line: string | null;
  /** Whether the last such line is meant; else the first. */
  readonly isLast: boolean;
  /** Whether the text takes the place of the line; else it goes after it. */
  readonly replaces: boolean;
  readonly text: string;
}

/** @param heading of the walkthrough; its blocks of code begin with `// FILE, new`, "// FILE, after `LINE`", "// FILE, after the last `LINE`" or "// FILE, in place of `LINE`" */
export function editsOf(heading: string): Edit[] {
  const page = fs.readFileSync(path.join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  const start = page.indexOf(`### ${heading}\n`);
  if (start === -1) throw new Error(`CONTRIBUTING.md has no walkthrough "${heading}".`);
  const section = page.slice(start + 4).split(/^##/m)[0]!;
  return [
    ...section.matchAll(/```tsx?\n\/\/ ([^\s,]+), (?:new|(after|after the last|in place of) `([^`\n]+)`)\n([^]*?)```/g),
  ].map(([, file, how, line, text]) => ({
    file: file!,
    line: line ?? null,
    isLast: how === 'after the last',
    replaces: how === 'in place of',
    text: text!,
  }));
}

/** A copy of the tree under `out`, with the packages and the build of this one. */
export function copyOfTree(): string {
  fs.mkdirSync(path.join(ROOT, 'out'), { recursive: true });
  const copy = fs.mkdtempSync(path.join(ROOT, 'out', 'newcomer-'));
  const listed = run(ROOT, 'git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard');
  for (const file of listed.output.split('\0')) {
    const from = path.join(ROOT, file);
    if (file === '' || !fs.existsSync(from)) continue;
    fs.mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    fs.copyFileSync(from, path.join(copy, file));
  }
  for (const made of ['node_modules', 'out']) fs.symlinkSync(path.join(ROOT, made), path.join(copy, made), 'junction');
  // The tests of the tree ask git for its files.
  run(copy, 'git', 'init', '--quiet');
  return copy;
}

export function apply(copy: string, edits: readonly Edit[]): void {
  for (const { file, line, isLast, replaces, text } of edits) {
    const target = path.join(copy, file);
    if (line === null) {
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, text, { flag: 'wx' });
      continue;
    }
    const before = fs.readFileSync(target, 'utf8');
    const at = isLast ? before.lastIndexOf(line) : before.indexOf(line);
    if (at === -1) throw new Error(`${file} has no line "${line}".`);
    // A row may be inserted into a one-line table.
    const end = at + line.length;
    const kept = replaces ? before.slice(0, at) : `${before.slice(0, end)}\n`;
    fs.writeFileSync(target, `${kept}${replaces ? text.trimEnd() : text}${before.slice(end)}`);
  }
}

/** Runs a program in a folder. */
function run(folder: string, program: string, ...words: readonly string[]): { status: number | null; output: string } {
  // The settings of the vitest that runs this are not for the one that it starts.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:VITEST|TEST$|NODE_ENV$)/.test(name)),
  );
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...env, SHELFWISE_TESTS: '' },
  });
  return { status, output: `${stdout}${stderr}` };
}

const tool = (...place: readonly string[]): string => path.join(ROOT, 'node_modules', ...place);

/** What a command of the copy's tools says if it fails; empty if it does not. */
function problemsOf(copy: string, script: string, ...words: readonly string[]): string {
  const { status, output } = run(copy, process.execPath, script, ...words);
  return status === 0 ? '' : output || `${script} did not run.`;
}

/** The parts of `npm run check`, for edited files. */
export const CHECKS: Readonly<Record<string, (copy: string, files: readonly string[]) => string>> = {
  types: (copy) => problemsOf(copy, tool('typescript', 'bin', 'tsc'), '--project', '.'),
  lint: (copy, files) => problemsOf(copy, tool('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings', ...files),
  // All of them: the edits of every walkthrough together reach nearly all.
  'the quick tests': (copy) =>
    problemsOf(
      copy,
      tool('vitest', 'vitest.mjs'),
      'run',
      '--reporter=dot',
      '--project=units',
      '--project=window',
      '--tagsFilter=!thorough && !rare',
    ),
};

/** What the page says to run afterwards: draws the picture anew, writes the page of commands, repairs the format. */
export const repair = (copy: string, files: readonly string[]): string =>
  problemsOf(copy, '--eval', "import('./scripts/check/picture.mjs').then(({ writePicture }) => writePicture())") ||
  problemsOf(copy, tool('vitest', 'vitest.mjs'), 'run', 'tests/docs/commands-page', '-u') ||
  problemsOf(copy, tool('oxfmt', 'bin', 'oxfmt'), ...files, 'docs/architecture.md');
