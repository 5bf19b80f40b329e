/** `npm run dev`: builds the engine, serves the page, and follows the edits of both. */
import * as path from 'node:path';
import { defaultWorkspaceFolder } from '../../src/node/application-data';
import { LOOPBACK } from '../../src/host/web/security';
import { followEngine } from './engine';
import { servePage } from './page';
import { type BuiltProgram, buildEngine, removeLeftPrograms, removeProgram } from './program.mjs';
import { followTrainers } from './trainers';

/** Milliseconds within which several saved files are one edit. */
const TOGETHER = 50;
/** What Vite watches besides the modules of the page. */
const WATCHED = ['src', 'cluster/shelfwise_ray', 'scripts/dev/host.ts'];
/** Read once, at the start. */
const SETTINGS = ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.json'];

const say = (text: string): void => console.log(`dev: ${text}`);
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** Whether a new file may be one of an engine: no page's, no editor's. */
const isOfKind = (file: string, known: ReadonlySet<string>): boolean =>
  [...known].some((other) => path.extname(other) === path.extname(file));

export async function develop(options: { port: number; workspace?: string; inspect: boolean }): Promise<void> {
  removeLeftPrograms();
  const programs: BuiltProgram[] = [];
  const removeUnused = (): void => {
    for (const { folder } of programs.slice(0, -1)) if (!trainers.runs(folder)) removeProgram(folder);
  };
  const flag = (port: number): string[] => (options.inspect ? [`--inspect=${LOOPBACK}:${port}`] : []);
  const trainers = followTrainers({ onEnd: removeUnused, nodeFlags: flag(0) });
  const pageAddress = (address: string): string => {
    const url = new URL(address);
    url.port = String(options.port);
    return url.href;
  };
  const engine = followEngine({
    workspace: options.workspace ?? defaultWorkspaceFolder(),
    trainers,
    nodeFlags: flag(9229),
    onAddress: (address) => say(`another page: ${pageAddress(address)}`),
    onOutput: (text) => process.stderr.write(text),
  });

  let isEnding = false;
  let editedAt = performance.now();
  const page = await servePage({
    port: options.port,
    hostPort: engine.port,
    onUpdate: (what) => say(`window: ${what} (${seconds(editedAt)})`),
    onProblem: (what) => say(`window: ${what}`),
  }).catch((thrown: unknown) => {
    console.error(`dev: ${messageOf(thrown)}: end what listens there, or choose another one with --port N`);
    process.exit(1);
  });
  page.watcher.add([...WATCHED, ...SETTINGS].map((place) => path.resolve(place)));

  async function renewEngine(reason: string): Promise<void> {
    const started = performance.now();
    let program: BuiltProgram;
    try {
      program = await buildEngine();
    } catch (thrown) {
      return say(
        `engine: not built (${reason}); ${programs.length === 0 ? 'none runs' : 'the one before goes on'}\n${messageOf(thrown)}`,
      );
    }
    const built = seconds(started);
    const before = programs.at(-1);
    programs.push(program);
    if (before?.sha256 === program.sha256) return say(`engine: built in ${built} (${reason}); nothing in it changed`);
    const atStart = performance.now();
    const ready = await engine.replace(program.folder);
    removeUnused();
    if (ready === null)
      return say(`engine: built in ${built} (${reason}), and ended at its start; it starts again at the next edit`);
    const training =
      trainers.training === 0 ? '' : `; ${trainers.training} training goes on with the code it began with`;
    say(`engine: built in ${built}, started in ${seconds(atStart)} (${reason})${training}`);
    say(
      `${before === undefined ? `workspace ${ready.workspace}; open` : 'another page:'} ${pageAddress(ready.address)}`,
    );
  }

  let edits: Promise<void> = Promise.resolve();
  let edited = new Set<string>();
  const schedule = (file: string): void => {
    edited.add(file);
    if (edited.size > 1) return;
    edits = edits
      .then(() => new Promise((resolve) => setTimeout(resolve, TOGETHER)))
      .then(() => {
        const [first, ...more] = edited;
        edited = new Set();
        return renewEngine(`${first}${more.length === 0 ? '' : ` and ${more.length} more`}`);
      });
  };

  page.watcher.on('all', (event, place) => {
    const file = path.relative(process.cwd(), place).split(path.sep).join('/');
    editedAt = performance.now();
    if (SETTINGS.includes(file)) return say(`${file} is read at the start: end this command and start it again`);
    if (event.endsWith('Dir') || file.includes('.test.')) return;
    const known = programs.at(-1)?.filesRead;
    if (known === undefined || known.has(file) || (event === 'add' && isOfKind(file, known))) schedule(file);
  });

  const end = (): void => {
    if (isEnding) {
      trainers.killAll();
      process.exit(130);
    }
    isEnding = true;
    if (trainers.training > 0) say('stopping the training; its best epoch is kept. Ctrl-C again ends it at once');
    void engine
      .stop()
      .then(() => Promise.all([trainers.stop(), page.close()]))
      .then(() => {
        for (const { folder } of programs) removeProgram(folder);
        process.exit(0);
      });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);

  say(`types are not checked here: npm run check does`);
  schedule('the start');
}
