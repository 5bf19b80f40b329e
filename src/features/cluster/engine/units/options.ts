/** What a unit is worked on with, beside the workspace. */
export interface UnitOptions {
  /** Asks it to stop: what it has so far is kept, and a later call goes on from there. */
  readonly signal?: AbortSignal | undefined;
  /** Variables of its trainer: the threads that it may take beside others. */
  readonly environment?: Record<string, string> | undefined;
}
