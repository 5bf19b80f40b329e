/** Operations that a power failure interrupts: how the workspace was before, what is done, and what somebody sees of it. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { makeSmallFolder } from '../support/small-folder';

export interface Answer {
  /** Null where a signal ended it. */
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command of the command line, in the folder of the story and with its workspace. */
export type Command = (words: readonly string[]) => Promise<Answer>;

/** What somebody sees of a workspace, by subject. A subject whose name ends in "log" only grows. */
export type Sight = Readonly<Record<string, unknown>>;

export interface Story {
  /** What was done, and written to the disk, long before. */
  readonly before: readonly Step[];
  /** What is under way when the power fails; done, it is acknowledged. Steps of one line begin at once. */
  readonly steps: readonly (readonly Step[])[];
}

export type Step = (place: Place) => Promise<void>;

export interface Place {
  readonly folder: string;
  readonly command: Command;
}

/** The rules of the story, as the command line reads them. */
const RULES = {
  formatVersion: 1,
  rules: [{ id: 'not-104', name: 'Not 104', kind: 'hide', titles: { ids: ['104'] } }],
};

/** About a child: in any file of the workspace it is what forgetting takes away. */
const NOTE = 'likes trains';

const SETTINGS = ['--recipe', 'quick', '--set', 'structure.width=16', '--set', 'stopping.epochs=3'];
const PROFILES = { profiles: 12, items: 64, everyFile: true };

const run =
  (...words: readonly string[]): Step =>
  async ({ command }) => {
    const { status, out, err } = await command(words);
    if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${out}${err}`);
  };

/** @param words "RUN" and "DATA" stand for the first run and the first data set */
const on =
  (...words: readonly string[]): Step =>
  async (place) => {
    const { run: runId, data } = await namesOf(place);
    await run(...words.map((word) => (word === 'RUN' ? runId : word === 'DATA' ? data : word)))(place);
  };

/** Names of the first ones are kept beside the workspace, since a new one would come first in a list. */
async function namesOf({ folder, command }: Place): Promise<{ run: string; data: string }> {
  const kept = path.join(folder, 'names.json');
  const there = await fs.readFile(kept, 'utf8').catch(() => null);
  if (there !== null) return JSON.parse(there) as { run: string; data: string };
  const { datasets } = json(await command(['datasets', '--json'])) as { datasets: { fingerprint: string }[] };
  const { runs } = json(await command(['runs', '--json'])) as { runs: { runId: string }[] };
  return { data: datasets[0]!.fingerprint, run: runs[0]?.runId ?? '' };
}

const keepNames: Step = async (place) => {
  await fs.writeFile(path.join(place.folder, 'names.json'), JSON.stringify(await namesOf(place)));
};

const folders: Step = async ({ folder }) => {
  for (const [name, eventsPerProfile] of [
    ['march', 5],
    ['april', 7],
  ] as const) {
    const made = await makeSmallFolder({ ...PROFILES, eventsPerProfile });
    await fs.cp(made.folder, path.join(folder, name), { recursive: true });
    await made.remove();
  }
  await fs.writeFile(path.join(folder, 'rules.json'), JSON.stringify(RULES));
  await fs.mkdir(path.join(folder, 'sent'));
};

const imported = [folders, run('import', 'march')];
const trained = [...imported, run('train', '--data', 'march', ...SETTINGS), keepNames];
const approved = [...trained, on('approve', '--run', 'RUN', '--by', 'Kim', '--reason', 'looked at')];

export const STORIES: Readonly<Record<string, Story>> = {
  import: { before: [folders], steps: [[run('import', 'march')]] },
  train: { before: imported, steps: [[run('train', '--data', 'march', ...SETTINGS)]] },
  rules: { before: trained, steps: [[on('rules', 'add', 'rules.json', '--data', 'DATA')]] },
  approve: { before: trained, steps: [[on('approve', '--run', 'RUN', '--by', 'Kim', '--reason', 'looked at')]] },
  export: { before: approved, steps: [[on('export', '--run', 'RUN', '--out', 'sent/lists.csv', '--format', 'csv')]] },
  refresh: {
    before: approved,
    steps: [
      [
        on(
          'refresh',
          '--add',
          'april',
          '--approve-as',
          'Kim',
          '--even-if-worse',
          '--out',
          'sent/lists.csv',
          '--format',
          'csv',
        ),
      ],
    ],
  },
  forget: {
    before: [...approved, on('note', '--data', 'DATA', '--profile', '3', '--text', NOTE)],
    steps: [[on('forget', '3', '--data', 'DATA', '--with-models', '--yes')]],
  },
  adding: { before: trained, steps: [[on('import', 'april', '--add', '--to', 'DATA')]] },
  trash: { before: trained, steps: [[on('delete', 'RUN')], [run('trash', 'empty')]] },
  together: {
    before: trained,
    steps: [
      [
        on('rules', 'add', 'rules.json', '--data', 'DATA'),
        on('note', '--data', 'DATA', '--profile', '3', '--text', NOTE),
        on('mark', 'RUN', '--note', 'the first'),
      ],
    ],
  },
};

/** What somebody sees; a command that ends with another status than 0 is seen as its sentence. */
export async function look(place: Place): Promise<Sight> {
  const { command, folder } = place;
  const seen = async (words: readonly string[], of: (answer: never) => unknown): Promise<unknown> => {
    const answer = await command([...words, '--json']);
    return answer.status === 0 ? of(json(answer) as never) : { status: answer.status, said: answer.out };
  };
  const data = await seen(['datasets'], ({ datasets }: { datasets: { fingerprint: string; interactions: number }[] }) =>
    datasets.map(({ fingerprint, interactions }) => `${fingerprint} ${interactions}`).toSorted(),
  );
  const runs = (await seen(['runs'], ({ runs: each }: { runs: { runId: string; status: string }[] }) =>
    each.filter(({ status }) => status === 'finished').map(({ runId }) => runId),
  )) as string[];
  const sight: Record<string, unknown> = { data, runs: [...runs].toSorted() };
  for (const runId of runs) {
    sight[`lists of ${runId}`] = await seen(['show', runId], ({ listsSha256, marks }: never) => ({
      listsSha256,
      marks,
    }));
    sight[`approvals of ${runId}`] = await seen(['approve', '--run', runId], ({ all }: { all: unknown }) => all);
    sight[`log`] = await seen(['audit', '--run', runId], ({ entries }: { entries: unknown[] }) => entries.toReversed());
  }
  const { data: first } = await namesOf(place).catch(() => ({ data: '' }));
  if (first !== '') {
    sight['rules'] = await seen(['rules', 'list', '--data', first], (answer) => answer);
    sight['note'] = await seen(['note', '--data', first, '--profile', '3'], (answer) => answer);
  }
  sight['a file with the note'] = filesWith(NOTE, path.join(folder, 'workspace')).length > 0;
  sight['sent'] = await fs
    .readFile(path.join(folder, 'sent', 'lists.csv'))
    .then((bytes) => createHash('sha256').update(bytes).digest('hex'))
    .catch(() => null);
  return sight;
}

function filesWith(text: string, folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .filter((file) => readFileSync(file).includes(text));
}

export const json = ({ out }: Answer): unknown => JSON.parse(out);
