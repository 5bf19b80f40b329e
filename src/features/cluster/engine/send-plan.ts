/** Sends units of a plan to a cluster as one job. */
import { openSnapshot } from '../../../engine/data/snapshot';
import { findRun } from '../../../engine/runs/store';
import type { Workspace } from '../../../engine/storage/workspace';
import { kindOf } from '../../units';
import type { KeptCluster } from './address-book';
import { ENTRYPOINT } from './driver-files';
import { type JobsApi, PLAN, type RayNode } from './jobs-api';
import { type OpenPlan, submissionOf } from './open-plans';
import { packPlan, uploadZip } from './package';
import { resourcesFor } from './resources';

interface Sent {
  readonly workspace: Workspace;
  readonly cluster: KeptCluster;
  readonly api: JobsApi;
  readonly plan: OpenPlan;
  /** The plan's units that are still to be done. */
  readonly units: OpenPlan['units'];
  readonly fingerprint: string;
  readonly nodes: readonly RayNode[];
  readonly signal: AbortSignal;
}

/**
 * @param inFolder provides a temporary folder for what is sent
 * @param onSending called once the cluster may have the job, even if no answer comes back
 * @throws ShelfwiseError as packPlan, resourcesFor and ask do
 */
export async function sendPlan(
  { workspace, cluster, api, plan, units, fingerprint, nodes, signal }: Sent,
  inFolder: (work: (folder: string) => Promise<string>) => Promise<string>,
  onSending: () => void,
): Promise<void> {
  const runs = [...new Set(units.flatMap(({ unit }) => ('run' in unit ? [unit.run] : [])))];
  const records = await Promise.all(runs.map(async (run) => (await findRun(workspace, run)).record));
  const recipes = [
    ...records.map((record) => record.recipe),
    ...units.flatMap(({ unit }) => kindOf(unit).recipe(unit) ?? []),
  ];
  const { dataset } = await openSnapshot(workspace, fingerprint);
  const resources = resourcesFor(
    units.map(({ unit }) => unit),
    { dataset, recipes, nodes },
  );
  const of = { plan, units, fingerprint, runs: records.map(({ runId }) => runId), resources };
  const name = await inFolder(async (folder) => {
    const packed = await packPlan(workspace, cluster, { ...of, folder }, signal);
    await uploadZip(api, packed);
    return packed.name;
  });
  onSending();
  await api.submit({
    entrypoint: ENTRYPOINT,
    submission_id: submissionOf(plan),
    runtime_env: { working_dir: `gcs://${name}` },
    metadata: { [PLAN]: plan.plan },
  });
}
