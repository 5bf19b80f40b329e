/** The board of the week, with the answers that a test gives, and what it asked for. */
import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { Route } from 'wouter';
import type { Refresh, Unattended } from '../../../src/features/refresh/contract/refresh';
import { weekScreen } from '../../../src/features/week/contract/screens';
import type { Week } from '../../../src/features/week/contract/week';
import { useWaiting } from '../../../src/features/week/window/use-steps';
import { WeekScreen } from '../../../src/features/week/window/WeekScreen';
import { useActivity } from '../../../src/renderer/stores/activity';
import { useSelection } from '../../../src/renderer/stores/selection';
import { type Approval, approvalSchema } from '../../../src/shared/contract/approvals';
import type { DamagedRun } from '../../../src/shared/contract/run';
import { ShelfwiseError } from '../../../src/shared/errors';
import { keptLabels } from './kept-rows';
import { autoencoderRun, dataset } from './records';
import { APRIL, base, exported, OUT, run } from './refreshes';
import { renderInWindow } from './render-in-window';
import { SIGNED_HEAD } from './signed-head';
import { RUN_NOW, weekBefore, weekNow } from './weeks';

/** Forgets what runs and what is chosen, as a window that opens anew. */
export function closeWindow(): void {
  useActivity.setState({ works: {} });
  useSelection.setState({ dataset: null, runId: null });
}

const open = { ...dataset(), fingerprint: weekNow().data.fingerprint };
const runNow = { ...autoencoderRun(), runId: RUN_NOW, name: 'April' };
export const approvalBy = (by: string): Approval =>
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

/** The board and what waits, with what the window asked to begin, to choose and to write. */
export function shown({
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

/** The row of a step, by the name that is on it. */
export const step = async (name: string): Promise<HTMLElement> =>
  (await screen.findByRole('heading', { name: new RegExp(`^${name} \\(`) })).closest('li')!;
