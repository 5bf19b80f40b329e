/** The engine host of one window: starts, monitors and restarts it. */
import type { WebContents } from 'electron';
import { CHANNELS } from '../../shared/processes/bridge';
import { toMainSchema, type ToEngine } from '../../shared/processes/engine-messages';
import { assertNever } from '../../shared/errors';
import { OUTPUT_KEPT } from '../../shared/limits';
import { childEnvironment, PLAIN_NODE } from '../../node/child-environment';
import { ENGINE_HOST, NODE } from '../places';
import { log } from '../setups/log';
import { type Forked, forkProcess } from './fork';
import { killTrainer, startTrainer } from './trainers';

/** Restarting does not help after this many deaths within this many milliseconds. */
const MOST_DEATHS = 5;
const DEATHS_WITHIN = 60_000;

export class EngineProcess {
  private forked: Forked | null = null;
  private deaths: number[] = [];
  private closed = false;
  /** Whether the page has loaded and listens. */
  private windowReady = false;
  private output = '';

  /** @param onGivenUp called with the engine's last output */
  constructor(
    private readonly workspace: string,
    private readonly window: WebContents,
    private readonly onGivenUp: (lastWords: string) => void,
  ) {
    this.start();
  }

  /** Called when the page has loaded (again) and listens for a port. */
  connectWindow(): void {
    this.windowReady = true;
    this.forked?.connect(this.window, { kind: 'serve' });
  }

  tell(message: ToEngine): void {
    this.forked?.tell(message);
  }

  /** Retries after giving up. */
  startAgain(): void {
    this.deaths = [];
    if (this.forked === null) this.start();
  }

  close(): void {
    this.closed = true;
    this.forked?.kill();
  }

  private start(): void {
    const environment = childEnvironment({ [PLAIN_NODE]: NODE === null ? null : '1' });
    const forked = forkProcess(ENGINE_HOST, [this.workspace], environment, 'Shelfwise engine');
    this.forked = forked;
    this.output = '';
    forked.onOutput((text) => (this.output = (this.output + text).slice(-OUTPUT_KEPT)));
    forked.onMessage((message) => this.hear(message));
    forked.onEnd((code) => this.ended(code));
    if (this.windowReady) forked.connect(this.window, { kind: 'serve' });
  }

  private hear(raw: unknown): void {
    const message = toMainSchema.parse(raw);
    switch (message.kind) {
      case 'start-trainer':
        return startTrainer(message, (answer) => this.tell(answer));
      case 'kill-trainer':
        return killTrainer(message.id);
      default:
        return assertNever(message);
    }
  }

  private ended(code: number | null): void {
    this.forked = null;
    if (this.closed) return;
    log.error('The engine host ended with status', code, this.output);
    if (!this.window.isDestroyed()) this.window.send(CHANNELS.engineGone);
    const now = Date.now();
    this.deaths = [...this.deaths.filter((at) => now - at < DEATHS_WITHIN), now];
    if (this.deaths.length >= MOST_DEATHS) this.onGivenUp(this.output);
    else this.start();
  }
}
