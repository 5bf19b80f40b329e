/** How fast the engine answers a window's calls, beside the same answer computed directly. */
import { mkdtemp, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { createEngine } from '../../src/features/engine';
import { Sessions } from '../../src/engine/sessions/sessions';
import { openWorkspace } from '../../src/engine/storage/workspace';
import { createTrainerLauncher } from '../../src/host/launcher';
import { completeRecipe } from '../../src/shared/recipe/schema';
import { generateFolder } from '../generate/generate-folder';
import { CONTEST } from '../generate/options';
import { readOptions } from '../support/options.mjs';
import { measureWindow } from './browser';
import { measureFirstPage, whileTraining } from './first-page';
import { growthTable, measureGrowth, type Sized } from './growth';
import type { Measurement, Subject } from './measure';
import { measurePages } from './pages';
import { measureSteering } from './steering';
import { measureTuning } from './tuning';
import { startHost } from './window-host';

const HELP = `Medians of what a window asks of the engine, beside the same answer made directly. Needs the built trainer (npm run setup).

  node bench/window/main.mjs [--data FOLDER] [--workspace FOLDER] [--epochs 1] [--repeats 51] [--hosts 5] [--scale 1] [--training] [--json]

  Without --data a folder of contest size is generated (8,311 profiles, 20,000 titles, 1,000,000 events), with --scale N of N
  times as many profiles and events.
  Everything is asked over the socket of the web host, in a process of its own; beside it the same answer made directly, in this one.
  With --training all of it is asked once more while a run trains.
  With --growth 1,3,10 the calls are made at each of these sizes, in turns, and the exponents of their growth are told
  ([--rounds 3]).
  With --workspace what was imported and trained is kept there and used again.
`;

export async function main(args: string[]): Promise<number> {
  const values = readOptions(
    HELP,
    {
      data: null,
      workspace: null,
      epochs: 1,
      repeats: 51,
      // Fresh ones, for what happens once in their life.
      hosts: 5,
      scale: 1,
      growth: [] as number[],
      rounds: 3,
      training: false,
      json: false,
    },
    args,
  );
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-window-'));
  try {
    const workspaceFolder = values.workspace ?? path.join(folder, 'workspace');
    if (values.growth.length > 0) {
      const sized: Sized[] = [];
      for (const scale of values.growth) {
        const workspace = path.join(workspaceFolder, `growth-${scale}`);
        const source = path.join(folder, `growth-${scale}`);
        const subject = await prepare(workspace, null, source, { epochs: values.epochs, scale });
        await rm(source, { recursive: true, force: true });
        sized.push({ scale, workspace, subject });
      }
      const rows = await measureGrowth(sized, { rounds: values.rounds, repeats: values.repeats });
      process.stdout.write(`${values.json ? JSON.stringify(rows, null, 2) : growthTable(rows)}\n`);
      return 0;
    }
    const subject = await prepare(workspaceFolder, values.data, folder, values);
    const repeats = values.repeats;
    const tell = (measurement: Measurement): void =>
      void process.stdout.write(values.json ? `${JSON.stringify(measurement)}\n` : `${line(measurement)}\n`);
    (await measureFirstPage(workspaceFolder, subject.data, values.hosts)).forEach(tell);
    const workspace = await openWorkspace(workspaceFolder);
    const sessions = new Sessions(workspace);
    const host = await startHost(workspaceFolder);
    const asked = { ...subject, client: host.client };
    try {
      (await measurePages(asked, sessions, repeats)).forEach(tell);
      (await measureTuning(asked, sessions, repeats)).forEach(tell);
      (await measureSteering(asked, workspace, sessions, repeats)).forEach(tell);
      if (values.training) {
        process.stdout.write('while a run trains:\n');
        // Whether the measurement can repeat in the same host.
        const again = ({ what }: Measurement): boolean => !what.startsWith('first');
        await whileTraining(workspaceFolder, subject.data, async () => {
          (await measurePages(asked, sessions, repeats)).filter(again).forEach(tell);
          (await measureTuning(asked, sessions, repeats)).filter(again).forEach(tell);
        });
      }
    } finally {
      await host.end();
    }
    const window = await measureWindow(workspaceFolder, subject, values.hosts);
    if (window !== null) {
      tell(window.firstRow);
      tell(window.profile);
      process.stdout.write(
        values.json
          ? `${JSON.stringify({ what: 'window: memory, MB', megabytes: window.megabytes })}\n`
          : `${'window: memory of its process'.padEnd(48)} ${window.megabytes?.toFixed(0) ?? 'not told'} MB\n`,
      );
    }
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Imports and trains, unless the workspace already has a run. */
async function prepare(
  workspace: string,
  data: string | null,
  folder: string,
  { epochs, scale }: { epochs: number; scale: number },
): Promise<Omit<Subject, 'client'>> {
  const launcher = createTrainerLauncher({ endsWithParent: true });
  const { client } = await createEngine({ workspaceFolder: workspace, launcher });
  const [known] = (await client.runs.list()).filter(({ status }) => status === 'finished');
  if (known !== undefined) return { data: known.dataset.fingerprint, runId: known.runId };
  const source = data ?? path.join(folder, 'data');
  if (data === null)
    await generateFolder({ ...CONTEST, profiles: CONTEST.profiles * scale, events: CONTEST.events * scale }, source);
  const { fingerprint } = await lastOf(await client.datasets.import({ folder: path.resolve(source) }));
  const recipe = completeRecipe({ 'stopping.rule': 'fixed', 'stopping.epochs': epochs });
  const { runId } = await client.runs.start({ data: fingerprint, recipe, seed: 1 });
  await lastOf(await client.runs.watch({ runId }));
  return { data: fingerprint, runId };
}

async function lastOf<Result>(iterator: AsyncIterator<unknown, Result>): Promise<Result> {
  for (;;) {
    const { done, value } = await iterator.next();
    if (done === true) return value;
  }
}

function line({ what, median: middle, worst, direct }: Measurement): string {
  const beside = direct === null ? '' : `   directly ${direct.toFixed(1)} ms`;
  return `${what.padEnd(48)} ${middle.toFixed(1).padStart(8)} ms   worst ${worst.toFixed(1)} ms${beside}`;
}
