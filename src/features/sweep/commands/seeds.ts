/** One recipe with several seeds, in words. */
import type { RepeatedSeeds } from '../contract/seeds';
import { LIST_LENGTH } from '../../../shared/limits';
import { blocks, formatFacts, formatTable } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { count, counted, decimals, percent, short } from '../../../cli/words';

export function describeSeeds(terminal: Terminal, { dataset, runs, metrics, lists }: RepeatedSeeds): string {
  const { places, shared, profiles } = lists;
  const all = profiles.reduce((sum, one) => sum + one, 0);
  const spread = ({ mean, deviation }: { mean: number; deviation: number }): string =>
    `${decimals(mean)} ± ${decimals(deviation)}`;
  return blocks(
    `${terminal.style('bold', dataset.name)} (${short(dataset.fingerprint)}) · ${counted(runs.length, 'seed')}`,
    formatTable(
      terminal,
      [
        { title: 'seed', align: 'right' },
        { title: 'run' },
        { title: `recall@${LIST_LENGTH}`, align: 'right' },
        { title: `ndcg@${LIST_LENGTH}`, align: 'right' },
        { title: 'score', align: 'right' },
        { title: 'lists hash' },
      ],
      runs.map(({ seed, runId, metrics: own, listsSha256 }) => [
        String(seed),
        runId,
        decimals(own?.recall),
        decimals(own?.ndcg),
        decimals(own?.score),
        short(listsSha256),
      ]),
    ),
    formatFacts(terminal, [
      ['recall', metrics && spread(metrics.recall)],
      ['ndcg', metrics && spread(metrics.ndcg)],
      ['score', metrics && spread(metrics.score)],
      [
        'lists',
        `of ${places} titles, all seeds share ${decimals(shared.mean, 1)} (${percent(shared.mean / places)}) in the mean, from ${shared.fewest} to ${shared.most}`,
      ],
      ['', `${count(profiles[places] ?? 0)} of ${counted(all, 'profile')} get the same titles with every seed`],
    ]),
    '± is the standard deviation over the seeds. With a random hold-out, each seed has a hold-out of its own.',
  );
}
