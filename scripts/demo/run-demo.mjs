// From the sample folder to a submission and the same run again: the commands a person would type.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { run, runVisibly } from '../setup/command.mjs';
import { CLI, OUT, ROOT } from '../setup/paths.mjs';
import { setUp } from '../setup/set-up.mjs';

const SAMPLE = 'resources/sample';
const NEXT_WEEK = 'resources/sample-next-week';
const FOLDER = path.join(OUT, 'demo');
const WORKSPACE = path.join(FOLDER, 'workspace');
const SUBMISSION = path.join(FOLDER, 'submission.csv');
const NEXT_SUBMISSION = path.join(FOLDER, 'next-week.csv');
/** The other models would take longer than all other steps together. */
const COMPARED = 'popularity,trend,item-knn,ease,als,dae-balanced';
/** A child of six with a few weeks of history. */
const PROFILE = '43';

const fromRoot = (file) => path.relative(ROOT, file).split(path.sep).join('/');
const IN_WORKSPACE = ['--workspace', fromRoot(WORKSPACE)];

/** A step that failed after the command has said why. */
class DemoStopped extends Error {}

/** Runs a command and shows what is typed for it. */
async function shelfwise(title, ...words) {
  console.log(`\n── ${title}\n$ npx shelfwise ${[...words, ...IN_WORKSPACE].join(' ')}\n`);
  const status = await runVisibly([process.execPath, CLI, ...words, ...IN_WORKSPACE]);
  if (status !== 0) throw new DemoStopped(`"shelfwise ${words[0]}" ended with status ${status}.`);
}

/** The run just trained. */
async function newestRun() {
  const { status, output } = await run([process.execPath, CLI, 'runs', '--json', '--quiet', ...IN_WORKSPACE]);
  if (status !== 0) throw new DemoStopped(`The runs could not be listed: ${output}`);
  return JSON.parse(output).runs[0].runId;
}

async function showMainJob() {
  fs.rmSync(FOLDER, { recursive: true, force: true });
  fs.mkdirSync(FOLDER, { recursive: true });
  await shelfwise('Read a folder of data: every row is accounted for', 'import', SAMPLE);
  await shelfwise('Train a model', 'train', '--data', SAMPLE, '--name', 'demo');
  const runId = await newestRun();
  await shelfwise('Is it better than simple models?', 'leaderboard', '--data', SAMPLE, '--models', COMPARED);
  await shelfwise('What one child watched, and what comes next', 'recommend', '--run', runId, '--profile', PROFILE);
  await shelfwise('Write the lists of all profiles', 'export', '--run', runId, '--out', fromRoot(SUBMISSION));
  await shelfwise('Train the same run again', 'verify', runId);
  await shelfwise(
    'A week later',
    'refresh',
    '--add',
    NEXT_WEEK,
    '--out',
    fromRoot(NEXT_SUBMISSION),
    '--approve-as',
    'Demo',
  );
}

/** Exits with status 1 if a step failed; otherwise the last line is the submission's path. */
export async function runDemo() {
  if (!(await setUp())) process.exit(1);
  const started = performance.now();
  try {
    await showMainJob();
  } catch (error) {
    if (!(error instanceof DemoStopped)) throw error;
    console.error(`\nThe demo stopped. ${error.message}`);
    process.exit(1);
  }
  console.log(`\nDone in ${Math.round((performance.now() - started) / 1000)} s. The submission, checked, is in:`);
  console.log(SUBMISSION);
}
