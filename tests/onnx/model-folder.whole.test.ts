/** Scores of a model folder in another program: onnxruntime's beside ours, for each exportable kind of model. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeModelFolder } from '../../src/features/model-files/engine/model-folder';
import { encodeConditions } from '../../src/engine/data/conditions';
import { emptyRow, stackRows } from '../../src/engine/data/histories';
import type { SparseRows } from '../../src/engine/data/tables';
import { makeLists } from '../../src/engine/model/ranking/lists';
import { Sessions } from '../../src/engine/sessions/sessions';
import type { RunSession } from '../../src/engine/sessions/run-session';
import { LIST_LENGTH } from '../../src/shared/limits';
import { temporaryFolder } from '../support/finished-run';
import { testTools } from '../support/test-tools';
import { trainedRun, type Trained } from '../support/trained-run';
import { everyNth } from '../support/tried';

const { onnxRuntime } = testTools();

/** Relative to the spread of a row's scores: single precision, another order of summation. */
const TOLERANCE = 1e-4;

const MIXED = {
  'structure.input': 'l1-l2',
  'mixture.trend': true,
  'mixture.peers': 0.85,
  'mixture.companion': 'als',
  'mixture.companionShare': 0.4,
  'mixture.second': 'item-knn',
  'mixture.secondShare': 0.3,
  'mixture.weights': 'fixed',
  'mixture.members': 2,
  'als.factors': 8,
} as const;

const MODELS: readonly [string, Record<string, unknown>][] = [
  ['the autoencoder with all that is mixed into it', MIXED],
  [
    'the autoencoder beside EASE, with attributes as they are and watched titles',
    {
      'structure.input': 'l2',
      'structure.activation': 'relu',
      'structure.condition': 'concatenate',
      'scoring.watched': 'include',
      'data.counting': 'sum',
      'mixture.companion': 'ease',
      'mixture.companionShare': 0.5,
      'mixture.weights': 'fixed',
    },
  ],
  ['als', { model: 'als', 'als.factors': 8 }],
  ['popularity', { model: 'popularity' }],
];

async function withSession<Result>({ workspace, record }: Trained, work: (session: RunSession) => Promise<Result>) {
  const sessions = new Sessions(workspace);
  return sessions.withRun(record.runId, work);
}

const dense = ({ rows, columns, offsets, indices, values }: SparseRows): number[][] =>
  Array.from({ length: rows }, (_, row) => {
    const whole = new Array<number>(columns).fill(0);
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) whole[indices[at]!] = values[at]!;
    return whole;
  });

interface Outputs {
  readonly scores: number[][];
  readonly top_items: number[][];
  readonly top_scores: number[][];
}

function scoredElsewhere(folder: string, inputs: object): Outputs {
  const { status, stdout, stderr } = spawnSync('python3', [path.join(import.meta.dirname, 'score.py'), folder], {
    input: JSON.stringify(inputs),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, PYTHONPATH: onnxRuntime.path! },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Outputs;
}

describe.skipIf(onnxRuntime.path === null)(`a model folder (${onnxRuntime.reason ?? 'onnxruntime'})`, () => {
  it.each(everyNth(MODELS, 4))('gives the scores and lists of %s', { timeout: 120_000 }, async (_, knobs) => {
    const run = await trainedRun(knobs);
    const out = path.join(await temporaryFolder(), 'model');
    await withSession(run, async (session) => {
      await writeModelFolder(run.workspace, session, out);
      const { histories: known, profiles } = await session.data();
      // And an unknown one who watched nothing.
      const histories = stackRows([known, emptyRow(known.columns)]);
      const { width: conditionWidth, values: conditions } = encodeConditions(profiles);
      const profile = Array.from({ length: histories.rows }, (__, row) => [
        ...conditions.subarray(row * conditionWidth, (row + 1) * conditionWidth),
      ]);
      const recommender = await session.recommender();
      const ours = recommender.score({ histories, conditions });
      const excludeWatched = run.record.recipe['scoring.watched'] === 'exclude';
      const lists = makeLists(
        recommender,
        { histories, conditions, conditionWidth },
        { count: LIST_LENGTH, excludeWatched },
      );
      const theirs = scoredElsewhere(out, { history: dense(histories), profile });

      for (let row = 0; row < histories.rows; row++) {
        const own = [...ours.subarray(row * histories.columns, (row + 1) * histories.columns)];
        const spread = Math.max(...own) - Math.min(...own);
        const farthest = Math.max(...own.map((score, item) => Math.abs(score - theirs.scores[row]![item]!)));
        expect(farthest / spread).toBeLessThan(TOLERANCE);
        // A title may only change places with titles of nearly its score.
        const list = [...lists.items.subarray(row * LIST_LENGTH, (row + 1) * LIST_LENGTH)];
        expect(theirs.top_items[row]).toHaveLength(LIST_LENGTH);
        theirs.top_items[row]!.forEach((item, place) =>
          expect(Math.abs(own[item]! - own[list[place]!]!) / spread).toBeLessThan(2 * TOLERANCE),
        );
        expect(theirs.top_scores[row]).toEqual(theirs.top_items[row]!.map((item) => theirs.scores[row]![item]));
      }
    });
  });
});

describe('a model folder', () => {
  let run: Trained;
  beforeAll(async () => {
    run = await trainedRun({
      'mixture.companion': 'filter',
      'mixture.companionShare': 0.4,
      'mixture.weights': 'fixed',
    });
  }, 120_000);

  it('is refused if the model contains the histories, and leaves nothing', async () => {
    const out = path.join(await temporaryFolder(), 'model');
    await expect(withSession(run, (session) => writeModelFolder(run.workspace, session, out))).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('linear filter'),
    });
    expect(await fs.readdir(path.dirname(out))).toEqual([]);
  });
});
