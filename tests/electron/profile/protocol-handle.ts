/** `protocol.handle` and its Response by `registerBufferProtocol`. */
import type { Protocol } from 'electron';

class Delivered {
  readonly status: number;
  readonly headers: Record<string, string>;
  constructor(
    readonly body: string | Uint8Array,
    { status, headers }: { status: number; headers: Record<string, string> },
  ) {
    this.status = status;
    this.headers = headers;
  }
}

/** @param protocol whose methods may not even be read before the app is ready */
export function deliverResponses(protocol: Protocol): void {
  Object.assign(globalThis, { Response: Delivered });
  const handle: Protocol['handle'] = (scheme, handler) => {
    protocol.registerBufferProtocol(scheme, ({ url }, answer) => {
      void Promise.resolve(handler({ url } as Request)).then((response) => {
        const { status: statusCode, headers, body } = response as unknown as Delivered;
        answer({ statusCode, headers, data: Buffer.from(body as Uint8Array) });
      });
    });
  };
  Object.assign(protocol, { handle });
}
