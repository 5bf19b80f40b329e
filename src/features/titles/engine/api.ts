import { api, type EngineContext } from '../../calls';
import type { RulesChoice } from '../../../shared/contract/rules';
import type { DatasetSession } from '../../../engine/sessions/dataset-session';
import type { RunSession } from '../../../engine/sessions/run-session';
import { ofData, ofRun } from '../../../engine/calls/handlers';
import { refuseOtherData } from '../../../engine/calls/same-data';
import { rulesThatCount } from '../../../engine/kept/rules-that-count';
import type { TitlesByProfile } from './figures';

const titles = api.titles;

/** With the run's delivered lists, where a run is asked about. */
async function withLists<Answer>(
  context: EngineContext,
  { data, runId, rules }: { data: string; runId?: string | undefined; rules?: RulesChoice | undefined },
  answer: (session: DatasetSession, lists: TitlesByProfile | null) => Answer,
): Promise<Answer> {
  const { listsOf } = await import('./figures');
  const sessions = await context.sessions();
  return sessions.withDataset(data, async (session) => {
    const lists =
      runId === undefined
        ? null
        : await sessions.withRun(runId, async (run) => {
            refuseOtherData(run, session.snapshot.dataset.fingerprint);
            return listsOf(run, await rulesOf(context, run, rules));
          });
    return answer(session, lists);
  });
}

export const titlesApi = {
  page: titles.page.handler(async ({ input, context }) => {
    const { titlePage } = await import('./title-grid');
    return withLists(context, input, (session, lists) => titlePage(session, lists, input));
  }),

  series: titles.series.handler(async ({ input, context }) => {
    const { titlesBySeries } = await import('./series-grid');
    return withLists(context, input, (session, lists) => titlesBySeries(session, lists, input));
  }),

  open: titles.open.handler(
    ofRun(async (session, { item, rules }, context) =>
      (await import('./open-title')).openTitle(session, item, await rulesOf(context, session, rules)),
    ),
  ),

  audience: titles.audience.handler(
    ofRun(async (session, { titles: asked, rules }, context) =>
      (await import('./audience/audience')).audienceOf(context.workspace, session, {
        titles: asked,
        rules: await rulesOf(context, session, rules),
      }),
    ),
  ),

  receivers: titles.receivers.handler(
    ofRun(async (session, { titles: asked, rules }, context) =>
      (await import('./audience/receivers')).receiversOf(session, {
        titles: asked,
        rules: await rulesOf(context, session, rules),
      }),
    ),
  ),

  audienceWhy: titles.audienceWhy.handler(
    ofRun(async (session, { titles: asked, rules }, context) =>
      (await import('./audience/why')).whyAudience(session, {
        titles: asked,
        rules: await rulesOf(context, session, rules),
      }),
    ),
  ),

  reach: titles.reach.handler(
    ofRun(async (session, { titles: asked, rules, goal }, context) =>
      (await import('./audience/reach')).reachOf(context.workspace, session, {
        titles: asked,
        rules: await rulesOf(context, session, rules),
        goal,
      }),
    ),
  ),

  completion: titles.completion.handler(
    ofData(async (session, { item }) => (await import('./completion')).completionOf(session, item)),
  ),
};

const rulesOf = ({ workspace }: EngineContext, { record }: RunSession, choice: RulesChoice | undefined) =>
  rulesThatCount(workspace, record.dataset.fingerprint, choice);
