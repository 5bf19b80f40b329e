/** Without an addon that loads, everything but computing works, and says what to do. */
import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { readRecord } from '../../src/engine/runs/record';
import { shelfwise, type Ended } from '../support/command-line';
import { type Trained, trainedRun } from '../support/trained-run';

const CAUSE = 'made to fail: no such addon';
/** In every process of the program, as where setup could not compile it. */
const HOOK = `
const open = process.dlopen;
process.dlopen = (module, file, ...rest) => {
  if (file.endsWith('tfjs_binding.node')) throw new Error(${JSON.stringify(CAUSE)});
  return open.call(process, module, file, ...rest);
};`;

let trained: Trained;
let run: (words: string) => Promise<Ended>;
beforeEach(async () => {
  trained = await trainedRun();
  const folder = path.dirname(trained.workspace.folder);
  const hook = path.join(folder, 'no-addon.cjs');
  await writeFile(hook, HOOK);
  await writeFile(path.join(folder, 'tuning.json'), JSON.stringify({ hidden: 0.5 }));
  run = (words) =>
    shelfwise(words.split(' '), {
      folder,
      environment: { SHELFWISE_WORKSPACE: trained.workspace.folder, NODE_OPTIONS: `--require ${JSON.stringify(hook)}` },
    });
});

const REASON = /not built, or does not run .*Run npm run setup.*made to fail: no such addon/;
const said = (text: string): string => text.replaceAll(/\s+/g, ' ');

it('doctor says so, and what to do', async () => {
  expect(said((await run('doctor')).out)).toMatch(REASON);
  const { findings, backendReason } = (await run('doctor --json')).json();
  expect(backendReason).toMatch(REASON);
  expect(findings).toContainEqual(
    expect.objectContaining({ severity: 'problem', message: expect.stringMatching(REASON) }),
  );
});

it('data is imported, and lists that are stored are shown, checked and exported', { tags: ['rare'] }, async () => {
  const { runId } = trained.record;
  for (const words of [
    `import ${trained.source}`,
    'runs',
    `recommend --run ${runId} --profile 880000017`,
    `check --run ${runId}`,
    `export --run ${runId} --out lists.csv --format csv`,
    `report --run ${runId} --out report.html`,
  ]) {
    const { status, err } = await run(words);
    expect(err, words).not.toContain(CAUSE);
    expect(status, words).toBe(0);
  }
});

it(
  'what computes is refused with the reason, and a training ends with it in its record',
  { tags: ['rare'] },
  async () => {
    const { runId } = trained.record;
    const tuned = await run(`recommend --run ${runId} --profile 880000017 --tune tuning.json`);
    expect(tuned.status).toBe(4);
    expect(said(tuned.err)).toMatch(REASON);
    const { err, status } = await run(`train --data ${trained.dataset.fingerprint} --recipe quick --name blind`);
    expect(status).not.toBe(0);
    expect(said(err)).toMatch(REASON);
    const [blind] = ((await run('runs --json')).json() as { runs: { runId: string; name: string }[] }).runs.filter(
      ({ name }) => name === 'blind',
    );
    const record = await readRecord(path.join(trained.workspace.runs, blind!.runId));
    expect(record.status).toBe('crashed');
    expect(record.reason?.message).toMatch(REASON);
  },
);
