/** A client of the contract over any wire. Calls made while the wire is down wait until it is up. */
import { createORPCClient, type ClientContext, type ClientLink, type NestedClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../features/contract';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import { fromWire, withWireErrors } from './errors';
import type { OpenWire } from './wire';

export type EngineClient = ContractRouterClient<Contract>;

type Link = ClientLink<ClientContext>;

const REFUSED = new ShelfwiseError('no-permission', say('connection.refused'));

interface Waiting {
  resolve(link: Link): void;
  reject(error: Error): void;
}

/** A link that outlives wires: forwards to the current one. */
class LastingLink implements Link {
  private current: Link | null = null;
  private refused = false;
  private waiting: Waiting[] = [];

  constructor(openWire: OpenWire) {
    openWire({
      up: (link) => {
        this.current = link;
        this.settle(({ resolve }) => resolve(link));
      },
      down: () => {
        this.current = null;
      },
      refused: () => {
        this.current = null;
        this.refused = true;
        this.settle(({ reject }) => reject(REFUSED));
      },
    });
  }

  async call(...[path, input, options]: Parameters<Link['call']>): Promise<unknown> {
    const link = await this.present(options.signal);
    try {
      return withWireErrors(await link.call(path, input, options));
    } catch (thrown) {
      if (this.current !== link && options.signal?.aborted !== true)
        throw new ShelfwiseError('internal', say('connection.broke'), { cause: thrown });
      throw fromWire(thrown);
    }
  }

  private settle(tell: (waiting: Waiting) => void): void {
    const waiting = this.waiting;
    this.waiting = [];
    waiting.forEach(tell);
  }

  private async present(signal: AbortSignal | undefined): Promise<Link> {
    if (this.current !== null) return this.current;
    if (this.refused) throw REFUSED;
    signal?.throwIfAborted();
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
  }
}

export function connect<Client extends NestedClient<ClientContext>>(openWire: OpenWire): Client {
  return createORPCClient(new LastingLink(openWire));
}
