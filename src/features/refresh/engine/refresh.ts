/**
 * The weekly job, step by step. Each step finds its earlier result: the data set by its content, the run by its ID (a unit), the file by its bytes.
 * So the same request after a kill, a full disk or a stop continues where it was.
 */
import { shownDataName } from '../../../shared/values/data-name';
import type { AddAnswer } from '../../../shared/contract/data-change';
import type { RulesChoice, RuleSet } from '../../../shared/contract/rules';
import type { CheckReport } from '../../review/contract/checks';
import type { ExportRecord, RunRecord } from '../../../shared/contract/run';
import type { Outcomes } from '../../outcome/contract/outcome';
import type { Progress } from '../../../shared/contract/progress';
import type { Refresh, RefreshRequest } from '../contract/refresh';
import type { UnitOf } from '../../work-schemas';
import { today } from '../../../shared/values/day';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { finalValue } from '../../../shared/values/final-value';
import { type Said, say, type Sentence, textOf } from '../../../shared/words/sentence';
import { LAST_COMMIT } from '../../../shared/recipe/earlier';
import { recipeAgain } from '../../../shared/recipe/schema';
import { throwIfStopped } from '../../../shared/values/throw-if-stopped';
import { checkLists, namesOfStopped } from '../../review/engine/public';
import { readRules } from '../../../engine/kept/rules';
import { readRuleFile } from '../../../engine/rules/rule-files';
import { findRun } from '../../../engine/runs/store';
import type { Sessions } from '../../../engine/sessions/sessions';
import { requireUserTarget } from '../../../engine/storage/user-files';
import type { TrainingHost } from '../../../engine/training/train/start-run';
import { refuseUnfollowing } from '../../../engine/training/train/check-brought';
import { workUnit } from '../../../engine/training/units/work-unit';
import { type Base, baseOf } from './base';
import { comparedRuns } from './comparison';
import { keepRefresh, listRefreshes, refreshIdOf } from './kept-refreshes';
import { oneAtATime, type Turn } from './one-at-a-time';
import { overallProgress } from './overall-progress';

interface RefreshOptions {
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

interface RefreshStarted extends RefreshOptions {
  /** Called with the run and the data set that it starts from, when its turn has come and before anything is done. */
  readonly onBegin: (base: Base) => Promise<void>;
}

/** What a refresh needs; adding, exporting and judging exports are the calls of those names. */
interface RefreshHost extends TrainingHost {
  readonly sessions: () => Promise<Sessions>;
  readonly add: (
    input: Pick<RefreshRequest, 'folder' | 'mapping' | 'pseudonymKey'> & { readonly data: string },
    options: RefreshOptions,
  ) => Promise<AddAnswer>;
  readonly export: (
    input: Pick<RefreshRequest, 'out' | 'format' | 'raw' | 'pseudonymKey'> & {
      readonly runId: string;
      readonly rules?: RulesChoice | undefined;
    },
    signal: AbortSignal,
  ) => Promise<ExportRecord>;
  readonly outcomes: (
    input: { readonly runId: string; readonly data: string },
    options: RefreshOptions,
  ) => Promise<Outcomes>;
}

/**
 * Waits for a refresh of this workspace that is at work.
 * @returns the result, also if the run fails the comparison or checks, or nothing is new
 * @throws ShelfwiseError for an invalid request, before anything is done; as adding, training and exporting do, which is stored as the reason;
 * `stopped` on abort
 */
export async function refresh(host: RefreshHost, request: RefreshRequest, options: RefreshStarted): Promise<Refresh> {
  const { workspace } = host;
  const { folder, out, rules } = request;
  await requireUserTarget(workspace, out, folder);
  const ruleFile = typeof rules === 'object' ? await readRuleFile(rules.file).catch(keptUnlessUnreadable) : null;
  const { signal, onProgress, onBegin } = options;
  const tell = overallProgress(onProgress);
  const onWaiting = (): void => tell({ phase: 'turn', detail: '', done: 0, total: 1 });
  return oneAtATime(workspace, { signal, onWaiting }, async (turn) => {
    // Looked up in its turn: the earlier refresh may have made another run and other data.
    const base = await baseOf(workspace, request, await listRefreshes(workspace));
    await onBegin(base);
    const at = new RefreshAtWork(host, request, ruleFile, base, { onProgress: tell, ...turn });
    try {
      return await at.run();
    } catch (thrown) {
      const error = toShelfwiseError(thrown);
      if (error.code !== 'stopped' && !turn.signal.aborted) await at.noteFailure(error);
      throw error;
    }
  });
}

class RefreshAtWork {
  #now: Refresh;

