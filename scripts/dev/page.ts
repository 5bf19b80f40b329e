/** The page: Vite over src/renderer, under the rules of the host (src/host/web), which answers behind it. */
import { randomBytes } from 'node:crypto';
import { realpathSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import * as path from 'node:path';
import type { Duplex } from 'node:stream';
import { resolveConfig } from 'electron-vite';
import { createLogger, createServer, type Logger, mergeConfig, type Plugin, type ViteDevServer } from 'vite';
import { isRightHost, isRightOrigin, LOOPBACK, SECURITY_HEADERS } from '../../src/host/web/security';
import { refuse } from '../../src/host/web/static-files';
import { STYLE_NONCE } from '../../src/shared/processes/content-security';
import { ENTER_PATH, RPC_PATH } from '../../src/shared/processes/web-host';
import { relayRequest, relayUpgrade } from './relay';

/** All that a page may load besides the packages: no workspace, and nothing of `out`. */
const SERVED = ['src', 'docs/guide', 'docs/screens', 'node_modules'];

export interface PageOptions {
  port: number;
  /** Of the engine's host, as soon as it listens: a page that asks meanwhile waits. */
  hostPort: () => Promise<number>;
  onUpdate: (what: string) => void;
  onProblem: (what: string) => void;
}

/** @throws an error of Vite if the port is taken */
export async function servePage(options: PageOptions): Promise<ViteDevServer> {
  const { config } = await resolveConfig({ logLevel: 'error' }, 'serve', 'development');
  const nonce = randomBytes(16).toString('base64');
  const server = await createServer(
    mergeConfig(config?.renderer ?? {}, {
      plugins: [underHostRules(options), underPolicy(nonce)],
      customLogger: loggerOf(options),
      clearScreen: false,
      cacheDir: path.resolve('node_modules/.shelfwise/vite'),
      html: { cspNonce: nonce },
      // Of its icons, each is a file of its own (scripts/vite/one-icon-a-file.ts).
      optimizeDeps: { entries: ['index.html'], exclude: ['@tabler/icons-react'] },
      server: {
        host: LOOPBACK,
        port: options.port,
        strictPort: true,
        cors: false,
        headers: SECURITY_HEADERS,
        // Packages may be linked from another folder.
        fs: { allow: SERVED.map((folder) => realpathSync(folder)) },
      },
    }),
  );
  await server.listen();
  return server;
}

/** The page's policy admits Vite's own scripts and styles, by a nonce, and nothing else. */
const underPolicy = (nonce: string): Plugin => ({
  name: 'content-security-policy',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      html.replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`).replaceAll(STYLE_NONCE, nonce),
  },
});

const underHostRules = ({ port, hostPort }: PageOptions): Plugin => ({
  name: 'host-rules',
  configureServer({ middlewares, httpServer }) {
    middlewares.use((request, response, next) => {
      const { method, url, headers } = request;
      const isForHost = method === 'POST' && url === ENTER_PATH;
      if (isForHost) void hostPort().then((host) => relayRequest(request, response, { page: port, host }));
      else if (isRightHost(headers, port) && isRightOrigin(headers, port, false)) next();
      else refuse(response, 403);
    });
    httpServer?.on('upgrade', (request: IncomingMessage, connection: Duplex, head: Buffer) => {
      if (request.url !== RPC_PATH) return;
      connection.on('error', () => connection.destroy());
      void hostPort().then((host) => relayUpgrade(request, connection, head, { page: port, host }));
    });
  },
});

/** What Vite says of an edit, in our words. */
function loggerOf({ onUpdate, onProblem }: PageOptions): Logger {
  const plain = (text: string): string => text.replaceAll(/\u001B\[[\d;]*m/g, '').trim();
  return {
    ...createLogger('info'),
    info(text) {
      const said = plain(text);
      if (/^(?:\(client\) )?(?:hmr update|page reload)/.test(said)) onUpdate(said.replace('(client) ', ''));
    },
    warn: (text) => onProblem(plain(text)),
    warnOnce: (text) => onProblem(plain(text)),
    error: (text) => onProblem(plain(text)),
  };
}
