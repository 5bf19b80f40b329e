/** Changes by other programs are queried again: each folder of the workspace makes answers stale. */
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, test, vi } from 'vitest';
import type { EngineClient } from './connect';
import type { EngineQueries } from './engine-queries';
import { followWorkspace } from './follow-workspace';
import { useConnectionState } from './state';
import { contract } from '../../features/contract';
import { WORKSPACE_FOLDERS, type WorkspaceFolder } from '../../shared/processes/workspace-folders';

/** Names of all calls: "review.queue". */
const CALLS = Object.entries(contract).flatMap(([part, calls]) =>
  '~orpc' in calls ? [part] : Object.keys(calls).map((call) => `${part}.${call}`),
);

beforeEach(() => {
  useConnectionState.setState({ state: { kind: 'connected', times: 1 } });
});

/** Accepts every call by name, and answers none. */
const anyCall = (): EngineClient =>
  new Proxy(() => undefined, {
    get: (_, name) => (name === 'then' ? undefined : anyCall()),
  }) as unknown as EngineClient;

/** The calls queried again after a change in a folder. */
async function staleAfter(kind: WorkspaceFolder): Promise<string[]> {
  const cache = new QueryClient();
  const all = createTanstackQueryUtils<EngineClient>(anyCall()) as EngineQueries;
  const keyOf = (call: string): readonly unknown[] => {
    let at = all as unknown as Record<string, unknown>;
    for (const part of call.split('.')) at = at[part] as typeof at;
    return (at as unknown as { queryKey: (options: { input: unknown }) => unknown[] }).queryKey({ input: {} });
  };
  for (const call of CALLS) cache.setQueryData(keyOf(call), 'an answer');
  const watch = async function* (): AsyncGenerator<{ kind: WorkspaceFolder; id: string }> {
    yield { kind, id: 'one' };
  };
  const heard = vi.fn(async () => watch());
  followWorkspace({ workspace: { watch: heard } } as unknown as EngineClient, all, cache);
  expect(heard).toHaveBeenCalledOnce();
  const stale = (): string[] => CALLS.filter((call) => cache.getQueryState(keyOf(call))?.isInvalidated === true);
  await expect.poll(stale).not.toEqual([]);
  return stale();
}

test.each(WORKSPACE_FOLDERS)('a change in %s makes answers stale', async (kind) => {
  expect(await staleAfter(kind)).not.toEqual([]);
});

test.each<[WorkspaceFolder, string[]]>([
  ['decisions', ['review.queue', 'profiles.page']],
  ['reviews', ['review.queue', 'profiles.page']],
  ['checks', ['checks.run', 'checks.settings', 'review.queue']],
  ['audit', ['review.audit']],
  ['runs', ['runs.list', 'review.approvals', 'refresh.base', 'week.list']],
  ['datasets', ['datasets.list', 'refresh.base', 'week.list']],
  ['marks', ['runs.list', 'refresh.base', 'week.list']],
  ['sweeps', ['units.sweeps']],
  ['plans', ['jobs.list', 'clusters.units']],
  ['refreshes', ['refresh.list', 'refresh.base', 'week.list']],
])('%s: what the window shows of it', async (kind, calls) => {
  expect(await staleAfter(kind)).toEqual(expect.arrayContaining(calls));
});
