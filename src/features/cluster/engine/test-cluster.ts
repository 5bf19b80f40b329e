/** Asks a cluster for its version of Ray, its nodes and builds, and what runs there. Sends no data. */
import type { ClusterTest } from '../../../shared/contract/cluster';
import { programInfo } from '../../../engine/machine/environment/program';
import type { KeptCluster } from './address-book';
import { JobsApi, PLAN } from './jobs-api';
import { probe } from './probe';

/**
 * @param builds whether to ask each node for its build, which takes a job of some seconds
 * @throws ShelfwiseError as ask does
 */
export async function testCluster(
  cluster: KeptCluster,
  { builds = false, signal }: { builds?: boolean | undefined; signal?: AbortSignal | undefined } = {},
): Promise<ClusterTest> {
  const api = new JobsApi(cluster, signal);
  const ray = await api.version();
  const [nodes, jobs, { buildSha256 }] = await Promise.all([api.nodes(), api.jobs(), programInfo()]);
  const asked = builds ? await probe(cluster, api) : null;
  return {
    name: cluster.name,
    address: cluster.address,
    ray,
    nodes: nodes.map(({ node_id, node_name, node_ip, is_head_node, resources_total }) => ({
      node: `${node_name ?? node_ip} ${node_id.slice(0, 8)}`,
      isHead: is_head_node,
      cores: resources_total.CPU,
      memory: resources_total.memory,
      version: null,
      buildSha256: null,
      problem: asked?.problem ?? null,
      ...asked?.nodes.get(node_id),
    })),
    build: buildSha256,
    jobs: jobs.flatMap(({ status, metadata, start_time }) => {
      const plan = metadata?.[PLAN];
      if (plan === undefined || (status !== 'PENDING' && status !== 'RUNNING')) return [];
      return [{ plan, status, startedAt: start_time == null ? null : new Date(start_time).toISOString() }];
    }),
  };
}
