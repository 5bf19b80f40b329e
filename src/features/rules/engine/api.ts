import type { CheckedRules, KeptRules } from '../../../shared/contract/rule-answers';
import type { RuleSetNamed } from '../contract/rule-difference';
import type { Rule, RuleSet, TitleCondition } from '../../../shared/contract/rules';
import type { UnfinishedRule } from '../../../shared/contract/unfinished-rules';
import type { NewTitleSource } from '../../../engine/data/new-titles/new-titles';
import {
  adoptRules,
  readRules,
  restoreRules,
  ruleHistory,
  rulesAt,
  rulesBefore,
  setRules,
  type StoredRules,
} from '../../../engine/kept/rules';
import { isFirstExport, rulesThatCount } from '../../../engine/kept/rules-that-count';
import { hashRules } from '../../../engine/rules/rule-set';
import type { DatasetSession } from '../../../engine/sessions/dataset-session';
import { findRun } from '../../../engine/runs/store';
import { api, type EngineContext } from '../../calls';
import { longWorkOfRun } from '../../../engine/calls/handlers';
import { datasetOf } from '../../../engine/calls/dataset-of';
import { ShelfwiseError } from '../../../shared/errors';
import { shownDataName } from '../../../shared/values/data-name';
import { say } from '../../../shared/words/sentence';

const { rules } = api;

/** Rules saved with a data set, and their effect on the lists of its runs. */
export const rulesApi = {
  get: rules.get.handler(({ input: { data }, context }) =>
    ofData(context, data, async (session, fingerprint) =>
      shown(session, await readRules(context.workspace, fingerprint)),
    ),
  ),
  set: rules.set.handler(({ input: { data, revision, set, unfinished }, context }) =>
    ofData(context, data, async (session, fingerprint) => {
      const { fittingUnfinished, withKnownMembers } = await import('./members');
      const given = {
        revision,
        set: withKnownMembers(session, set),
        unfinished: unfinished && fittingUnfinished(session, unfinished),
      };
      return shown(session, await setRules(context.workspace, fingerprint, given));
    }),
  ),
  members: rules.members.handler(({ input: { data, ...asked }, context }) =>
    ofData(context, data, async (session) => (await import('./members')).membersOfSegment(context, session, asked)),
  ),
  membersSince: rules.membersSince.handler(({ input: { data, set }, context }) =>
    ofData(context, data, async (session) => (await import('./members')).membersSince(context, session, set)),
  ),
  counting: rules.counting.handler(({ input: { data, rules: choice }, context }) =>
    ofData(context, data, async (session, fingerprint) => {
      const counting = await rulesThatCount(context.workspace, fingerprint, choice);
      if (counting === null) return null;
      const { goneIn } = await import('../../../engine/rules/gone');
      const isFirst = await isFirstExport(context.workspace, fingerprint, counting);
      return { ...counting, isFirst, gone: goneIn(counting.set, session) };
    }),
  ),
  before: rules.before.handler(async ({ input: { data }, context: { workspace } }) => {
    const { listDatasets } = await import('../../../engine/data/snapshot');
    const found = await rulesBefore(workspace, await datasetOf({ workspace }, data), await listDatasets(workspace));
    if (found === null) return null;
    const { dataset, set } = found;
    const { fingerprint, importedAt } = dataset;
    return {
      data: fingerprint,
      name: shownDataName(dataset),
      importedAt,
      rules: set.rules.length,
      on: set.rules.filter(({ on }) => on).length,
    };
  }),
  adopt: rules.adopt.handler(({ input: { data, from }, context }) =>
    ofData(context, data, async (session, fingerprint) => {
      const { workspace } = context;
      const other = await datasetOf(context, from);
      const { fittingMembers } = await import('./members');
      if (!(await adoptRules(workspace, other.fingerprint, fingerprint, (stored) => fittingMembers(session, stored))))
        throw new ShelfwiseError('busy', say('rules.not-adopted', { data: fingerprint.slice(0, 12) }));
      return shown(session, await readRules(workspace, fingerprint));
    }),
  ),
  history: rules.history.handler(({ input: { data }, context }) =>
    ofData(context, data, (_, fingerprint) => ruleHistory(context.workspace, fingerprint)),
  ),
  restore: rules.restore.handler(({ input: { data, ...step }, context }) =>
    ofData(context, data, async (session, fingerprint) =>
      shown(session, await restoreRules(context.workspace, fingerprint, step)),
    ),
  ),
  compare: rules.compare.handler(({ input: { data, before, after }, context }) =>
    ofData(context, data, async (session, fingerprint) => {
      const setOf = async (named: RuleSetNamed): Promise<RuleSet> =>
        'set' in named ? named.set : rulesAt(context.workspace, fingerprint, named.revision);
      const [one, other] = [await setOf(before), await setOf(after)];
      const { differenceOfRules } = await import('../words/rule-difference');
      const titles = new Map(titlesIn(session, [...one.rules, ...other.rules]).map((title) => [title.item, title]));
      const names = new Map([...one.rules, ...other.rules].map(({ id, name }) => [id, name]));
      return {
        ...differenceOfRules(one, other),
        before: { rulesSha256: hashRules(one), rules: one.rules.length },
        after: { rulesSha256: hashRules(other), rules: other.rules.length },
        names: Array.from(names, ([id, name]) => ({ id, name })),
        titles: [...titles.values()],
      };
    }),
  ),
  readFile: rules.readFile.handler(async ({ input: { data, file }, context }) => {
    const { readRuleFile } = await import('../../../engine/rules/rule-files');
    const set = await readRuleFile(file);
    return ofData(context, data, (session) => checked(session, set));
  }),
  ofRun: rules.ofRun.handler(async ({ input: { runId }, context }) => {
    const { readBundledRules } = await import('../../../engine/runs/bundled-rules');
    const { folder, record } = await findRun(context.workspace, runId);
    const came = await readBundledRules(folder);
    if (came === null) return { saved: null, approved: null };
    return ofData(context, record.dataset.fingerprint, async (session) => ({
      saved: came.saved && (await checked(session, came.saved)),
      approved: came.approved && (await checked(session, came.approved)),
    }));
  }),
  check: rules.check.handler(({ input: { data, set }, context }) =>
    ofData(context, data, (session) => checked(session, set)),
  ),
  saveFile: rules.saveFile.handler(({ input: { data, out }, context }) =>
    ofData(context, data, async (_, fingerprint) => {
      const { saveRuleFile } = await import('../../../engine/rules/rule-files');
      const { set } = await readRules(context.workspace, fingerprint);
      const { path } = await saveRuleFile(context.workspace, fingerprint, out, set);
      return { path, rules: set.rules.length, rulesSha256: hashRules(set) };
    }),
  ),
  try: rules.try.handler(
    longWorkOfRun(async (session, applied, _, options) =>
      (await import('./try-rules')).tryRules(session, applied, options),
    ),
  ),
};

