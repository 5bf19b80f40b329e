/** The screen of refreshes: what the next one starts from, that it uses what was picked, and past results. */
import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { useSelection } from '../../../renderer/stores/selection';
import { RefreshTable } from './RefreshTable';
import { RefreshesScreen } from './RefreshesScreen';
import { useActivity } from '../../../renderer/stores/activity';
import { useMainActionStore } from '../../../renderer/stores/main-action';
import { type Approval, approvalSchema } from '../../../shared/contract/approvals';
import type { Refresh, RefreshBase, Unattended } from '../contract/refresh';
import type { CountingRules } from '../../../shared/contract/rule-answers';
import { ShelfwiseError } from '../../../shared/errors';
import { createFormat } from '../../../shared/words/format';
import { say } from '../../../shared/words/sentence';
import { keptLabels } from '../../../../tests/support/window/kept-rows';
import {
  APRIL,
  OUT,
  base,
  exported,
  failed,
  figure,
  open,
  run,
  stopped,
} from '../../../../tests/support/window/refreshes';
import { SIGNED_HEAD } from '../../../../tests/support/window/signed-head';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

beforeEach(() => useActivity.setState({ works: {} }));

function shown(
  of: RefreshBase | null,
  {
    answer = () => exported,
    language = 'en',
    counting = null,
    whilePicking = () => undefined,
    meanwhile = null,
    unattended = { by: 'Kim', at: '2026-04-20T04:00:00.000Z' },
    listed: earlier = [stopped, failed],
  }: {
    answer?: () => Refresh;
    language?: 'en' | 'ko';
    counting?: CountingRules | null;
    /** Runs while the folder is being picked: the next refresh would start from another run. */
    whilePicking?: (to: (next: RefreshBase) => void) => void;
    /** What a refresh that does not end makes the next one start from. */
    meanwhile?: RefreshBase | null;
    unattended?: Unattended | null;
    listed?: Refresh[];
  } = {},
) {
  const inputs: unknown[] = [];
  const read: unknown[] = [];
  let begins = of;
  const words: (string | null)[] = [];
  let listed: Refresh[] = of === null ? [] : earlier;
  let set = unattended;
  let approved: Approval | null = null;
  const rendered = renderInWindow(<RefreshesScreen />, {
    language,
    shell: ({ host, user }) => ({
      host: {
        describe: host.describe.handler(() => ({ workspace: '/w', sampleFolder: '/program/sample', logFile: null })),
      },
      user: {
        pickFolder: user.pickFolder.handler(({ input: { purpose } }) => {
          expect(purpose).toBe('new');
          whilePicking((next) => {
            begins = next;
          });
          return APRIL;
        }),
        pickSaveFile: user.pickSaveFile.handler(() => OUT),
      },
    }),
    answers: ({ datasets, labels, refresh, review, rules }) => ({
      review: {
        approvals: review.approvals.handler(() => ({
          current: approved,
          all: approved === null ? [] : [approved],
          standing: approved && 'holds',
        })),
        approve: review.approve.handler(({ input: { by, reason } }) => {
          const at = '2026-04-27T05:00:00.000Z';
          approved = approvalSchema.parse({ kind: 'approved', by, reason, at, listsSha256: null, found: [] });
          return { current: approved, all: [approved], head: SIGNED_HEAD };
        }),
      },
      labels: { get: labels.get.handler(() => keptLabels()) },
      datasets: { list: datasets.list.handler(() => [open]) },
      rules: { counting: rules.counting.handler(() => counting) },
      refresh: {
        base: refresh.base.handler(() => {
          read.push(begins?.data.name);
          return begins;
        }),
        list: refresh.list.handler(() => listed),
        unattended: refresh.unattended.handler(() => set),
        letUnattended: refresh.letUnattended.handler(({ input: { by } }) => {
          words.push(by);
          set = by === null ? null : { by, at: '2026-04-27T04:00:00.000Z' };
          return set;
        }),
        run: refresh.run.handler(async function* ({ input }) {
          inputs.push(input);
          yield { phase: 'unit', detail: '', done: 1, total: 10, ...(begins && { base: begins }) };
          if (meanwhile !== null) {
            begins = meanwhile;
            await new Promise(() => undefined);
          }
          const answered = { ...answer(), refreshId: `f0123456789b${inputs.length}` };
          listed = [answered, ...listed];
          return answered;
        }),
      },
    }),
  });
  return { ...rendered, inputs, read, words };
}

it('names a trial it starts from by what it tries, like other screens', async () => {
  shown({ ...base, run: { ...base.run, name: 'als.factors=64' } }, { language: 'ko' });
  expect(await screen.findByRole('link', { name: '요인 수 64' })).toBeTruthy();
});

