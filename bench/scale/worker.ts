/**
 * One piece of work in a process of its own; prints JSON. `worker import WORKSPACE FOLDER`, `worker run WORKSPACE DATA MODEL knob=value ...`
 * (or `RUN` for one that is left as it was), `worker export WORKSPACE RUN FILE`.
 */
import { channel } from 'node:diagnostics_channel';
import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { exportRun } from '../../src/features/export/engine/export-run';
import { PART_CHANNEL, type PartMessage } from '../../src/engine/training/fit/timed-parts';
import { importFolder } from '../../src/engine/import/import-folder';
import { openSnapshot } from '../../src/engine/data/snapshot';
import { createRun, findRun } from '../../src/engine/runs/store';
import { openWorkspace, runFolder } from '../../src/engine/storage/workspace';
import { trainRun } from '../../src/engine/training/train/train-run';
import type { Mapping } from '../../src/shared/contract/dataset';
import { leaderboardRecipe } from '../../src/shared/recipe/presets';
import { completeRecipe, parseAssignment } from '../../src/shared/recipe/schema';

interface Phase {
  name: string;
  seconds: number;
  processor: number;
  /** Largest resident size during the work; if the system cannot tell, the process's peak at its end. */
  peak: number;
  /** Bytes in JavaScript buffers at the end, after garbage collection. */
  held: number;
}

const MEGABYTE = 1 << 20;
const phases: Phase[] = [];
let begun = { at: performance.now(), processor: process.cpuUsage() };

/** Resets the peak on Linux; elsewhere it stays. */
function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    return;
  }
}

function peakMegabytes(): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))![1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

/** Attributes the time since the last call to this piece of work. */
function passed(name: string): void {
  const peak = peakMegabytes();
  const { user, system } = process.cpuUsage(begun.processor);
  const seconds = (performance.now() - begun.at) / 1000;
  globalThis.gc?.();
  const held = process.memoryUsage().arrayBuffers / MEGABYTE;
  phases.push({ name, seconds, processor: (user + system) / 1e6, peak, held });
  forgetPeak();
  begun = { at: performance.now(), processor: process.cpuUsage() };
}

async function importOne(workspaceFolder: string, folder: string): Promise<object> {
  const workspace = await openWorkspace(workspaceFolder);
  const mapping = JSON.parse(readFileSync(path.join(folder, 'mapping.json'), 'utf8')) as Mapping;
  const { fingerprint, profiles, items, interactions } = await importFolder({ workspace, folder, mapping });
  passed('import');
  return { fingerprint, profiles, items, events: interactions };
}

async function run(workspaceFolder: string, data: string, model: string, assignments: string[]): Promise<object> {
  const workspace = await openWorkspace(workspaceFolder);
  const { dataset } = await openSnapshot(workspace, data);
  const recipe = completeRecipe(Object.fromEntries(assignments.map(parseAssignment)), leaderboardRecipe(model));
  const { runId } = await createRun(workspace, { dataset, recipe, seed: 1 });
  passed('start');
  const open: string[] = [];
  channel(PART_CHANNEL).subscribe((message) => {
    const { part, at } = message as PartMessage;
    passed(at === 'end' ? part : `before ${part}`);
    if (at === 'begin') open.push(part);
    else open.pop();
  });
  const record = await trainRun(workspaceFolder, runFolder(workspace, runId));
  passed('record');
  const { metrics, weightsSha256, listsSha256, split } = record;
  return { runId, metrics, weightsSha256, listsSha256, trainEvents: split?.trainInteractions };
}

async function exportOne(workspaceFolder: string, runId: string, out: string): Promise<object> {
  const workspace = await openWorkspace(workspaceFolder);
  const { profiles, sha256 } = await exportRun({ workspace, run: await findRun(workspace, runId), format: 'csv', out });
  passed('export');
  return { profiles, sha256 };
}

const [what = '', workspace = '', first = '', second = '', ...rest] = process.argv.slice(2);
const result = await (what === 'import'
  ? importOne(workspace, first)
  : what === 'run'
    ? run(workspace, first, second, rest)
    : exportOne(workspace, first, second));
process.stdout.write(`${JSON.stringify({ ...result, phases, peak: process.resourceUsage().maxRSS / 1024 })}\n`);
