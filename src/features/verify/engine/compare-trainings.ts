/** Compares two trainings of one recipe: the verdict, the first epoch that differs, and the possible causes. */
import {
  type Environment,
  type Epoch,
  type Program,
  type RunRecord,
  type Verification,
  VERIFIED_PARTS,
  type VerifiedPart,
} from '../../../shared/contract/run';
import { compareFigures, type Outcome } from './compare-figures';
import { instructionSetName } from '../../../shared/values/instruction-sets';
import { type Said, say, type Sentence, type TextId, textOf } from '../../../shared/words/sentence';

/** Largest difference of the score that still counts as the same metrics. */
const METRIC_TOLERANCE = 0.001;

type Comparison = Pick<
  Verification,
  'verdict' | 'differs' | 'figures' | 'cause' | 'said' | 'firstDifferentEpoch' | 'metricDifference'
>;

interface Origin {
  /** Whether the run was trained elsewhere: its record is then the sender's text. */
  readonly isBrought: boolean;
  /** Sentences about stored files that differ from the record, or from each other. */
  readonly damage: Said;
}

/**
 * On a processor, anything that differs makes the verdict `different`; on a GPU, scores may be near instead. What the record says of its computer
 * decides nothing: only the device that trained the run again does.
 */
export function compareOutcomes(recorded: Outcome, repeated: Outcome, { isBrought, damage }: Origin): Comparison {
  const firstDifferentEpoch = firstDifference(recorded.epochs, repeated.epochs);
  const metricDifference = scoreDifference(recorded.record, repeated.record);
  const differs = differingParts(recorded.record, repeated.record, firstDifferentEpoch);
  const promised = repeated.record.environment?.device === 'gpu' ? 'scores' : 'bits';
  const figures = compareFigures(recorded, repeated, promised === 'bits' || !differs.includes('weights'));
  const facts = { firstDifferentEpoch, metricDifference, differs, figures };
  const verdict = verdictOf(promised, facts, areNear(recorded.record, repeated.record));
  if (damage.length > 0)
    return { ...facts, verdict: 'different', ...because([...damage, againSentence(facts, isBrought)]) };
  return { ...facts, verdict, ...because(causeOf({ verdict, promised, isBrought }, recorded, repeated, facts)) };
}

/** A cause as its sentences and as English text. */
export const because = (said: Said): { cause: string; said: Said } => ({ cause: textOf(said), said });

function firstDifference(recorded: readonly Epoch[], repeated: readonly Epoch[]): Verification['firstDifferentEpoch'] {
  for (let index = 0; index < Math.max(recorded.length, repeated.length); index++) {
    const [left, right] = [recorded[index], repeated[index]];
    if (left?.stage === right?.stage && left?.epoch === right?.epoch && left?.weightsSha256 === right?.weightsSha256)
      continue;
    const { stage, epoch } = (left ?? right)!;
    return { stage, epoch };
  }
  return null;
}

function scoreDifference(recorded: RunRecord, repeated: RunRecord): number | null {
  if (recorded.metrics === null || repeated.metrics === null) return null;
  return Math.abs(repeated.metrics.score - recorded.metrics.score);
}

function differingParts(recorded: RunRecord, repeated: RunRecord, firstDifferentEpoch: object | null): VerifiedPart[] {
  const differs: Record<VerifiedPart, boolean> = {
    weights: recorded.weightsSha256 !== repeated.weightsSha256,
    lists: recorded.listsSha256 !== repeated.listsSha256,
    scores: metricsText(recorded) !== metricsText(repeated),
    epochs: firstDifferentEpoch !== null,
  };
  return VERIFIED_PARTS.filter((part) => differs[part]);
}

type Facts = Pick<Comparison, 'firstDifferentEpoch' | 'metricDifference'> &
  Required<Pick<Comparison, 'differs' | 'figures'>>;

/** Whether all metrics are within the tolerance; null if a run has none. */
function areNear({ metrics: was }: RunRecord, { metrics: now }: RunRecord): boolean | null {
  if (was === null || now === null) return null;
  const isNear = (figure: 'recall' | 'ndcg' | 'score'): boolean =>
    Math.abs(now[figure] - was[figure]) <= METRIC_TOLERANCE;
  return was.profiles === now.profiles && isNear('recall') && isNear('ndcg') && isNear('score');
}

/** The standard error of a single profile was recorded as 0 before it became null. */
function metricsText({ metrics }: RunRecord): string {
  return JSON.stringify(metrics !== null && metrics.profiles < 2 ? { ...metrics, standardError: null } : metrics);
}

/** What a training again promises: the same bits on a processor, scores nearby on a GPU. */
type Promised = 'bits' | 'scores';

function verdictOf(promised: Promised, { differs, figures }: Facts, isNear: boolean | null): Verification['verdict'] {
  if (figures.differ.length > 0) return 'different';
  if (differs.length === 0) return 'identical-bits';
  if (promised === 'bits') return 'different';
  if (!(isNear ?? !differs.includes('scores'))) return 'different';
  if (!differs.includes('lists')) return 'identical-lists';
  // Without scores nothing says how near other lists are.
  return isNear === null ? 'cannot-tell' : 'same-metrics';
}

