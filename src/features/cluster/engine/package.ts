/** The package of a plan: one zip file with all that its units need, in Ray's form. */
import { createReadStream } from 'node:fs';
import * as path from 'node:path';
import { datasetSchema } from '../../../shared/contract/dataset';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import {
  bundleRun,
  DESCRIPTION,
  measureSource,
  portableDataset,
  writeZip,
  type ZipSource,
} from '../../bundles/engine/public';
import { openSnapshot } from '../../../engine/data/snapshot';
import { programInfo } from '../../../engine/machine/environment/program';
import { writeFileWith } from '../../../engine/storage/files';
import { bytesBelow } from '../../../engine/storage/disk';
import { placeIn } from '../../../engine/storage/plain-file';
import type { Workspace } from '../../../engine/storage/workspace';
import type { KeptCluster } from './address-book';
import { driverFiles } from './driver-files';
import type { JobsApi } from './jobs-api';
import type { OpenPlan } from './open-plans';
import type { Resources } from './resources';

/** Most bytes of a request that Ray accepts (DASHBOARD_CLIENT_MAX_SIZE). */
const LARGEST_PACKAGE = 100 * 1024 * 1024;
const SCHEMA = 1;
/** How often the driver starts a unit again whose worker or node died. */
const RETRIES = 3;

interface Package {
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
}

/**
 * The same plan gives the same bytes, and so the same name.
 * @param of.folder where to write it, with its content
 * @param units of the plan that are still to be done
 * @param runs that units need, by ID
 * @throws ShelfwiseError `too-large` for more than Ray accepts, and as bundleRun does
 */
export async function packPlan(
  workspace: Workspace,
  cluster: KeptCluster,
  of: {
    folder: string;
    plan: OpenPlan;
    units: OpenPlan['units'];
    fingerprint: string;
    runs: readonly string[];
    resources: Resources;
  },
  signal: AbortSignal | undefined,
): Promise<Package> {
  const { folder, plan, units, fingerprint, runs, resources } = of;
  const { version, buildSha256 } = await programInfo();
  const data = await dataOf(workspace, cluster, fingerprint, folder, signal);
  const bundles: ZipSource[] = [];
  for (const runId of runs) {
    const file = path.join(folder, `${runId}.shelfwise`);
    await bundleRun({ workspace, runId, out: file, withData: false, wholeRun: true, asTrained: true, signal });
    bundles.push({ name: `runs/${runId}.shelfwise`, content: { file } });
  }
  const text = {
    schema: SCHEMA,
    plan: plan.plan,
    build: { version, buildSha256 },
    ...(cluster.command && { command: cluster.command }),
    data: [data.named],
    runs: runs.map((runId) => ({ runId, file: `runs/${runId}.shelfwise` })),
    units: units.map(({ id, unit }) => ({ id, unit: { ...unit, build: buildSha256 }, ...resources, after: [] })),
    retries: RETRIES,
  };
  return zipPackage(path.join(folder, 'package.zip'), text, [...data.sources, ...bundles], signal);
}

/**
 * @param plan that the driver reads
 * @throws ShelfwiseError `too-large` for more than Ray accepts
 */
export async function zipPackage(
  file: string,
  plan: object,
  sources: readonly ZipSource[],
  signal?: AbortSignal,
): Promise<Package> {
  const plain: ZipSource = { name: 'plan.json', content: Buffer.from(`${JSON.stringify(plan, null, 2)}\n`) };
  const sha256 = await zip(file, [plain, ...driverFiles(), ...sources], signal);
  const bytes = await bytesBelow(file);
  if (bytes > LARGEST_PACKAGE)
    throw new ShelfwiseError('too-large', say('cluster.large-package', { bytes, most: LARGEST_PACKAGE }));
  return { name: `_ray_pkg_${sha256.slice(0, 32)}.zip`, file, bytes };
}

/** Skips a package that the cluster already has. */
export async function uploadZip(api: JobsApi, { name, file, bytes }: Package): Promise<void> {
  if (!(await api.hasPackage(name))) await api.upload(name, { size: bytes, content: () => createReadStream(file) });
}

/** A data set in the form of a workspace, without paths of this computer; or where the nodes find it. */
async function dataOf(
  workspace: Workspace,
  cluster: KeptCluster,
  fingerprint: string,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<{ named: object; sources: ZipSource[] }> {
  if (cluster.folder !== undefined)
    return { named: { fingerprint, folder: `${cluster.folder.replace(/\/$/, '')}/${fingerprint}` }, sources: [] };
  if (cluster.url !== undefined)
    return { named: { fingerprint, url: `${cluster.url.replace(/\/$/, '')}/${fingerprint}` }, sources: [] };
  const { dataset, folder: from } = await openSnapshot(workspace, fingerprint);
  const description = Buffer.from(`${JSON.stringify(datasetSchema.parse(portableDataset(dataset)), null, 2)}\n`);
  const tables = (dataset.snapshotFiles ?? []).map(({ file }) => file);
  const issues = dataset.rowIssuesFile === undefined ? [] : [dataset.rowIssuesFile];
  const file = path.join(folder, 'data.zip');
  await zip(
    file,
    [
      { name: DESCRIPTION, content: description },
      ...[...tables, ...issues].sort().map((name) => ({ name, content: { file: placeIn(from, name) } })),
    ],
    signal,
  );
  const name = `data/${fingerprint}.zip`;
  return { named: { fingerprint, file: name }, sources: [{ name, content: { file } }] };
}

/** @returns its SHA-256 */
async function zip(file: string, sources: readonly ZipSource[], signal: AbortSignal | undefined): Promise<string> {
  const measured = await Promise.all(sources.map((source) => measureSource(source, signal)));
  return writeFileWith(file, (temporary) => writeZip(temporary, sources, measured, { signal }));
}
