/**
 * Trains autoencoders that differ only in their randomness, and averages them. The mean of their scores is again one autoencoder: its code is their
 * codes side by side, its decoder their decoders side by side, divided by their number. So no reader of a model needs to know of members.
 */
import type { NamedTensor, NamedTensors } from '../recommender';
import { DaeTraining, type MemberTraining, type TrainingInput, type TrainingState } from './dae-training';

/** Trains the members of an ensemble in turn; with one member, exactly that autoencoder. */
export class EnsembleTraining {
  private constructor(
    private readonly input: TrainingInput,
    private readonly members: readonly MemberTraining[],
  ) {}

  /** Starts from the beginning, or from a state. */
  static async begin(input: TrainingInput, state?: TrainingState): Promise<EnsembleTraining> {
    const { stage, recipe, accelerator } = input;
    const members: MemberTraining[] = [];
    try {
      for (let member = 0; member < recipe['mixture.members']; member++) {
        const own = member === 0 ? input : { ...input, stage: `${stage}/${prefixOf(member)}` };
        const from = state && stateOf(state, member);
        members.push((await accelerator?.training(own, from)) ?? new DaeTraining(own, from));
      }
    } catch (thrown) {
      for (const member of members) member.dispose();
      throw thrown;
    }
    return new EnsembleTraining(input, members);
  }

  /** DaeTraining.runEpoch for each member in turn; the loss is their mean. */
  async runEpoch(epoch: number, betweenSteps: (share: number) => Promise<void>): Promise<number> {
    let total = 0;
    for (const [index, member] of this.members.entries())
      total += await member.runEpoch(epoch, (share) => betweenSteps((index + share) / this.members.length));
    return total / this.members.length;
  }

  /** The tensors of the averaged autoencoder. */
  async weights(): Promise<NamedTensors> {
    return averaged(
      await Promise.all(this.members.map(async (member) => member.weights())),
      this.input.recipe['structure.width'],
    );
  }

  /** The states of all members in one, with prefixed names of parameters. */
  async state(): Promise<TrainingState> {
    const states = await Promise.all(this.members.map(async (member) => member.state()));
    const named = states.flatMap(({ parameters }, member) =>
      Object.entries(parameters).map(([name, parameter]) => [`${prefixOf(member)}${name}`, parameter] as const),
    );
    return { steps: states[0]!.steps, parameters: Object.fromEntries(named) };
  }

  /** Frees the tensors of all members. */
  dispose(): void {
    for (const member of this.members) member.dispose();
  }
}

const prefixOf = (member: number): string => (member === 0 ? '' : `member-${member + 1}/`);

function stateOf({ steps, parameters }: TrainingState, member: number): TrainingState {
  const prefix = prefixOf(member);
  const own = Object.entries(parameters)
    .filter(([name]) => (member === 0 ? !name.includes('/') : name.startsWith(prefix)))
    .map(([name, parameter]) => [name.slice(prefix.length), parameter] as const);
  return { steps, parameters: Object.fromEntries(own) };
}

/** One autoencoder whose scores are the mean of the members'; the same tensors if there is one member. */
function averaged(members: readonly NamedTensors[], codeWidth: number): NamedTensors {
  if (members.length === 1) return members[0]!;
  const all = (name: string): NamedTensor[] => members.map((tensors) => tensors[name]!);
  const hasNetwork = members[0]!['condition'] !== undefined;
  const codes = all('decoder').map((decoder) => columnsOf(decoder, 0, codeWidth));
  const joined = all('decoder').map((decoder) => columnsOf(decoder, codeWidth, decoder.shape[1]!));
  const share = 1 / members.length;
  return {
    encoder: sideBySide(all('encoder')),
    'encoder.bias': sideBySide(all('encoder.bias')),
    ...(hasNetwork && {
      condition: sideBySide(all('condition')),
      'condition.bias': sideBySide(all('condition.bias')),
    }),
    // Each member has its own network that reads the profile; without one they all read the same columns.
    decoder: scaled(sideBySide([...codes, ...(hasNetwork ? joined : [summed(joined)])]), share),
    'decoder.bias': scaled(summed(all('decoder.bias')), share),
  };
}

function columnsOf({ shape, values }: NamedTensor, from: number, to: number): NamedTensor {
  const [rows, columns] = [shape[0]!, shape[1]!];
  const part = new Float32Array(rows * (to - from));
  for (let row = 0; row < rows; row++)
    part.set(values.subarray(row * columns + from, row * columns + to), row * (to - from));
  return { shape: [rows, to - from], values: part };
}

function sideBySide(parts: readonly NamedTensor[]): NamedTensor {
  const rows = parts[0]!.shape[0]!;
  const columns = parts.reduce((sum, { shape }) => sum + shape[1]!, 0);
  const values = new Float32Array(rows * columns);
  let start = 0;
  for (const part of parts) {
    const width = part.shape[1]!;
    for (let row = 0; row < rows; row++)
      values.set(part.values.subarray(row * width, (row + 1) * width), row * columns + start);
    start += width;
  }
  return { shape: [rows, columns], values };
}

function summed(parts: readonly NamedTensor[]): NamedTensor {
  const sums = new Float64Array(parts[0]!.values.length);
  for (const { values } of parts) for (let index = 0; index < sums.length; index++) sums[index]! += values[index]!;
  return { shape: parts[0]!.shape, values: new Float32Array(sums) };
}

function scaled({ shape, values }: NamedTensor, factor: number): NamedTensor {
  // A loop: a call for each of millions of numbers, after each epoch, took longer than the epoch.
  const result = new Float32Array(values.length);
  for (let at = 0; at < result.length; at++) result[at] = values[at]! * factor;
  return { shape, values: result };
}
