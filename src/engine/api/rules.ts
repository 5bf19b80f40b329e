import type {
  AppliedRules,
  CheckedRules,
  ComparedRules,
  KeptRules,
  RuleSet,
  RuleSetNamed,
  TitleCondition,
} from '../../shared/contract';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/sentences/sentence';
import type { NewTitleSource } from '../new-titles/new-titles';
import { readRules, restoreRules, ruleHistory, rulesAt, rulesOfHash, setRules, type StoredRules } from '../kept/rules';
import { hashRules } from '../rules/rule-set';
import type { RuledExport } from '../export/made-of-lists';
import type { PassOptions } from '../recommend/ruled-lists';
import type { DatasetSession } from '../sessions/dataset-session';
import type { RunSession } from '../sessions/run-session';
import { findRun } from '../runs/store';
import { api, type EngineContext } from './context';
import { withProgress } from './progress';
import { refuseOtherData } from './same-data';

const { rules } = api;

/** Rules that are saved with a data set, and what they do to the lists of its runs. */
export const rulesApi = {
  get: rules.get.handler(({ input: { data }, context }) =>
    ofData(context, data, async (session, fingerprint) =>
      shown(session, await readRules(context.workspace, fingerprint)),
    ),
  ),
  set: rules.set.handler(({ input: { data, ...given }, context }) =>
    ofData(context, data, async (session, fingerprint) =>
      shown(session, await setRules(context.workspace, fingerprint, given)),
    ),
  ),
  history: rules.history.handler(({ input: { data }, context }) =>
    ofData(context, data, (_, fingerprint) => ruleHistory(context.workspace, fingerprint)),
  ),
  restore: rules.restore.handler(({ input: { data, ...step }, context }) =>
    ofData(context, data, async (session, fingerprint) =>
      shown(session, await restoreRules(context.workspace, fingerprint, step)),
    ),
  ),
  compare: rules.compare.handler(async function* ({ input: { data, before, after, run }, context, signal }) {
    return yield* withProgress(
      (onProgress, stop) =>
        ofData(context, data, async (session, fingerprint) => {
          const setOf = async (named: RuleSetNamed): Promise<RuleSet> =>
            'set' in named ? named.set : rulesAt(context.workspace, fingerprint, named.revision);
          const [one, other] = [await setOf(before), await setOf(after)];
          const { differenceOfRules } = await import('../../shared/rule-difference');
          const named = new Map(
            [...titlesIn(session, one), ...titlesIn(session, other)].map((title) => [title.item, title]),
          );
          return {
            ...differenceOfRules(one, other),
            before: { rulesSha256: hashRules(one), rules: one.rules.length },
            after: { rulesSha256: hashRules(other), rules: other.rules.length },
            names: Array.from(
              new Map([...one.rules, ...other.rules].map(({ id, name }) => [id, name])),
              ([id, name]) => ({
                id,
                name,
              }),
            ),
            titles: [...named.values()],
            lists:
              run === undefined
                ? null
                : await listsUnder(
                    context,
                    fingerprint,
                    { before: one, after: other, ...run },
                    { onProgress, signal: stop },
                  ),
          };
        }),
      signal,
    );
  }),
  readFile: rules.readFile.handler(async ({ input: { data, file }, context }) => {
    const { readRuleFile } = await import('../rules/rule-files');
    const set = await readRuleFile(file);
    return ofData(context, data, (session) => checked(session, set));
  }),
  ofRun: rules.ofRun.handler(async ({ input: { runId }, context }) => {
    const { readBundledRules } = await import('../runs/bundled-rules');
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
      const { saveRuleFile } = await import('../rules/rule-files');
      const { set } = await readRules(context.workspace, fingerprint);
      const { path } = await saveRuleFile(context.workspace, out, set);
      return { path, rules: set.rules.length, rulesSha256: hashRules(set) };
    }),
  ),
  try: rules.try.handler(async function* ({ input: { runId, ...applied }, context, signal }) {
    const { tryRules } = await import('../recommend/try-rules');
    const sessions = await context.sessions();
    return yield* withProgress(
      (onProgress, stop) =>
        sessions.withRun(runId, (session) => tryRules(session, applied, { onProgress, signal: stop })),
      signal,
    );
  }),
  profile: rules.profile.handler(async ({ input: { runId, profile, ...applied }, context }) => {
    const { ruledProfile } = await import('../recommend/ruled-lists');
    const sessions = await context.sessions();
    return sessions.withRun(runId, (session) => ruledProfile(session, profile, applied));
  }),
};

