/**
 * A workspace with a data set and a stand-in for a cluster, "lab", to which it may be sent. A second workspace did the
 * nodes' work, with seeds 5 and 6.
 */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { createEngine, type Engine, type EngineClient } from '../../src/features/engine';
import { sha256 } from '../../src/engine/storage/read-files';
import { datasetFolder, openWorkspace, type Workspace } from '../../src/engine/storage/workspace';
import type { Progress } from '../../src/shared/contract/progress';
import type { TrainUnit } from '../../src/features/train/contract/unit';
import type { Unit } from '../../src/features/work-schemas';
import type { UnitAnswer } from '../../src/shared/contract/unit';
import { finalValue } from '../../src/shared/values/final-value';
import { completeRecipe } from '../../src/shared/recipe/schema';
import { temporaryFolder } from './finished-run';
import { printed, rayStandIn, type RayStandIn } from './ray-stand-in';
import { importDistinctive, SMALL_RECIPE } from './trained-run';
import { trainersHere } from './trainers-here';
import { contentsOf } from './zip-files';

export const RECIPE = completeRecipe({ ...SMALL_RECIPE, model: 'popularity', 'stopping.split': 'random' });
const NODE = 'the-node-of-the-driver';

export interface Made {
  readonly answer: UnitAnswer;
  readonly bundle: Buffer;
  readonly file: string;
}

export interface Plan {
  plan: string;
  build: { buildSha256: string };
  data: object[];
  runs: { runId: string; file: string }[];
  units: { id: string; unit: Unit; cores: number; memory: number }[];
}

export async function planIn(packed: Buffer): Promise<{ plan: Plan; files: Record<string, Buffer> }> {
  const file = path.join(await temporaryFolder(), 'package.zip');
  await fs.writeFile(file, packed);
  const files = await contentsOf(file);
  return { plan: JSON.parse(files['plan.json']!.toString()) as Plan, files };
}

type Job = Parameters<RayStandIn['onSubmit']>[0];

interface Doing {
  /** What the job has already printed. */
  readonly before?: string;
  /** Changes the events of a unit. */
  readonly change?: ((event: object, plan: string) => object) | undefined;
}

export class ClusterWork {
  /** Results of units made elsewhere, by seed. */
  readonly made = new Map<number, Made>();
  /** A verification of seed 5. */
  certificate!: UnitAnswer;
  /** Folder of the other workspace. */
  elsewhere!: string;
  /** Fingerprint of the data set. */
  data!: string;
  ray!: RayStandIn;
  engine!: Engine;
  client!: EngineClient;
  workspace!: Workspace;
  #kept!: string;

  /** For one test file: results elsewhere are made once, everything else before each test. */
  constructor() {
    beforeAll(() => this.#makeElsewhere());
    afterAll(() => fs.rm(this.#kept, { recursive: true, force: true }));
    beforeEach(() => this.#begin());
    afterEach(async () => {
      await this.engine.close();
      vi.unstubAllEnvs();
      await this.ray.close();
    });
  }

  async #makeElsewhere(): Promise<void> {
    this.#kept = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-nodes-'));
    this.elsewhere = path.join(this.#kept, 'elsewhere');
    const elsewhere = await openWorkspace(this.elsewhere);
    this.data = (await importDistinctive(elsewhere)).dataset.fingerprint;
    const { client } = await createEngine({ workspaceFolder: elsewhere.folder, launcher: trainersHere });
    for (const seed of [5, 6]) {
      const answer = await finalValue(await client.units.work({ unit: this.unitOf(seed) }));
      const file = path.join(this.#kept, `${seed}.shelfwise`);
      await finalValue(await client.runs.bundle({ runId: answer.runId, out: file, withData: false, wholeRun: true }));
      this.made.set(seed, { answer, bundle: await fs.readFile(file), file });
    }
    const unit: Unit = { kind: 'verify', run: this.made.get(5)!.answer.runId };
    this.certificate = await finalValue(await client.units.work({ unit }));
  }

  async #begin(): Promise<void> {
    const folder = await temporaryFolder();
    vi.stubEnv('XDG_DATA_HOME', folder);
    vi.stubEnv('LOCALAPPDATA', folder);
    this.ray = await rayStandIn();
    this.workspace = await openWorkspace(path.join(folder, 'workspace'));
    const from = datasetFolder({ ...this.workspace, datasets: path.join(this.elsewhere, 'datasets') }, this.data);
    await fs.cp(from, datasetFolder(this.workspace, this.data), { recursive: true });
    this.engine = await createEngine({ workspaceFolder: this.workspace.folder, launcher: trainersHere });
    this.client = this.engine.client;
    const { address, token } = this.ray;
    await this.client.clusters.add({ name: 'lab', address, token, plain: false });
    await this.client.clusters.agree({ name: 'lab', data: this.data, address });
  }

  unitOf(seed: number): TrainUnit {
    return { kind: 'train', data: this.data, recipe: RECIPE, seed };
  }

  work = async (unit: Unit, onProgress?: (progress: Progress) => void, signal?: AbortSignal): Promise<UnitAnswer> =>
    finalValue(await this.client.units.work({ unit, on: 'lab' }, signal ? { signal } : {}), onProgress);

  /** Number of plans not yet fetched. */
  openPlans = async (): Promise<number> => {
    const text = await fs.readFile(path.join(this.workspace.plans, 'plans.json'), 'utf8').catch(() => '{"plans":{}}');
    return Object.keys((JSON.parse(text) as { plans: object }).plans).length;
  };

  /** Does each job at once, printing like the driver. @param change modifies its events */
  answersAtOnce = (change?: Doing['change']): void => {
    this.ray.onSubmit = (job, packed) => void this.does(job, packed, { change });
  };

  /** @returns when it has reported that everything is done */
  does = async (job: Job, packed: Buffer, { before, change = (event) => event }: Doing = {}): Promise<void> => {
    const { plan } = await planIn(packed);
    let log = before ?? `Running entrypoint for job: ${job.asked.entrypoint}\n`;
    log += printed({ event: 'cluster', node: NODE, nodes: 2, cores: 2 });
    for (const { id, unit } of plan.units) log += printed(change(this.doneBy(plan.plan, id, unit), plan.plan));
    job.log = log + printed({ event: 'end', done: plan.units.length, failed: 0, problem: null });
    job.status = 'SUCCEEDED';
  };

  /** Stores the result of a unit. @returns its event */
  doneBy = (plan: string, id: string, unit: Unit): object => {
    const { answer, bundle } = this.made.get((unit as TrainUnit).seed)!;
    const name = `${id}.shelfwise`;
    this.ray.files.set(`shelfwise/${plan}/${name}`, bundle);
    return { event: 'done', unit: id, answer, result: { name, bytes: bundle.length, sha256: sha256(bundle) } };
  };
}
