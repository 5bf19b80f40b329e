/** Estimates the progress of an import as one bar that never goes back, in hundredths of the whole. */
import * as fs from 'node:fs';
import type { Progress } from '../../shared/contract/progress';
import { type FolderPlan, partsOf } from './layouts/import-plan';

type ImportPhase = 'look' | 'read' | 'clean' | 'write' | 'fingerprint' | 'done';

/** Where each phase begins; measured on a million rows. */
const BEGINS: Record<ImportPhase, number> = { look: 0, read: 1, clean: 45, write: 80, fingerprint: 90, done: 100 };

export class ImportProgress {
  readonly #report: (progress: Progress) => void;
  readonly #totalBytes: number;
  #bytes = 0;
  #done = 0;

  constructor(plan: FolderPlan, report: ((progress: Progress) => void) | undefined) {
    this.#report = report ?? (() => {});
    this.#totalBytes = partsOf(plan).reduce((sum, { path }) => sum + sizeOf(path), 0);
  }

  step(phase: ImportPhase, detail: string): void {
    this.#done = Math.max(this.#done, BEGINS[phase]);
    this.#report({ phase, detail, done: this.#done, total: 100 });
  }

  /** Adds bytes of a file that have been read. */
  bytes(file: string, more: number): void {
    this.#bytes += more;
    const share = this.#totalBytes === 0 ? 1 : Math.min(1, this.#bytes / this.#totalBytes);
    this.#done = Math.max(this.#done, BEGINS.read + Math.round(share * (BEGINS.clean - BEGINS.read)));
    this.#report({ phase: 'read', detail: file, done: this.#done, total: 100 });
  }
}

/** 0 if the size is unknown; reading the file reports why. */
function sizeOf(file: string): number {
  try {
    return fs.statSync(file).size;
  } catch {
    return 0;
  }
}
