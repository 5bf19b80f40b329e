/** The board of the week: where it stands, what each step says, and what one press does. */
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { Route } from 'wouter';
import { autoencoderRun, dataset } from '../../../../tests/support/window/records';
import { APRIL, base, exported, OUT, run } from '../../../../tests/support/window/refreshes';
import { keptLabels } from '../../../../tests/support/window/kept-rows';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { SIGNED_HEAD } from '../../../../tests/support/window/signed-head';
import { RUN_NOW, weekBefore, weekNow } from '../../../../tests/support/window/weeks';
import { useActivity } from '../../../renderer/stores/activity';
import { useMainActionStore } from '../../../renderer/stores/main-action';
import { useSelection } from '../../../renderer/stores/selection';
import { type Approval, approvalSchema } from '../../../shared/contract/approvals';
import type { DamagedRun } from '../../../shared/contract/run';
import { ShelfwiseError } from '../../../shared/errors';
import { runNameIn } from '../../../shared/words/run-name';
import { say, textOf } from '../../../shared/words/sentence';
import type { Refresh, Unattended } from '../../refresh/contract/refresh';
import { weekScreen } from '../contract/screens';
import type { Week } from '../contract/week';
import { useWaiting } from './use-steps';
import { WeekScreen } from './WeekScreen';

beforeEach(() => {
  useActivity.setState({ works: {} });
  useSelection.setState({ dataset: null, runId: null });
});

const open = { ...dataset(), fingerprint: weekNow().data.fingerprint };
const runNow = { ...autoencoderRun(), runId: RUN_NOW, name: 'April' };
const approvalBy = (by: string): Approval =>
  approvalSchema.parse({
    kind: 'approved',
    by,
    reason: 'Looked.',
    at: '2026-04-27T05:00:00.000Z',
    listsSha256: null,
    found: [],
  });

interface Given {
  readonly weeks?: Week[];
  readonly language?: 'en' | 'ko';
  readonly place?: string;
  readonly odd?: number;
  readonly decided?: number;
  readonly approved?: Approval | null;
  readonly unattended?: Unattended | null;
  readonly answer?: () => Refresh;
  readonly empty?: boolean;
  readonly damaged?: DamagedRun[];
  readonly refreshes?: Refresh[];
}

function Window(): ReactNode {
  const waiting = useWaiting();
  return (
    <>
      <output>{waiting ?? 'nothing'} waits</output>
      <Route path={weekScreen.path} component={WeekScreen} />
    </>
  );
}

function shown({
  weeks = [weekNow(), weekBefore()],
  language = 'en',
  place = '/week',
  odd = 7,
  decided = 0,
  approved: before = null,
  unattended = null,
  answer = () => ({ ...exported, state: 'nothing-new' }),
  empty = false,
  damaged = [],
  refreshes = [exported],
}: Given = {}) {
  const begun: unknown[] = [];
  const written: unknown[] = [];
  const chosen: unknown[] = [];
  let approved = before;
  let now = weeks;
  const rendered = renderInWindow(<Window />, {
    place,
    language,
    shell: ({ host, user }) => ({
      host: {
        describe: host.describe.handler(() => ({ workspace: '/w', sampleFolder: '/program/sample', logFile: null })),
        recentFolders: host.recentFolders.handler(() => []),
      },
      user: { pickFolder: user.pickFolder.handler(() => APRIL), pickSaveFile: user.pickSaveFile.handler(() => OUT) },
    }),
    answers: ({ changes, clusters, datasets, labels, refresh, review, rules, runs, week }) => ({
      clusters: { list: clusters.list.handler(() => []) },
      datasets: {
        list: datasets.list.handler(() => (empty ? [] : [open])),
        unreadable: datasets.unreadable.handler(() => []),
      },
      labels: { get: labels.get.handler(() => keptLabels()) },
      rules: { counting: rules.counting.handler(() => null) },
      week: {
        list: week.list.handler(() => ({ weeks: now, base })),
        newlyWatched: week.newlyWatched.handler(() => [{ item: '1', title: 'Otter Bay, part 1', viewings: 9 }]),
      },
      changes: {
        lists: changes.lists.handler(() => {
          throw new ShelfwiseError('not-found', 'The rules of the export are no longer saved.');
        }),
      },
      review: {
        causes: review.causes.handler(() => ({
          lists: odd,
          undecided: odd - decided,
          causes: [{ check: 'age', name: null, lists: odd, undecided: odd - decided, titles: 0, first: [] }],
          explained: odd,
          also: null,
          unexplained: { lists: 0, undecided: 0 },
          ordered: [],
        })),
        approvals: review.approvals.handler(() => ({
          current: approved,
          all: approved === null ? [] : [approved],
          standing: approved && 'holds',
        })),
        approve: review.approve.handler(({ input: { by } }) => {
          approved = approvalBy(by);
          return { current: approved, all: [approved], head: SIGNED_HEAD };
        }),
      },
      runs: {
        list: runs.list.handler(() => [runNow, run]),
        damaged: runs.damaged.handler(() => damaged),
        lastExport: runs.lastExport.handler(() => null),
        choose: runs.choose.handler(({ input }) => {
          chosen.push(input);
          return run;
        }),
        outcomes: runs.outcomes.handler(async function* () {
          yield { phase: 'outcome', detail: '', done: 0, total: 1 };
          return { outcomes: [], unreadable: [] };
        }),
        export: runs.export.handler(({ input }) => {
          written.push(input);
          const sent = { path: OUT, format: input.format, profiles: 19, sha256: 'e'.repeat(64), by: 'Kim' };
          now = [weekNow({ sent: { ...sent, at: '2026-04-27T06:00:00.000Z' } }), weekBefore()];
          return {
            format: input.format,
            path: OUT,
            profiles: 19,
            sha256: 'e'.repeat(64),
            exportedAt: '2026-04-27T06:00:00.000Z',
            checks: [],
            head: SIGNED_HEAD,
          };
        }),
      },
      refresh: {
        list: refresh.list.handler(() => refreshes),
        base: refresh.base.handler(() => (empty ? null : base)),
        unattended: refresh.unattended.handler(() => unattended),
        run: refresh.run.handler(async function* ({ input }) {
          begun.push(input);
          yield { phase: 'unit', detail: '', done: 1, total: 10, base };
          return answer();
        }),
      },
    }),
  });
  return { ...rendered, begun, chosen, written };
}

