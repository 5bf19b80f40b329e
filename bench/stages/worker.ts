/** One run from start to end, and where its time went: `worker WORKSPACE FOLDER MODEL knob=value ...`; prints JSON. */
import { channel } from 'node:diagnostics_channel';
import { importFolder } from '../../src/engine/import/import-folder';
import { PART_CHANNEL, type PartMessage, PARTS } from '../../src/engine/training/fit/timed-parts';
import { processorSeconds } from '../../src/engine/model/core-seconds';
import { createRun } from '../../src/engine/runs/store';
import { openWorkspace, runFolder } from '../../src/engine/storage/workspace';
import { runCost } from '../../src/engine/training/train/run-cost';
import { trainRun } from '../../src/engine/training/train/train-run';
import { leaderboardRecipe } from '../../src/shared/recipe/presets';
import { completeRecipe, parseAssignment } from '../../src/shared/recipe/schema';
import { folderOf } from '../support/folders';

interface Spent {
  seconds: number;
  processor: number;
}

const now = (): Spent => {
  const { user, system } = process.cpuUsage();
  return { seconds: performance.now() / 1000, processor: (user + system) / 1e6 };
};

const parts = new Map<string, Spent & { times: number }>();
const open: string[] = [];
let last = now();
/** Time since the last message belongs to the innermost open part. */
function passed(): void {
  const at = now();
  const spent = parts.get(open.at(-1) ?? 'other')!;
  spent.seconds += at.seconds - last.seconds;
  spent.processor += at.processor - last.processor;
  last = at;
}
for (const part of [...PARTS, 'other']) parts.set(part, { seconds: 0, processor: 0, times: 0 });
channel(PART_CHANNEL).subscribe((message) => {
  const { part, at } = message as PartMessage;
  passed();
  if (at === 'end') return void open.pop();
  open.push(part);
  parts.get(part)!.times++;
});

async function main(): Promise<void> {
  const [workspaceFolder = '', folder = '', model = '', ...assignments] = process.argv.slice(2);
  const workspace = await openWorkspace(workspaceFolder);
  const dataset = await importFolder({ workspace, folder: await folderOf(folder) });
  const recipe = completeRecipe(Object.fromEntries(assignments.map(parseAssignment)), leaderboardRecipe(model));
  const { runId } = await createRun(workspace, { dataset, recipe, seed: 1 });
  const begin = (last = now());
  const record = await trainRun(workspaceFolder, runFolder(workspace, runId));
  passed();
  const end = now();
  const run = { seconds: end.seconds - begin.seconds, processor: end.processor - begin.processor };
  const epochs = parts.get('epochs')!;
  /** Includes the actual number of epochs, unknown beforehand. */
  const estimated = processorSeconds(runCost({ ...dataset, hasTimes: dataset.period !== null }, recipe, record.epochs));
  process.stdout.write(
    `${JSON.stringify({
      folder,
      model,
      profiles: dataset.profiles,
      titles: dataset.items,
      pairs: dataset.interactions,
      epochs: record.epochs,
      mixture: record.mixture ?? null,
      metrics: record.metrics,
      parts: Object.fromEntries([...parts].filter(([, { seconds }]) => seconds > 0)),
      run,
      estimated,
      ratio: estimated / run.processor,
      perEpochs:
        epochs.times === 0
          ? null
          : { seconds: run.seconds / epochs.seconds, processor: run.processor / epochs.processor },
      megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    })}\n`,
  );
}

void main();
