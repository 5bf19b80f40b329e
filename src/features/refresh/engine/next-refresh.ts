/** What the next refresh starts from, as people see it. */
import { named } from '../../../engine/calls/named-data';
import { readMarks, withMarks } from '../../../engine/kept/marks';
import { ifThere } from '../../../shared/errors';
import type { EngineContext } from '../../calls';
import { readCheckSettings } from '../../review/engine/public';
import type { Refresh, RefreshBase } from '../contract/refresh';
import { type Base, baseOf } from './base';

/**
 * @param refreshes of this workspace, latest first
 * @param run the run to start from; where absent, the one in use
 * @returns null if there is no such run
 */
export async function nextRefresh(
  context: EngineContext,
  refreshes: readonly Refresh[],
  run?: string,
): Promise<RefreshBase | null> {
  const base = await ifThere(() => baseOf(context.workspace, { run }, refreshes));
  return base === null ? null : shownBase(context, base);
}

export async function shownBase({ workspace }: EngineContext, base: Base): Promise<RefreshBase> {
  const { fingerprint, name, pseudonyms } = named(base.data);
  const run = withMarks(base.run, await readMarks(workspace));
  const { settings, own } = await readCheckSettings(workspace, fingerprint);
  const stops = [...settings.map(({ id, mode }) => ({ id, name: null, mode })), ...own].filter(
    ({ mode }) => mode === 'stop',
  );
  return {
    run: { runId: run.runId, name: run.name },
    why: base.why,
    data: { fingerprint, name, pseudonyms: pseudonyms !== undefined },
    stops: stops.map((check) => ({ id: check.id, name: check.name })),
  };
}
