/**
 * clusters/clusters.json in the folder of this user's application data: clusters, with the token of each. Not in the workspace, which may be shared
 * with a group, lie on a foreign disk or be copied elsewhere: anyone with a token can run any program on the cluster.
 */
import * as path from 'node:path';
import * as z from 'zod';
import { applicationDataFolder } from '../../../node/application-data';
import { type Cluster, clusterSchema, type NewCluster, newClusterSchema } from '../../../shared/contract/cluster';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { unknownCluster } from '../../../shared/values/unknown-cluster';
import {
  changeRecords,
  readRecords,
  type RecordFile,
  withoutRecord,
  withRecord,
} from '../../../engine/storage/record-file';

const keptClusterSchema = newClusterSchema
  .loose()
  .extend({ ...clusterSchema.pick({ addedAt: true, agreed: true }).shape });
/** A cluster with its token. */
export type KeptCluster = z.infer<typeof keptClusterSchema>;

const file = (): RecordFile<KeptCluster> => ({
  path: path.join(applicationDataFolder(), 'clusters', 'clusters.json'),
  name: 'clusters',
  value: keptClusterSchema,
  isSecret: true,
});

const shownCluster = ({ token, ...others }: KeptCluster): Cluster =>
  clusterSchema.parse({ ...others, hasToken: token !== undefined });

/** By name. */
export async function listClusters(): Promise<Cluster[]> {
  const all = [...(await readRecords(file())).values()];
  return all.map(shownCluster).sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** @throws ShelfwiseError `not-found` with the existing names */
export async function findCluster(name: string): Promise<KeptCluster> {
  const all = await readRecords(file());
  const found = all.get(name);
  if (found !== undefined) return found;
  throw unknownCluster(name, [...all.keys()]);
}

/**
 * A new address under an existing name is another cluster, which needs a new agreement.
 * @throws ShelfwiseError `usage` if the address is invalid, or would send histories readable by everyone on the way
 */
export async function addCluster(given: NewCluster): Promise<Cluster> {
  const address = checkedAddress(given.address);
  if (isOpen(address) && !given.plain) throw new ShelfwiseError('usage', say('cluster.open-address', { address }));
  const kept: KeptCluster = { ...given, address, addedAt: new Date().toISOString(), agreed: [] };
  await changeRecords(file(), (all) => withRecord(all, kept.name, kept));
  return shownCluster(kept);
}

/** @throws ShelfwiseError `not-found` */
export async function removeCluster(name: string): Promise<Cluster[]> {
  await changeRecords(file(), (all) => {
    if (!all.has(name)) throw unknownCluster(name, [...all.keys()]);
    return withoutRecord(all, name);
  });
  return listClusters();
}

/**
 * Records that a person read what is sent there of a data set, and agreed.
 * @param address as it was shown
 * @throws ShelfwiseError `not-found`; `usage` if the cluster has a different address now, for which there is no agreement
 */
export async function agreeTo(
  { name, address }: Pick<Cluster, 'name' | 'address'>,
  fingerprint: string,
): Promise<void> {
  await changeRecords(file(), (all) => {
    const cluster = all.get(name);
    if (cluster === undefined) throw unknownCluster(name, [...all.keys()]);
    if (cluster.address !== address)
      throw new ShelfwiseError(
        'usage',
        say('cluster.other-address', { cluster: name, address: cluster.address, shown: address }),
      );
    if (hasAgreed(cluster, fingerprint)) return all;
    const agreed = [...cluster.agreed, { fingerprint, at: new Date().toISOString() }];
    return withRecord(all, name, { ...cluster, agreed });
  });
}

export const hasAgreed = ({ agreed }: KeptCluster, fingerprint: string): boolean =>
  agreed.some((one) => one.fingerprint === fingerprint);

/** Normalised for storage: "https://ray.example.org:8265". @throws ShelfwiseError `usage` */
function checkedAddress(typed: string): string {
  const refused = (cause?: unknown): ShelfwiseError =>
    new ShelfwiseError('usage', say('cluster.no-address', { address: typed.replace(/\/\/.*@/, '//') }), { cause });
  let url;
  try {
    url = new URL(typed);
  } catch (cause) {
    throw refused(cause);
  }
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  if (!isPlain || !isWeb || url.pathname !== '/') throw refused();
  return url.origin;
}

/** Whether others on the way can read what is sent there. */
export function isOpen(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !isLoopback(hostname);
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || /^127(?:\.\d{1,3}){3}$/.test(host) || host === '[::1]';