async function ofData<Result>(
  context: EngineContext,
  data: string,
  work: (session: DatasetSession, fingerprint: string) => Promise<Result> | Result,
): Promise<Result> {
  const sessions = await context.sessions();
  return sessions.withDataset(data, (session) => work(session, session.snapshot.dataset.fingerprint));
}

async function shown(session: DatasetSession, stored: StoredRules): Promise<KeptRules> {
  const { set, unfinished, revision, changedAt } = stored;
  return { revision, changedAt, ...(unfinished && { unfinished }), ...(await checked(session, set, unfinished)) };
}

async function checked(
  session: DatasetSession,
  set: RuleSet,
  unfinished: readonly UnfinishedRule[] = [],
): Promise<CheckedRules> {
  const { conflictsOf } = await import('../../../engine/rules/conflicts');
  const titles = titlesIn(session, [...set.rules, ...unfinished]);
  const { profiles, items, watched } = session;
  const known = { profiles, items, watched, newTitles: unwatched(session) };
  return { set, rulesSha256: hashRules(set), conflicts: conflictsOf(set, known), titles };
}

/** Names of the titles whose IDs rules contain. */
function titlesIn(session: DatasetSession, sentences: readonly (Rule | UnfinishedRule)[]): CheckedRules['titles'] {
  const ids = new Set(
    sentences.flatMap((rule) => [...idsOf(rule.titles), ...('others' in rule ? idsOf(rule.others) : [])]),
  );
  return Array.from(ids).flatMap((item) => {
    const title = session.items.titles[session.itemRow.get(item) ?? -1] ?? null;
    return title === null ? [] : [{ item, title }];
  });
}

/** For a data set without a run: conflicts only depend on which titles are new. */
const unwatched = ({ items, popularity }: DatasetSession): NewTitleSource => ({
  ranked: items.ids.length,
  isNew: Uint8Array.from(popularity, (profiles) => (profiles === 0 ? 1 : 0)),
  candidates: () => [],
  evidence: () => ({ after: null, like: [] }),
});

const idsOf = (condition: TitleCondition | undefined): readonly string[] => condition?.ids ?? [];
