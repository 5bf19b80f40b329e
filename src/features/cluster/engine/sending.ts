/** Describes what leaves this computer for a cluster, before it is sent for the first time. */
import { shownDataName } from '../../../shared/values/data-name';
import * as path from 'node:path';
import type { Sending } from '../../../shared/contract/cluster';
import { DESCRIPTION } from '../../bundles/engine/public';
import { openSnapshot } from '../../../engine/data/snapshot';
import { filesBelow } from '../../../engine/storage/disk';
import type { Workspace } from '../../../engine/storage/workspace';
import { hasAgreed, isOpen, type KeptCluster } from './address-book';

/** @param data the fingerprint of a data set, or a beginning of it. @throws ShelfwiseError `not-found` */
export async function sendingTo(workspace: Workspace, cluster: KeptCluster, data: string): Promise<Sending> {
  const { dataset, folder } = await openSnapshot(workspace, data);
  const isThere = cluster.folder !== undefined || cluster.url !== undefined;
  // Only files that are sent: shards and rows of leaderboards lie in the folder too.
  const sent = new Set<string>([
    DESCRIPTION,
    dataset.rowIssuesFile ?? '',
    ...(dataset.snapshotFiles ?? []).map(({ file }) => file),
  ]);
  const files = isThere ? [] : (await filesBelow(folder)).filter((file) => sent.has(path.relative(folder, file.path)));
  return {
    cluster: cluster.name,
    address: cluster.address,
    fingerprint: dataset.fingerprint,
    dataset: shownDataName(dataset),
    profiles: dataset.profiles,
    interactions: dataset.interactions,
    pseudonymised: dataset.pseudonyms !== undefined,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    isOpen: isOpen(cluster.address),
    agreed: hasAgreed(cluster, dataset.fingerprint),
  };
}
