/** The browser host, put together: what the command line starts. */
import * as path from 'node:path';
import { TOKEN_PARAMETER } from '../shared/web-host';
import { createEngine, type EngineOptions } from '../engine/engine';
import { programFolder } from '../engine/program';
import { keepTrainers } from './kept-trainers';
import { createTrainerLauncher } from './launcher';
import { serve } from './rpc';
import { LOOPBACK } from './web/security';
import { createShellRouter } from './web/shell-router';
import { listStaticFiles } from './web/static-files';
import { workspaceToken } from './web/token';
import { listen } from './web/web-host';

/** Tried first where no port is asked for: a browser keeps a page's preferences by its address, port included. */
const USUAL_PORT = 47_113;

export interface BrowserHost {
  /** With the token in its fragment. */
  readonly address: string;
  readonly port: number;
  readonly workspace: string;
  readonly runningTrainers: number;
  /** Stops the trainers in order, then the host. */
  close(): Promise<void>;
  /** Ends the trainers at once; their runs can be resumed. */
  killTrainers(): void;
}

/** @throws ShelfwiseError `not-found` where the window is not built, `busy` where the port is taken */
export async function startBrowserHost({
  port: wantedPort,
  ...options
}: Pick<EngineOptions, 'workspaceFolder' | 'access' | 'onNotice'> & {
  port?: number | undefined;
}): Promise<BrowserHost> {
  const files = await listStaticFiles(path.join(programFolder(), 'out', 'renderer'));
  // A run outlives a host that dies: its folder is the truth, and the next host finds it at work.
  const trainers = keepTrainers(createTrainerLauncher({ endsWithParent: false }));
  const engine = await createEngine({
    ...options,
    launcher: trainers.launcher,
    startsQueued: true,
  });
  const workspace = engine.context.workspace.folder;
  const token = await workspaceToken(workspace);
  const host = await listen({
    ports: wantedPort === undefined ? [USUAL_PORT, 0] : [wantedPort],
    token,
    files,
    served: serve(engine, { shell: createShellRouter(workspace) }),
  });
  return {
    address: `http://${LOOPBACK}:${host.port}/#${TOKEN_PARAMETER}=${token}`,
    port: host.port,
    workspace,
    get runningTrainers() {
      return trainers.running;
    },
    async close() {
      await engine.close();
      await trainers.stop();
      await host.close();
    },
    killTrainers: trainers.kill,
  };
}
