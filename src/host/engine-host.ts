/** The engine host, a process under Electron: serves the contract through ports from the main process. */
import { assertNever } from '../shared/errors';
import { toEngineSchema } from '../shared/processes/engine-messages';
import { createEngine, type Engine } from '../features/engine';
import { requestStop } from '../engine/machine/trainers/lock';
import { createMainLauncher } from './main-launcher';
import { onParentMessage } from './parent';
import { serve, type Served } from '../node/serve';

const launcher = createMainLauncher();

async function start(workspaceFolder: string): Promise<Served & Pick<Engine, 'close'>> {
  const engine = await createEngine({ workspaceFolder, launcher, startsQueued: true });
  return { ...serve(engine.router, engine.context), close: () => engine.close() };
}

// Ctrl-C in the terminal of a development start reaches the whole group: the main process decides what it means.
process.on('SIGINT', () => undefined);

const served = start(process.argv[2] ?? '');
// Without a workspace there is nothing to serve: the main process reads the reason and shows it.
served.catch((thrown: unknown) => {
  process.stderr.write(`${String(thrown)}\n`);
  process.exit(1);
});

onParentMessage((raw, ports) => {
  const message = toEngineSchema.parse(raw);
  switch (message.kind) {
    case 'serve':
      for (const port of ports)
        served.then(
          ({ overPort }) => {
            overPort(port);
            port.start();
          },
          () => undefined,
        );
      return;
    case 'trainer-said':
    case 'trainer-ended':
      return launcher.hear(message);
    case 'stop-run':
      // Only sent when the app quits: nothing may start in place of what stops.
      return void served
        .then(({ close }) => close())
        .then(() => requestStop(message.runFolder))
        // On a full disk, the main process waits for the trainer as for one that does not respond, then kills it.
        .catch((thrown: unknown) => process.stderr.write(`${String(thrown)}\n`));
    default:
      return assertNever(message);
  }
});
