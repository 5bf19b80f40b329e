/**
 * What a command works with: the engine's client, progress and notes, Ctrl-C, and the folder that relative paths start
 * from.
 */
import * as path from 'node:path';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../features/contract';
import type { createTrainerLauncher } from '../host/launcher';
import type { Progress } from '../shared/contract/progress';
import { finalValue } from '../shared/values/final-value';
import type { Sentence } from '../shared/words/sentence';
import type { Interrupt } from './interrupt';
import type { Reporter } from './reporter';

export type Client = ContractRouterClient<Contract>;

export interface Context {
  readonly reporter: Reporter;
  readonly interrupt: Interrupt;
  /** Whether the answer is printed as an object. Pages are then collected, otherwise printed as they arrive. */
  readonly wantsJson: boolean;
  /** The engine, started by the first call: help and usage errors never wait for TensorFlow.js and DuckDB. */
  client(): Promise<Client>;
  /** The workspace: as typed, or the system's default. */
  workspaceFolder(): string;
  /** For a host that opens the workspace itself. */
  readonly engineOptions: EngineOptions;
  /** Resolves what the user typed to an absolute path. */
  resolve(typed: string): string;
}

/** The user's current folder: `npm run` changes to the project's folder and stores the original in INIT_CWD. */
export function typedFolder(environment: NodeJS.ProcessEnv = process.env, current: string = process.cwd()): string {
  return (environment['npm_lifecycle_event'] === 'shelfwise' && environment['INIT_CWD']) || current;
}

export const resolveFrom =
  (folder: string) =>
  (typed: string): string =>
    path.resolve(folder, typed);

/** The engine's phases in words; others are shown by name. */
const PHASE_WORDS: Record<string, string> = {
  look: 'Looking into the folder',
  read: 'Reading',
  clean: 'Cleaning',
  write: 'Writing the data set',
  fingerprint: 'Taking its fingerprint',
  lists: 'Making the lists of a run that came without its data',
  check: 'Checking what is stored',
  train: 'Training again',
  unit: 'Working',
  away: 'Waiting for the cluster, which does not answer',
  turn: 'Waiting for another refresh to end',
  parts: 'Making lists',
  leaderboard: 'Comparing',
  forget: 'Forgetting',
  download: 'Downloading',
  unpack: 'Unpacking',
  bundle: 'Writing the bundle',
  measure: 'Measuring',
  condition: 'Training without some of the profiles',
  fairness: 'Training on shuffled attributes',
  stability: 'Measuring the lists of profiles',
  rules: 'Scoring profiles again',
  map: 'Laying out the map',
  again: 'Scoring the hold-out',
  checks: 'Checking the lists',
  export: 'Exporting',
  tuning: 'Making tuned lists',
  outcome: 'Looking at what was watched since',
  everything: 'Reading',
};

function showProgress({ reporter }: Context, { phase, detail, done, total }: Progress): void {
  if (phase === 'done') return;
  reporter.progress(PHASE_WORDS[phase] ?? phase, total > 0 ? Math.min(1, done / total) : null, detail);
}

/**
 * The same for the engine's long calls: shows their progress, and aborts them on Ctrl-C. @param onTold receives all
 * progress
 */
export async function longCall<Result, Told extends Progress = Progress>(
  context: Context,
  call: (options: { signal: AbortSignal }) => Promise<AsyncIterator<Told, Result>>,
  onTold: (told: Told) => void = () => undefined,
): Promise<Result> {
  try {
    const iterator = await call({ signal: context.interrupt.signal });
    return await finalValue(iterator, (told) => {
      onTold(told);
      showProgress(context, told);
    });
  } finally {
    context.reporter.clear();
  }
}

/** How this process opens its workspace. */
export interface EngineOptions {
  readonly access?: 'private' | 'shared' | undefined;
  readonly withoutWorkspace?: boolean;
  readonly onNotice: (notice: Sentence) => void;
  /** Starts trainers; processes of this program where absent. */
  readonly launcher?: ReturnType<typeof createTrainerLauncher> | undefined;
}

/** An engine in this process, started when first needed. */
export function lazyClient(workspaceFolder: () => string, options: EngineOptions): () => Promise<Client> {
  let started: Promise<Client> | null = null;
  const start = async (): Promise<Client> => {
    const [{ createEngine }, { createTrainerLauncher }] = await Promise.all([
      import('../features/engine'),
      import('../host/launcher'),
    ]);
    const engine = await createEngine({
      ...options,
      workspaceFolder: workspaceFolder(),
      launcher: options.launcher ?? createTrainerLauncher({ endsWithParent: true }),
    });
    return engine.client;
  };
  return () => (started ??= start());
}
