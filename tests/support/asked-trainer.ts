/** A launcher whose trainers answer one kind of work as a test says, and all else as they do. */
import type * as z from 'zod';
import type { AskedJob, TrainerLauncher } from '../../src/engine/machine/trainers/trainer-launcher';
import type { TrainerWork } from '../../src/shared/contract/trainer-work';
import { launcher } from './trained-run';

export type Answering<Work extends TrainerWork> = (
  job: AskedJob<z.output<Work['request']>>,
) => Promise<z.output<Work['answer']>>;

export const launcherThat = <Work extends TrainerWork>(work: Work, answer: Answering<Work>): TrainerLauncher => ({
  ...launcher,
  async ask(asked, job) {
    if (asked.kind !== work.kind) return launcher.ask(asked, job);
    const request = work.request.parse(job.request) as z.output<Work['request']>;
    return (await answer({ ...job, request })) as never;
  },
});
