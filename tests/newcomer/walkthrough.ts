/** The walkthroughs of CONTRIBUTING.md as edits, and a copy of the tree to apply them to. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');

export interface Edit {
  readonly file: string;
  /** The line after which the text goes; null for a new file. */
  readonly after: string | null;
  readonly text: string;
}

/** @param heading of the walkthrough; its blocks of code begin with `// FILE, new` or "// FILE, after `LINE`" */
export function editsOf(heading: string): Edit[] {
  const page = fs.readFileSync(path.join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  const start = page.indexOf(`### ${heading}\n`);
  if (start === -1) throw new Error(`CONTRIBUTING.md has no walkthrough "${heading}".`);
  const section = page.slice(start + 4).split(/^##/m)[0]!;
  return [...section.matchAll(/```tsx?\n\/\/ ([^\s,]+), (?:new|after `([^`\n]+)`)\n([^]*?)```/g)].map(
    ([, file, after, text]) => ({ file: file!, after: after ?? null, text: text! }),
  );
}

/** A copy of what the program's types and the window's tests need, under `out`, so that packages are found. */
export function copyOfTree(): string {
  fs.mkdirSync(path.join(ROOT, 'out'), { recursive: true });
  const copy = fs.mkdtempSync(path.join(ROOT, 'out', 'newcomer-'));
  for (const place of [
    'src',
    'tests/support/window',
    'tests/e2e/support',
    'tests/workspaces',
    'tsconfig.json',
    'package.json',
  ])
    fs.cpSync(path.join(ROOT, place), path.join(copy, place), {
      recursive: true,
      filter: (file) => !/\.test\.tsx?$/.test(file),
    });
  return copy;
}

export function apply(copy: string, edits: readonly Edit[]): void {
  for (const { file, after, text } of edits) {
    const target = path.join(copy, file);
    if (after === null) {
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, text, { flag: 'wx' });
      continue;
    }
    const before = fs.readFileSync(target, 'utf8');
    const at = before.indexOf(after);
    if (at === -1) throw new Error(`${file} has no line "${after}".`);
    // A row may be inserted into a one-line table.
    const end = at + after.length;
    fs.writeFileSync(target, `${before.slice(0, end)}\n${text}${before.slice(end)}`);
  }
}

/** tsc's messages about the program in the copy; empty if its types are right. */
export function typeProblems(copy: string): string {
  const config = path.join(copy, 'tsconfig.src.json');
  fs.writeFileSync(config, JSON.stringify({ extends: './tsconfig.json', include: ['src'] }));
  const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, '--project', config], { encoding: 'utf8' });
  return status === 0 ? '' : `${stdout}${stderr}` || 'tsc did not run.';
}
