import type { Refresh, RefreshBase, RefreshProgress, RefreshRequest } from '../contract/refresh';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { FORMAT_INPUT } from '../../../cli/common-inputs';
import { type Answer, defineCommand } from '../../../cli/command';
import { type Context, longCall } from '../../../cli/context';
import { describeLeaving, describeNext, describeRefresh, refreshTable, WHY } from './refreshes';
import { DATE_INPUT, dayOf, NONE, RULES_INPUT, rulesInput, SAVED, tellExportedRules } from '../../../cli/rules';
import { modelName, short } from '../../../cli/words';
import { readMapping } from '../../../cli/data';

/** Exit statuses beside those of errors: nothing was written, because the run or the rules do not hold up, or nobody has approved the lists. */
const STATUS: Partial<Record<Refresh['state'], number>> = {
  checks: 8,
  worse: 9,
  'not-compared': 9,
  rules: 10,
  waiting: 12,
};

/** Printed for a refresh without a result, so that a script finds the state where it looks. */
const FAILED = { state: 'failed', export: null } as const;
const STOPPED = { state: 'begun', export: null } as const;

export default defineCommand({
  name: 'refresh',
  group: 'Export',
  summary: 'Add new data, train the recipe in use again, compare, check, and export what is approved: for a weekly job',
  inputs: {
    add: { kind: 'text', value: 'FOLDER', help: 'the folder with what is new' },
    out: {
      kind: 'text',
      value: 'FILE',
      help: 'the file that is written where everything holds and the lists are approved',
    },
    run: {
      kind: 'text',
      value: 'RUN',
      help: 'the run whose recipe is trained again, and that is compared with (without it the one in use: see "mark --use"; otherwise that which was exported or approved last)',
    },
    to: {
      kind: 'text',
      value: 'DATA',
      help: 'the data set that is added to (without it that of the run, with all that refreshes added to it)',
    },
    approveAs: {
      kind: 'text',
      value: 'NAME',
      help: 'approve the lists in this name where everything holds, and write the file',
    },
    evenIfWorse: {
      kind: 'flag',
      help: 'go on although the new run is worse, or cannot be compared: approved lists are written then too',
    },
    format: FORMAT_INPUT,
    rules: RULES_INPUT,
    date: { ...DATE_INPUT, help: 'the day for which rules are applied and lists are checked (default today)' },
    map: { kind: 'text', value: 'FILE', help: 'the mapping of the data set, where names of files are others now' },
    key: { kind: 'text', value: 'KEYFILE', help: 'the key file of the import, where the data set has pseudonyms' },
    originalIds: { kind: 'flag', help: 'with --key: write the IDs of your files in place of pseudonyms' },
    raw: { kind: 'flag', help: 'write texts exactly, even those that a spreadsheet would run as formulas' },
    unattended: {
      kind: 'choice',
      value: 'yes or no',
      choices: ['yes', 'no'],
      help: 'only set whether refreshes of this workspace write files that nobody has approved, where everything holds',
    },
    by: { kind: 'text', value: 'NAME', help: 'with --unattended yes: whose word it is' },
    show: {
      kind: 'flag',
      help: 'change nothing: only show with what the next refresh begins, what would keep it from writing, the rules that apply, and what the last one did',
    },
    list: { kind: 'flag', help: 'only list the refreshes of this workspace, the latest first' },
  },
  examples: [
    'refresh --add ./2026-04 --out submission.csv',
    'refresh --add ./2026-04 --out submission.csv --json',
    'refresh --add ./2026-04 --out submission.csv --approve-as Jiwoo',
    'refresh --add ./2026-04 --out submission.csv --run rrt9psbyug --even-if-worse --approve-as Jiwoo',
    'refresh --unattended yes --by Jiwoo',
    'refresh --show',
    'refresh --list',
  ],
  details: () =>
    [
      'Everything holds where no check that blocks a refresh finds anything ("checks"), and the new run is not worse than the one before,',
      'beyond chance, on the same hold-out. Then the lists wait for a person: look at them ("compare --lists", "review"), "approve" them, and',
      'give the same command again, or "export" them. --approve-as approves them at once; with "refresh --unattended yes" they leave without an',
      'approval. Neither passes over anything that has to hold. The state in the answer is one of',
      '  exported, nothing-new       status 0',
      '  waiting                     status 12: everything holds, and nobody has approved the lists',
      '  checks                      status 8: a check that blocks a refresh found something',
      '  worse, not-compared         status 9: the new run is worse, or could not be compared',
      '  rules                       status 10: rules cannot be read, or leave a list too short for its format; the reason names the rule',
      '  failed, begun               the status of the error; 5 where it was stopped',
      '',
      'The saved rules of the data set that are on count, as in every export. A pin that finds no place is told, and stops nothing.',
      'The same command again goes on after a kill, a full disk or Ctrl-C, and changes nothing where everything is done.',
      'docs/refresh.md has an example for cron.',
    ].join('\n'),
  async run(context, { list, show, add, out, unattended, by, ...typed }): Promise<Answer> {
    if (unattended !== undefined) return setUnattended(context, unattended, by);
    if (show) return nextAndLast(context, typed);
    if (list) {
      const refreshes = await (await context.client()).refresh.list();
      return { json: { refreshes }, text: (terminal) => refreshTable(terminal, refreshes) };
    }
    if (add === undefined) throw new ShelfwiseError('usage', say('refresh.needs-options'));
    if (typed.originalIds && typed.key === undefined) throw new ShelfwiseError('usage', say('refresh.ids-without-key'));
    const request = await requestOf(context, { add, out, ...typed });
    const client = await context.client();
    if (out === undefined && (await client.refresh.unattended()) !== null)
      throw new ShelfwiseError('usage', say('refresh.unattended-needs-file'));
    try {
      let isTold = typed.run !== undefined;
      const onTold = ({ base }: RefreshProgress): void => {
        if (isTold || base === undefined) return;
        isTold = true;
        context.reporter.note(describeBase(base, typed.to));
      };
      const answer = await longCall<Refresh, RefreshProgress>(
        context,
        (options) => client.refresh.run(request, options),
        onTold,
      );
      if (answer.export !== null) tellExportedRules(context, answer.export.rules);
      return {
        json: answer,
        text: (terminal) => describeRefresh(terminal, answer),
        status: STATUS[answer.state] ?? 0,
      };
    } catch (thrown) {
      const error = context.interrupt.requested
        ? new ShelfwiseError('stopped', say('work.goes-on'))
        : toShelfwiseError(thrown);
      return { json: error.code === 'stopped' ? STOPPED : FAILED, text: () => '', error };
    }
  },
});

