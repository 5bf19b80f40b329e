/** Keeps the computer, but not the screen, awake while a run trains. */
import { powerSaveBlocker } from 'electron';
import { onTrainersChanged, runsAtWork } from '../engine/trainers';

export function followTrainers(): void {
  let blocker: number | null = null;
  onTrainersChanged(() => {
    const training = runsAtWork().length > 0;
    if (training && blocker === null) blocker = powerSaveBlocker.start('prevent-app-suspension');
    if (training || blocker === null) return;
    powerSaveBlocker.stop(blocker);
    blocker = null;
  });
}
