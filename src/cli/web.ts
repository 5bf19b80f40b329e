import { spawn } from 'node:child_process';
import { defineCommand } from './command';
import { formatFacts } from './layout';

/** The system's program that opens an address; null without a screen. */
function openerOf(environment: NodeJS.ProcessEnv, platform: string): [string, ...string[]] | null {
  if (platform === 'darwin') return ['open'];
  // Not "start": it belongs to the shell, which would parse the address as a command.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return environment['DISPLAY'] || environment['WAYLAND_DISPLAY'] ? ['xdg-open'] : null;
}

/** Returns false if no browser can be opened; the user then opens the printed address. */
function openInBrowser(address: string): Promise<boolean> {
  const opener = openerOf(process.env, process.platform);
  if (opener === null) return Promise.resolve(false);
  const [program, ...words] = opener;
  return new Promise((resolve) => {
    const child = spawn(program, [...words, address], { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => resolve(true));
    child.unref();
  });
}

export const webCommand = defineCommand({
  name: 'web',
  group: 'This computer, and others',
  summary: 'Open the app as a page in the browser, served on this computer only',
  inputs: {
    port: { kind: 'integer', value: 'N', minimum: 0, maximum: 65535, help: 'listen at this port (0: any free one)' },
    noOpen: { kind: 'flag', help: 'only print the address' },
    keepToken: { kind: 'flag', help: 'an open page goes on when this command is ended and started again' },
  },
  examples: ['web', 'web --port 8080 --no-open'],
  details: () =>
    [
      'The address opens one page, once: after that it no longer works, and the address for the next page is printed.',
      'A page that is open can be reloaded. When this command is started again, it has to be opened by a new address,',
      'unless both starts have --keep-token, which keeps its secret in the workspace.',
      'Use that only where you trust the other users of the computer: while this command is ended, a program of theirs at the',
      'same port would be shown the secret by a page that is still open.',
      'Ctrl-C stops running training, keeps its best epoch, and ends the host.',
    ].join('\n'),
  async run(context, { port, noOpen, keepToken }) {
    const { startBrowserHost } = await import('../host/web-entry');
    const host = await startBrowserHost({
      workspaceFolder: context.workspaceFolder(),
      port,
      ...context.engineOptions,
      keepToken,
      onNewAddress: (address) => context.reporter.note(`Address for another page: ${address}`),
      onUsedCode: () =>
        context.reporter.warn(
          'An address was opened for the second time, and refused. If you did not do that yourself, another person may have opened it first: end this command and start it again.',
        ),
    });
    const opened = !noOpen && (await openInBrowser(host.addressToOpen()));
    const { address, workspace } = host;
    return {
      json: { address, port: host.port, workspace, opened },
      text: (terminal) =>
        `${formatFacts(terminal, [
          ['workspace', workspace],
          ['end it', 'Ctrl-C'],
        ])}\n${opened ? 'Opened in the browser. For another page, open' : 'Open in a browser'}: ${address}`,
      goesOn: () =>
        new Promise((resolve, reject) => {
          // A second Ctrl-C ends the program at once.
          process.once('exit', host.killTrainers);
          void context.interrupt.stopWith(
            () => {
              if (host.runningTrainers > 0) context.reporter.note('Stopping the training; its best epoch is kept.');
              host.close().then(resolve, reject);
            },
            () => new Promise(() => undefined),
          );
        }),
    };
  },
});
