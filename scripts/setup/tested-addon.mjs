// An addon is used only if it computes the bits that are stored beside this file, with every instruction set of the
// processor. Numbers are compared by their hashes: whatever compiler made it, nothing may differ.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { lastLines } from './causes.mjs';
import { run } from './command.mjs';
import { readJson } from './files.mjs';
import { ROOT } from './paths.mjs';
import { SetupFailure } from './say.mjs';

const SELF_TEST = path.join(ROOT, 'scripts', 'setup', 'self-test.mjs');
const EXPECTED = path.join(ROOT, 'scripts', 'setup', 'self-test.json');

/** @type {import('./other-systems.mjs').OtherSystem} */
const HERE = { node: [process.execPath], environment: {}, pathOf: (file) => file };

/**
 * Runs it in a process of its own, which the addon may crash.
 * @param {string} addon
 * @param {import('./other-systems.mjs').OtherSystem} [system] that it was made for
 * @returns {Promise<string[]>} the instruction sets that were tried
 * @throws {SetupFailure}
 */
export async function testAddon(addon, { node, environment, pathOf } = HERE) {
  const file = `${addon}.answer`;
  const { status, signal, output } = await run([...node, ...[SELF_TEST, addon, file].map(pathOf)], {
    env: environment,
  });
  const answer = readJson(file);
  fs.rmSync(file, { force: true });
  if (status !== 0 || answer === null || Object.keys(answer).length === 0)
    throw new SetupFailure(`it was built but does not run: ${lastLines(output, 3) || signal || `status ${status}`}`);
  const expected = readJson(EXPECTED);
  for (const [set, got] of Object.entries(answer))
    for (const name of Object.keys(expected))
      if (got[name] !== expected[name])
        throw new SetupFailure(
          `it was built but computes other bits than it must (${name} with ${set}): runs would not repeat on another ` +
            'computer. Build it with another compiler, and report this with the version of the compiler.',
        );
  return Object.keys(answer);
}
