/** The system's dialogs, which a test cannot click: answered in the main process, with their content recorded. */
import type { ElectronApplication } from 'playwright-core';

export interface Answers {
  folder?: string;
  saveAs?: string;
  /** Number of the button. */
  button?: number;
}

interface Asked {
  message: string;
  detail: string;
  buttons: string[];
}

const KEPT = 'shelfwiseTestAsked';

export async function stubDialogs(electron: ElectronApplication, answers: Answers): Promise<void> {
  await electron.evaluate(
    ({ dialog }, { answers: { folder, saveAs, button }, kept }) => {
      const asked: Asked[] = [];
      Object.assign(globalThis, { [kept]: asked });
      Object.assign(dialog, {
        showOpenDialog: () =>
          Promise.resolve({ canceled: folder === undefined, filePaths: folder === undefined ? [] : [folder] }),
        showSaveDialog: () =>
          Promise.resolve({ canceled: saveAs === undefined, filePath: saveAs === undefined ? '' : saveAs }),
        showMessageBox: (first: Asked, second?: Asked) => {
          asked.push(second === undefined ? first : second);
          return Promise.resolve({ response: button === undefined ? 0 : button });
        },
      });
    },
    { answers, kept: KEPT },
  );
}

/** What message boxes have asked since `stubDialogs`. */
export function askedBy(electron: ElectronApplication): Promise<Asked[]> {
  return electron.evaluate(
    (_electron, kept) =>
      ((globalThis as unknown as Record<string, Asked[]>)[kept] as Asked[]).map(({ message, detail, buttons }) => ({
        message,
        detail,
        buttons,
      })),
    KEPT,
  );
}
