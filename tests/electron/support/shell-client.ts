/** A client of the shell over the page's port, like the window, for a test that speaks oRPC itself. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { Page } from 'playwright-core';
import type { ShellClient } from '../../../src/renderer/connection/shell';
import { type Bridge, CHANNELS } from '../../../src/shared/processes/bridge';

declare global {
  interface Window {
    /** Under BRIDGE_NAME. */
    shelfwise: Bridge;
    testShellPort: MessagePort;
    testHears(text: string): void;
  }
}

/** The window uses the same port: the test's call numbers must differ. */
const OURS = 'test ';

export interface AskedShell {
  client: ShellClient;
  /** Sends the message unchanged. */
  post(message: unknown): Promise<void>;
}

export async function shellOf(page: Page): Promise<AskedShell> {
  const hearers: ((event: { data: string }) => void)[] = [];
  await page.exposeFunction('testHears', (text: string) => {
    const { i, ...message } = JSON.parse(text) as { i: string };
    if (i.startsWith(OURS))
      for (const hear of hearers) hear({ data: JSON.stringify({ i: i.slice(OURS.length), ...message }) });
  });
  await page.evaluate(
    (channel) =>
      new Promise<void>((resolve) => {
        window.addEventListener('message', ({ data, ports: [port] }) => {
          if (data !== channel || port === undefined) return;
          window.testShellPort = port;
          port.addEventListener('message', (event) => window.testHears(event.data as string));
          resolve();
        });
        window.shelfwise.readyForPorts();
      }),
    CHANNELS.shellPort,
  );
  const post = (message: unknown) => page.evaluate((data) => window.testShellPort.postMessage(data), message);
  const port = {
    addEventListener(type: string, hear: (event: { data: string }) => void) {
      if (type === 'message') hearers.push(hear);
    },
    postMessage(text: string) {
      const { i, ...message } = JSON.parse(text) as { i: string };
      void post(JSON.stringify({ i: OURS + i, ...message }));
    },
  };
  const { shell } = createORPCClient<{ shell: ShellClient }>(new RPCLink({ port: port as unknown as MessagePort }));
  return { client: shell, post };
}
