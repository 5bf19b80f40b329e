/** `senderFrame`: Electron 9 only gives the number of the sending frame; its navigations tell which frame that is. */
import type { App, IpcMain } from 'electron';

interface Frame {
  url: string;
  /** Null for the top frame. */
  parent: object | null;
}

type Sent = { sender: { id: number }; frameId: number; senderFrame?: Frame | null };
type Listener = (event: Sent, ...words: unknown[]) => unknown;

const frames = new Map<string, Frame>();

function withFrame(listener: Listener): Listener {
  return (event, ...words) => {
    const senderFrame = frames.get(`${event.sender.id}/${event.frameId}`) ?? null;
    // Electron's own property, if any, is read-only.
    Object.defineProperty(event, 'senderFrame', { value: senderFrame });
    return listener(event, ...words);
  };
}

export function answerWithFrames(app: App, ipcMain: IpcMain): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('did-frame-navigate', (_navigation, url, _code, _text, isMainFrame, _process, frame) =>
      frames.set(`${contents.id}/${frame}`, { url, parent: isMainFrame ? null : {} }),
    );
  });
  const { on } = ipcMain;
  Object.assign(ipcMain, {
    on: (channel: string, listener: Listener) => on.call(ipcMain, channel, withFrame(listener) as never),
  });
}
