/** What a cluster says of itself: which Ray, which nodes, what runs there. No data is sent. */
import type { ClusterTest } from '../../shared/contract';
import { programInfo } from '../environment/program';
import type { KeptCluster } from './address-book';
import { JobsApi } from './jobs-api';

/** Of the metadata of our jobs. */
export const PLAN = 'shelfwise';

/** @throws ShelfwiseError as ask does */
export async function testCluster(cluster: KeptCluster, signal?: AbortSignal): Promise<ClusterTest> {
  const api = new JobsApi(cluster, signal);
  const ray = await api.version();
  const [nodes, jobs, { buildSha256 }] = await Promise.all([api.nodes(), api.jobs(), programInfo()]);
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
      problem: null,
    })),
    build: buildSha256,
    jobs: jobs.flatMap(({ status, metadata, start_time }) => {
      const plan = metadata?.[PLAN];
      if (plan === undefined || (status !== 'PENDING' && status !== 'RUNNING')) return [];
      return [{ plan, status, startedAt: start_time == null ? null : new Date(start_time).toISOString() }];
    }),
  };
}
