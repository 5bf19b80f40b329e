/** How far each model with epochs is from each baseline on one part of a data set, with what it costs, as a table in Markdown. */
import { pairedDifference } from '../../src/engine/model/evaluate/bootstrap';
import { meanOf } from '../../src/engine/model/evaluate/judge';
import { RandomStreams } from '../../src/engine/model/random';
import type { Part } from './parts';

export interface Measured {
  readonly model: string;
  readonly part: Part;
  /** One per test profile of every split: the same profiles, in the same order, for all models of a part. */
  readonly scores: Float64Array;
  /** Of one fit, all cores together. */
  readonly processorSeconds: number;
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(4).slice(1)}`;
const seconds = (value: number): string => (value < 10 ? value.toFixed(1) : String(Math.round(value)));
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A row for each autoencoder, a column for each baseline: the difference of the scores with its 95 % interval. */
export function tableOf(part: Part, all: readonly Measured[]): string {
  const measured = all.filter((one) => one.part === part);
  const baselines = measured.filter(({ model }) => !model.startsWith('dae-'));
  const own = measured.filter(({ model }) => model.startsWith('dae-'));
  const random = new RandomStreams(1);
  const beside = (left: Measured, right: Measured): string => {
    const stream = random.stream(`${left.model} ${right.model}`);
    const { mean, low, high, isCertain } = pairedDifference(left.scores, right.scores, stream);
    return `${signed(mean)} (${signed(low)} to ${signed(high)})${isCertain ? '' : ' ~'}`;
  };
  const scoreOf = ({ scores }: Measured): string => meanOf(scores).toFixed(4).slice(1);
  return [
    row([part, 'score', 'processor s', ...baselines.map(({ model }) => `− ${model}`)]),
    row(['---', '---', '---', ...baselines.map(() => '---')]),
    ...own.map((one) =>
      row([one.model, scoreOf(one), seconds(one.processorSeconds), ...baselines.map((other) => beside(one, other))]),
    ),
    row(['score of the baseline', '', '', ...baselines.map(scoreOf)]),
    row(['its processor s', '', '', ...baselines.map(({ processorSeconds }) => seconds(processorSeconds))]),
  ].join('\n');
}
