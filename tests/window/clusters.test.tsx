/** Work on a cluster in the window: where it runs, what is sent, and the list of clusters. */
import { screen, waitFor, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { ClustersSection } from '../../src/features/cluster/window/ClustersSection';
import { VerifySection } from '../../src/features/verify/window/VerifySection';
import { StartPanel } from '../../src/features/train/window/StartPanel';
import { ActivityStrip, useJobs } from '../../src/features/window';
import { useActivity } from '../../src/renderer/stores/activity';
import { chooseCluster } from '../../src/renderer/stores/clusters';
import { choosePreset, useTrainForm } from '../../src/renderer/stores/train-form';
import type { Cluster, ClusterTest, NewCluster, Sending } from '../../src/shared/contract/cluster';
import type { Job, JobProgress, JobRequest } from '../../src/features/work-schemas';
import type { UnitAnswer } from '../../src/shared/contract/unit';
import { presetRecipe } from '../../src/shared/recipe/presets';
import { type ErrorCode, ShelfwiseError } from '../../src/shared/errors';
import { openDataset } from '../../src/renderer/stores/selection';
import { autoencoderRun, dataset } from '../support/window/records';
import type { Answers } from '../support/window/engine';
import { type Rendered, renderInWindow } from '../support/window/render-in-window';
import { TRIED_LANGUAGES } from '../support/tried';

beforeEach(() => {
  openDataset(dataset().fingerprint);
  choosePreset('balanced');
  useTrainForm.setState({ seed: 1, name: '', parent: null });
  useActivity.setState({ works: {} });
  chooseCluster(null);
});

const LAB: Cluster = {
  name: 'lab',
  address: 'https://ray.example.org',
  hasToken: true,
  addedAt: '2026-11-26T20:00:00.000Z',
  agreed: [],
};
const NODE = { node: 'a', isHead: true, cores: 4, memory: 8e9, version: null, buildSha256: null, problem: null };
const ANSWER: UnitAnswer = {
  state: 'done',
  kind: 'train',
  runId: 'rrt9psbyug',
  hashes: { recipeSha256: 'a', weightsSha256: 'b', listsSha256: 'c' },
  validation: null,
  metrics: null,
  verification: null,
  file: null,
  problem: null,
};

const REACHED: ClusterTest = {
  name: 'lab',
  address: LAB.address,
  ray: '2.60.0',
  nodes: [NODE, { ...NODE, node: 'b' }],
  build: 'b',
  jobs: [{ plan: 'p1', status: 'RUNNING', startedAt: null }],
};
const SENDING: Sending = {
  cluster: 'lab',
  address: LAB.address,
  fingerprint: dataset().fingerprint,
  dataset: 'kids',
  profiles: 24,
  interactions: 192,
  pseudonymised: false,
  bytes: 5e6,
  isOpen: false,
  agreed: false,
};
const jobOf = (request: JobRequest): Job => ({
  ...request,
  job: 'j0123456789abcdef',
  startedAt: '2026-11-26T20:00:00.000Z',
  state: 'running',
});

/** Work that fails. */
async function* failing(code: ErrorCode, why: string): AsyncGenerator<JobProgress, never> {
  yield { progress: null, sweep: null };
  throw new ShelfwiseError(code, why);
}

function renderPanel(outcome: UnitAnswer | ShelfwiseError = ANSWER, language: 'en' | 'ko' = 'en') {
  const asked: JobRequest[] = [];
  let agreed = false;
  const sending = () => ({ ...SENDING, agreed });
  const rendered = renderInWindow(<StartPanel dataset={dataset()} />, {
    language,
    answers: ({ clusters, runs, queue, jobs }) => ({
      runs: {
        list: runs.list.handler(() => []),
        estimate: runs.estimate.handler(() => ({
          seconds: { low: 60, high: 120 },
          memory: 8e9,
          from: 'same' as const,
          runs: 2,
          freeMemory: 2e9,
          fitting: [],
        })),
      },
      queue: { list: queue.list.handler(() => []) },
      clusters: {
        list: clusters.list.handler(() => [LAB]),
        test: clusters.test.handler(() => REACHED),
        sending: clusters.sending.handler(sending),
        agree: clusters.agree.handler(({ input }) => {
          agreed = input.address === SENDING.address;
          return sending();
        }),
      },
      jobs: {
        start: jobs.start.handler(({ input }) => {
          asked.push(input);
          return jobOf(input);
        }),
        follow: jobs.follow.handler(async function* () {
          yield { progress: { phase: 'away', detail: 'lab', done: 0, total: 0 }, sweep: null };
          if (outcome instanceof ShelfwiseError) throw outcome;
          return { kind: 'unit', result: outcome };
        }),
      },
    }),
  });
  const { user, t } = rendered;
  const start = async (): Promise<HTMLElement> => screen.findByRole('button', { name: t('train.start') });
  const chooseLab = async (): Promise<void> => {
    await user.click(await screen.findByRole('combobox', { name: t('clusters.on') }));
    await user.click(await screen.findByRole('option', { name: 'lab' }));
  };
  return { ...rendered, asked, start, chooseLab };
}

it.each(TRIED_LANGUAGES)(
  'a run is trained on a cluster after consent to what is sent, and only there (%s)',
  async (language) => {
    const { user, t, asked, start, chooseLab } = renderPanel(ANSWER, language);
    await chooseLab();
    await screen.findByText(new RegExp(t('clusters.cores', { count: 8 })));
    await screen.findByText(/ray\.example\.org/);
    expect(screen.queryByRole('button', { name: t('train.queue') })).toBe(null);
    await user.click(await start());
    expect(asked).toEqual([]);
    await user.click(await screen.findByRole('checkbox', { name: t('clusters.agree') }));
    await waitFor(async () => expect((await start()).getAttribute('aria-disabled')).toBe(null));
    await user.click(await start());
    await waitFor(() => expect(useTrainForm.getState().lastStarted).toBe('rrt9psbyug'));
    const unit = { kind: 'train', seed: 1, data: dataset().fingerprint };
    expect(asked).toMatchObject([{ on: 'lab', work: { kind: 'unit', request: unit } }]);
  },
);

it("a cluster's failure is reported with its reason", async () => {
  const refused = new ShelfwiseError('usage', 'No node has the build that is asked for.');
  const { user, t, start, chooseLab } = renderPanel(refused);
  await chooseLab();
  await user.click(await screen.findByRole('checkbox', { name: t('clusters.agree') }));
  await waitFor(async () => expect((await start()).getAttribute('aria-disabled')).toBe(null));
  await user.click(await start());
  await screen.findByText(t('clusters.failed'));
  await screen.findByText(/No node has the build/);
});

/** The part of the window that looks for work of earlier windows. */
function Looking({ children }: { children: ReactNode }): ReactNode {
  useJobs();
  return children;
}

/** The strip of running work, in a window that looks for work on clusters. */
const renderStrip = (answers: (jobs: Parameters<Answers>[0]['jobs']) => ReturnType<Answers>): Rendered =>
  renderInWindow(
    <Looking>
      <ActivityStrip />
    </Looking>,
    { answers: ({ jobs, runs }) => ({ runs: { list: runs.list.handler(() => []) }, jobs: answers(jobs) }) },
  );

const TRAINING = {
  on: 'lab',
  name: 'of before',
  work: {
    kind: 'unit',
    request: { kind: 'train', data: dataset().fingerprint, recipe: presetRecipe('balanced'), seed: 1 },
  },
} satisfies JobRequest;

it('work of an earlier window is found, shown, and stopped on the cluster on request', async () => {
  let stop = (_job: string): void => undefined;
  const stopped = new Promise<string>((resolve) => (stop = resolve));
  const { user, t } = renderStrip((jobs) => ({
    list: jobs.list.handler(() => [jobOf(TRAINING)]),
    follow: jobs.follow.handler(async function* () {
      yield { progress: { phase: 'unit', detail: 'choose, epoch 2', done: 0.5, total: 1 }, sweep: null };
      throw new ShelfwiseError('stopped', `Stopped ${await stopped}`);
    }),
    stop: jobs.stop.handler(({ input: { job } }) => {
      stop(job);
      return { stopped: job };
    }),
  }));
  await screen.findByText(t('shell.work.cluster', { name: 'of before' }));
  await user.click(await screen.findByRole('button', { name: new RegExp(t('common.stop')) }));
  expect(await stopped).toBe('j0123456789abcdef');
  await screen.findByText(t('shell.idle'));
});

it('work whose stop the cluster did not hear is not reported as stopped', async () => {
  let stop = (): void => undefined;
  const asked = new Promise<void>((resolve) => (stop = resolve));
  const { user, t } = renderStrip((jobs) => ({
    list: jobs.list.handler(() => [jobOf(TRAINING)]),
    follow: jobs.follow.handler(async function* () {
      yield { progress: null, sweep: null };
      await asked;
      throw new ShelfwiseError('busy', 'The work continues on lab.');
    }),
    stop: jobs.stop.handler(() => {
      stop();
      throw new ShelfwiseError('busy', 'The work continues on lab.');
    }),
  }));
  await screen.findByText(t('shell.work.cluster', { name: 'of before' }));
  await user.click(await screen.findByRole('button', { name: new RegExp(t('common.stop')) }));
  await waitFor(() =>
    expect(Object.values(useActivity.getState().works)[0]?.state).toMatchObject({
      kind: 'failed',
      error: { code: 'busy', message: 'The work continues on lab.' },
    }),
  );
});

it(
  'work of a program that is gone is shown once the engine has taken it over',
  { tags: ['thorough', 'rare'] },
  async () => {
    let looks = 0;
    const { t } = renderStrip((jobs) => ({
      list: jobs.list.handler(() => [{ ...jobOf(TRAINING), state: looks++ < 2 ? 'elsewhere' : 'running' }]),
      follow: jobs.follow.handler(async function* () {
        yield { progress: null, sweep: null };
        throw new ShelfwiseError('stopped', `Stopped ${await new Promise<string>(() => undefined)}`);
      }),
    }));
    await screen.findByText(t('shell.elsewhere'));
    const label = t('shell.work.cluster', { name: 'of before' });
    const stop = { name: `${t('common.stop')}: ${label}` };
    expect(screen.queryByRole('button', stop)).toBeNull();
    await screen.findByRole('button', stop, { timeout: 30_000 });
    expect(screen.queryByText(t('shell.elsewhere'))).toBeNull();
    expect(looks).toBe(3);
  },
);

it('a broken connection ends no work: it is followed again', async () => {
  const followed: string[] = [];
  let isGone = false;
  const { t } = renderStrip((jobs) => ({
    list: jobs.list.handler(() => {
      if (!isGone) return [jobOf(TRAINING)];
      isGone = false;
      throw new ShelfwiseError('internal', 'Cannot send message, WebSocket is not open.');
    }),
    follow: jobs.follow.handler(({ input }) => {
      followed.push(input.job);
      isGone = followed.length === 1;
      return failing(followed.length === 1 ? 'internal' : 'stopped', 'The connection broke.');
    }),
  }));
  await waitFor(() => expect(followed).toHaveLength(2));
  await screen.findByText(t('shell.idle'));
});

it.each(['done', 'gone'])('work that ended while the connection was broken is asked for once more: %s', async (end) => {
  const followed: string[] = [];
  const { t } = renderStrip((jobs) => ({
    list: jobs.list.handler(() => (followed.length === 0 ? [jobOf(TRAINING)] : [])),
    follow: jobs.follow.handler(async function* ({ input }) {
      followed.push(input.job);
      yield { progress: null, sweep: null };
      if (followed.length === 1) throw new ShelfwiseError('internal', 'The connection broke.');
      if (end === 'gone') throw new ShelfwiseError('not-found', 'No such work.');
      return { kind: 'unit' as const, result: ANSWER };
    }),
  }));
  await waitFor(() => expect(followed).toHaveLength(2));
  await screen.findByText(t('shell.idle'));
  const [work] = Object.values(useActivity.getState().works);
  if (end === 'done') expect(work?.state).toMatchObject({ kind: 'done', result: ANSWER });
  else expect(work?.state).toMatchObject({ kind: 'failed', error: { code: 'internal' } });
});

it.each([
  ['no failure', 3, { kind: 'done', result: ANSWER }],
  ['one where it breaks for ever', Infinity, { kind: 'failed', error: { code: 'internal' } }],
])('a second break while asking for finished work is %s', async (_, times, state) => {
  let follows = 0;
  renderStrip((jobs) => ({
    list: jobs.list.handler(() => (follows === 0 ? [jobOf(TRAINING)] : [])),
    follow: jobs.follow.handler(async function* () {
      yield* [];
      follows += 1;
      if (follows < times) throw new ShelfwiseError('internal', 'The connection broke.');
      return { kind: 'unit' as const, result: ANSWER };
    }),
  }));
  await waitFor(() => expect(Object.values(useActivity.getState().works)[0]?.state).toMatchObject(state));
});

it('a failure on a cluster without a window is reported where the work was started', async () => {
  const { t } = renderInWindow(
    <Looking>
      <StartPanel dataset={dataset()} />
    </Looking>,
    {
      answers: ({ clusters, jobs, queue, runs }) => ({
        runs: { list: runs.list.handler(() => []) },
        queue: { list: queue.list.handler(() => []) },
        clusters: { list: clusters.list.handler(() => [LAB]) },
        jobs: {
          list: jobs.list.handler(() => [{ ...jobOf(TRAINING), state: 'failed' as const }]),
          follow: jobs.follow.handler(() => failing('usage', 'No node has the build that is asked for.')),
        },
      }),
    },
  );
  await screen.findByText(/No node has the build/);
  expect(screen.getByText(t('clusters.failed'))).toBeDefined();
});

it('a run is verified on the chosen cluster', async () => {
  const asked: JobRequest[] = [];
  const verified = autoencoderRun();
  const { user, t } = renderInWindow(<VerifySection run={verified} />, {
    answers: ({ clusters, jobs, runs }) => ({
      runs: { certificates: runs.certificates.handler(() => []) },
      clusters: {
        list: clusters.list.handler(() => [LAB]),
        test: clusters.test.handler(() => REACHED),
        sending: clusters.sending.handler(() => ({ ...SENDING, agreed: true })),
      },
      jobs: {
        start: jobs.start.handler(({ input }) => {
          asked.push(input);
          return jobOf(input);
        }),
        follow: jobs.follow.handler(() => failing('stopped', 'Stopped.')),
      },
    }),
  });
  await user.click(await screen.findByRole('combobox', { name: t('clusters.on') }));
  await user.click(await screen.findByRole('option', { name: 'lab' }));
  await waitFor(() => expect(button().getAttribute('aria-disabled')).toBe(null));
  await user.click(button());
  await screen.findByText(t('runs.verifyStopped'));
  expect(asked).toMatchObject([
    { on: 'lab', work: { kind: 'unit', request: { kind: 'verify', run: verified.runId } } },
  ]);

  function button(): HTMLElement {
    return screen.getByRole('button', { name: t('runs.verify') });
  }
});

it('clusters are added and removed; a token is sent once and never shown', async () => {
  const added: NewCluster[] = [];
  let all: Cluster[] = [];
  const { user, t } = renderInWindow(<ClustersSection />, {
    answers: ({ clusters }) => ({
      clusters: {
        list: clusters.list.handler(() => all),
        add: clusters.add.handler(({ input }) => {
          added.push(input);
          all = [LAB];
          return LAB;
        }),
        remove: clusters.remove.handler(() => (all = [])),
        units: clusters.units.handler(() => []),
      },
    }),
  });
  await screen.findByText(t('clusters.none'));
  await user.click(screen.getByRole('button', { name: t('clusters.add') }));
  const form = within(screen.getByRole('form', { name: t('clusters.add') }));
  await user.type(form.getByLabelText(t('clusters.address')), LAB.address);
  await user.type(form.getByLabelText(t('clusters.name')), 'lab');
  await user.type(form.getByLabelText(t('clusters.token')), 'secret');
  await user.type(form.getByLabelText(t('clusters.command')), 'node shelfwise.mjs');
  await user.click(form.getByRole('button', { name: t('clusters.add') }));
  const group = within(await screen.findByRole('group', { name: 'lab' }));
  expect(added).toEqual([
    { name: 'lab', address: LAB.address, token: 'secret', command: ['node', 'shelfwise.mjs'], plain: false },
  ]);
  expect(document.body.textContent).not.toContain('secret');
  await user.click(group.getByRole('button', { name: t('clusters.remove') }));
  const question = within(await screen.findByRole('dialog'));
  await user.click(question.getByRole('button', { name: t('clusters.remove') }));
  await screen.findByText(t('clusters.none'));
});

it('a cluster that does not answer is not reported as a moved file', async () => {
  const { user, t } = renderInWindow(<ClustersSection />, {
    answers: ({ clusters }) => ({
      clusters: {
        list: clusters.list.handler(() => [LAB]),
        units: clusters.units.handler(() => []),
        test: clusters.test.handler(() => {
          throw new ShelfwiseError('not-found', 'The cluster at https://ray.example.org does not answer: aborted.');
        }),
      },
    }),
  });
  await user.click(await screen.findByRole('button', { name: t('clusters.test') }));
  const notice = within(await screen.findByRole('alert'));
  expect(notice.getByText(t('clusters.away'))).toBeDefined();
  expect(notice.getByText(t('clusters.awayAdvice'))).toBeDefined();
  expect(notice.queryByText(t('common.advice.not-found'))).toBeNull();
  expect(notice.queryByRole('button', { name: t('help.whatNow') })).toBeNull();
});
