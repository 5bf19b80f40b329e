/** Work on a cluster: what --on asks before sending anything, and what it then does. */
import type { Dataset } from '../shared/contract/dataset';
import type { Sending } from '../shared/contract/cluster';
import type { StartRun } from '../shared/contract/run-life';
import type { UnitAnswer } from '../shared/contract/unit';
import type { Verification } from '../shared/contract/run';
import { ShelfwiseError } from '../shared/errors';
import { unknownCluster } from '../shared/values/unknown-cluster';
import type { Answer } from './command';
import { type Client, type Context, longCall } from './context';
import { resolveData } from './data';
import { askYesNo, canAsk } from './question';
import { runAnswer } from './runs';
import { bytes, counted, short } from './words';
import { say } from '../shared/words/sentence';

export const ON_INPUTS = {
  on: {
    kind: 'text',
    value: 'CLUSTER',
    help: 'do it on this cluster ("cluster add" adds one) in place of this computer',
  },
  yes: { kind: 'flag', help: 'with --on: agree to what is sent, without being asked' },
} as const;

/** Like resolveData, but reports an unknown cluster first, because importing a folder takes time. */
export async function resolveDataFor(context: Context, data: string, on: string | undefined): Promise<Dataset> {
  if (on !== undefined) await refuseUnknown(await context.client(), on);
  return resolveData(context, data);
}

async function refuseUnknown(client: Client, on: string): Promise<void> {
  const known = (await client.clusters.list()).map(({ name }) => name);
  if (!known.includes(on)) throw unknownCluster(on, known);
}

/** Describes what leaves this computer. */
function describeSending({ cluster, address, dataset, ...of }: Sending): string {
  const whose = of.pseudonymised
    ? 'with pseudonyms in the place of the IDs of profiles'
    : 'with the IDs of profiles as they are in your files (import with --pseudonymise replaces them)';
  const how =
    of.bytes === 0
      ? 'The nodes read the data set where you put it; the recipe and, to verify or list, the run itself are sent.'
      : `Sent are the data set (${bytes(of.bytes)}), the recipe and, to verify or list, the run itself.`;
  return [
    `On ${cluster}, ${address}, the histories of ${counted(of.profiles, 'profile')} of ${dataset} (${short(of.fingerprint)}, ${counted(of.interactions, 'event')}) are used, ${whose}.`,
    `${how} They go to that address only, and whoever runs the cluster can read them; "forget" does not reach what is there.`,
    ...(of.isOpen ? ['That address is not encrypted: others can read what is sent on its way.'] : []),
  ].join('\n');
}

/**
 * Says what is sent, and asks the first time. @throws ShelfwiseError if the answer is no, or there is no terminal to
 * ask
 */
export async function agreeToSend(
  context: Context,
  { on, data, yes }: { on: string; data: string; yes: boolean },
): Promise<void> {
  const client = await context.client();
  const sending = await client.clusters.sending({ name: on, data });
  if (sending.agreed) return;
  context.reporter.note(describeSending(sending));
  if (!yes) {
    if (context.wantsJson || !canAsk())
      throw new ShelfwiseError('usage', say('cluster.consent-needed', { cluster: on }));
    if (!(await askYesNo(context, `Send them to ${sending.address}?`)))
      throw new ShelfwiseError('stopped', say('cluster.nothing-sent'));
  }
  await client.clusters.agree({ name: on, data, address: sending.address });
}

export async function trainedOn(context: Context, client: Client, on: string, request: StartRun): Promise<Answer> {
  const { parent: _, ...unit } = request;
  const { runId } = await worked(context, client, { unit: { kind: 'train', ...unit }, on });
  return runAnswer(await client.runs.get({ runId }));
}

interface OnRun {
  readonly on: string;
  readonly run: string;
  readonly yes: boolean;
}

export async function verifiedOn(context: Context, client: Client, { on, run, yes }: OnRun): Promise<Verification> {
  const { runId, dataset } = await client.runs.get({ runId: run });
  await agreeToSend(context, { on, data: dataset.fingerprint, yes });
  const { verification } = await worked(context, client, { unit: { kind: 'verify', run: runId }, on });
  return verification!;
}

/** Computes the lists of a run on a cluster before they are exported here. */
export async function listedOn(context: Context, client: Client, { on, run, yes }: OnRun): Promise<void> {
  const { runId, dataset } = await client.runs.get({ runId: run });
  await agreeToSend(context, { on, data: dataset.fingerprint, yes });
  refuseUndone(await longCall(context, (options) => client.units.lists({ run: runId, on }, options)));
}

async function worked(
  context: Context,
  client: Client,
  asked: Parameters<Client['units']['work']>[0],
): Promise<UnitAnswer> {
  const answer = await longCall(context, (options) => client.units.work(asked, options));
  refuseUndone(answer);
  return answer;
}

function refuseUndone({ state, problem }: UnitAnswer): void {
  if (state !== 'done') throw new ShelfwiseError(problem!.code, problem!.said ?? problem!.message);
}
