/** The engine: joins the parts and implements the contract, for any host. */
import { createRouterClient, type RouterClient } from '@orpc/server';
import { fromBorder } from '../node/wire-errors';
import { toShelfwiseError } from '../shared/errors';
import { say, type Sentence } from '../shared/words/sentence';
import type { EngineContext } from './calls';
import { startQueued } from './train/engine/queue/api';
import { router } from './router';
import { finishForgettingFirst } from './forget/engine/nothing-half-forgotten';
import { isForgetting } from '../engine/data/privacy/intention';
import { JobsAtWork } from './cluster/engine/jobs/jobs-at-work';
import { MapsAtWork } from './map/engine/maps-at-work';
import { keepQueue } from './train/engine/queue/queue-keeper';
import type { TrainerLauncher } from '../engine/machine/trainers/trainer-launcher';
import { once } from '../engine/sessions/shared-cache';
import type { Access } from '../engine/storage/access';
import { openWorkspace, type Workspace, workspaceAt } from '../engine/storage/workspace';

export type EngineClient = RouterClient<typeof router>;

export interface Engine {
  /** The contract called in this process: inputs and outputs are checked, errors are ShelfwiseErrors. */
  readonly client: EngineClient;
  /** The handlers, for a host that serves them over a wire (src/node/serve.ts). */
  readonly router: typeof router;
  readonly context: EngineContext;
  /** Starts no more queued runs; running trainers and clusters continue. */
  close(): Promise<void>;
}

export interface EngineOptions {
  workspaceFolder: string;
  launcher: TrainerLauncher;
  /** For a long-lived host: starts queued runs, one after another. */
  startsQueued?: boolean;
  /** For calls that only look at this computer (doctor, device): they work without a workspace, and create none. */
  withoutWorkspace?: boolean;
  /** New access rights of the workspace; unchanged if absent. */
  access?: Access | undefined;
  /** Called before a change to the workspace that its owner should know of. */
  onNotice?: (notice: Sentence) => void;
}

/**
 * @throws ShelfwiseError `no-permission` or `no-space` if the workspace cannot be created, `usage` if the folder
 * belongs to something else and must not be touched
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const notices: Sentence[] = [];
  const onNotice = (notice: Sentence): void => {
    notices.push(notice);
    options.onNotice?.(notice);
  };
  const workspace =
    options.withoutWorkspace === true
      ? workspaceAt(options.workspaceFolder)
      : await openWorkspace(options.workspaceFolder, { access: options.access, onNotice });
  if (options.withoutWorkspace !== true) await finishWhatWasBegun(workspace, onNotice);
  const context: EngineContext = {
    workspace,
    notices,
    launcher: options.launcher,
    sessions: once(async () => {
      const { Sessions } = await import('../engine/sessions/sessions');
      return new Sessions(workspace);
    }),
    trainers: new Map(),
    maps: new MapsAtWork(),
    jobs: new JobsAtWork(),
    finishForgetting: () => finishForgettingFirst(context),
  };
  const keeper =
    options.startsQueued === true
      ? keepQueue(async () => {
          await startQueued(context);
          await context.jobs.takeUp(context);
        })
      : null;
  return {
    router,
    context,
    async close() {
      await keeper?.stop();
      await context.jobs.leave();
    },
    client: createRouterClient(router, {
      context,
      interceptors: [
        async ({ next }) => {
          try {
            return await next();
          } catch (thrown) {
            throw fromBorder(thrown);
          }
        },
      ],
    }),
  };
}

/** Finishes forgetting that a kill interrupted. A failure (a full disk) is reported, but the engine starts. */
async function finishWhatWasBegun(workspace: Workspace, tell: (notice: Sentence) => void): Promise<void> {
  if (!(await isForgetting(workspace))) return;
  const { finishForgetting } = await import('./forget/engine/forget');
  try {
    if (await finishForgetting(workspace)) tell(say('forget.finished'));
  } catch (thrown) {
    const { message, said } = toShelfwiseError(thrown);
    tell(say('forget.not-finished', { cause: said ?? [message] }));
  }
}