async function ofData<Result>(
  context: EngineContext,
  data: string,
  work: (session: DatasetSession, fingerprint: string) => Promise<Result> | Result,
): Promise<Result> {
  const sessions = await context.sessions();
  return sessions.withDataset(data, (session) => work(session, session.snapshot.dataset.fingerprint));
}

async function shown(session: DatasetSession, { set, revision, changedAt }: StoredRules): Promise<KeptRules> {
  return { revision, changedAt, ...(await checked(session, set)) };
}

async function checked(session: DatasetSession, set: RuleSet): Promise<CheckedRules> {
  const { conflictsOf } = await import('../rules/conflicts');
  const titles = titlesIn(session, set);
  const { profiles, items, watched } = session;
  const known = { profiles, items, watched, newTitles: unwatched(session) };
  return { set, rulesSha256: hashRules(set), conflicts: conflictsOf(set, known), titles };
}

/** What the titles are called whose IDs a set names. */
function titlesIn(session: DatasetSession, set: RuleSet): CheckedRules['titles'] {
  const ids = new Set(
    set.rules.flatMap((rule) => [...idsOf(rule.titles), ...('others' in rule ? idsOf(rule.others) : [])]),
  );
  return Array.from(ids).flatMap((item) => {
    const title = session.items.titles[session.itemRow.get(item) ?? -1] ?? null;
    return title === null ? [] : [{ item, title }];
  });
}

/** @throws ShelfwiseError `usage` for a run on other data */
async function listsUnder(
  context: EngineContext,
  fingerprint: string,
  { runId, ...both }: { runId: string; date: string; before: RuleSet; after: RuleSet },
  options: PassOptions,
): Promise<ComparedRules['lists']> {
  const { listsUnderBoth } = await import('../recommend/compare-rules');
  const sessions = await context.sessions();
  return sessions.withRun(runId, (session) => {
    refuseOtherData(session, fingerprint);
    return listsUnderBoth(session, both, options);
  });
}

/** Of a data set, not of a run: which titles are new is all that conflicts hang on. */
const unwatched = ({ items, popularity }: DatasetSession): NewTitleSource => ({
  ranked: items.ids.length,
  isNew: Uint8Array.from(popularity, (profiles) => (profiles === 0 ? 1 : 0)),
  candidates: () => [],
  evidence: () => ({ after: null, like: [] }),
});

const idsOf = (condition: TitleCondition | undefined): readonly string[] => condition?.ids ?? [];

/**
 * The lists of a run under rules, to be exported.
 * @throws ShelfwiseError as applyToRun
 */
export async function ruledOf(
  session: RunSession,
  applied: AppliedRules,
  options: Pick<PassOptions, 'signal' | 'tuned'>,
): Promise<RuledExport> {
  const { applyToRun, changedRows } = await import('../recommend/ruled-lists');
  const run = await applyToRun(session, applied, options);
  const nameOf = (index: number): string => run.rules.active[index]!.rule.name;
  return {
    lists: run.ruled.lists,
    items: run.rules.data.items.ids,
    rulesSha256: hashRules(applied.set),
    date: applied.date,
    rules: run.rules.active.length,
    changed: changedRows(run),
    broken: run.ruled.broken.map(({ row, index }) => ({ row, name: nameOf(index) })),
  };
}

/**
 * What is exported again takes the rules that it was made with, where they are still saved; undefined where there were none.
 * @throws ShelfwiseError `not-found` for rules that are no longer saved
 */
export async function rulesOfExport(
  { workspace }: EngineContext,
  { runId, sha256 }: { readonly runId: string; readonly sha256?: string | undefined },
): Promise<AppliedRules | undefined> {
  if (sha256 === undefined) return undefined;
  const { folder, record } = await findRun(workspace, runId);
  const { readExports } = await import('../export/earlier-exports');
  const earlier = (await readExports(folder)).find((one) => one.sha256 === sha256);
  if (earlier?.rulesSha256 === undefined || earlier.rulesDate === undefined) return undefined;
  const set = await rulesOfHash(workspace, record.dataset.fingerprint, earlier.rulesSha256);
  if (set === null)
    throw new ShelfwiseError('not-found', say('rules.no-longer-saved', { hash: earlier.rulesSha256.slice(0, 16) }));
  return { set, date: earlier.rulesDate };
}
