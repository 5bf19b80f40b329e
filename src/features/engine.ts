/** The engine: joins the parts and implements the contract, for whatever host. */
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
  /** The contract, called in this process: inputs and outputs checked, errors ShelfwiseError. */
  readonly client: EngineClient;
  /** The same, for a host that serves it over a wire (src/node/serve.ts). */
  readonly router: typeof router;
  readonly context: EngineContext;
  /** Starts no more queued runs; trainers go on, and so do clusters. */
  close(): Promise<void>;
}

export interface EngineOptions {
  workspaceFolder: string;
  launcher: TrainerLauncher;
  /** For a long-lived host: starts the runs of the queue, one after another. */
  startsQueued?: boolean;
  /** For calls that look at this computer (doctor, device): they answer although the folder is no workspace, and make none. */
  withoutWorkspace?: boolean;
  /** Who may read the workspace from now on; unchanged where absent. */
  access?: Access | undefined;
  /** Called before a change to the workspace that its owner should know about. */
  onNotice?: (notice: Sentence) => void;
}

/**
 * @throws ShelfwiseError `no-permission` or `no-space` where the workspace cannot be made, `usage` where the folder is none and must not be
 * touched
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

/**
 * Finishes forgetting that was interrupted by a kill. If that fails now (a full disk), the reason is reported, but does not keep
 * the engine from starting.
 */
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
