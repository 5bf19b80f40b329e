/** The process that makes attempts: it may hang or run out of memory, and its parent records that. */
import { Stage } from '../support/stage';
import { removeOriginals } from '../support/originals';
import { type Attempt, findingOf, tryOnce, type Finding } from './attempt';

export type FromChild =
  | { kind: 'begins'; attempt: Attempt }
  | { kind: 'ends'; outcome: string }
  | { kind: 'finds'; finding: Finding };

const tell = (message: FromChild): void => void process.send?.(message);

async function attemptAll(
  stage: Stage,
  targets: readonly string[],
  seed: number,
  from: number,
  stride: number,
): Promise<void> {
  for (let at = from; ; at += stride) {
    const attempt: Attempt = { target: targets[Math.floor(at / stride) % targets.length]!, seed, at };
    tell({ kind: 'begins', attempt });
    try {
      tell({ kind: 'ends', outcome: await tryOnce(stage, attempt) });
    } catch {
      // Repeats with fewer steps; a finding that does not repeat is reported as such.
      const finding = await findingOf(stage, attempt);
      tell({ kind: 'finds', finding: finding ?? { ...attempt, what: 'It failed once, and not again' } });
    }
  }
}

/** @param words targets separated by commas, seed, first attempt, step between attempts */
async function runChild([targets = '', seed = '1', from = '0', stride = '1']: readonly string[]): Promise<void> {
  const stage = await Stage.set();
  process.on('disconnect', () => process.exit(0));
  try {
    await attemptAll(stage, targets.split(','), Number(seed), Number(from), Number(stride));
  } finally {
    await stage.remove();
    await removeOriginals();
  }
}

if (process.send !== undefined) void runChild(process.argv.slice(2));