it('starts from the run in use and says why, writes what was picked where files may be written, and lists the result', async () => {
  const { user, t, inputs } = shown(base);
  await screen.findByText(t('refresh.why.approved'));
  screen.getByText(`${t('checks.names.age')} · Never two films`);
  expect((await screen.findByRole('link', { name: run.name })).getAttribute('href')).toBe(`/runs/${run.runId}`);
  await user.click(screen.getByRole('button', { name: t('refresh.start') }));
  const status = await screen.findByRole('status');
  expect(status.textContent).toContain(t('refresh.states.exported'));
  expect(status.textContent).toContain('Rows +42 · Profiles +3 · Titles +1');
  expect(status.textContent).toContain('0.4000 → 0.4300');
  expect(inputs).toEqual([{ run: run.runId, folder: APRIL, out: OUT, format: 'submission' }]);
  const row = within(await screen.findByRole('row', { name: /Recall/ }));
  const cells = row.getAllByRole('cell').map((cell) => cell.textContent);
  expect(cells[1]).toContain(OUT);
  expect(cells[2]).toContain('0.4000 → 0.4300');
  expect(cells[2]).toContain('+0.0100 to +0.0500');
  expect(cells[3]).toBe('1 of 2 checks flagged, none blocks');
  expect(cells[4]).toContain('2026-04');
  expect(cells[4]).toContain('Rows +42 · Profiles +3 · Titles +1');
  expect(cells[4]).toContain('Drifted: Sex');
  expect(cells[5]).toContain('Popular titles: 0.1200');
  expect(row.getByRole('link', { name: t('refresh.openRun') }).getAttribute('href')).toBe('/runs/rtcv7vaqaj');
  // IDs and hashes stand behind "details" alone.
  for (const id of [run.runId, 'rtcv7vaqaj', /^dddddd/])
    for (const seen of screen.getAllByText(id)) expect(seen.closest('details')).not.toBe(null);
});

it('is the main action of its screen, with what is chosen by then', async () => {
  const { user, t, inputs } = shown(base);
  await user.click(await screen.findByText(t('exporting.formats.csv')));
  const { action } = useMainActionStore.getState();
  expect(action).toMatchObject({ label: t('refresh.start'), blocked: null });
  act(() => action!.run());
  await screen.findByRole('row', { name: /Recall/ });
  expect(inputs).toMatchObject([{ format: 'csv' }]);
});

it('lets lists leave without an approval by the word of a person, and no longer at once', async () => {
  const { user, t, inputs, words } = shown(base, { unattended: null });
  const name = new RegExp(`^${t('refresh.unattended')}`);
  await user.click(await screen.findByRole('switch', { name }));
  const dialog = within(await screen.findByRole('dialog', { name: t('refresh.unattendedTitle') }));
  await user.type(dialog.getByRole('textbox'), ' Jiwoo ');
  await user.click(dialog.getByRole('button', { name: t('refresh.unattendedOn') }));
  await screen.findByText(/Jiwoo/);
  expect(screen.getByRole('switch', { name })).toHaveProperty('checked', true);
  await user.click(screen.getByRole('button', { name: t('refresh.start') }));
  await waitFor(() => expect(inputs).toMatchObject([{ out: OUT }]));
  await user.click(screen.getByRole('switch', { name }));
  await waitFor(() => expect(words).toEqual(['Jiwoo', null]));
});

it.each(['en', 'ko'] as const)('offers the week after the sample, and picks no folder for it: %s', async (language) => {
  const { user, t, inputs } = shown({ ...base, data: { ...base.data, name: 'sample' } }, { language });
  await user.click(await screen.findByRole('button', { name: t('refresh.sample') }));
  await screen.findByRole('row', { name: /Recall/ });
  expect(inputs).toMatchObject([{ run: run.runId, folder: '/program/sample-next-week', out: OUT }]);
});

