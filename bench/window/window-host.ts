/** The web host in its own process with empty memory, and a client over its socket, as the window has one. */
import { page, type PageClient, startWeb, type WebProcess } from '../../tests/support/web-process';

export interface WindowHost {
  readonly web: WebProcess;
  readonly client: PageClient;
  end(): Promise<void>;
}

export async function startHost(workspace: string): Promise<WindowHost> {
  const web = await startWeb(workspace);
  const { client, socket } = page(web);
  // Login and first call are not measured.
  await client.runs.list();
  return {
    web,
    client,
    async end() {
      socket.close();
      web.process.kill('SIGTERM');
      await web.ended;
    },
  };
}
