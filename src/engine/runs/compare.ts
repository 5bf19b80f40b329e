/** Two trainings of one recipe, side by side: the verdict, the first epoch that differs, and what may have caused it. */
import type { Environment, Epoch, Program, RunRecord, Stage, Verification } from '../../shared/contract';

/** Largest difference of the score that still counts as the same metrics. */
export const METRIC_TOLERANCE = 0.001;

export interface Outcome {
  readonly record: RunRecord;
  readonly epochs: readonly Epoch[];
}

export type Comparison = Pick<Verification, 'verdict' | 'cause' | 'firstDifferentEpoch' | 'metricDifference'>;

/** @param damage sentences on stored files that are not what the record says */
export function compareOutcomes(recorded: Outcome, repeated: Outcome, damage: readonly string[] = []): Comparison {
  const firstDifferentEpoch = firstDifference(recorded.epochs, repeated.epochs);
  const metricDifference = scoreDifference(recorded.record, repeated.record);
  const verdict = verdictOf(recorded.record, repeated.record, firstDifferentEpoch, metricDifference);
  const facts = { firstDifferentEpoch, metricDifference };
  const differences = differencesBetween(recorded.record, repeated.record);
  if (damage.length > 0)
    return { ...facts, verdict: 'different', cause: `${damage.join(' ')} ${againSentence(verdict)}` };
  return { ...facts, verdict, cause: causeOf(verdict, recorded, metricDifference, differences) };
}

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

/** The standard error of one profile was recorded as 0 before it was known to be none. */
function metricsText({ metrics }: RunRecord): string {
  return JSON.stringify(metrics !== null && metrics.profiles < 2 ? { ...metrics, standardError: null } : metrics);
}

function againSentence(verdict: Verification['verdict']): string {
  return verdict === 'identical-bits'
    ? 'Trained again, the run gives the recorded weights and lists, bit for bit: the record holds, the stored files do not.'
    : 'Trained again, the run does not give the recorded weights either.';
}

function causeOf(
  verdict: Verification['verdict'],
  { record, epochs }: Outcome,
  metricDifference: number | null,
  differences: readonly string[],
): string {
  const metrics =
    metricDifference === null
      ? 'there are no metrics to compare'
      : `the score differs by ${metricDifference.toFixed(4)}`;
  const what = {
    'identical-bits': `Weights, lists, metrics${epochs.length === 0 ? '' : ` and the weights after each of ${epochs.length} epochs`} are the same, bit for bit.`,
    'identical-lists': 'The lists are the same, the weights are not.',
    'same-metrics': `Weights and lists differ; ${metrics}, which is within ${METRIC_TOLERANCE}.`,
    different: `Weights and lists differ; ${metrics}${metricDifference === null ? '' : `, which is more than ${METRIC_TOLERANCE}`}.`,
  }[verdict];
  if (verdict === 'identical-bits')
    return differences.length === 0 ? what : `${what} And that although: ${differences.join('; ')}.`;
  if (differences.length > 0) return `${what} What is not as it was: ${differences.join('; ')}.`;
  const mode = record.recipe['numeric.mode'];
  return mode === 'fast'
    ? `${what} Program, library, processor and threads are as recorded, but the mode "fast" does not promise the same bits; "portable" does.`
    : `${what} Program, library, processor, threads and data are as recorded, so this should not be: please report it.`;
}

/** What of program and environment is not as it was, most telling first: "the instruction set was avx2 and is avx512". */
export function differencesBetween(recorded: RunRecord, repeated: RunRecord): string[] {
  return [
    ...(recorded.environment === null || repeated.environment === null
      ? []
      : environmentDifferences(recorded.environment, repeated.environment)),
    ...programDifferences(recorded.program, repeated.program),
  ];
}

function environmentDifferences(was: Environment, is: Environment): string[] {
  const library = (hash: string | null): string => (hash === null ? 'of unknown hash' : hash.slice(0, 16));
  const compared: [name: string, was: string | number, is: string | number][] = [
    ['the backend', was.backend, is.backend],
    ['the TensorFlow version', was.tensorflow, is.tensorflow],
    ['the TensorFlow library (SHA-256)', library(was.tensorflowSha256), library(is.tensorflowSha256)],
    ['the device', was.device, is.device],
    ['the GPU', was.gpu?.name ?? 'none', is.gpu?.name ?? 'none'],
    ['the driver of the GPU', was.gpu?.driver ?? 'none', is.gpu?.driver ?? 'none'],
    ['the CUDA libraries', flagsText(was.gpu?.libraries ?? {}), flagsText(is.gpu?.libraries ?? {})],
    ['the number of threads', was.threads.intra, is.threads.intra],
    ['the number of parallel operations', was.threads.inter, is.threads.inter],
    ['the numeric flags', flagsText(was.flags), flagsText(is.flags)],
    ['the architecture', was.architecture, is.architecture],
    ['the instruction set', was.instructionSet, is.instructionSet],
    ['the processor', was.deviceName, is.deviceName],
    ['the platform', was.platform, is.platform],
    ['the Node version', was.node, is.node],
  ];
  return sentences(compared);
}

function programDifferences(was: Program, is: Program): string[] {
  return sentences([
    ['the program version', was.version, is.version],
    ['the program commit', was.commit.slice(0, 12), is.commit.slice(0, 12)],
    ['the built program (SHA-256)', was.buildSha256.slice(0, 16), is.buildSha256.slice(0, 16)],
    ['the lock file of its packages (SHA-256)', was.lockSha256.slice(0, 16), is.lockSha256.slice(0, 16)],
  ]);
}

function sentences(compared: [name: string, was: string | number, is: string | number][]): string[] {
  return compared.filter(([, was, is]) => was !== is).map(([name, was, is]) => `${name} was ${was} and is ${is}`);
}

function flagsText(flags: Environment['flags']): string {
  const names = Object.keys(flags).sort();
  return names.length === 0 ? 'none' : names.map((name) => `${name}=${flags[name]}`).join(' ');
}
