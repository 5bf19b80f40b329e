/**
 * A wire on which every message takes its time, as on a computer with much to do: who looks or presses before the window is
 * ready is then seen each time, and not once in a hundred runs. `npm run test:e2e -- --slow`.
 */
import type { BrowserContext, WebSocketRoute } from 'playwright-core';

/** Milliseconds a message takes at most, in either direction. */
const LONGEST = 400;

/** The same delays in each run, so that what was seen once is seen again. */
function delays(): () => number {
  let state = 1;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (state / 2_147_483_648) * LONGEST;
  };
}

/** Hands on in the order in which it was given, each message after a while. */
function later(hand: (message: string | Buffer) => void): (message: string | Buffer) => void {
  const delay = delays();
  let last = Promise.resolve();
  return (message) => {
    const ready = new Promise((resolve) => setTimeout(resolve, delay()));
    last = last.then(async () => {
      await ready;
      hand(message);
    });
  };
}

/** Makes the pages of a context wait for the engine, where the tests are asked to be slow. */
export async function slowDown(context: BrowserContext): Promise<void> {
  if (process.env['SHELFWISE_E2E_SLOW'] === undefined) return;
  await context.routeWebSocket(/./, (page: WebSocketRoute) => {
    const engine = page.connectToServer();
    page.onMessage(later((message) => engine.send(message)));
    engine.onMessage(later((message) => page.send(message)));
  });
}