it.each([
  ['waits', 'waiting', {}],
  ['was worse', 'worse', { evenIfWorse: true }],
] as const)(
  'leads from a refresh that %s to what changed, and by an approval to its file',
  async (_, state, despite) => {
    const waits: Refresh = { ...exported, state, reason: stopped.reason, export: null };
    let answers = 0;
    const { user, t, inputs } = shown(base, {
      unattended: null,
      answer: () => (answers++ === 0 ? waits : exported),
    });
    await user.click(await screen.findByRole('button', { name: t('refresh.start') }));
    const notice = within(await screen.findByRole('status'));
    expect(inputs).toEqual([{ run: run.runId, folder: APRIL, format: 'submission' }]);
    const changes = notice.getByRole('link', { name: t('changes.open') });
    expect(changes.getAttribute('href')).toBe(`/changes/${run.runId}/rtcv7vaqaj/refreshes`);
    expect(screen.queryByRole('button', { name: t('refresh.write') })).toBe(null);
    await user.click(await notice.findByRole('button', { name: t('checks.approve') }));
    const dialog = within(await screen.findByRole('dialog', { name: t('checks.approve') }));
    await user.type(dialog.getByRole('textbox', { name: t('checks.by') }), 'Jiwoo');
    await user.type(dialog.getByRole('textbox', { name: t('checks.reason') }), 'Looked at them.');
    await user.click(dialog.getByRole('button', { name: t('checks.approve') }));
    await user.click(await notice.findByRole('button', { name: t('refresh.write') }));
    await waitFor(() => expect(inputs).toHaveLength(2));
    const { fingerprint: to } = waits.dataset!;
    expect(inputs[1]).toEqual({ run: run.runId, to, folder: APRIL, out: OUT, format: 'submission', ...despite });
    expect(await screen.findAllByText(t('refresh.states.exported'))).not.toEqual([]);
    expect(screen.queryByRole('button', { name: t('refresh.write') })).toBe(null);
  },
);

it('shows again what waits, though another program refreshed', async () => {
  const waits: Refresh = { ...exported, state: 'waiting', reason: stopped.reason, export: null };
  const { t } = shown(base, { listed: [waits, stopped] });
  const notice = within(await screen.findByRole('status'));
  expect(await notice.findByText(t('refresh.states.waiting'))).toBeTruthy();
  expect(await notice.findByRole('button', { name: t('checks.approve') })).toBeTruthy();
});

it('offers it for no other data', async () => {
  const { t } = shown(base);
  await screen.findByRole('button', { name: t('refresh.start') });
  expect(screen.queryByRole('button', { name: t('refresh.sample') })).toBe(null);
});

it('trains the shown run, even if another one finished while a dialog was open', async () => {
  const last: RefreshBase = { ...base, run: { runId: 'later', name: 'Later' } };
  const { user, t, inputs } = shown(base, { whilePicking: (to) => to(last) });
  await user.click(await screen.findByRole('button', { name: t('refresh.start') }));
  expect(await screen.findByRole('link', { name: 'Later' })).toBeTruthy();
  expect(inputs).toMatchObject([{ run: run.runId }]);
});

it('goes on naming what a refresh under way was begun with', async () => {
  const meanwhile = { ...base, data: { ...base.data, name: 'sample + next week' } };
  const { user, t, stale, read } = shown({ ...base, data: { ...base.data, name: 'before' } }, { meanwhile });
  await user.click(await screen.findByRole('button', { name: t('refresh.start') }));
  await screen.findByRole('heading', { name: t('refresh.thisOne') });
  await act(stale);
  await waitFor(() => expect(read.at(-1)).toBe('sample + next week'));
  screen.getByText('before');
  expect(screen.queryByText('sample + next week')).toBe(null);
});

it("says why nothing was written, in the window's language", async () => {
  const { t } = shown(base, { language: 'ko' });
  const row = within(await screen.findByRole('row', { name: new RegExp(t('refresh.states.checks')) }));
  expect(row.getByText(/‘갱신 차단’으로 설정한 점검에서 문제가 나왔습니다: 나이에 맞지 않음/)).toBeTruthy();
  expect(row.getByText(t('refresh.stoppedBy', { checks: t('checks.names.age') }))).toBeTruthy();
  expect(screen.getByText(t('refresh.notMade'))).toBeTruthy();
});

it('reports an error, and can be started again', async () => {
  const { user, t } = shown(base, {
    answer: () => {
      throw new ShelfwiseError('no-space', say('file.no-space', { file: OUT }));
    },
  });
  await user.click(await screen.findByRole('button', { name: t('refresh.start') }));
  expect((await screen.findByRole('alert')).textContent).toContain(t('refresh.failed'));
  expect(screen.getByRole('button', { name: t('refresh.start') })).toBeTruthy();
});

it('links to training if there is no run yet', async () => {
  const { t } = shown(null);
  expect(await screen.findByRole('heading', { name: t('refresh.emptyTitle') })).toBeTruthy();
  expect(screen.getByText(t('refresh.none'))).toBeTruthy();
  expect(screen.queryByRole('button', { name: t('refresh.start') })).toBeNull();
});

