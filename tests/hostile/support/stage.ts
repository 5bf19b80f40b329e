/**
 * The stage of a case: a workspace, a place for inputs, and user files beside them that nothing may touch.
 * `play` runs a case and returns its outcome; what must never happen makes it fail.
 */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { openWorkspace, type Workspace } from '../../../src/engine/storage/workspace';
import { type ErrorCode, ShelfwiseError } from '../../../src/shared/errors';
import { type Tree, treeOf } from './tree';
import { underWatch } from './watchdog';

/** Bytes by which a case may grow the process: an import or a DuckDB query may hold 512 MB. */
const MOST_GROWTH = 768 << 20;

/**
 * works: every request succeeded. opens: it was accepted, and some later requests were refused clearly.
 * A code: it was refused with that code.
 */
export type Outcome = 'works' | 'opens' | ErrorCode;

export interface Play {
  readonly outcome: Outcome;
  /** The message of a refusal. */
  readonly said: string;
}

export class Stage {
  #outside: Tree = {};
  #before: Tree = {};

  private constructor(
    readonly root: string,
    /** User files: whatever happens, they stay unchanged. */
    readonly outside: string,
    /** Inputs of the program: bundles, folders, mappings. */
    readonly given: string,
    /** Where the program is asked to write. */
    readonly exports: string,
    public workspace: Workspace,
  ) {}

  static async set(): Promise<Stage> {
    const root = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-hostile-')));
    const [outside, given, exports] = ['outside', 'given', 'exports'].map((name) => path.join(root, name)) as [
      string,
      string,
      string,
    ];
    for (const folder of [given, exports]) await fs.mkdir(folder);
    await writeOutside(outside);
    const stage = new Stage(root, outside, given, exports, await openWorkspace(path.join(root, 'workspace')));
    stage.#outside = await treeOf(outside);
    stage.#before = await treeOf(stage.workspace.folder);
    return stage;
  }

  /** A workspace like the first. */
  async clean(): Promise<void> {
    await fs.rm(this.workspace.folder, { recursive: true, force: true });
    // A case's effect on them must not count for the next one.
    await fs.rm(this.outside, { recursive: true, force: true });
    await writeOutside(this.outside);
    this.workspace = await openWorkspace(this.workspace.folder);
    this.#before = await treeOf(this.workspace.folder);
  }

  async remove(): Promise<void> {
    await fs.rm(this.root, { recursive: true, force: true });
  }

  /**
   * @param work accepts the input and uses it; returns later refusals. What it throws is the refusal of the input.
   * @returns the outcome, after checking that nothing forbidden happened
   */
  async play(name: string, work: () => Promise<readonly ShelfwiseError[]>): Promise<Play> {
    for (const folder of [this.given, this.exports]) {
      await fs.rm(folder, { recursive: true });
      await fs.mkdir(folder);
    }
    const memory = process.resourceUsage().maxRSS * 1024;
    const here = await fs.readdir('.');
    let isClean = false;
    try {
      const play = await underWatch(name, () => playOut(work));
      assertSameTree(await treeOf(this.outside), this.#outside, 'The files of the user');
      assert.deepEqual(await fs.readdir('.'), here, 'Something was made in the working folder');
      const growth = process.resourceUsage().maxRSS * 1024 - memory;
      assert.ok(growth < MOST_GROWTH, `Memory grew by ${growth} bytes`);
      const after = await treeOf(this.workspace.folder);
      if (play.outcome === 'works' || play.outcome === 'opens') assertOnlyFiles(after);
      else {
        assertSameTree(after, this.#before, `The workspace, though it was said: ${play.said}`);
        isClean = true;
      }
      return play;
    } finally {
      if (!isClean) await this.clean();
    }
  }
}

async function writeOutside(outside: string): Promise<void> {
  await fs.mkdir(path.join(outside, 'letters'), { recursive: true });
  await fs.writeFile(path.join(outside, 'victim.txt'), 'what the user wrote');
  await fs.writeFile(path.join(outside, 'letters', 'events.parquet'), 'not a table');
  await fs.writeFile(path.join(outside, 'letters', 'run.json'), '{}');
}

/** Reports only the names that differ. */
function assertSameTree(found: Tree, wanted: Tree, what: string): void {
  const names = new Set([...Object.keys(found), ...Object.keys(wanted)]);
  const changed = [...names].filter((name) => found[name] !== wanted[name]);
  assert.deepEqual(changed, [], `${what.slice(0, 500)} changed: ${changed.slice(0, 5).join(', ')}`);
}

function assertOnlyFiles(tree: Tree): void {
  const others = Object.entries(tree).filter(([, what]) => !/^(file|folder) /.test(what));
  assert.deepEqual(others, [], 'Links and devices in the workspace');
}

async function playOut(work: () => Promise<readonly ShelfwiseError[]>): Promise<Play> {
  let refused: readonly ShelfwiseError[];
  try {
    refused = await work();
  } catch (thrown) {
    const error = refuseFault(thrown);
    return { outcome: error.code, said: error.message };
  }
  for (const error of refused) refuseFault(error);
  return { outcome: refused.length === 0 ? 'works' : 'opens', said: refused.map(({ message }) => message).join(' ') };
}

/** A bug of the program fails the case, with its stack. */
function refuseFault(thrown: unknown): ShelfwiseError {
  if (!(thrown instanceof ShelfwiseError)) throw new Error(`No ShelfwiseError: ${stacksOf(thrown)}`);
  if (thrown.code === 'internal') throw new Error(`A fault of Shelfwise: ${stacksOf(thrown)}`);
  assert.match(thrown.message, /\S.{10}/s, 'A refusal that says nothing');
  return thrown;
}

export function stacksOf(thrown: unknown): string {
  const stacks: string[] = [];
  for (let cause = thrown; cause instanceof Error && stacks.length < 5; cause = cause.cause)
    stacks.push((cause.stack ?? cause.message).slice(0, 1000).split('\n').slice(0, 6).join('\n'));
  return stacks.join('\ncaused by ');
}
