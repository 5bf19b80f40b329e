/** The engine: joins the parts and implements the contract, for whatever host. */
import { createRouterClient, type RouterClient } from '@orpc/server';
import { fromBorder } from '../node/wire-errors';
import { toShelfwiseError } from '../shared/errors';
import { say, type Sentence } from '../shared/sentences/sentence';
import { api, type EngineContext } from './api/context';
import { checksApi, reviewApi } from './api/checks';
import { clustersApi } from './api/clusters';
import { datasetsApi } from './api/datasets';
import { deviceApi } from './api/device';
import { withProgress } from './api/progress';
import { segmentsApi } from './api/kept';
import { jobsApi } from './api/jobs';
import { labelsApi } from './api/labels';
import { mapApi } from './api/map';
import { queueApi, startQueued } from './api/queue';
import { privacyApi } from './api/privacy';
import { profilesApi } from './api/profiles';
import { newTitlesApi } from './api/new-titles';
import { refreshApi } from './api/refresh';
import { rulesApi } from './api/rules';
import { runsApi } from './api/runs';
import { titlesApi } from './api/titles';
import { tuningApi } from './api/tuning';
import { unitsApi, whoWorks } from './api/units';
import { workspaceApi } from './api/workspace';
import { isForgetting } from './privacy/intention';
import { JobsAtWork } from './jobs/jobs-at-work';
import { MapsAtWork } from './map/maps-at-work';
import { keepQueue } from './queue/queue-keeper';
import type { TrainerLauncher } from './trainers/trainer-launcher';
import { once } from './sessions/shared-cache';
import type { Access } from './storage/access';
import { openWorkspace, type Workspace, workspaceAt } from './storage/workspace';

const router = api.router({
  datasets: datasetsApi,
  labels: labelsApi,
  map: mapApi,
  device: deviceApi,
  runs: runsApi,
  queue: queueApi,
  refresh: refreshApi,
  profiles: profilesApi,
  privacy: privacyApi,
  newTitles: newTitlesApi,
  rules: rulesApi,
  segments: segmentsApi,
  checks: checksApi,
  clusters: clustersApi,
  jobs: jobsApi,
  review: reviewApi,
  titles: titlesApi,
  tuning: tuningApi,
  units: unitsApi,
  workspace: workspaceApi,

  recommend: api.recommend.handler(async ({ input, context }) => {
    const { recommend } = await import('./recommend/recommend');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, (session) => recommend(session, input));
  }),

  leaderboard: api.leaderboard.handler(async function* ({ input, context, signal }) {
    const { makeLeaderboard } = await import('./compare/leaderboard');
    const { on, ...request } = input;
    const work = await whoWorks(on);
    return yield* withProgress(
      (onProgress, stop) => makeLeaderboard(context, request, { onProgress, signal: stop, work }),
      signal,
    );
  }),
});

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
      const { Sessions } = await import('./sessions/sessions');
      return new Sessions(workspace);
    }),
    trainers: new Map(),
    maps: new MapsAtWork(),
    jobs: new JobsAtWork(),
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
  const { finishForgetting } = await import('./forget/forget');
  try {
    if (await finishForgetting(workspace)) tell(say('forget.finished'));
  } catch (thrown) {
    const { message, said } = toShelfwiseError(thrown);
    tell(say('forget.not-finished', { cause: said ?? [message] }));
  }
}