const step = async (name: string): Promise<HTMLElement> =>
  (await screen.findByRole('heading', { name: new RegExp(`^${name} \\(`) })).closest('li')!;

it.each(['en', 'ko'] as const)(
  'says that what was approved cannot be read, and deletes no model for it: %s',
  async (language) => {
    const said = [say('run.approvals-damaged', { part: say('run.file', { file: 'approvals.json', run: RUN_NOW }) })];
    const { t } = shown({
      language,
      damaged: [{ runId: RUN_NOW, isWhole: true, code: 'bad-data', message: textOf(said, 'en'), said }],
    });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(t('runs.usesUnreadable'));
    expect(alert.textContent).toContain(textOf(said, language));
    expect(within(alert).queryByRole('button')).toBeNull();
  },
);

// The year is told once the week is of another one than this.
it.each(['en', 'ko'] as const)('stands at the odd lists, which are named by their causes: %s', async (language) => {
  const { t } = shown({ language });
  await screen.findByRole('heading', { level: 1, name: /^(2026년 17주차|Week 17, 2026|17주차|Week 17)$/ });
  const odd = await step(t('week.step.odd'));
  await waitFor(() => expect(odd.dataset['state']).toBe('now'));
  expect(odd.textContent).toContain(t('week.causes', { causes: 1, explained: 7, odd: 7 }));
  const cause = within(odd).getByRole('link', { name: t('checks.names.age') });
  expect(cause.getAttribute('href')).toBe('/review/check=age');
  within(odd).getByRole('button', { name: t('week.review') });
  const came = await step(t('week.step.came'));
  expect(came.textContent).toContain(`42${t('week.newViewings', { count: 42 })}`);
  expect(came.textContent).toContain(t('week.newChildren', { count: 3 }));
  expect((await step(t('week.step.sent'))).dataset['state']).toBe('later');
  // The rest of the window is about this week too, whatever was open before.
  expect(useSelection.getState()).toMatchObject({ dataset: weekNow().data.fingerprint, runId: RUN_NOW });
});

it('tells of the weeks before: what came in, who approved and what was sent', async () => {
  const { t } = shown();
  const table = within(await screen.findByRole('table', { name: t('week.earlier') }));
  const cells = table.getAllByRole('cell').map(({ textContent }) => textContent);
  expect(cells[0]).toBe('160');
  expect(cells[2]).toMatch(/^by Kim, /);
  expect(cells[3]).toMatch(/^lists\.csv, /);
  await screen.findByText(/^Week 16(, 2026)?$/, { selector: 'th' });
});

it('counts what is left once some lists are decided about', async () => {
  const { t } = shown({ decided: 4 });
  const odd = await step(t('week.step.odd'));
  await waitFor(() => expect(odd.textContent).toContain(`3${t('week.undecided', { odd: 7 })}`));
});

