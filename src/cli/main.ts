/** Runs one command, from its arguments to the exit status. */
import { version } from '../../package.json';
import { defaultWorkspaceFolder } from '../node/application-data';
import { ShelfwiseError } from '../shared/errors';
import { textOf } from '../shared/words/sentence';
import type { Answer } from './command';
import { type EngineOptions, lazyClient, resolveFrom, typedFolder } from './context';
import { errorObject, explain, failureOf, statusOf } from './failure';
import { describeCommands } from './help';
import { listenForInterrupt } from './interrupt';
import { jsonText, type Output } from './output';
import { parseCommandLine, PROGRAM, type Invocation } from './program';
import { makeReporter } from './reporter';
import { terminalOf } from './terminal';
import { say } from '../shared/words/sentence';
import { openedBy, openWindow } from './window';

interface Streams {
  out: Output;
  err: Output;
}

/** What a command writes to, and what trains for it. */
interface Surroundings extends Streams {
  /** Starts trainers; processes of this program where absent. */
  readonly launcher?: EngineOptions['launcher'];
}

const json = (value: object): string => `${jsonText(value)}\n`;

async function printText(answer: Answer, out: Output): Promise<void> {
  const terminal = terminalOf(process.stdout);
  const text = answer.text(terminal);
  if (typeof text === 'string') return out.write(text === '' ? '' : `${text}\n`);
  for await (const piece of text) {
    if (!out.open) break;
    await (terminal.interactive ? out.write(piece) : out.writeExact(piece));
  }
}

export async function printFailure(error: ShelfwiseError, asJson: boolean, { out, err }: Streams): Promise<number> {
  await err.write(terminalOf(process.stderr).style('red', explain(error).trimEnd()) + '\n');
  if (asJson) await out.write(json(errorObject(error)));
  return statusOf(error);
}

async function runCommand(invocation: Invocation & { kind: 'run' }, streams: Surroundings): Promise<number> {
  const { command, values, globals } = invocation;
  const resolve = resolveFrom(typedFolder());
  const workspaceFolder = (): string =>
    globals.workspace === undefined ? defaultWorkspaceFolder() : resolve(globals.workspace);
  const reporter = await makeReporter(process.stderr, streams.err, terminalOf(process.stderr), globals.quiet);
  const engineOptions: EngineOptions = {
    access: globals.shared ? 'shared' : globals.private ? 'private' : undefined,
    withoutWorkspace: command.withoutWorkspace ?? false,
    onNotice: (notice) => reporter.note(textOf([notice])),
    launcher: streams.launcher,
  };
  const client = lazyClient(workspaceFolder, engineOptions);
  const interrupt = listenForInterrupt(() => {
    reporter.clear();
    const stopped = new ShelfwiseError('stopped', say('command-line.stopped-at-once'));
    void printFailure(stopped, globals.json, streams).then((status) => process.exit(status));
  });
  try {
    const answer = await command.run(
      { reporter, interrupt, resolve, wantsJson: globals.json, client, workspaceFolder, engineOptions },
      values,
    );
    reporter.clear();
    if (globals.json) await streams.out.write(json({ ...answer.json, ...(answer.error && errorObject(answer.error)) }));
    else await printText(answer, streams.out);
    if (answer.error) await streams.err.write(explain(answer.error));
    await answer.goesOn?.();
    return answer.error ? statusOf(answer.error) : (answer.status ?? 0);
  } catch (thrown) {
    reporter.clear();
    return await printFailure(failureOf(thrown, interrupt.requested), globals.json, streams);
  }
}

/** What these words open in a package without a window: the page, in the workspace that they name. */
function wordsForPage(argv: readonly string[]): string[] {
  const at = argv.indexOf('--workspace');
  return ['web', ...(at === -1 ? [] : argv.slice(at, at + 2))];
}

/** @param argv the words after the program's name */
export async function main(argv: readonly string[], streams: Surroundings): Promise<number> {
  const asJson = argv.includes('--json');
  let invocation: Invocation;
  try {
    const opened = openedBy(argv, process.env);
    if (opened?.kind === 'window') return await openWindow(opened.program, argv, process.env);
    invocation = parseCommandLine(opened === null ? argv : wordsForPage(argv));
  } catch (thrown) {
    return printFailure(failureOf(thrown, false), asJson, streams);
  }
  if (invocation.kind === 'run') {
    const status = await runCommand(invocation, streams);
    if (streams.out.failure !== null) return printFailure(streams.out.failure, false, streams);
    return status;
  }
  const [object, text] =
    invocation.kind === 'version'
      ? [{ version }, `${PROGRAM} ${version}\n`]
      : [describeCommands(invocation.command), invocation.text];
  await streams.out.write(asJson ? json(object) : text);
  return 0;
}
