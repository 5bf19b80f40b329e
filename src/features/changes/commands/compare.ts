import { defineCommand } from '../../../cli/command';
import { RUN_ARGUMENT } from '../../../cli/common-inputs';
import { DATE_INPUT, dayOf, isRevision, NONE, RULES_INPUT, rulesInput, SAVED } from '../../../cli/rules';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { describeChanges } from './changes-text';
import { DECIDE_INPUTS, decideChanged } from './decide-changed';
import type { DeliveredRules, DeliveryChoice } from '../../../shared/contract/delivery';
import type { Tuning } from '../../../shared/contract/tuning';
import { type Context, longCall } from '../../../cli/context';
import { TUNE_INPUT, tuningAndRun } from '../../../cli/tunings';
import { blocks } from '../../../cli/layout';
import { differenceTable, scoreTable, verdictText, metricLines, groupLines, againText } from './compare-text';

const MORE_RUN = { kind: 'text', argument: true, value: 'RUN', help: 'one more run' } as const;

/** @throws ShelfwiseError `usage` if one of the options is given, which all go with another */
function refuseWithout(other: string, options: Readonly<Record<string, unknown>>): void {
  const alone = Object.entries(options).find(([, value]) => value !== undefined);
  if (alone !== undefined)
    throw new ShelfwiseError('usage', say('command-line.goes-with', { option: alone[0], other }));
}

/** The tuning of the option, which may be saved with the data of the run, and then the run that it was made on; nothing without the option. */
async function tuningOf(
  context: Context,
  run: string,
  typed: string | undefined,
): Promise<{ tuning?: Tuning; madeOn?: string }> {
  if (typed === undefined) return {};
  const { dataset } = await (await context.client()).runs.get({ runId: run });
  return tuningAndRun(context, typed, dataset.fingerprint);
}

/** The rules of an option, or those of a revision, on the day of another. */
async function deliveredRules(
  context: Context,
  typed: string | undefined,
  { runId, date }: { runId: string; date: string | undefined },
): Promise<{ rules?: DeliveredRules }> {
  if (typed === undefined || !isRevision(typed)) return rulesInput(context, typed, { runId, date });
  return { rules: { revision: Number(typed), ...(date !== undefined && { date: dayOf(date) }) } };
}

export default defineCommand({
  name: 'compare',
  group: 'Train and judge',
  summary: 'Compare two to four runs: settings, data, rules and computer, scores, groups and lists',
  inputs: {
    run: RUN_ARGUMENT,
    other: { ...RUN_ARGUMENT, value: 'RUN', help: 'the run to compare with it' },
    third: MORE_RUN,
    fourth: MORE_RUN,
    lists: {
      kind: 'flag',
      help: 'for two runs: whose delivered lists changed, by segment, genre and title, and why as far as that is known',
    },
    beforeExport: {
      kind: 'text',
      value: 'SHA256',
      help: 'with --lists: what was exported of the first run, by the beginning of its hash',
    },
    afterExport: { kind: 'text', value: 'SHA256', help: 'the same of the second run' },
    beforeRules: {
      kind: 'text',
      value: `FILE, ${SAVED}, ${NONE} or REVISION`,
      help: 'with --lists: other rules for the lists of the first run, such as those saved at a revision of "rules history"',
    },
    tune: { ...TUNE_INPUT, help: 'with --lists: a tuning file, or a saved tuning, for the lists of the second run' },
    rules: {
      ...RULES_INPUT,
      value: `FILE, ${NONE} or REVISION`,
      help: `with --lists: ${RULES_INPUT.help}; those of a revision of "rules history"; on both sides, unless --before-rules is given`,
    },
    date: DATE_INPUT,
    chance: {
      kind: 'flag',
      help: 'with --lists: first train the recipe of the second run once more with another seed, if that was never done: what moves then is chance',
    },
    ...DECIDE_INPUTS,
    again: {
      kind: 'flag',
      help: 'for runs of other data: score them on the hold-out of the one whose data reaches furthest',
    },
  },
  examples: [
    'compare rxvrv4t4ss rk2m9p3q7d',
    'compare rxvrv4t4ss rk2m9p3q7d --again',
    'compare rxvrv4t4ss rk2m9p3q7d --lists',
    'compare rxvrv4t4ss rk2m9p3q7d --lists --chance',
    'compare rxvrv4t4ss rxvrv4t4ss --lists --before-export 8a1f',
    'compare rxvrv4t4ss rxvrv4t4ss --lists --before-export 8a1f --tune louder --date 2026-12-07',
    'compare rxvrv4t4ss rxvrv4t4ss --lists --before-rules none',
    'compare rxvrv4t4ss rk2m9p3q7d --lists --title 1055 --decision fine',
  ],
  gone: { '--profile': 'recommend --run RUN --profile ID --against RUN' },
  details: () =>
    [
      '--again trains nothing: each model is scored as it was measured, without its own hold-out. What it had learned does not count as found; only titles that both know',
      'count, in the same number of places for each profile. These figures compare with each other, not with those of the runs.',
    ].join('\n'),
  async run(
    context,
    {
      run,
      other,
      third,
      fourth,
      again,
      lists: asksLists,
      beforeExport,
      afterExport,
      beforeRules,
      tune,
      rules,
      date,
      chance,
      decision,
      ...group
    },
  ) {
    const runIds = [run, other, third, fourth].filter((id) => id !== undefined);
    const client = await context.client();
    if (asksLists) {
      if (runIds.length !== 2) throw new ShelfwiseError('usage', say('changes.blocked'));
      if (tune !== undefined && afterExport !== undefined)
        throw new ShelfwiseError('usage', say('changes.tune-export'));
      if (beforeRules !== undefined && beforeExport !== undefined)
        throw new ShelfwiseError('usage', say('changes.rules-export'));
      const sideOf = async (runId: string, exported: string | undefined, under = rules): Promise<DeliveryChoice> =>
        exported === undefined
          ? { runId, ...(await deliveredRules(context, under, { runId, date })) }
          : { runId, exported: exported.toLowerCase() };
      const after = await sideOf(other, afterExport);
      const request = {
        before: await sideOf(run, beforeExport, beforeRules),
        after: { ...after, ...(await tuningOf(context, other, tune)) },
      };
      if (decision !== undefined) return decideChanged(client, request, { decision, ...group });
      refuseWithout('--decision', { '--title': group.title, '--segment': group.segment, '--genre': group.genre });
      if (chance) await longCall(context, (options) => client.changes.measureChance({ runId: other }, options));
      const changes = await client.changes.lists(request);
      return { json: changes, text: (terminal) => describeChanges(terminal, changes) };
    }
    refuseWithout('--lists', {
      '--tune': tune,
      '--before-export': beforeExport,
      '--after-export': afterExport,
      '--before-rules': beforeRules,
      '--rules': rules,
      '--date': date,
      '--chance': chance || undefined,
      '--decision': decision,
      '--title': group.title,
      '--segment': group.segment,
      '--genre': group.genre,
    });
    if (again) {
      const scored = await longCall(context, (options) => client.runs.scoreAgain({ runIds }, options));
      return { json: scored, text: (terminal) => againText(terminal, scored) };
    }
    const answer = await client.runs.compare({ runIds });
    return {
      json: answer,
      text: (terminal) =>
        blocks(
          verdictText(terminal, answer),
          scoreTable(terminal, answer),
          metricLines(terminal, answer),
          groupLines(terminal, answer),
          differenceTable(terminal, answer),
        ),
    };
  },
});
