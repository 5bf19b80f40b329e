// An addon is used only if it computes the bits that are stored beside this file, with every instruction set of the
// processor. Numbers are compared by their hashes: whatever compiler made it, nothing may differ.
import * as path from 'node:path';
import { lastLines } from './causes.mjs';
import { run } from './command.mjs';
import { readJson } from './files.mjs';
import { ROOT } from './paths.mjs';
import { SetupFailure } from './say.mjs';

const HERE = path.join(ROOT, 'scripts', 'setup');
const SELF_TEST = path.join(HERE, 'self-test.mjs');
const EXPECTED = path.join(HERE, 'self-test.json');

/**
 * Runs it in a process of its own, which the addon may crash.
 * @param {string} addon
 * @param {string[]} [node] the program that loads it, and what stands before it
 * @returns {Promise<string[]>} the instruction sets that were tried
 * @throws {SetupFailure}
 */
export async function testAddon(addon, node = [process.execPath]) {
  const { status, signal, output } = await run([...node, SELF_TEST, addon]);
  const answer = status === 0 ? answerIn(output) : null;
  if (answer === null)
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

function answerIn(output) {
  try {
    const answer = JSON.parse(output.trim().split('\n').at(-1));
    return Object.keys(answer).length > 0 ? answer : null;
  } catch {
    return null;
  }
}
