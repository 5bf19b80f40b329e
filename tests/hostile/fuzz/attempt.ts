/** One attempt: an input made from the seed, used, and its outcome. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { RandomStream } from '../../../src/engine/model/random';
import { stacksOf, type Stage } from '../support/stage';
import type { Input } from './draws';
import { TARGETS } from './targets';

export interface Attempt {
  readonly target: string;
  readonly seed: number;
  readonly at: number;
  /** Which of its steps to apply; all if absent. */
  readonly steps?: readonly number[];
}

export interface Finding extends Attempt {
  readonly what: string;
}

/** Largest number of changes to an input. */
const MOST_STEPS = 4;

export const stepsOf = ({ target, seed, at }: Attempt): number =>
  1 + new RandomStream(seed, `fuzz/${target}/${at}/steps`).below(MOST_STEPS);

export async function inputOf(attempt: Attempt): Promise<Input> {
  const { target, seed, at } = attempt;
  const stream = (name: string): RandomStream => new RandomStream(seed, `fuzz/${target}/${at}/${name}`);
  const steps = attempt.steps ?? Array.from({ length: stepsOf(attempt) }, (_, step) => step);
  return TARGETS[target]!({ beginning: stream('beginning'), steps: steps.map((step) => stream(`step ${step}`)) });
}

/** @returns the outcome. @throws what must never happen */
export async function tryOnce(stage: Stage, attempt: Attempt): Promise<string> {
  const input = await inputOf(attempt);
  const { outcome } = await stage.play(nameOf(attempt), async () => {
    await writeInput(stage.given, input);
    return input.use(stage);
  });
  return outcome;
}

export async function writeInput(folder: string, input: Input): Promise<void> {
  await fs.mkdir(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(input.files)) await fs.writeFile(path.join(folder, name), bytes);
}

export const nameOf = ({ target, seed, at }: Attempt): string => `${target}-${seed}-${at}`;

/** For a failing attempt: the finding with the fewest steps that still show it. */
export async function findingOf(stage: Stage, attempt: Attempt): Promise<Finding | null> {
  const what = await failureOf(stage, attempt);
  if (what === null) return null;
  let smallest: Finding = { ...attempt, what };
  const all = Array.from({ length: stepsOf(attempt) }, (_, step) => step);
  for (const step of all.length > 1 ? all : []) {
    const kept = (smallest.steps ?? all).filter((other) => other !== step);
    if (kept.length === 0) break;
    const fewer = { ...attempt, steps: kept };
    const again = await failureOf(stage, fewer);
    if (again !== null && signatureOf(again) === signatureOf(what)) smallest = { ...fewer, what: again };
  }
  return smallest;
}

async function failureOf(stage: Stage, attempt: Attempt): Promise<string | null> {
  try {
    await tryOnce(stage, attempt);
    return null;
  } catch (thrown) {
    return stacksOf(thrown);
  }
}

/** What findings of one cause share: the message without numbers and names, and its origin. */
export function signatureOf(what: string): string {
  const [first = ''] = what.split('\n');
  const place = /src\/(?!shared\/errors)[\w/.-]+\.ts:\d+/.exec(what)?.[0] ?? '';
  return `${first.replaceAll(/'[^']*'|"[^"]*"|\d+/g, '#').slice(0, 120)} ${place}`;
}