async function setUnattended(context: Context, typed: 'yes' | 'no', by: string | undefined): Promise<Answer> {
  if (typed === 'yes' && by === undefined) throw new ShelfwiseError('usage', say('refresh.unattended-needs-name'));
  const client = await context.client();
  const unattended = await client.refresh.letUnattended({ by: typed === 'yes' ? by! : null });
  return { json: { unattended }, text: () => `${describeLeaving(unattended)}.` };
}

/** What the next refresh will do, and what the last one did. */
async function nextAndLast(
  context: Context,
  { rules, date }: { rules: string | undefined; date: string | undefined },
): Promise<Answer> {
  const client = await context.client();
  const [base, [last = null], unattended] = await Promise.all([
    client.refresh.base(),
    client.refresh.list(),
    client.refresh.unattended(),
  ]);
  if (base === null) throw new ShelfwiseError('not-found', say('refresh.no-run'));
  // Those of the data that it adds to: the run's own may have given way when a profile was forgotten.
  const data = base.data.fingerprint;
  const choice = await rulesInput(context, rules, { runId: base.run.runId, data, date });
  const counting = await client.rules.counting({ data, ...choice });
  return {
    json: { next: { ...base, rules: counting, unattended }, last },
    text: (terminal) => describeNext(terminal, { base, counting, unattended, last }),
  };
}

/** Shown when its turn has come, before anything is done: which run it starts from, and why. */
function describeBase({ run, why, data }: RefreshBase, to: string | undefined): string {
  const adds = to === undefined ? `, and adds to ${data.name} (${short(data.fingerprint)})` : '';
  return `Begins with ${modelName(run.name)} (${run.runId}), ${WHY[why]}${adds}. --run RUN names another one.`;
}

async function requestOf(
  { resolve }: Context,
  typed: {
    add: string;
    out: string | undefined;
    run: string | undefined;
    to: string | undefined;
    approveAs: string | undefined;
    evenIfWorse: boolean;
    format: RefreshRequest['format'];
    rules: string | undefined;
    date: string | undefined;
    map: string | undefined;
    key: string | undefined;
    originalIds: boolean;
    raw: boolean;
  },
): Promise<RefreshRequest> {
  const { add, out, run, to, approveAs, evenIfWorse, format, rules, date, map, key, originalIds, raw } = typed;
  return {
    folder: resolve(add),
    format,
    raw,
    evenIfWorse,
    originalIds,
    ...(out !== undefined && { out: resolve(out) }),
    ...(approveAs !== undefined && { approveAs }),
    ...(run !== undefined && { run }),
    ...(to !== undefined && { to: to.toLowerCase() }),
    ...(rules !== undefined && { rules: rules === SAVED || rules === NONE ? rules : { file: resolve(rules) } }),
    ...(date !== undefined && { date: dayOf(date) }),
    ...(map !== undefined && { mapping: await readMapping(resolve(map)) }),
    ...(key !== undefined && { pseudonymKey: resolve(key) }),
  };
}
