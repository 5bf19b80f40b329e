/**
 * Passes what a page asks of the engine (/enter, /rpc) on to its host. What came to the page's own address, from a page of it, goes on with the
 * host's address; everything else goes on as it came, and the host's rules refuse it.
 */
import { type IncomingHttpHeaders, type IncomingMessage, request as send, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { isRightHost, isRightOrigin, LOOPBACK } from '../../src/host/web/security';

function headersForHost(headers: IncomingHttpHeaders, pagePort: number, hostPort: number): IncomingHttpHeaders {
  if (!isRightHost(headers, pagePort) || !isRightOrigin(headers, pagePort, true)) return headers;
  const host = `${LOOPBACK}:${hostPort}`;
  return { ...headers, host, origin: `http://${host}` };
}

/** One request, with its answer. */
export function relayRequest(
  request: IncomingMessage,
  response: ServerResponse,
  ports: { page: number; host: number },
): void {
  const headers = headersForHost(request.headers, ports.page, ports.host);
  const { method, url: path } = request;
  const passed = send({ host: LOOPBACK, port: ports.host, method, path, headers, setHost: false }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  passed.on('error', () => response.destroy());
  request.pipe(passed);
}

/** A socket, from its upgrade to its end. */
export function relayUpgrade(
  { method, url, headers, httpVersion }: IncomingMessage,
  connection: Duplex,
  head: Buffer,
  ports: { page: number; host: number },
): void {
  const lines = Object.entries(headersForHost(headers, ports.page, ports.host)).map(
    ([name, value]) => `${name}: ${String(value)}`,
  );
  const host = connect(ports.host, LOOPBACK, () => {
    host.write([`${method} ${url} HTTP/${httpVersion}`, ...lines, '', ''].join('\r\n'));
    host.write(head);
    host.pipe(connection).pipe(host);
  });
  for (const [one, other] of [
    [host, connection],
    [connection, host],
  ] as const) {
    one.on('error', () => other.destroy());
    one.once('close', () => other.destroy());
  }
}
