export interface BuiltProgram {
  readonly folder: string;
  /** The same for programs of the same bytes. */
  readonly sha256: string;
  /** Files of the checkout that the build read, with slashes. */
  readonly filesRead: ReadonlySet<string>;
}

/** @throws SetupFailure with what Vite said */
export function buildEngine(): Promise<BuiltProgram>;
export function removeProgram(folder: string): void;
/** Removes those of an earlier `npm run dev` that was killed. */
export function removeLeftPrograms(): void;
