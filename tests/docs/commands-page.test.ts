/**
 * The table of docs/commands.md is made from the program's own; `npx vitest run tests/docs/commands-page -u` writes it anew.
 *
 * @module-tag telling
 */
import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { format } from 'oxfmt';
import { expect, it } from 'vitest';
import { COMMANDS } from '../../src/features/commands';
import { commandsAsMarkdown } from '../../src/cli/help';

const PAGE = path.join(import.meta.dirname, '../../docs/commands.md');
const README = path.join(import.meta.dirname, '../../README.md');
const SECTION = /(<!-- commands -->)[^]*(<!-- end of commands -->)/;

it('docs/commands.md shows the commands as they are', async () => {
  const page = await readFile(PAGE, 'utf8');
  expect(page).toMatch(SECTION);
  const renewed = page.replace(SECTION, (_all, start, end) => `${start}\n\n${commandsAsMarkdown()}\n\n${end}`);
  const { code, errors } = await format(PAGE, renewed);
  expect(errors).toEqual([]);
  await expect(code).toMatchFileSnapshot(PAGE);
});

it('every command that README.md shows is one', async () => {
  const readme = await readFile(README, 'utf8');
  const names = [...readme.matchAll(/npx shelfwise (?!COMMAND)([a-z]+)/g)].map((match) => match[1]!);
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) expect(COMMANDS.map((command) => command.name)).toContain(name);
});
