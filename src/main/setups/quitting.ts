/** Trainers end with the app. Quitting during training asks first, and keeps the best epoch. */
import { app, dialog } from 'electron';
import { runsAtWork, trainersAtRest } from '../engine/trainers';
import { texts } from '../language';
import { allWindows } from '../windows/workspace-window';
import { log } from './log';

/** Milliseconds to wait for a trainer before its run falls back to the last checkpoint. */
const PATIENCE = 20_000;

const later = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function wantsToStop(): Promise<boolean> {
  const t = texts();
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: t('desktop.trainingTitle'),
    message: t('desktop.trainingQuestion'),
    detail: t('desktop.trainingDetail'),
    buttons: [t('desktop.stopAndQuit'), t('desktop.keepTraining')],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}

/** Any engine can stop any run: the request is a file in the run's folder. */
async function stopRuns(): Promise<void> {
  const engine = allWindows()[0]?.engine;
  for (const runFolder of runsAtWork()) engine?.tell({ kind: 'stop-run', runFolder });
  await Promise.race([trainersAtRest(), later(PATIENCE)]);
  if (runsAtWork().length > 0) log.warn('A trainer did not stop in time; its run can be resumed');
}

export function askBeforeQuitting(): void {
  let asking = false;
  let mayQuit = false;
  const ask = async (): Promise<void> => {
    asking = true;
    const stop = await wantsToStop();
    if (stop) {
      await stopRuns();
      mayQuit = true;
      app.quit();
    }
    asking = false;
  };
  const refuse = (event: { preventDefault(): void }): void => {
    if (mayQuit || runsAtWork().length === 0) return;
    event.preventDefault();
    if (!asking) void ask();
  };
  app.on('before-quit', refuse);
  // On Windows and Linux the app ends with its last window; on macOS a window may close while training continues.
  app.on('browser-window-created', (_event, window) =>
    window.on('close', (event) => {
      if (process.platform !== 'darwin' && allWindows().length === 1) refuse(event);
    }),
  );
}
