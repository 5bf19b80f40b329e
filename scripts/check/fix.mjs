import { runVisibly } from '../setup/command.mjs';
import { setUp } from '../setup/set-up.mjs';
import { writePicture } from './picture.mjs';
import { OXFMT, OXLINT, OXLINT_FLAGS } from './tools.mjs';

/** Draws the picture of the architecture anew; then the linter, before the formatter tidies what it wrote. */
export async function fix() {
  if (!(await setUp({ program: false }))) process.exit(1);
  writePicture();
  const linted = await runVisibly([...OXLINT, ...OXLINT_FLAGS, '--fix']);
  const formatted = await runVisibly(OXFMT);
  if (linted !== 0) console.log('What oxlint names above needs a person.');
  process.exitCode = linted === 0 && formatted === 0 ? 0 : 1;
}
