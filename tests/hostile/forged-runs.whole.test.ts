/** Runs that were changed after their training: every hash in their bundle is right, and they are not what training gives. */
import { afterEach, expect, test } from 'vitest';
import type { Verification } from '../../src/shared/contract/run';
import { commandLineHere } from '../support/command-line-here';
import { bundledAndForged, leadEveryList } from '../support/forged-lists';
import { changeJson, changeTensors, type Files } from '../support/remade-bundle';
import { trainedRun } from '../support/trained-run';

type Line = Awaited<ReturnType<typeof commandLineHere>>;
const lines: Line[] = [];
afterEach(async () => {
  for (const line of lines.splice(0)) await line.remove();
});

async function newLine(): Promise<Line> {
  const line = await commandLineHere();
  lines.push(line);
  return line;
}

const states = (environment: object) => (files: Files) => {
  leadEveryList(files);
  changeJson<{ environment: object }>(files, 'run.json', (record) => {
    record.environment = { ...record.environment, ...environment };
  });
};

test.each([
  ['as it was trained', leadEveryList],
  ['that states WASM kernels', states({ backend: 'wasm', flags: {} })],
  ['that states a GPU', states({ device: 'gpu', gpu: { name: 'any', driver: '1', libraries: {} } })],
])('verify calls a run with forged lists different, status 6, and names the lists: %s', async (_, change) => {
  const { runId, forgery } = await bundledAndForged(undefined, change);
  const line = await newLine();
  await line.run(`open ${forgery} --yes`);
  const ended = await line.run(`verify ${runId} --json`);
  expect(ended.status, ended.err).toBe(6);
  const answer = ended.json() as Verification;
  expect(answer).toMatchObject({ verdict: 'different', differs: ['lists'] });
  expect((await line.run(`verify ${runId}`)).out).toContain('the lists');
});

test('verify calls a run with forged weights different, and names them', async () => {
  const { runId, forgery } = await bundledAndForged(undefined, (files) =>
    changeTensors(files, 'model.safetensors', (tensors) => {
      const [first] = Object.values(tensors);
      first!.values[0] = first!.values[0]! + 0.0001;
      return tensors;
    }),
  );
  const line = await newLine();
  await line.run(`open ${forgery} --yes`);
  const ended = await line.run(`verify ${runId} --json`);
  expect(ended.status, ended.err).toBe(6);
  expect((ended.json() as Verification).differs).toContain('weights');
});

test('verify does not pass a forged run in the mode “fast”, which promises its bits on one computer alone', async () => {
  const { runId, forgery } = await bundledAndForged(await trainedRun({ 'numeric.mode': 'fast' }));
  const line = await newLine();
  await line.run(`open ${forgery} --yes`);
  const ended = await line.run(`verify ${runId} --json`);
  expect([6, 11]).toContain(ended.status);
  expect(['different', 'cannot-tell']).toContain((ended.json() as Verification).verdict);
});

test('verify says of an honest run of a bundle that it has identical bits', async () => {
  const { runId, honest } = await bundledAndForged();
  const line = await newLine();
  await line.run(`open ${honest} --yes`);
  const ended = await line.run(`verify ${runId} --json`);
  expect(ended.status, ended.err).toBe(0);
  expect(ended.json()).toMatchObject({ verdict: 'identical-bits' });
});