it('shows how each of several exports did, latest first, and which is which', async () => {
  const [first] = exported.lastExports;
  const ruled = {
    ...first!,
    exports: [{ ...first!.exports[0]!, sha256: 'e'.repeat(64), exportedAt: '2026-04-21T04:00:00.000Z' }],
    withRules: true,
    recall: figure(0.42, 0.12),
  };
  const refresh = { ...exported, lastExports: [first!, ruled] };
  const format = createFormat('en');
  const { t } = renderInWindow(<RefreshTable refreshes={[refresh]} />, {
    answers: ({ labels }) => ({
      labels: { get: labels.get.handler(() => keptLabels()) },
    }),
  });
  const recalls = await screen.findAllByText(/0\.(42|31)0*\b/);
  expect(recalls.map(({ textContent }) => textContent)).toEqual([
    t('refresh.recall', { recall: format.score(0.42) }),
    t('refresh.recall', { recall: format.score(0.31) }),
  ]);
  expect(screen.getAllByText(new RegExp(t('exporting.formats.submission')))).toHaveLength(2);
  expect(screen.getAllByText(new RegExp(t('rules.withRules')))).toHaveLength(1);
});

it('names what drifted as the open data set does, where that of the refresh is gone', async () => {
  useSelection.setState({ dataset: open.fingerprint });
  const gone = { ...exported.dataset!, fingerprint: '0'.repeat(64) };
  renderInWindow(<RefreshTable refreshes={[{ ...exported, dataset: gone }]} />, {
    answers: ({ labels, datasets }) => ({
      labels: { get: labels.get.handler(() => keptLabels()) },
      datasets: { list: datasets.list.handler(() => [open]) },
    }),
  });
  expect(await screen.findByText('Drifted: Sex')).toBeTruthy();
});

it.each(['en', 'ko'] as const)(
  'says of the run in use whether it was chosen or made by a refresh: %s',
  async (language) => {
    for (const why of ['chosen', 'refreshed'] as const) {
      const { t, unmount } = shown({ ...base, why }, { language });
      expect(await screen.findByText(t(`refresh.why.${why}`))).toBeTruthy();
      unmount();
    }
  },
);

it('names the rules that counted in a file, and asks before they do for the first time', async () => {
  const counted = { revision: 4, names: ['Dinosaurs first'], isFirst: true, gone: [] };
  const withRules = {
    ...exported.export!,
    rulesSha256: 'e'.repeat(64),
    rulesDate: '2026-04-27',
    rules: {
      ...counted,
      waiting: [],
      unmet: [{ name: 'Dinosaurs first', lists: 3, why: [{ reason: 'watched' as const, count: 3 }] }],
    },
  };
  const set = { formatVersion: 1 as const, rules: [] };
  const { user, t, inputs } = shown(base, {
    answer: () => ({ ...exported, export: withRules }),
    counting: { ...counted, set, date: '2026-04-27', rulesSha256: 'e'.repeat(64) },
  });
  expect((await screen.findByRole('group', { name: t('rules.counting') })).textContent).toContain('Dinosaurs first');
  // The day of the lists is the engine's, whatever the day is in the browser.
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: t('rules.date') }).value).toBe('Apr 27, 2026');
  const answered = async (answer: string): Promise<void> => {
    await user.click(screen.getByRole('button', { name: t('refresh.start') }));
    await screen.findByRole('dialog', { name: t('refresh.firstTitle') });
    await user.click(screen.getByRole('button', { name: answer }));
  };
  await answered(t('refresh.firstWith'));
  const row = within(await screen.findByRole('row', { name: /Recall/ }));
  expect(row.getByText(t('exporting.unmet', { rule: 'Dinosaurs first', lists: 3 }))).toBeTruthy();
  expect(row.getByText(t('rules.reasonOften', { count: 3, why: t('rules.reason.watched') }))).toBeTruthy();
  expect(row.getByText(t('rules.revision', { revision: 4 }), { exact: false })).toBeTruthy();
  await answered(t('refresh.firstWithout'));
  await waitFor(() => expect(inputs).toHaveLength(2));
  expect(inputs[0]).not.toHaveProperty('rules');
  expect(inputs[1]).toMatchObject({ rules: 'none' });
});

it.each([
  ['noExport', stopped, []],
  ['nothingWatched', stopped, ['2026-04-20T04:00:00.000Z']],
  // A refresh does not tell of what was exported after it.
  ['noExport', stopped, ['2026-05-20T04:00:00.000Z']],
  ['notJudged', failed, []],
] as const)('says why there is no figure of the last export: %s', async (why, refresh, moments) => {
  const { t } = renderInWindow(<RefreshTable refreshes={[refresh]} />, {
    answers: ({ labels, runs }) => ({
      labels: { get: labels.get.handler(() => keptLabels()) },
      runs: {
        exports: runs.exports.handler(() =>
          moments.map((exportedAt) => ({
            path: OUT,
            format: 'submission' as const,
            profiles: 2,
            sha256: 'a'.repeat(64),
            exportedAt,
            file: 'same' as const,
            checks: [],
          })),
        ),
      },
    }),
  });
  expect(await screen.findByText(t(`refresh.noFigure.${why}`))).toBeTruthy();
});
