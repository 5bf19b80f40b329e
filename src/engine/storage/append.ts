/** The only place that adds to files. What it adds is on the disk when it returns. */
import { closeSync, constants, fdatasyncSync, openSync, writeSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { closeLikeParent } from './access';
import { writeFailure } from './files';

/** Adds one line to a file of lines (epochs.jsonl) and syncs it. */
export async function appendLine(target: string, line: string): Promise<void> {
  try {
    const handle = await fs.open(target, 'a');
    try {
      await closeLikeParent(target);
      await handle.appendFile(`${line}\n`);
      await handle.datasync();
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    throw writeFailure(thrown, target);
  }
}

/**
 * Adds text to a file and syncs it, or leaves the file as it was. For a program that holds the claim on the file: what others added meanwhile would
 * be cut off again.
 */
export async function appendOrNothing(target: string, text: string): Promise<void> {
  try {
    const handle = await fs.open(target, 'a');
    try {
      await closeLikeParent(target);
      const { size } = await handle.stat();
      try {
        await handle.appendFile(text);
        await handle.datasync();
      } catch (thrown) {
        // By its path: on Windows, a file that is open for appending cannot be cut.
        await fs.truncate(target, size).catch(() => undefined);
        throw thrown;
      }
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    throw writeFailure(thrown, target);
  }
}

/**
 * appendLine without giving way, for a process that has nothing else to do. Each asynchronous call goes through another thread; once an epoch, six
 * of them took four times the processor time of these.
 */
export async function appendLineAtOnce(target: string, line: string): Promise<void> {
  let file;
  try {
    file = openSync(target, constants.O_WRONLY | constants.O_APPEND);
  } catch {
    // The file is missing or cannot be written; appendLine creates it or says why not.
    return appendLine(target, line);
  }
  try {
    const bytes = Buffer.from(`${line}\n`);
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    fdatasyncSync(file);
  } catch (thrown) {
    throw writeFailure(thrown, target);
  } finally {
    closeSync(file);
  }
}
