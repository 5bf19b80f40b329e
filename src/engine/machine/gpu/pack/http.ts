/** Sends requests to the package index. Shelfwise makes no others, and these only when the user asks for the GPU pack. */
import { ShelfwiseError } from '../../../../shared/errors';
import { say } from '../../../../shared/words/sentence';

interface Request {
  headers: Record<string, string>;
  signal?: AbortSignal | undefined;
}

/** fetch refuses addresses with a name and a password in them; they belong in a header, and nowhere else. */
function split(address: string): { url: URL; authorization: Record<string, string> } {
  const url = new URL(address);
  if (url.username === '') return { url, authorization: {} };
  const secret = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  url.username = '';
  url.password = '';
  return { url, authorization: { authorization: `Basic ${Buffer.from(secret).toString('base64')}` } };
}

/** The cause of a failed fetch: "getaddrinfo ENOTFOUND …" rather than "fetch failed". */
export const causeOf = (thrown: unknown): string => {
  const { message, cause } = thrown as Error;
  return cause instanceof Error && cause.message !== '' ? cause.message : message;
};

/** @throws ShelfwiseError `not-found` if there is no answer, or a refusal; `stopped` after an abort */
export async function ask(address: string, { headers, signal }: Request, alsoFine: readonly number[] = []) {
  const { url, authorization } = split(address);
  try {
    const response = await fetch(url, { headers: { ...headers, ...authorization }, signal: signal ?? null });
    if (response.ok || alsoFine.includes(response.status)) return response;
    await response.body?.cancel();
    throw new ShelfwiseError(
      'not-found',
      say('download.refused', {
        address: url.href,
        status: `${response.status} ${response.statusText}`.trimEnd(),
      }),
    );
  } catch (thrown) {
    if (thrown instanceof ShelfwiseError) throw thrown;
    if (signal?.aborted) throw new ShelfwiseError('stopped', say('download.stopped'), { cause: thrown });
    throw new ShelfwiseError('not-found', say('download.no-connection', { host: url.host, cause: causeOf(thrown) }), {
      cause: thrown,
    });
  }
}
