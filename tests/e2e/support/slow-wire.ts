/**
 * A wire that delays every message, as on a busy computer: a test that looks or presses before the window is ready then
 * fails each time, not once in a hundred runs. `npm run test:e2e -- --slow`.
 */
import type { BrowserContext, WebSocketRoute } from 'playwright-core';

/** Longest delay of a message in milliseconds, in either direction. */
const LONGEST = 400;

/** The same delays in each run, so that a failure repeats. */
function delays(): () => number {
  let state = 1;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (state / 2_147_483_648) * LONGEST;
  };
}

/** Delivers messages in order, each after a delay. */
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

/** Delays a context's pages if slow tests were requested. */
export async function slowDown(context: BrowserContext): Promise<void> {
  if (process.env['SHELFWISE_E2E_SLOW'] === undefined) return;
  await context.routeWebSocket(/./, (page: WebSocketRoute) => {
    const engine = page.connectToServer();
    page.onMessage(later((message) => engine.send(message)));
    engine.onMessage(later((message) => page.send(message)));
  });
}
