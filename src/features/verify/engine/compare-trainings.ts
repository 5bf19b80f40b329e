/** Compares two trainings of one recipe: the verdict, the first epoch that differs, and the possible causes. */
import type { Environment, Epoch, Program, RunRecord, Stage, Verification } from '../../../shared/contract/run';
import { instructionSetName } from '../../../shared/values/instruction-sets';
import { type Said, say, type Sentence, type TextId, textOf } from '../../../shared/words/sentence';

/** Largest difference of the score that still counts as the same metrics. */
const METRIC_TOLERANCE = 0.001;

export interface Outcome {
  readonly record: RunRecord;
  readonly epochs: readonly Epoch[];
}

type Comparison = Pick<Verification, 'verdict' | 'cause' | 'said' | 'firstDifferentEpoch' | 'metricDifference'>;

/** @param damage sentences about stored files that differ from the record */
export function compareOutcomes(recorded: Outcome, repeated: Outcome, damage: Said = []): Comparison {
  const firstDifferentEpoch = firstDifference(recorded.epochs, repeated.epochs);
  const metricDifference = scoreDifference(recorded.record, repeated.record);
  const verdict = verdictOf(recorded.record, repeated.record, firstDifferentEpoch, metricDifference);
  const facts = { firstDifferentEpoch, metricDifference };
  const differences = differencesBetween(recorded.record, repeated.record);
  if (damage.length > 0) return { ...facts, verdict: 'different', ...because([...damage, againSentence(verdict)]) };
  return { ...facts, verdict, ...because(causeOf(verdict, recorded, metricDifference, differences)) };
}

/** A cause as its sentences and as English text. */
export const because = (said: Said): { cause: string; said: Said } => ({ cause: textOf(said), said });

function firstDifference(
  recorded: readonly Epoch[],
  repeated: readonly Epoch[],
): { stage: Stage; epoch: number } | null {
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

function verdictOf(
  recorded: RunRecord,
  repeated: RunRecord,
  firstDifferentEpoch: object | null,
  metricDifference: number | null,
): Verification['verdict'] {
  const sameMetrics = metricsText(recorded) === metricsText(repeated);
  const sameLists = recorded.listsSha256 === repeated.listsSha256;
  if (sameLists && sameMetrics && firstDifferentEpoch === null && recorded.weightsSha256 === repeated.weightsSha256)
    return 'identical-bits';
  if (sameLists) return 'identical-lists';
  return metricDifference !== null && metricDifference <= METRIC_TOLERANCE ? 'same-metrics' : 'different';
}

/** The standard error of a single profile was recorded as 0 before it became null. */
function metricsText({ metrics }: RunRecord): string {
  return JSON.stringify(metrics !== null && metrics.profiles < 2 ? { ...metrics, standardError: null } : metrics);
}

const againSentence = (verdict: Verification['verdict']): Sentence =>
  say(verdict === 'identical-bits' ? 'verify.record-holds' : 'verify.record-fails');

function causeOf(
  verdict: Verification['verdict'],
  { record, epochs }: Outcome,
  metricDifference: number | null,
  differences: readonly Sentence[],
): Said {
  const what = whatOf(verdict, epochs.length, metricDifference);
  if (verdict === 'identical-bits')
    return differences.length === 0 ? [what] : [what, say('verify.although', { differences })];
  if (differences.length > 0) return [what, say('verify.what-changed', { differences })];
  const mode = record.recipe['numeric.mode'];
  return [what, say(mode === 'fast' ? 'verify.fast-promises-nothing' : 'verify.should-not-be')];
}

function whatOf(verdict: Verification['verdict'], epochs: number, metricDifference: number | null): Sentence {
  if (verdict === 'identical-bits')
    return epochs === 0 ? say('verify.same-bits-no-epochs') : say('verify.same-bits', { epochs });
  if (verdict === 'identical-lists') return say('verify.same-lists');
  if (metricDifference === null) return say('verify.no-metrics');
  const values = { difference: metricDifference.toFixed(4), tolerance: String(METRIC_TOLERANCE) };
  return verdict === 'same-metrics' ? say('verify.within', values) : say('verify.beyond', values);
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
    ['changed.backend', was.backend, is.backend],
    ['changed.tensorflow', was.tensorflow, is.tensorflow],
    ['changed.library', library(was.tensorflowSha256), library(is.tensorflowSha256)],
    ['changed.device', was.device, is.device],
    ['changed.gpu', was.gpu?.name ?? 'none', is.gpu?.name ?? 'none'],
    ['changed.driver', was.gpu?.driver ?? 'none', is.gpu?.driver ?? 'none'],
    ['changed.cuda', flagsText(was.gpu?.libraries ?? {}), flagsText(is.gpu?.libraries ?? {})],
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