  constructor(
    private readonly host: RefreshHost,
    private readonly request: RefreshRequest,
    /** Null without a file; the reason for one that is no file of rules. */
    private readonly ruleFile: RuleSet | ShelfwiseError | null,
    private readonly base: Base,
    private readonly options: RefreshOptions & Turn,
  ) {
    const { runId } = base.run;
    this.#now = {
      refreshId: refreshIdOf(runId, request.folder),
      state: 'begun',
      reason: null,
      startedAt: new Date().toISOString(),
      endedAt: null,
      from: { runId, data: base.data.fingerprint },
      folder: request.folder,
      dataset: null,
      run: null,
      compared: null,
      lastExports: [],
      checks: null,
      export: null,
    };
  }

  async run(): Promise<Refresh> {
    const { folder, evenIfWorse } = this.request;
    // Told before hours of training.
    const unreadable = await this.#unreadableRules(this.base.data.fingerprint);
    if (unreadable !== null) return this.#endByRules(unreadable);
    // A run that is made again gives its recipe alone.
    if (this.base.remakeOn === null) await refuseUnfollowing(this.host, this.base.run.runId, this.options.signal);
    const added = await this.#add();
    const isNew = added.fingerprint !== (this.base.remakeOn ?? this.base.run.dataset.fingerprint);
    // Lists without a forgotten profile are new, whatever the folder has.
    if (!isNew && this.base.remakeOn === null)
      return this.#end('nothing-new', [say('refresh.nothing-new', { folder, run: this.base.run.runId })]);
    // The data may have been there before, with rules of its own.
    const unreadableThere = await this.#unreadableRules(added.fingerprint);
    if (unreadableThere !== null) return this.#endByRules(unreadableThere);
    await this.#keep();
    const before = this.base.remakeOn === null ? this.base.run : await this.#train(this.base.remakeOn);
    const { runId } = isNew ? await this.#train(added.fingerprint) : before;
    const rules = this.#rules();
    const compared = isNew ? await this.#compare(before.runId, runId) : null;
    await this.#lookBack(before.runId, added.fingerprint);
    const report = await this.#check(runId, rules);
    if (report.stopped.length > 0)
      return this.#end('checks', [say('refresh.checks', { checks: namesOfStopped(report) })]);
    const held = evenIfWorse === true || compared === null ? null : whyHeld(compared);
    if (held !== null) return this.#end(compared?.verdict === 'worse' ? 'worse' : 'not-compared', held);
    try {
      await this.#export(runId, rules);
    } catch (thrown) {
      const error = toShelfwiseError(thrown);
      if (error.said?.some((one) => typeof one !== 'string' && one.id === 'rules.too-short') === true)
        return this.#endByRules(error);
      throw error;
    }
    return this.#end('exported', null);
  }

  /** Stores why it ended, if possible; what is stored names no profile. */
  async noteFailure({ message, said }: ShelfwiseError): Promise<void> {
    const untold = [say('refresh.of-a-profile')];
    const reason = said?.some(namesProfile)
      ? { message: textOf(untold), said: untold }
      : { message, ...(said && { said: [...said] }) };
    this.#now = { ...this.#now, state: 'failed', reason, endedAt: new Date().toISOString() };
    await this.#keep().catch(() => undefined);
  }

