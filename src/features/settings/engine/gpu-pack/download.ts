/** Downloads one wheel, or resumes its download. */
import * as fs from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ShelfwiseError } from '../../../../shared/errors';
import { say } from '../../../../shared/words/sentence';
import { openWriter } from '../../../../engine/storage/files';
import { sha256OfFile } from '../../../../engine/storage/read-files';
import { ask, causeOf } from '../../../../engine/machine/gpu/pack/http';
import type { Wheel } from '../../../../engine/machine/gpu/pack/pins';

/** How often a broken connection is resumed before it is an error. */
const ATTEMPTS = 4;
const PAUSE = 500;

interface Download {
  wheel: Wheel;
  address: string;
  /** The file to download to; keeps an existing part. */
  target: string;
  /** Receives the number of bytes so far. */
  onBytes: (bytes: number) => void;
  signal?: AbortSignal | undefined;
}

/**
 * @throws ShelfwiseError `not-found` without a connection, `bad-data` for another file than the pinned one (which is deleted), `no-space`,
 * `stopped`. Except for `bad-data`, keeps what was downloaded
 */
export async function download(options: Download): Promise<void> {
  const { wheel, target } = options;
  for (let attempt = 1; ; attempt++) {
    const broken = await goOn(options);
    if (broken === null) break;
    if (attempt === ATTEMPTS)
      throw new ShelfwiseError(
        'not-found',
        say('download.broke-off', { file: wheel.file, times: ATTEMPTS, cause: broken }),
      );
    await sleep(PAUSE * attempt);
  }
  if ((await sha256OfFile(target)) === wheel.sha256) return;
  await fs.rm(target, { force: true });
  throw new ShelfwiseError('bad-data', say('download.other-file', { file: wheel.file, sha256: wheel.sha256 }));
}

/** @returns null once the file is complete, else what broke the connection */
async function goOn({ wheel, address, target, onBytes, signal }: Download): Promise<string | null> {
  let there = await sizeOf(target);
  if (there >= wheel.bytes) return null;
  const headers: Record<string, string> = there === 0 ? {} : { range: `bytes=${there}-` };
  const response = await ask(address, { headers, signal }, [416]);
  const goesOn = response.status === 206 && response.headers.get('content-range')?.startsWith(`bytes ${there}-`);
  if (!goesOn) {
    // The server does not resume files, or its file has changed.
    await fs.rm(target, { force: true });
    there = 0;
  }
  if (response.status === 416) {
    await response.body?.cancel();
    return 'it begins anew';
  }
  const writer = await openWriter(target, 'append');
  try {
    for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
      await writer.write(piece);
      there += piece.length;
      onBytes(Math.min(there, wheel.bytes));
      // It is longer than the pinned file, so it is another one.
      if (there > wheel.bytes) break;
    }
  } catch (thrown) {
    if (thrown instanceof ShelfwiseError) throw thrown;
    if (signal?.aborted) throw new ShelfwiseError('stopped', say('download.stopped'), { cause: thrown });
    return causeOf(thrown);
  } finally {
    await writer.close();
  }
  return there >= wheel.bytes ? null : `${there} of ${wheel.bytes} bytes came`;
}

async function sizeOf(file: string): Promise<number> {
  return fs.stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}
