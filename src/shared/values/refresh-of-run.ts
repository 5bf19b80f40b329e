/** Which refresh made a run, and what it found of that run beside the one it began with. */

interface RefreshWithRun {
  readonly run: { readonly runId: string } | null;
  readonly compared: object | null;
}

/**
 * A later refresh that brought nothing new, or that failed before it compared, takes nothing back of what an earlier one found.
 * @param refreshes latest first
 * @returns null for a run that no refresh has compared
 */
export const refreshOfRun = <One extends RefreshWithRun>(
  refreshes: readonly One[],
  runId: string,
): (One & { readonly compared: NonNullable<One['compared']> }) | null =>
  refreshes.find(
    (one): one is One & { readonly compared: NonNullable<One['compared']> } =>
      one.run?.runId === runId && one.compared !== null,
  ) ?? null;
