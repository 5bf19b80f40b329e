/**
 * The engine under `npm run dev`: the browser host of the product, with two differences. The process that started it forks the trainers, so
 * that they outlive it, and keeps the token, so that a page goes on with the next one. No build but that of `npm run dev` has this file.
 */
import { createMainLauncher } from '../../src/host/main-launcher';
import { onParentMessage, tellParent } from '../../src/host/parent';
import { startBrowserHost } from '../../src/host/web-entry';
import { toEngineSchema } from '../../src/shared/processes/engine-messages';

const [workspaceFolder = '', token = ''] = [process.argv[2], process.env['SHELFWISE_DEV_TOKEN']];
delete process.env['SHELFWISE_DEV_TOKEN'];

// Ctrl-C reaches the whole group: the parent decides what it means.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));

const launcher = createMainLauncher();
onParentMessage((raw) => {
  const message = toEngineSchema.parse(raw);
  if (message.kind === 'trainer-said' || message.kind === 'trainer-ended') launcher.hear(message);
});

startBrowserHost({
  workspaceFolder,
  port: 0,
  token,
  launcher,
  onNotice: (notice) => console.log(JSON.stringify(notice)),
  onNewAddress: (address) => tellParent({ kind: 'address', address }),
}).then(
  ({ port, address, workspace }) => tellParent({ kind: 'ready', port, address, workspace }),
  (thrown: unknown) => {
    console.error(thrown);
    process.exit(1);
  },
);
