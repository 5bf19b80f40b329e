/** Keeps the window's data current: queries again what other windows and programs change. */
import type { QueryClient } from '@tanstack/react-query';
import type { WorkspaceFolder } from '../../shared/processes/workspace-folders';
import type { EngineClient } from './connect';
import type { EngineQueries } from './engine-queries';
import { useConnectionState } from './state';

/** Parts of the contract whose answers a change makes stale. */
function staleKeys(queries: EngineQueries, kind: WorkspaceFolder): readonly (readonly unknown[])[] {
  switch (kind) {
    case 'runs':
      return [
        queries.runs.key(),
        queries.units.key(),
        queries.workspace.key(),
        // Stored in the run's folder.
        queries.review.approvals.key(),
        // The next refresh may start from another run.
        queries.refresh.base.key(),
        queries.week.list.key(),
      ];
    case 'datasets':
      return [queries.datasets.key(), queries.workspace.key(), queries.refresh.base.key(), queries.week.list.key()];
    case 'reviews':
    case 'decisions':
      return [
        queries.profiles.page.key(),
        queries.review.queue.key(),
        queries.review.place.key(),
        queries.review.causes.key(),
      ];
    case 'checks':
      return [
        queries.checks.key(),
        queries.review.queue.key(),
        queries.review.place.key(),
        queries.review.causes.key(),
      ];
    case 'audit':
      return [queries.review.audit.key()];
    case 'notes':
      return [queries.profiles.page.key(), queries.profiles.note.key(), queries.profiles.noteHistory.key()];
    case 'segments':
      return [queries.segments.key(), queries.titles.audience.key()];
    case 'tunings':
      return [queries.tuning.list.key(), queries.tuning.history.key()];
    case 'aims':
      return [queries.aims.key()];
    case 'labels':
      return [queries.labels.key()];
    case 'rules':
      return [queries.rules.key(), ...underRules(queries)];
    case 'marks':
      return [queries.runs.key(), queries.refresh.base.key(), queries.week.list.key()];
    case 'queue':
      return [queries.queue.key()];
    case 'sweeps':
      return [queries.units.key()];
    case 'plans':
      return [queries.jobs.key(), queries.clusters.units.key()];
    case 'refreshes':
      return [queries.refresh.key(), queries.week.list.key()];
    case 'privacy':
      return [queries.privacy.key()];
    case 'trash':
      return [queries.workspace.key()];
  }
}

/** What is made under the saved rules, which count without being asked for. */
const underRules = ({
  checks,
  review,
  runs,
  profiles,
  newTitles,
  titles,
  lists,
  changes,
}: EngineQueries): readonly (readonly unknown[])[] => [
  checks.run.key(),
  review.queue.key(),
  review.place.key(),
  review.causes.key(),
  review.approvals.key(),
  runs.previewExport.key(),
  lists.show.key(),
  changes.list.key(),
  profiles.explain.key(),
  profiles.whyNot.key(),
  newTitles.explain.key(),
  titles.page.key(),
  titles.series.key(),
  titles.open.key(),
  titles.audience.key(),
  titles.audienceWhy.key(),
  titles.reach.key(),
];

async function watch(client: EngineClient, queries: EngineQueries, cache: QueryClient, signal: AbortSignal) {
  for await (const change of await client.workspace.watch(undefined, { signal }))
    for (const queryKey of staleKeys(queries, change.kind)) void cache.invalidateQueries({ queryKey });
}

/** Runs as long as the window. Watches again after each reconnection, because anything may have changed meanwhile. */
export function followWorkspace(client: EngineClient, queries: EngineQueries, cache: QueryClient): void {
  let stop = new AbortController();
  const follow = (): void => {
    stop.abort();
    stop = new AbortController();
    // A watch ends with its wire and restarts with the next.
    watch(client, queries, cache, stop.signal).catch(() => undefined);
  };
  useConnectionState.subscribe(({ state }, { state: before }) => {
    if (state === before || state.kind !== 'connected') return;
    if (state.times > 1) void cache.invalidateQueries();
    follow();
  });
  if (useConnectionState.getState().state.kind === 'connected') follow();
}