  async #add(): Promise<AddAnswer> {
    const { folder, mapping, pseudonymKey } = this.request;
    const given = { ...(mapping && { mapping }), ...(pseudonymKey !== undefined && { pseudonymKey }) };
    const added = await this.host.add({ data: this.base.data.fingerprint, folder, ...given }, this.options);
    const { fingerprint, change } = added;
    const name = shownDataName(added);
    const { exact, profiles, items, events, drift } = change;
    const drifted = drift.flatMap(({ drifted: isSo, of, attribute, index, limit }) =>
      isSo ? [{ of, attribute, index, limit }] : [],
    );
    this.#now = {
      ...this.#now,
      refreshId: refreshIdOf(this.base.run.runId, fingerprint),
      dataset: { fingerprint, name, exact, profiles, items, events, drifted },
    };
    return added;
  }

  /** Trains the recipe of the run in use on a data set. */
  async #train(fingerprint: string): Promise<RunRecord> {
    const { run: before } = this.base;
    const unit: UnitOf<'train'> = {
      kind: 'train',
      data: fingerprint,
      recipe: recipeAgain(before.recipe),
      seed: before.seed,
      parent: before.runId,
    };
    const { signal, onProgress } = this.options;
    const answer = await finalValue(workUnit(this.host, unit, { signal }), onProgress);
    const { record } = await findRun(this.host.workspace, answer.runId).catch((thrown: unknown) => {
      throw answer.state === 'stopped' ? stopped() : thrown;
    });
    // A run from elsewhere that was refused tells nothing: its figures are not the answer's.
    this.#now = { ...this.#now, run: { runId: record.runId, seed: record.seed, metrics: answer.metrics } };
    if (answer.state === 'stopped') throw stopped();
    const { problem } = answer;
    if (problem !== null) throw new ShelfwiseError(problem.code, problem.said ?? problem.message);
    await this.#keep();
    return record;
  }

  /** One day for checks and export, though midnight may lie between them. */
  #rules(): RulesChoice {
    const { rules, date = today() } = this.request;
    if (rules === 'none') return rules;
    return { date, ...(this.ruleFile !== null && { set: this.ruleFile as RuleSet }) };
  }

  /** Why the rules cannot be read; null if they can. */
  async #unreadableRules(data: string): Promise<ShelfwiseError | null> {
    const { ruleFile, request, host } = this;
    if (ruleFile instanceof ShelfwiseError) return ruleFile;
    if (ruleFile !== null || request.rules === 'none') return null;
    try {
      await readRules(host.workspace, data);
      return null;
    } catch (thrown) {
      return keptUnlessUnreadable(thrown);
    }
  }

  #endByRules({ message, said }: ShelfwiseError): Promise<Refresh> {
    return this.#end('rules', said ?? [message]);
  }

  async #compare(before: string, now: string): Promise<NonNullable<Refresh['compared']>> {
    const sources = { workspace: this.host.workspace, sessions: await this.host.sessions() };
    const compared = await comparedRuns(sources, { before, now }, this.options);
    this.#now = { ...this.#now, compared };
    return compared;
  }

  /** Outcomes of the earlier run's exports. */
  async #lookBack(runId: string, data: string): Promise<void> {
    const { outcomes } = await this.host.outcomes({ runId, data }, this.options);
    const lastExports = outcomes.flatMap(({ exports, withRules, tuned, period, profiles, judged }) => {
      if (judged === null) return [];
      const { recall, ndcg, hits } = judged;
      return [{ exports, withRules, tuned, period, profiles, recall, ndcg, hits }];
    });
    this.#now = { ...this.#now, lastExports };
  }

  async #check(runId: string, rules: RulesChoice): Promise<CheckReport> {
    this.#tell('checks');
    const sessions = await this.host.sessions();
    const { date } = this.request;
    const report = await sessions.withRun(runId, (session) => checkLists(this.host, session, { rules, date }));
    const found = report.checks.flatMap(({ id, name, mode, count }) =>
      mode === 'off' ? [] : [{ id, name, mode, count }],
    );
    this.#now = { ...this.#now, checks: { stopped: report.stopped, found } };
    return report;
  }

  async #export(runId: string, rules: RulesChoice): Promise<void> {
    this.#tell('export');
    await this.options.assertOurs();
    const { out, format, raw, pseudonymKey, originalIds } = this.request;
    const given = {
      ...(raw !== undefined && { raw }),
      rules,
      ...(originalIds === true && pseudonymKey !== undefined && { pseudonymKey }),
    };
    const {
      path,
      sha256,
      profiles,
      rulesSha256 = null,
      rulesDate = null,
      rules: counted = null,
    } = await this.host.export({ runId, out, format, ...given }, this.options.signal);
    const told = { rulesSha256, rulesDate, rules: counted };
    this.#now = { ...this.#now, export: { file: path, sha256, format, profiles, ...told } };
  }

  #tell(phase: string): void {
    throwIfStopped(this.options.signal);
    this.options.onProgress({ phase, detail: '', done: 0, total: 1 });
  }

  async #end(state: Refresh['state'], said: Said | null): Promise<Refresh> {
    const reason = said && { message: textOf(said), said: [...said] };
    this.#now = { ...this.#now, state, reason, endedAt: new Date().toISOString() };
    return this.#keep();
  }

  async #keep(): Promise<Refresh> {
    return keepRefresh(this.host.workspace, this.#now);
  }
}

const namesProfile = (one: Sentence | string): boolean =>
  typeof one !== 'string' &&
  Object.entries(one.values).some(
    ([name, value]) =>
      name === 'profile' ||
      (Array.isArray(value) ? value : [value]).some((inner) => typeof inner === 'object' && namesProfile(inner)),
  );

/** Rules that cannot be read end a refresh with a state of its own. @throws any other error */
function keptUnlessUnreadable(thrown: unknown): ShelfwiseError {
  const error = toShelfwiseError(thrown);
  if (error.code === 'bad-data' || error.code === 'newer-version') return error;
  throw error;
}

const stopped = (): ShelfwiseError => new ShelfwiseError('stopped', say('refresh.stopped'));

/** Null if the new run passes. */
function whyHeld({ verdict, reason, figures, with: before }: NonNullable<Refresh['compared']>): Said | null {
  if (verdict === 'worse') {
    const score = figures.find(({ metric }) => metric === 'score')!;
    const shown = (value: number): string => value.toFixed(4).replace('-', '−');
    return [
      say('refresh.worse', {
        run: before,
        before: shown(score.before),
        now: shown(score.now),
        low: shown(score.low),
        high: shown(score.high),
      }),
    ];
  }
  if (reason === null) return null;
  const why =
    reason === 'earlier-recipe'
      ? say('refresh.not-compared.earlier-recipe', { commit: LAST_COMMIT })
      : say(`refresh.not-compared.${reason}`);
  return [say('refresh.not-compared', { run: before }), why];
}