const areSame = ({ differs, figures }: Facts): boolean => differs.length === 0 && figures.differ.length === 0;

const againSentence = (facts: Facts, isBrought: boolean): Sentence =>
  areSame(facts)
    ? say(isBrought ? 'verify.brought-record-holds' : 'verify.record-holds')
    : say('verify.record-fails', { parts: partsSentence(facts) });

const partsSentence = ({ differs, figures }: Facts): Sentence[] => [
  ...differs.map((part) => say(`verify.part.${part}`)),
  ...figures.differ.map((figure) => say(`verify.figure.${figure}`)),
];

function causeOf(
  { verdict, promised, isBrought }: { verdict: Verification['verdict']; promised: Promised; isBrought: boolean },
  recorded: Outcome,
  repeated: Outcome,
  facts: Facts,
): Said {
  const { differs, figures, metricDifference } = facts;
  const notCompared = [
    ...(figures.notCompared.length === 0
      ? []
      : [
          say('verify.figures-not-compared', {
            figures: figures.notCompared.map((one) => say(`verify.figure.${one}`)),
          }),
        ]),
    say('verify.never-compared'),
  ];
  const differences = differencesBetween(recorded.record, repeated.record);
  if (verdict === 'identical-bits') {
    const epochs = recorded.epochs.length;
    const what = epochs === 0 ? say('verify.same-bits-no-epochs') : say('verify.same-bits', { epochs });
    return [
      what,
      say('verify.same-figures'),
      ...(differences.length === 0 ? [] : [say('verify.although', { differences })]),
      ...notCompared,
    ];
  }
  const what = [say('verify.differ', { parts: partsSentence(facts) }), ...scoreSentence(differs, metricDifference)];
  if (promised === 'bits')
    return [
      ...what,
      say(isBrought ? 'verify.not-of-recipe' : 'verify.should-not-be'),
      ...(differences.length > 0 ? [say(isBrought ? 'verify.states' : 'verify.what-changed', { differences })] : []),
    ];
  return [...what, ...(differences.length > 0 ? [say('verify.what-changed', { differences })] : []), ...notCompared];
}

function scoreSentence(differs: readonly VerifiedPart[], metricDifference: number | null): Sentence[] {
  if (metricDifference === null) return differs.includes('lists') ? [say('verify.no-metrics')] : [];
  const values = { difference: metricDifference.toFixed(4), tolerance: String(METRIC_TOLERANCE) };
  return [say(metricDifference <= METRIC_TOLERANCE ? 'verify.within' : 'verify.beyond', values)];
}

/** Differences of program and environment, most telling first: "the instruction set was avx2 and is avx512". */
function differencesBetween(recorded: RunRecord, repeated: RunRecord): Sentence[] {
  return [
    ...(recorded.environment === null || repeated.environment === null
      ? []
      : environmentDifferences(recorded.environment, repeated.environment)),
    ...programDifferences(recorded.program, repeated.program),
  ];
}

function environmentDifferences(was: Environment, is: Environment): Sentence[] {
  const library = (hash: string | null): string => (hash === null ? 'of unknown hash' : hash.slice(0, 16));
  const compared: Compared[] = [
    ['changed.tensorflow', was.tensorflow, is.tensorflow],
    ['changed.library', library(was.tensorflowSha256), library(is.tensorflowSha256)],
    ['changed.device', was.device, is.device],
    ['changed.gpu', was.gpu?.name ?? 'none', is.gpu?.name ?? 'none'],
    ['changed.driver', was.gpu?.driver ?? 'none', is.gpu?.driver ?? 'none'],
    ['changed.gpu-libraries', flagsText(was.gpu?.libraries ?? {}), flagsText(is.gpu?.libraries ?? {})],
    ['changed.threads', was.threads.intra, is.threads.intra],
    ['changed.operations', was.threads.inter, is.threads.inter],
    ['changed.flags', flagsText(was.flags), flagsText(is.flags)],
    ['changed.architecture', was.architecture, is.architecture],
    ['changed.instructions', instructionSetName(was.instructionSet), instructionSetName(is.instructionSet)],
    ['changed.processor', was.deviceName, is.deviceName],
    ['changed.platform', was.platform, is.platform],
    ['changed.node', was.node, is.node],
  ];
  return sentences(compared);
}

function programDifferences(was: Program, is: Program): Sentence[] {
  return sentences([
    ['changed.version', was.version, is.version],
    ['changed.commit', was.commit.slice(0, 12), is.commit.slice(0, 12)],
    ['changed.build', was.buildSha256.slice(0, 16), is.buildSha256.slice(0, 16)],
    ['changed.packages', was.lockSha256.slice(0, 16), is.lockSha256.slice(0, 16)],
  ]);
}

type Compared = [id: Extract<TextId, `changed.${string}`>, was: string | number, now: string | number];

const sentences = (compared: readonly Compared[]): Sentence[] =>
  compared.filter(([, was, now]) => was !== now).map(([id, was, now]) => say(id, { was, now }));

function flagsText(flags: Environment['flags']): string {
  const names = Object.keys(flags).sort();
  return names.length === 0 ? 'none' : names.map((name) => `${name}=${flags[name]}`).join(' ');
}
