/** The table of commands in README.md is made from the program's own; `npx vitest run tests/cli/readme -u` writes it anew. */
import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import * as prettier from 'prettier';
import { expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands';
import { commandsAsMarkdown } from '../../src/cli/help';

const README = path.join(import.meta.dirname, '../../README.md');
const SECTION = /(<!-- commands -->)[^]*(<!-- end of commands -->)/;

it('README.md shows the commands as they are', async () => {
  const readme = await readFile(README, 'utf8');
  expect(readme).toMatch(SECTION);
  const renewed = readme.replace(SECTION, (_all, start, end) => `${start}\n\n${commandsAsMarkdown()}\n\n${end}`);
  const options = await prettier.resolveConfig(README);
  await expect(await prettier.format(renewed, { ...options, filepath: README })).toMatchFileSnapshot(README);
});

it('every command that README.md shows is one', async () => {
  const readme = await readFile(README, 'utf8');
  const names = [...readme.matchAll(/npx shelfwise (?!COMMAND)([a-z]+)/g)].map((match) => match[1]!);
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) expect(COMMANDS.map((command) => command.name)).toContain(name);
});