it('tells the rail what waits at the odd lists, as the board has it, and nothing once all are decided about', async () => {
  const untouched = shown();
  await screen.findByText('7 waits');
  untouched.unmount();
  const begun = shown({ decided: 4 });
  await screen.findByText('3 waits');
  begun.unmount();
  const { t } = shown({ decided: 7 });
  const approved = await step(t('week.step.approved'));
  await waitFor(() => expect(approved.dataset['state']).toBe('now'));
  screen.getByText('nothing waits');
});

it('says of lists that were sent how many nobody decided about', async () => {
  const sent = { path: OUT, format: 'submission' as const, profiles: 19, sha256: 'e'.repeat(64), by: 'Kim' };
  const { t } = shown({ weeks: [weekNow({ sent: { ...sent, at: '2026-04-27T06:00:00.000Z' } }), weekBefore()] });
  const odd = await step(t('week.step.odd'));
  await waitFor(() => expect(odd.textContent).toContain(`7${t('week.leftUndecided', { odd: 7 })}`));
  screen.getByText('nothing waits');
});

it('leads to a step by its digit', async () => {
  const { user, t } = shown();
  const changed = await step(t('week.step.changed'));
  await user.keyboard('2');
  expect(changed.contains(document.activeElement)).toBe(true);
  expect(document.activeElement?.textContent).toBe(t('week.look'));
  // Where the step waits, to what it asks for, not to one of the causes in it.
  await screen.findByRole('button', { name: t('week.review') });
  await user.keyboard('3');
  expect(document.activeElement?.textContent).toBe(t('week.review'));
});

it('approves, then writes the file in one press, and closes the week', async () => {
  const { t, user, written } = shown({ odd: 0 });
  const approved = await step(t('week.step.approved'));
  await waitFor(() => expect(approved.dataset['state']).toBe('now'));
  expect(useMainActionStore.getState().action?.label).toBe(t('week.approve'));
  await user.click(within(approved).getByRole('button', { name: t('week.approve') }));
  const dialog = within(await screen.findByRole('dialog'));
  const [by, reason] = dialog.getAllByRole('textbox');
  await user.type(by!, 'Kim');
  await user.type(reason!, 'Looked.');
  await user.click(dialog.getByRole('button', { name: t('checks.approve') }));
  const sent = await step(t('week.step.sent'));
  await waitFor(() => expect(sent.dataset['state']).toBe('now'));
  expect((await step(t('week.step.approved'))).textContent).toContain('by Kim');
  await user.click(await within(sent).findByRole('button', { name: t('week.send') }));
  await screen.findByText(/^Week 17(, 2026)? is out\./);
  expect(written).toEqual([{ runId: RUN_NOW, out: OUT, format: 'submission' }]);
  // What was sent stands: it cannot be taken back from here.
  expect(screen.queryByRole('button', { name: t('week.undoApproval') })).toBeNull();
});

it('asks who approves although odd lists wait, and takes an approval back', async () => {
  const { t, user } = shown();
  await user.click(within(await step(t('week.step.approved'))).getByRole('button', { name: t('week.approve') }));
  const dialog = within(await screen.findByRole('dialog', { name: t('checks.approve') }));
  // What waits is said before anybody signs.
  expect(dialog.getByText(t('checks.approveOpen', { count: 7 }), { exact: false })).toBeTruthy();
  cleanup();
  const approved = shown({ odd: 0, approved: approvalBy('Kim') });
  const row = await step(t('week.step.approved'));
  await approved.user.click(await within(row).findByRole('button', { name: t('week.undoApproval') }));
  await screen.findByRole('dialog', { name: t('checks.withdraw') });
});

it('shows no way to send before an approval holds', async () => {
  const { t } = shown();
  await step(t('week.step.sent'));
  expect(screen.queryByRole('button', { name: t('week.send') })).toBeNull();
});

it.each(['worse', 'not-compared', 'rules', 'failed'] as const)(
  'says why lists of a refresh that ended %s were held back',
  async (state) => {
    const said = say('refresh.checks', { checks: [say('checks.names.age')] });
    const refresh = { ...weekNow().refresh!, state, reason: { message: textOf([said]), said: [said] } };
    const { t } = shown({ weeks: [weekNow({ refresh }), weekBefore()] });
    const changed = await step(t('week.step.changed'));
    await waitFor(() => expect(changed.dataset['state']).toBe('harm'));
    expect(changed.textContent).toContain(textOf([said]));
    within(changed).getByRole('link', { name: t('week.seeChanges') });
    // It may be approved all the same, by a person.
    within(await step(t('week.step.approved'))).getByRole('button', { name: t('week.approve') });
  },
);

