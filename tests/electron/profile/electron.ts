/** Electron 9 for the main process, with what it lacks of Electron 45. */
import electron, { type Event, type WebContents } from 'electron';
import { answerWithFrames } from './sender-frames';
import { deliverResponses } from './protocol-handle';
import { utilityMetrics, utilityProcess } from './utility-process';

const { app, crashReporter, ipcMain, protocol } = electron;

/** Electron 9 passes as arguments what Electron 45 puts into the event; listeners get both. */
function describeEvents(contents: WebContents): void {
  const describe = (name: string, properties: readonly string[]): void => {
    contents.prependListener(name, (event: Event, ...values: unknown[]) =>
      Object.assign(event, Object.fromEntries(properties.map((property, index) => [property, values[index]]))),
    );
  };
  describe('will-navigate', ['url']);
  describe('will-redirect', ['url', 'isSameDocument', 'isMainFrame']);
  describe('did-start-navigation', ['url', 'isSameDocument', 'isMainFrame']);
}

function addToContents(contents: WebContents): void {
  describeEvents(contents);
  contents.setWindowOpenHandler = (handler) => {
    contents.on('new-window' as never, (event: Event, url: string) => {
      if (handler({ url } as never).action === 'deny') event.preventDefault();
    });
  };
}

app.on('web-contents-created', (_event, contents) => addToContents(contents));
app.on('session-created', (session) => {
  session.setDevicePermissionHandler = () => undefined; // Chrome 83 offers no devices without a flag.
  session.setSpellCheckerEnabled = () => undefined; // `spellcheck: false` of the window is all there is.
});
answerWithFrames(app, ipcMain);
deliverResponses(protocol);

const getAppMetrics = app.getAppMetrics.bind(app);
app.getAppMetrics = () => [...getAppMetrics(), ...utilityMetrics()];

const start = crashReporter.start.bind(crashReporter);
crashReporter.start = (options) => start({ companyName: 'Shelfwise', submitURL: 'https://localhost/', ...options });

// @ts-expect-error: declared as one value, but its parts are what everybody imports
export * from 'electron';
export { utilityProcess };
export default electron;
