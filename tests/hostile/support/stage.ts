/**
 * Where a case plays: a workspace, a place for what is given to the program, and files of the user beside them that nothing may touch.
 * `play` lets a case happen and says what came of it; what must never happen makes it fail.
 */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { openWorkspace, type Workspace } from '../../../src/engine/storage/workspace';
import { type ErrorCode, ShelfwiseError } from '../../../src/shared/errors';
import { type Tree, treeOf } from './tree';
import { underWatch } from './watchdog';

/** Bytes that a case may make the process grow by: an import or a query of DuckDB may hold 512 MB. */
const MOST_GROWTH = 768 << 20;

/**
 * works: everything that was asked for was done. opens: it was taken in, and some of what was asked for afterwards was refused clearly.
 * A code: it was refused with that code.
 */
export type Outcome = 'works' | 'opens' | ErrorCode;

export interface Play {
  readonly outcome: Outcome;
  /** What was said, where something was refused. */
  readonly said: string;
}

export class Stage {
  #outside: Tree = {};
  #before: Tree = {};

  private constructor(
    readonly root: string,
    /** Files of the user: whatever happens, they stay as they are. */
    readonly outside: string,
    /** What is given to the program: bundles, folders, mappings. */
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
    // What a case did to them must not be laid to the next one.
    await fs.rm(this.outside, { recursive: true, force: true });
    await writeOutside(this.outside);
    this.workspace = await openWorkspace(this.workspace.folder);
    this.#before = await treeOf(this.workspace.folder);
  }

  async remove(): Promise<void> {
    await fs.rm(this.root, { recursive: true, force: true });
  }

  /**
   * @param work takes the input in and uses it; answers with what was refused afterwards. What it throws is the refusal of the input.
   * @returns what came of it, after it was made certain that nothing happened that must not
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

/** Says which names differ, and nothing else. */
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

/** A fault of the program fails the case, with the stack of what it stumbled over. */
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
