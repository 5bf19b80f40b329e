/** Wire of a browser page: a WebSocket to the web host on this computer. The first message is the token. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { RPC_PATH, WRONG_TOKEN } from '../../shared/processes/web-host';
import type { ShellClient } from './shell';
import type { OpenWire, WireEvents } from './wire';

const FIRST_WAIT = 100;
const LONGEST_WAIT = 2000;

/** @returns how it ended: after being up, without, or refused */
function openOnce(address: string, token: string, events: WireEvents): Promise<'was-up' | 'never-up' | 'refused'> {
  return new Promise((resolve) => {
    const socket = new WebSocket(address);
    // Registered before the close listener below: when the close is reported, the link has already ended its calls, and
    // none is aborted over a dead socket.
    const link = new RPCLink({ websocket: socket });
    let isUp = false;
    socket.addEventListener('open', () => {
      socket.send(token);
      // The host answers nothing before the right token, so the first answer confirms it.
      const { shell } = createORPCClient<{ shell: ShellClient }>(link);
      shell.host.describe().then(
        () => {
          isUp = true;
          events.up(link);
        },
        () => socket.close(),
      );
    });
    socket.addEventListener('close', ({ code }) =>
      resolve(code === WRONG_TOKEN ? 'refused' : isUp ? 'was-up' : 'never-up'),
    );
  });
}

async function keepOpen(address: string, token: string, events: WireEvents): Promise<void> {
  for (let wait = FIRST_WAIT; ; wait = Math.min(LONGEST_WAIT, wait * 2)) {
    const end = await openOnce(address, token, events);
    if (end === 'refused') return events.refused();
    events.down();
    if (end === 'was-up') wait = FIRST_WAIT;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

export const openSocketWire =
  (token: Promise<string>): OpenWire =>
  (events) =>
    void token.then((right) => keepOpen(`ws://${location.host}${RPC_PATH}`, right, events));
