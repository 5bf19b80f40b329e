/** The browser host, assembled: what the command line starts. */
import * as path from 'node:path';
import { CODE_PARAMETER } from '../shared/processes/web-host';
import { createEngine, type EngineOptions } from '../features/engine';
import { programFolder } from '../engine/machine/environment/program';
import { serve } from '../node/serve';
import { trackTrainers } from './tracked-trainers';
import { createTrainerLauncher } from './launcher';
import { createCodes } from './web/codes';
import { LOOPBACK } from './web/security';
import { createShellRouter } from './web/shell-router';
import { listStaticFiles } from './web/static-files';
import { forgetToken, tokenOfStart } from './web/token';
import { listen } from './web/web-host';

/** Tried first by default: a browser stores a page's preferences by address, port included. */
const USUAL_PORT = 47_113;

/**
 * Lifetime in milliseconds of the code in the address for the browser: other users see it in the list of processes
 * while the browser runs. A slow computer has loaded the page by then.
 */
const BROWSER_START = 120_000;

interface BrowserHost {
  /** For the user to type or click: holds a code that is valid once, without a time limit. */
  readonly address: string;
  /** An address for the program that opens a browser. Others may see it, so its code also expires. */
  addressToOpen(): string;
  readonly port: number;
  readonly workspace: string;
  readonly runningTrainers: number;
  /** Stops the trainers in order, then the host. */
  close(): Promise<void>;
  /** Kills the trainers; their runs can be resumed. */
  killTrainers(): void;
}

/** @throws ShelfwiseError `not-found` if the window is not built, `busy` if the port is taken */
export async function startBrowserHost({
  port: wantedPort,
  ...options
}: Pick<EngineOptions, 'workspaceFolder' | 'access' | 'onNotice'> & {
  port?: number | undefined;
  /** By default trainers are processes of this one, and outlive it. */
  launcher?: EngineOptions['launcher'];
  /** Kept by the caller from an earlier start, as `keepToken` keeps it in the workspace. */
  token?: string;
  /** An open page reconnects after a restart of the host. */
  keepToken?: boolean;
  /** Called with the next address once one was used. */
  onNewAddress?: (address: string) => void;
  /** Called if a code is used a second time: from a browser's history, or because another person was faster. */
  onUsedCode?: () => void;
}): Promise<BrowserHost> {
  const files = await listStaticFiles(path.join(programFolder(), 'out', 'renderer'));
  // A run outlives a host that dies: its folder holds the state, and the next host finds it running.
  const trainers = trackTrainers(options.launcher ?? createTrainerLauncher({ endsWithParent: false }));
  const engine = await createEngine({
    ...options,
    launcher: trainers.launcher,
    startsQueued: true,
  });
  const workspace = engine.context.workspace.folder;
  const codes = createCodes();
  /** Reports each code once: resending a used one could otherwise flood the terminal. */
  const told = new Set<string>();
  let printed = codes.issue();
  const addressOf = (code: string): string => `http://${LOOPBACK}:${host.port}/#${CODE_PARAMETER}=${code}`;
  const host = await listen({
    ports: wantedPort === undefined ? [USUAL_PORT, 0] : [wantedPort],
    entry: {
      codes,
      token: options.token ?? (await tokenOfStart(workspace, options.keepToken === true)),
      onUse(use, code) {
        if (use === 'used') {
          if (told.has(code)) return;
          told.add(code);
          // With --keep-token, a restart would keep a token that another person may have received.
          void forgetToken(workspace).catch(() => undefined);
          return options.onUsedCode?.();
        }
        if (code !== printed) return;
        printed = codes.issue();
        options.onNewAddress?.(addressOf(printed));
      },
    },
    files,
    served: serve({ ...engine.router, shell: createShellRouter(workspace) }, engine.context),
  });
  return {
    get address() {
      return addressOf(printed);
    },
    addressToOpen: () => addressOf(codes.issue(BROWSER_START)),
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
