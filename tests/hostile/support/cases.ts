/** Tables of cases as tests. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyNth } from '../../support/tried';
import { type Parts, removeOriginals } from './originals';
import { type Outcome, Stage } from './stage';
import { openAndUse } from './use';

/** Possible outcomes of a case; several if each is right. */
export type Expected = Outcome | readonly Outcome[];

let stage: Stage | null = null;

/** The stage of this test file. */
export function theStage(): Stage {
  return stage!;
}

/** Sets the stage before the tests of a file. */
export function setStage(): void {
  beforeAll(async () => {
    stage = await Stage.set();
  });
  afterAll(async () => {
    await stage?.remove();
    await removeOriginals();
  });
}

/** A case of any kind. */
export interface Case {
  readonly name: string;
  readonly expected: Expected;
  readonly work: (stage: Stage) => ReturnType<typeof openAndUse>;
}

/** `npm test` runs the first and every 27th row of each table: the rows of one are similar. */
const NTH = 27;

/** Each case as a separate test. */
export function testCases(...tables: readonly (readonly Case[])[]): void {
  expectNamesOnce(tables.flat());
  const tried = tables.flatMap((cases) => everyNth(cases, NTH));
  test.each(tried.map((one) => [one.name, one] as const))('%s', async (name, { expected, work }) => {
    const { outcome, said } = await stage!.play(name, () => work(stage!));
    expect([expected].flat(), said).toContain(outcome);
  });
}

function expectNamesOnce(cases: readonly Case[]): void {
  const names = cases.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`Two cases are called "${twice}"`);
}

/** A case of a bundle: its bytes, made from the parts of a valid one. */
export function bundleCase(
  name: string,
  expected: Expected,
  make: () => Promise<Buffer> | Buffer,
  thoroughly = false,
): Case {
  return {
    name,
    expected,
    work: async (place) => {
      const file = path.join(place.given, 'given.shelfwise');
      await fs.writeFile(file, await make());
      return openAndUse(place, file, thoroughly);
    },
  };
}

export type { Parts };
