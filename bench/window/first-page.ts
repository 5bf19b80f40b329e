/** Time to the first page of profiles after opening an imported data set, idle and while a run trains. */
import { completeRecipe } from '../../src/shared/recipe/schema';
import { type Measurement, median, timed } from './measure';
import { startHost } from './window-host';

const PAGE = 100;

/** @param repeats number of fresh hosts with empty memory */
export async function measureFirstPage(workspace: string, data: string, repeats: number): Promise<Measurement[]> {
  return [
    await firstPages('first page of profiles, nothing in memory', workspace, data, repeats),
    await whileTraining(workspace, data, () =>
      firstPages('first page of profiles, while a run trains', workspace, data, repeats),
    ),
  ];
}

async function firstPages(what: string, workspace: string, data: string, repeats: number): Promise<Measurement> {
  const times: number[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    const host = await startHost(workspace);
    times.push(await timed(() => host.client.profiles.page({ data, start: 0, end: PAGE })));
    await host.end();
  }
  return { what, median: median(times), worst: Math.max(...times), direct: null };
}

/** Starts a run that outlasts the measurement, and removes it afterwards. */
export async function whileTraining<Result>(
  workspace: string,
  data: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const { client, end } = await startHost(workspace);
  const recipe = completeRecipe({ 'stopping.rule': 'fixed', 'stopping.epochs': 1000 });
  const { runId } = await client.runs.start({ data, recipe, seed: 1, name: 'bench' });
  try {
    for await (const { epoch } of await client.runs.watch({ runId })) if (epoch !== null) break;
    return await work();
  } finally {
    await client.runs.stop({ runId });
    await client.workspace.delete({ id: runId });
    await end();
  }
}
