/** The web host in a process of its own, with nothing in memory yet, and a client of it over its socket, as the window has one. */
import { page, type PageClient, startWeb, type WebProcess } from '../../tests/wires/web-process';

export interface WindowHost {
  readonly web: WebProcess;
  readonly client: PageClient;
  end(): Promise<void>;
}

export async function startHost(workspace: string): Promise<WindowHost> {
  const web = await startWeb(workspace);
  const { client, socket } = page(web);
  // The login and the first call are no part of what is measured.
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
