/** PyTorch on the same GPU for comparison, if a Python has it and it finds the GPU. */
import { execFile } from 'node:child_process';
import * as path from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { programFolder } from '../../src/engine/machine/environment/program';
import type { Row } from './table';

const answerSchema = z.union([
  z.object({ reason: z.string() }),
  z.object({
    device: z.string(),
    name: z.string(),
    version: z.string(),
    /** Seconds per epoch, by form. */
    forms: z.record(z.string(), z.number()),
    losses: z.array(z.number()),
  }),
]);

export async function pytorchRow(
  python: string,
  { profiles, titles, epochs }: { profiles: number; titles: number; epochs: number },
): Promise<Row> {
  const script = path.join(programFolder(), 'bench', 'gpu', 'torch_epoch.py');
  const words = [script, ...[profiles, titles, epochs].map(String)];
  let answer: z.infer<typeof answerSchema>;
  try {
    const { stdout } = await promisify(execFile)(python, words);
    answer = answerSchema.parse(JSON.parse(stdout.trim().split('\n').at(-1)!));
  } catch (thrown) {
    answer = { reason: (thrown as Error).message.split('\n')[0]! };
  }
  if ('reason' in answer) return { name: 'pytorch', reason: answer.reason };
  const fastest = Object.entries(answer.forms).sort(([, left], [, right]) => left - right)[0]!;
  const forms = Object.entries(answer.forms).map(([form, seconds]) => `${form} ${seconds.toFixed(3)} s`);
  const what = `PyTorch ${answer.version}, ${answer.name} (${answer.device}), ${forms.join(', ')}`;
  return { name: `pytorch ${fastest[0]}`, secondsPerEpoch: fastest[1], profiles, what };
}
