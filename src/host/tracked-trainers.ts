/** A launcher that tracks its trainers, for a host that must report or stop them when it ends. */
import { requestStop } from '../engine/machine/trainers/lock';
import type { Trainer, TrainerLauncher } from '../engine/machine/trainers/trainer-launcher';

interface TrackedTrainers {
  launcher: TrainerLauncher;
  readonly running: number;
  /** Asks each for an orderly stop, which keeps its best epoch, and waits for the ends. */
  stop(): Promise<void>;
  /** Kills them; their runs can be resumed. */
  kill(): void;
}

export function trackTrainers(launcher: TrainerLauncher): TrackedTrainers {
  const trainers = new Map<Trainer, string>();
  return {
    launcher: {
      ...launcher,
      launch(job) {
        const trainer = launcher.launch(job);
        trainers.set(trainer, job.runFolder);
        void trainer.ended.then(() => trainers.delete(trainer));
        return trainer;
      },
    },
    get running() {
      return trainers.size;
    },
    async stop() {
      await Promise.all(
        [...trainers].map(async ([trainer, runFolder]) => {
          // If it cannot be asked, as on a full disk, its run falls back to the last checkpoint.
          await requestStop(runFolder).catch(() => trainer.kill());
          await trainer.ended;
        }),
      );
    },
    kill() {
      for (const trainer of trainers.keys()) trainer.kill();
    },
  };
}
