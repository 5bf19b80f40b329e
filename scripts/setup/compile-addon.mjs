// Compiles the addon (src/engine/model/kernels/exact/addon) for one system, its files side by side on all cores.
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { compileFlags } from './addon-targets.mjs';
import { knownCause, lastLines } from './causes.mjs';
import { run } from './command.mjs';
import { hashFiles } from './hash-files.mjs';
import { NODE_MODULES, ROOT } from './paths.mjs';
import { SetupFailure } from './say.mjs';

const SOURCES = path.join(ROOT, 'src', 'engine', 'model', 'kernels', 'exact', 'addon');
const HEADERS = path.join(NODE_MODULES, 'node-api-headers', 'include');
/** Once for each instruction set; the others once. */
const ARITHMETIC = 'arithmetic.cc';

const sourceFiles = () =>
  fs
    .readdirSync(SOURCES)
    .filter((file) => /\.(cc|h)$/.test(file))
    .toSorted();

/**
 * @param {import('./addon-targets.mjs').Target} target
 * @returns {string} what changes whenever the addon has to be built again
 */
export function hashOfAddon(target) {
  const { version } = JSON.parse(fs.readFileSync(path.join(HEADERS, '..', 'package.json'), 'utf8'));
  return createHash('sha256')
    .update(JSON.stringify([hashFiles(SOURCES, sourceFiles()), version, target, compileFlags(target)]))
    .digest('hex');
}

/** The longest first, so that no core waits for the last. Each object is named by everything that it is made of. */
function unitsOf(target, compiler) {
  const files = sourceFiles();
  const headers = hashFiles(
    SOURCES,
    files.filter((file) => file.endsWith('.h')),
  );
  const sources = files.filter((file) => file.endsWith('.cc') && file !== ARITHMETIC);
  const units = [
    ...Object.entries(target.instructionSets).map(([name, flags]) => ({ source: ARITHMETIC, name, flags })),
    ...sources.map((source) => ({ source, name: source, flags: [] })),
  ];
  return units.map(({ source, name, flags: own }) => {
    const flags = [...compileFlags(target), ...own];
    const madeOf = JSON.stringify([hashFiles(SOURCES, [source]), headers, flags, compiler.command]);
    return { source, flags, object: `${name}-${createHash('sha256').update(madeOf).digest('hex').slice(0, 16)}.o` };
  });
}

/**
 * @param {import('./addon-targets.mjs').Target} target
 * @param {import('./compilers.mjs').Compiler} compiler
 * @param {string} addon the file to write
 * @param {string} objects a folder of its own, where objects stay for the next build
 * @throws {SetupFailure}
 */
export async function compileAddon(target, compiler, addon, objects) {
  const { name, command, environment } = compiler;
  const work = path.join(objects, 'work');
  fs.rmSync(work, { recursive: true, force: true });
  fs.mkdirSync(work, { recursive: true });
  const orFail = async (words) => {
    const { status, output } = await run([...command, ...words], { env: environment(work) });
    if (status !== 0)
      throw new SetupFailure(knownCause(output) ?? `${name} could not compile it. It said: ${lastLines(output, 5)}`);
  };
  const units = unitsOf(target, compiler);
  const waiting = units.filter(({ object }) => !fs.existsSync(path.join(objects, object)));
  const worker = async () => {
    for (let unit = waiting.shift(); unit !== undefined; unit = waiting.shift()) {
      const partial = path.join(work, unit.object);
      await orFail([...unit.flags, `-I${HEADERS}`, '-c', path.join(SOURCES, unit.source), '-o', partial]);
      fs.renameSync(partial, path.join(objects, unit.object));
    }
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, worker));
  await orFail([...units.map(({ object }) => path.join(objects, object)), ...target.link, '-o', addon]);
  const used = new Set(units.map(({ object }) => object));
  for (const file of fs.readdirSync(objects))
    if (!used.has(file)) fs.rmSync(path.join(objects, file), { recursive: true, force: true });
}