it('leads to training where nothing was learned yet, and goes on with a refresh that broke off', async () => {
  const first = shown({ weeks: [weekNow({ run: null, refresh: null, added: null })] });
  const link = await screen.findByRole('link', { name: first.t('week.learn') });
  expect(link.getAttribute('href')).toBe('/train');
  first.unmount();
  const refresh = { ...weekNow().refresh!, state: 'begun' as const };
  const { t, user, begun } = shown({ weeks: [weekNow({ run: null, refresh }), weekBefore()] });
  await user.click(await screen.findByRole('button', { name: t('week.goOn') }));
  await waitFor(() =>
    expect(begun).toEqual([
      { run: exported.from.runId, to: exported.from.data, folder: '/data/2026-04', format: 'submission' },
    ]),
  );
});

it('adds what is new, writes no file by itself, and says where nothing came', async () => {
  const { t, user, begun } = shown();
  await user.click(await screen.findByRole('button', { name: t('week.add') }));
  await screen.findByText(t('week.nothingNew'));
  expect(begun).toEqual([{ run: base.run.runId, folder: APRIL, format: 'submission' }]);
});

it('asks where to write first, where a person lets files leave without an approval', async () => {
  const { t, user, begun } = shown({ unattended: { by: 'Kim', at: '2026-04-20T04:00:00.000Z' } });
  await screen.findByText(/Kim/, { selector: '*:not(td)' });
  await user.click(await screen.findByRole('button', { name: t('week.add') }));
  await waitFor(() => expect(begun).toMatchObject([{ out: OUT }]));
});

it('has three steps for data without times', async () => {
  const timeless = weekNow();
  const { t } = shown({ weeks: [{ ...timeless, data: { ...timeless.data, period: null }, added: null }] });
  await screen.findByRole('heading', { level: 1, name: timeless.data.name });
  await step(t('week.step.sent'));
  expect(screen.getAllByRole('listitem').filter((item) => item.dataset['step'] !== undefined)).toHaveLength(3);
});

it('offers the ways to open data where there is none, and beside a week by its address', async () => {
  const first = shown({ empty: true });
  await screen.findByRole('button', { name: new RegExp(first.t('welcome.sample')) });
  first.unmount();
  const { t } = shown({ place: '/week/open' });
  await screen.findByRole('button', { name: new RegExp(t('welcome.sample')) });
  const back = screen.getByRole('link', { name: t('week.backToWeek') });
  act(() => back.click());
  expect((await step(t('week.step.came'))).dataset['state']).toBe('done');
});

const worse: Refresh = {
  ...exported,
  state: 'worse',
  compared: {
    ...exported.compared!,
    verdict: 'worse',
    figures: [{ ...exported.compared!.figures[0]!, now: 0.35, mean: -0.05, low: -0.06, high: -0.04 }],
  },
  export: null,
};
const worseWeek = weekNow({ refresh: { ...weekNow().refresh!, state: 'worse', compared: worse.compared } });

it.each(['en', 'ko'] as const)(
  'warns of a worse model on the board and where it is approved, and keeps the one of last week by one press: %s',
  async (language) => {
    const { t, user, chosen } = shown({
      language,
      weeks: [worseWeek, weekBefore()],
      refreshes: [worse],
    });
    const before = { run: runNameIn(run.name, t, language) };
    const keep = t('refresh.keep', before);
    const changed = await step(t('week.step.changed'));
    await within(changed).findByRole('button', { name: keep });
    expect(changed.textContent).toContain(t('week.model.worse', before));
    const approved = await step(t('week.step.approved'));
    await user.click(within(approved).getByRole('button', { name: t('week.approve') }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain(t('refresh.keepHelp', before));
    await user.click(within(dialog).getByRole('button', { name: keep }));
    await waitFor(() => expect(chosen).toEqual([{ runId: run.runId, chosen: true }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  },
);

it.each(['en', 'ko'] as const)(
  'leads from the file to the proof of its lists and to the report: %s',
  async (language) => {
    const sent = { path: OUT, format: 'submission', profiles: 19, sha256: 'e'.repeat(64), by: 'Kim' } as const;
    const { t } = shown({
      language,
      weeks: [weekNow({ sent: { ...sent, at: '2026-04-27T06:00:00.000Z' } }), weekBefore()],
    });
    const row = await step(t('week.step.sent'));
    const places = (['week.prove', 'week.report'] as const).map(async (name) =>
      (await within(row).findByRole('link', { name: t(name) })).getAttribute('href'),
    );
    expect(await Promise.all(places)).toEqual([`/runs/${RUN_NOW}`, `/runs/${RUN_NOW}/report`]);
  },
);
