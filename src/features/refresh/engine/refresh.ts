/**
 * The weekly job, step by step. Each step finds its earlier result: the data set by its content, the run by its ID (a unit), the file by its bytes.
 * So the same request after a kill, a full disk or a stop continues where it was.
 */
import { shownDataName } from '../../../shared/values/data-name';
import { approvalHolding } from '../../../shared/contract/approvals';
import type { AddAnswer } from '../../../shared/contract/data-change';
import type { RulesChoice, RuleSet } from '../../../shared/contract/rules';
import type { CheckReport } from '../../review/contract/checks';
import type { RunRecord } from '../../../shared/contract/run';
import type { Refresh, RefreshRequest } from '../contract/refresh';
import type { UnitOf } from '../../work-schemas';
import { today } from '../../../shared/values/day';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { finalValue } from '../../../shared/values/final-value';
import { type Said, say, textOf } from '../../../shared/words/sentence';
import { throwIfStopped } from '../../../shared/values/throw-if-stopped';
import { checkLists, namesOfStopped, rulesToConfirm } from '../../review/engine/public';
import { readRules } from '../../../engine/kept/rules';
import { readRuleFile } from '../../../engine/rules/rule-files';
import { findRun } from '../../../engine/runs/store';
import { requireUserTarget } from '../../../engine/storage/user-files';
import { runFolder } from '../../../engine/storage/workspace';
import { refuseUnfollowing } from '../../../engine/training/train/check-brought';
import { workUnit } from '../../../engine/training/units/work-unit';
import { type Base, baseOf } from './base';
import { comparedRuns } from './comparison';
import { keepRefresh, listRefreshes, refreshIdOf } from './kept-refreshes';
import { oneAtATime, type Turn } from './one-at-a-time';
import { overallProgress } from './overall-progress';
import { namesProfile, whyHeld } from './reasons';
import type { ExportOfRefresh, RefreshHost, RefreshOptions, RefreshStarted } from './refresh-host';
import { type Released, releasedBy } from './release';

/**
 * Waits for a refresh of this workspace that is at work.
 * @returns the result, also if the run fails the comparison or checks, or nothing is new
 * @throws ShelfwiseError for an invalid request, before anything is done; as adding, training and exporting do, which is stored as the reason;
 * `stopped` on abort
 */
export async function refresh(host: RefreshHost, request: RefreshRequest, options: RefreshStarted): Promise<Refresh> {
  const { workspace } = host;
  const { folder, out, rules, approveAs } = request;
  // An approval that lets nothing leave would be one of lists that nobody asked for.
  if (out === undefined && approveAs !== undefined)
    throw new ShelfwiseError('usage', say('refresh.approve-without-file'));
  if (out !== undefined) await requireUserTarget(workspace, out, folder);
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
    const { run: record, remakeOn } = this.base;
    const folderOfRun = runFolder(this.host.workspace, record.runId);
    if (remakeOn === null) await refuseUnfollowing(this.host, { folder: folderOfRun, record }, this.options.signal);
    const added = await this.#add();
    const isNew = added.fingerprint !== (this.base.remakeOn ?? this.base.run.dataset.fingerprint);
    // Lists without a forgotten profile are new, whatever the folder has.
    if (!isNew && this.base.remakeOn === null)
      return (
        (await this.#writeApproved()) ??
        this.#end('nothing-new', [say('refresh.nothing-new', { folder, run: this.base.run.runId })])
      );
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
    const blocked = this.#endByChecks(report);
    if (blocked !== null) return blocked;
    const held = compared === null ? null : whyHeld(compared);
    if (held !== null && evenIfWorse !== true)
      return this.#end(compared?.verdict === 'worse' ? 'worse' : 'not-compared', held);
    return this.#leave(runId, rules, held);
  }

  /**
   * Writes the file if somebody's word lets it leave.
   * @param held what the comparison says against the lists
   */
  async #leave(runId: string, rules: RulesChoice, held: Said | null): Promise<Refresh> {
    const { out, approveAs } = this.request;
    this.#tell('export');
    try {
      await this.host.refuseUnexportable(this.#exportOf(runId, rules), this.options.signal);
    } catch (thrown) {
      const error = toShelfwiseError(thrown);
      if (error.said?.some((one) => typeof one !== 'string' && one.id === 'rules.too-short') === true)
        return this.#endByRules(error);
      throw error;
    }
    await this.options.assertOurs();
    const released = await releasedBy(this.host, { runId, rules }, { approveAs, isHeld: held !== null });
    if (released === null)
      return this.#end('waiting', held === null ? [say('refresh.waiting')] : [...held, say('refresh.waits-despite')]);
    if (out === undefined) return this.#end('waiting', [say('refresh.no-file-named')]);
    await this.#export({ ...this.#exportOf(runId, rules), out }, released);
    return this.#end('exported', null);
  }

  /**
   * The run in use may be one that an earlier refresh made and a person has approved since: its file is still to be written.
   * @returns null where there is none
   */
  async #writeApproved(): Promise<Refresh | null> {
    const { runId } = this.base.run;
    const { evenIfWorse } = this.request;
    const earlier = (await listRefreshes(this.host.workspace)).find(({ run }) => run?.runId === runId);
    if (earlier === undefined) return null;
    const isHeld = earlier.state === 'worse' || earlier.state === 'not-compared';
    if (earlier.state !== 'waiting' && !(isHeld && evenIfWorse === true)) return null;
    const rules = this.#rules();
    if (approvalHolding(await this.host.approvals({ runId, rules })) === null) return null;
    this.#now = earlier;
    const report = await this.#check(runId, rules);
    return this.#endByChecks(report) ?? this.#leave(runId, rules, null);
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
      recipe: before.recipe,
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

  /** Null where no check blocks. */
  #endByChecks(report: CheckReport): Promise<Refresh> | null {
    if (report.stopped.length === 0) return null;
    return this.#end('checks', [say('refresh.checks', { checks: namesOfStopped(report) }), ...rulesToConfirm(report)]);
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

  #exportOf(runId: string, rules: RulesChoice): ExportOfRefresh {
    const { format, raw, pseudonymKey, originalIds } = this.request;
    return {
      runId,
      format,
      rules,
      ...(raw !== undefined && { raw }),
      ...(originalIds === true && pseudonymKey !== undefined && { pseudonymKey }),
    };
  }

  async #export(what: ExportOfRefresh & { readonly out: string }, released: Released): Promise<void> {
    const {
      path,
      sha256,
      profiles,
      rulesSha256 = null,
      rulesDate = null,
      rules = null,
    } = await this.host.export(what, this.options.signal);
    const { format } = what;
    this.#now = {
      ...this.#now,
      export: { file: path, sha256, format, profiles, rulesSha256, rulesDate, rules, released },
    };
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

/** Rules that cannot be read end a refresh with a state of its own. @throws any other error */
function keptUnlessUnreadable(thrown: unknown): ShelfwiseError {
  const error = toShelfwiseError(thrown);
  if (error.code === 'bad-data' || error.code === 'newer-version') return error;
  throw error;
}

const stopped = (): ShelfwiseError => new ShelfwiseError('stopped', say('refresh.stopped'));
