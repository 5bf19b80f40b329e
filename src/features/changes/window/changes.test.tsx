/** What changed in the lists: the figures, and the ways into a list before and after, and into review. */
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Route } from 'wouter';
import { changesScreen } from '../contract/screens';
import { ChangesScreen } from './ChangesScreen';
import type { ChangedLists } from '../contract/changes';
import type { EarlierExport, Run } from '../../../shared/contract/run-life';
import type { Decision } from '../../review/contract/checks';
import type { KeptTuning } from '../../../shared/contract/kept';
import type { RuleHistory } from '../../../shared/contract/rule-answers';
import { NEUTRAL_TUNING } from '../../../shared/contract/tuning';
import { createFormat } from '../../../shared/words/format';
import { NoticeBar } from '../../../renderer/shell/NoticeBar';
import { forgetWork } from '../../../renderer/stores/activity';
import { useOpenList } from '../../../renderer/stores/open-list';
import { useSelection } from '../../../renderer/stores/selection';
import { keptLabels, UNDECIDED } from '../../../../tests/support/window/kept-rows';
import { dataset, popularityRun, profileRow } from '../../../../tests/support/window/records';
import { reviewPage } from '../../../../tests/support/window/review-row';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import type { Texts } from '../../../../tests/e2e/support/texts';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const open = dataset();
const deliveryOf = (runId: string, name: string): ChangedLists['before'] => ({
  runId,
  name,
  data: open.fingerprint,
  createdAt: runId === 'rone' ? '2026-04-20T04:00:00.000Z' : '2026-04-27T04:00:00.000Z',
  tuning: null,
  rules: null,
  exportedAt: null,
});
const CHANGES: ChangedLists = {
  before: deliveryOf('rone', 'Last week'),
  after: deliveryOf('rtwo', 'This week'),
  isSameData: true,
  profiles: 20,
  gone: 0,
  fresh: 2,
  changed: 7,
  reordered: 4,
  came: 5,
  went: 5,
  chance: null,
  reasons: [
    { reason: 'viewings', came: 4, went: 2, byChance: 0, titles: { came: [], went: [] } },
    { reason: 'watched', came: 0, went: 3, byChance: 0, titles: { came: [], went: [] } },
  ],
  segments: [{ id: 's', name: 'Night owls', profiles: 7, changed: 2, came: 3, went: 3 }],
  groups: [{ group: null, before: 100, after: 90, came: 1, went: 2 }],
  titles: [{ item: '7', title: 'Heron Hill', group: null, before: 3, after: 8, came: 5, went: 0, reason: 'viewings' }],
  titlesMoved: 9,
  lists: [
    {
      profile: '12',
      shared: 22,
      viewings: 1,
      came: [{ item: '7', title: 'Heron Hill', reason: 'viewings', place: 3 }],
      went: [{ item: '8', title: 'Otter Bay', reason: 'watched', place: 1 }],
    },
  ],
};

/** The link to the list of the child that changed. */
const besideOf = (t: Texts): string => t('changes.beside', { child: t('child.unnamed', { profile: '12' }) });

const exportOf = (hash: string): EarlierExport => ({
  format: 'csv',
  path: `/out/${hash[0]}.csv`,
  profiles: 20,
  sha256: hash,
  exportedAt: '2026-04-28T05:00:00.000Z',
  checks: [],
  file: 'same',
});

function renderChanges(
  changes: ChangedLists = CHANGES,
  language: 'en' | 'ko' = 'en',
  all: readonly Run[] = [],
  at = '/changes/rone/rtwo',
  kept: { tunings?: readonly KeptTuning[]; rules?: RuleHistory; measured?: NonNullable<ChangedLists['chance']> } = {},
) {
  const asked: unknown[] = [];
  const decided: unknown[] = [];
  const stored = new Map<string, Decision>([['12', { ...UNDECIDED, revision: 4 }]]);
  const rendered = renderInWindow(
    <>
      <NoticeBar />
      <Route path={changesScreen.path} component={ChangesScreen} />
    </>,
    {
      place: at,
      language,
      answers: ({ changes: calls, datasets, labels, profiles, review, rules, runs, tuning }) => ({
        runs: {
          list: runs.list.handler(() => [...all]),
          exports: runs.exports.handler(({ input: { runId } }) =>
            runId === 'rone' ? ['a', 'b', 'a'].map((letter) => exportOf(letter.repeat(64))) : [],
          ),
        },
        rules: {
          counting: rules.counting.handler(() => null),
          history: rules.history.handler(() => kept.rules ?? { revision: 0, versions: [] }),
        },
        tuning: { list: tuning.list.handler(() => [...(kept.tunings ?? [])]) },
        review: {
          queue: review.queue.handler(() => reviewPage([], { odd: 7, decided: 2 })),
          approvals: review.approvals.handler(() => ({ current: null, all: [], standing: null })),
          decisions: review.decisions.handler(() =>
            Array.from(stored, ([profile, decision]) => ({ profile, decision })),
          ),
          decideAll: review.decideAll.handler(({ input }) => {
            decided.push(input);
            return input.decisions.map(({ profile, revision, decision = null }) => {
              const made = { ...UNDECIDED, decision, runId: input.runId, revision: revision + 1 };
              stored.set(profile, made);
              return { profile, decision: made };
            });
          }),
        },
        profiles: {
          page: profiles.page.handler(({ input: { filter } }) => {
            const rows = filter!.profiles!.map((profile) => ({ ...profileRow(profile), watched: 0 }));
            return { all: rows.length, total: rows.length, start: 0, rows };
          }),
        },
        changes: {
          measureChance: calls.measureChance.handler(async function* ({ input, signal }) {
            asked.push(input);
            yield { phase: 'unit', detail: '', done: 0, total: 1 };
            if (kept.measured === undefined)
              await new Promise((_, reject) => signal!.addEventListener('abort', reject));
            return { seeds: [...kept.measured!.seeds] };
          }),
          profiles: calls.profiles.handler(({ input }) => {
            asked.push(input);
            return ['12', '13'].map((profile, place) => ({
              profile,
              viewings: place,
              moved: place === 0 ? null : { place: 4, isIn: true },
            }));
          }),
          lists: calls.lists.handler(({ input }) => {
            asked.push(input);
            const isMeasured = asked.some((one) => typeof one === 'object' && one !== null && 'runId' in one);
            return isMeasured && kept.measured !== undefined ? { ...changes, chance: kept.measured } : changes;
          }),
        },
        datasets: { list: datasets.list.handler(() => [open]) },
        labels: { get: labels.get.handler(() => keptLabels()) },
      }),
    },
  );
  return { ...rendered, asked, decided };
}

it('tells how many lists changed, and by segment and title what came and went', async () => {
  const { t, asked } = renderChanges();
  await screen.findByRole('heading', { name: t('changes.summary', { changed: '7', profiles: '20' }) });
  const status = screen.getByText(new RegExp(t('changes.places', { came: '5', went: '5' })));
  expect(status.textContent).toContain(t('changes.reordered', { count: 4 }));
  expect(status.textContent).toContain(t('changes.fresh', { count: 2 }));
  expect(asked[0]).toEqual({ before: { runId: 'rone' }, after: { runId: 'rtwo' } });
  const cells = (table: string, row: RegExp): (string | null)[] =>
    within(within(screen.getByRole('table', { name: table })).getByRole('row', { name: row }))
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
  expect(cells(t('changes.segments'), /^Night owls/)).toEqual([
    t('audience.shareOf', { count: '2', all: '7' }),
    '3',
    '3',
  ]);
  expect(cells(t('changes.titles'), /^Heron Hill/)).toEqual([t('changes.reason.viewings'), '3', '8', '5', '0']);
  expect(screen.getByText(t('changes.more', { shown: '1', all: '9' }))).toBeTruthy();
});

const measured = (beyond: number, most = 4): NonNullable<ChangedLists['chance']> => ({
  seeds: [2],
  titles: { most, beyond },
  groups: { most: 30, beyond: 0 },
  places: 3,
});
const MOVED: ChangedLists = {
  ...CHANGES,
  reasons: [
    {
      reason: 'viewings',
      came: 4,
      went: 2,
      byChance: 3,
      titles: { came: [{ item: '7', title: 'Heron Hill' }], went: [] },
    },
    {
      reason: 'watched',
      came: 0,
      went: 3,
      byChance: 0,
      titles: { came: [], went: [{ item: '8', title: 'Otter Bay' }] },
    },
  ],
  titles: [...CHANGES.titles, { ...CHANGES.titles[0]!, item: '8', title: 'Otter Bay', before: 6, after: 2 }],
};
const lines = (): string[] =>
  within(screen.getByRole('figure'))
    .getAllByRole('button')
    .map(({ textContent }) => textContent);

it.each(TRIED_LANGUAGES)(
  'has as lines what moved beyond chance, as its heading says, and why: %s',
  async (language) => {
    const { t, user } = renderChanges({ ...MOVED, chance: measured(1) }, language);
    await screen.findByRole('heading', { level: 1, name: new RegExp(`^${t('changes.further.titles', { count: 1 })}`) });
    expect(screen.getByText(new RegExp(t('changes.others.titles', { count: 8 })))).toBeTruthy();
    expect(lines()).toEqual(['+5Heron Hill']);
    expect(screen.getByText(t('changes.line.titles', { name: 'Heron Hill', before: '3', after: '8' }))).toBeTruthy();
    expect(screen.getByText(t('changes.chance.ofThese', { count: 3 }))).toBeTruthy();
    const watched = screen.getByText(t('changes.cause.watched')).closest('li')!;
    expect(watched.textContent).toContain('3');
    expect(within(watched).getByText(/Otter Bay/)).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: t('changes.picture.groups') }));
    await screen.findByRole('heading', { level: 1, name: new RegExp(`^${t('changes.nothingFurther')}`) });
    expect(screen.queryByRole('figure')).toBeNull();
    expect(screen.getByRole('table', { name: t('changes.groups') })).toBeTruthy();
  },
);

it.each(TRIED_LANGUAGES)(
  'makes no claim until chance is measured, which it is by itself and once: %s',
  async (language) => {
    const run = { ...popularityRun(), runId: 'rtwo', seconds: 11 };
    const shown = renderChanges(MOVED, language, [run], undefined, { measured: measured(2) });
    const { t, asked } = shown;
    await screen.findByRole('heading', { level: 1, name: new RegExp(`^${t('changes.further.titles', { count: 2 })}`) });
    expect(asked.filter((one) => JSON.stringify(one) === '{"runId":"rtwo"}')).toHaveLength(1);
    forgetWork('chance', 'rtwo');
  },
);

it('measures chance of a long training only when asked, and can be stopped and go on', async () => {
  const run = { ...popularityRun(), runId: 'rtwo', seconds: 2040 };
  const { t, user, asked } = renderChanges(MOVED, 'en', [run]);
  await screen.findByRole('heading', { level: 1, name: new RegExp(`^${t('changes.moved.titles', { count: 9 })}`) });
  // The chart stands without the claim.
  expect(lines()).toEqual(['+5Heron Hill', '−4Otter Bay']);
  await screen.findByText(new RegExp(t('changes.chance.long', { time: '34 min', limit: '10 min' })));
  const isAsked = (): boolean => asked.some((one) => JSON.stringify(one) === '{"runId":"rtwo"}');
  expect(isAsked()).toBe(false);
  await user.click(screen.getByRole('button', { name: t('changes.chance.measure') }));
  await screen.findByText(new RegExp(t('changes.chance.measuring', { time: '34 min' })));
  expect(isAsked()).toBe(true);
  await user.click(screen.getByRole('button', { name: t('common.stop') }));
  await screen.findByText(new RegExp(t('changes.chance.stopped', { time: '34 min' })));
  forgetWork('chance', 'rtwo');
});

it('names the children behind a line, and leads to them', async () => {
  const { t, user, asked, place } = renderChanges({ ...MOVED, chance: measured(2, 3) });
  const behind = (): HTMLElement => screen.getByRole('heading', { name: 'Otter Bay' }).closest('section')!;
  await user.click(await screen.findByRole('button', { name: /Otter Bay/ }));
  await expect.poll(() => asked).toContainEqual(expect.objectContaining({ of: { item: '8' } }));
  const child = await within(behind()).findByRole('link', { name: t('child.unnamed', { profile: '13' }) });
  expect(
    within(behind()).getByText(`${t('changes.newViewings', { count: 1 })} · ${t('changes.placeNow', { place: 4 })}`),
  ).toBeTruthy();
  await user.click(child);
  expect(place()).toMatch(/^\/compare\/13\/changes;before=rone;after=rtwo;list=13%2C12/);
});

it.each(TRIED_LANGUAGES)('shows all that came into a list by a button after the first three: %s', async (language) => {
  const [list] = CHANGES.lists;
  const came = ['Heron Hill', 'Otter Bay', 'Badger Burrow', 'Puffin Point'].map((title, at) => ({
    ...list!.came[0]!,
    item: `${at}`,
    title,
  }));
  const { user, t } = renderChanges({ ...CHANGES, lists: [{ ...list!, came }] }, language);
  const more = await screen.findByRole('button', { name: t('common.andMore', { count: 1 }) });
  expect(screen.queryByText(/Puffin Point/)).toBeNull();
  await user.click(more);
  expect(screen.getByText(/Puffin Point/).closest('td')!.textContent).toContain(
    `${t('changes.reason.viewings')}Heron Hill · Otter Bay · Badger Burrow · Puffin Point`,
  );
});

it('shows at most 24 lines, and in the tables ten lists and ten titles at first', async () => {
  const lists = Array.from({ length: 12 }, (_, at) => ({ ...CHANGES.lists[0]!, profile: `p${at}` }));
  const titles = Array.from({ length: 33 }, (_, at) => ({
    ...CHANGES.titles[0]!,
    item: `i${at}`,
    title: `Title ${at}`,
  }));
  const { user, t } = renderChanges({ ...CHANGES, lists, titles });
  const listed = (): number => screen.getAllByRole('link', { name: /before and after/ }).length;
  const titled = (): number =>
    within(screen.getByRole('table', { name: t('changes.titles') })).getAllByRole('link').length;
  await expect.poll(listed).toBe(10);
  expect([lines().length, titled()]).toEqual([24, 10]);
  await user.click(screen.getByRole('button', { name: t('common.andMore', { count: 2 }) }));
  expect([listed(), titled()]).toEqual([12, 10]);
  await user.click(screen.getByRole('button', { name: t('common.andMore', { count: 23 }) }));
  expect(titled()).toBe(33);
});

it.each([
  ['/changes/rone/rtwo/week', 'shell.screen.week', '/week'],
  ['/changes/rone/rtwo/export', 'shell.screen.export', '/export'],
  ['/changes/rone/rtwo', 'runs.back', '/runs'],
  ['/changes/rone/rtwo/elsewhere', 'runs.back', '/runs'],
] as const)('leads back to where one came from: %s', async (at, name, back) => {
  const { user, t, place } = renderChanges(CHANGES, 'en', [], at);
  const link = await screen.findByRole('link', { name: t(name) });
  expect(link.getAttribute('href')).toBe(back);
  await user.click(await screen.findByRole('link', { name: besideOf(t) }));
  expect(place().includes('from=')).toBe(!at.endsWith('rtwo') && !at.endsWith('elsewhere'));
});

it('tells two runs of one name apart by when they were trained, and an export by when it was written', async () => {
  const { t } = renderChanges(CHANGES, 'en', [
    { ...popularityRun(), runId: 'rone', name: 'Weekly', createdAt: '2026-04-20T04:00:00.000Z' },
    { ...popularityRun(), runId: 'rtwo', name: 'Weekly', createdAt: '2026-04-27T04:00:00.000Z' },
  ]);
  const { moment } = createFormat('en');
  for (const [place, trained] of [
    ['before', '2026-04-20T04:00:00.000Z'],
    ['after', '2026-04-27T04:00:00.000Z'],
  ] as const)
    await screen.findByRole('combobox', {
      name: `${t(`changes.side.${place}`)}: ${t('common.trainedAt', { name: 'Weekly', moment: moment(trained) })}`,
    });
  const exported = t('changes.ofExport', {
    moment: moment('2026-04-28T05:00:00.000Z'),
    format: t('exporting.formats.csv'),
  });
  expect(screen.getAllByRole('option', { name: exported })).toHaveLength(2);
});

it('is approved where it is decided about, with how many odd lists wait', async () => {
  const { user, t } = renderChanges();
  await user.click(await screen.findByRole('button', { name: t('checks.approve') }));
  const dialog = await screen.findByRole('dialog', { name: t('checks.approve') });
  expect(await within(dialog).findByText(t('checks.approveOpen', { count: 5 }), { exact: false })).toBeTruthy();
  const first = within(dialog).getByRole('link', { name: t('checks.decideFirst') });
  expect(first.getAttribute('href')).toBe('/review');
  await user.click(first);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('has its first list in reach of the arrow that enters a list', async () => {
  const { t } = renderChanges();
  const first = await screen.findByRole('link', { name: besideOf(t) });
  act(() => useOpenList.getState().enter!());
  expect(document.activeElement).toBe(first);
});

it('leads into a list beside the earlier one', async () => {
  const { user, t, place } = renderChanges();
  await user.click(await screen.findByRole('link', { name: besideOf(t) }));
  expect(place()).toMatch(/^\/compare\/12\/changes;before=rone;after=[^;]+;list=12/);
  expect(useSelection.getState().runId).toBe('rtwo');
  expect(sessionStorage.getItem('shelfwise.second-run')).toContain('rone');
});

it('says which lists are shown now where others were, and goes back to those', async () => {
  // Of one name, as those of weekly refreshes.
  const createdAt = '2026-04-27T04:00:00.000Z';
  const trained: Record<string, string> = { rone: '2026-04-20T04:00:00.000Z', rtwo: createdAt };
  const shown = (runId: string): Run => ({ ...popularityRun(), runId, name: 'Weekly', createdAt: trained[runId]! });
  const { user, t } = renderChanges(CHANGES, 'en', ['rone', 'rtwo'].map(shown));
  const name = t('common.trainedAt', { name: 'Weekly', moment: createFormat('en').moment(createdAt) });
  const told = (): HTMLElement | undefined =>
    screen.queryAllByRole('status').find(({ textContent }) => textContent.includes(t('shell.shownNow', { name })));
  const link = await screen.findByRole('link', { name: besideOf(t) });
  useSelection.setState({ dataset: open.fingerprint, runId: 'rone' });
  await user.click(link);
  await expect.poll(told).toBeDefined();
  await user.click(screen.getByRole('button', { name: t('versions.undo') }));
  expect(useSelection.getState().runId).toBe('rone');
  expect(told()).toBeUndefined();
});

it('leads into review of the later run, also where no list changed', async () => {
  const { user, t, place } = renderChanges({ ...CHANGES, changed: 0, reordered: 0, lists: [] });
  await screen.findByText(new RegExp(t('changes.none')));
  useSelection.setState({ runId: null });
  await user.click(screen.getByRole('button', { name: t('changes.review') }));
  expect(place()).toBe('/review');
  expect(useSelection.getState().runId).toBe('rtwo');
});

it.each(TRIED_LANGUAGES)(
  'decides in one pass about the lists that changed, or those of a group: %s',
  async (language) => {
    // The window remembers what it decided about a run.
    const runId = `decided in ${language}`;
    const { user, t, asked, decided } = renderChanges({ ...CHANGES, after: deliveryOf(runId, 'This week') }, language);
    const sides = { before: { runId: 'rone' }, after: { runId: 'rtwo' } };
    await screen.findByRole('combobox', { name: t('changes.decideOf') });
    // By a key, as in review.
    await user.keyboard('{Shift>}f{/Shift}');
    const decisions = (decision: string, more: number) => [
      { profile: '12', decision, revision: 4 + more },
      { profile: '13', decision, revision: more },
    ];
    await expect.poll(() => decided).toEqual([{ runId, decisions: decisions('fine', 0) }]);
    expect(asked.filter((one) => JSON.stringify(one) === JSON.stringify(sides))).toHaveLength(2);
    for (const [at, [label, of]] of (
      [
        [t('changes.of.segment', { name: 'Night owls' }), { segment: 's' }],
        [t('changes.of.group', { name: t('common.missing') }), { group: null }],
        [t('changes.of.item', { name: 'Heron Hill' }), { item: '7' }],
      ] as const
    ).entries()) {
      await user.selectOptions(screen.getByRole('combobox', { name: t('changes.decideOf') }), label);
      const pass = screen.getByRole('group', { name: label });
      await user.click(within(pass).getByRole('button', { name: new RegExp(t('checks.decisions.rule')) }));
      await expect.poll(() => asked).toContainEqual({ ...sides, of });
      // On top of what this window decided before.
      await expect.poll(() => decided.at(-1)).toEqual({ runId, decisions: decisions('rule', at + 1) });
    }
    await screen.findByRole('button', { name: t('versions.undo') });
  },
);

it.each(TRIED_LANGUAGES)('compares an export of either run, each file once: %s', async (language) => {
  const { user, t, asked, place } = renderChanges(CHANGES, language);
  const before = await screen.findByRole('combobox', { name: new RegExp(`^${t('changes.side.before')}`) });
  await expect.poll(() => within(before).getAllByRole('option').length).toBe(3);
  await user.selectOptions(before, within(before).getAllByRole('option')[2]!);
  const hash = 'b'.repeat(16);
  await expect.poll(place).toBe(`/changes/rone@${hash}/rtwo`);
  await expect
    .poll(() => asked)
    .toContainEqual({ before: { runId: 'rone', exported: hash }, after: { runId: 'rtwo' } });
  await user.click(await screen.findByRole('link', { name: besideOf(t) }));
  expect(decodeURIComponent(place())).toContain(`before=rone@${hash}`);
});

const RUNS = ['rone', 'rtwo'].map((runId): Run => ({ ...popularityRun(), runId, name: runId }));
const LOUDER: KeptTuning = {
  id: 'ab12cd34ef56',
  name: 'Louder',
  revision: 2,
  changedAt: '2026-04-28T05:00:00.000Z',
  tuning: { ...NEUTRAL_TUNING, hidden: 0.5 },
  runId: 'rone',
};
const chooserOf = (of: 'before' | 'after', t: Texts): Promise<HTMLElement> =>
  screen.findByRole('combobox', { name: new RegExp(`^${t(`changes.side.${of}`)}`) });

it.each([
  ['en', 'before'],
  ['ko', 'after'],
] as const)('compares what a saved tuning makes, by an address that opens again: %s, %s', async (language, of) => {
  const { user, t, asked, place } = renderChanges(CHANGES, language, RUNS, '/changes/rone/rtwo/export', {
    tunings: [LOUDER],
  });
  const named = { name: t('changes.nowTuned', { name: 'Louder' }) };
  const chooser = await chooserOf(of, t);
  await within(chooser).findByRole('option', named);
  await user.selectOptions(chooser, within(chooser).getByRole('option', named));
  const runId = of === 'before' ? 'rone' : 'rtwo';
  const tuned = `${runId}~ab12cd34ef56`;
  await expect.poll(place).toBe(of === 'before' ? `/changes/${tuned}/rtwo/export` : `/changes/rone/${tuned}/export`);
  // The engine is sent the tuning itself, and the run whose directions it may name.
  await expect
    .poll(() => asked)
    .toContainEqual({
      before: { runId: 'rone' },
      after: { runId: 'rtwo' },
      [of]: { runId, tuning: LOUDER.tuning, madeOn: 'rone' },
    });
  await user.click(await screen.findByRole('link', { name: besideOf(t) }));
  expect(decodeURIComponent(place())).toContain(`${of}=${tuned}`);
});

it.each(TRIED_LANGUAGES)('says that a tuning of the address is not saved, and asks nothing: %s', async (language) => {
  const { user, t, asked, place } = renderChanges(CHANGES, language, RUNS, '/changes/rone/rtwo~000000000000', {
    tunings: [LOUDER],
  });
  await screen.findByText(t('changes.tuningGone'));
  expect(asked).toEqual([]);
  const chooser = await chooserOf('after', t);
  expect(within(chooser).getByRole<HTMLOptionElement>('option', { name: t('changes.nowTunedGone') }).selected).toBe(
    true,
  );
  await user.selectOptions(chooser, t('changes.now'));
  await screen.findByRole('heading', { name: t('changes.summary', { changed: '7', profiles: '20' }) });
  expect(place()).toBe('/changes/rone/rtwo');
});

it('compares one run under two choices of rules, beside a tuning', async () => {
  const version = (revision: number, current: boolean): RuleHistory['versions'][number] => ({
    revision,
    changedAt: `2026-04-0${revision}T05:00:00.000Z`,
    current,
    rules: revision,
    on: 1,
    rulesSha256: 'a',
  });
  const { user, t, asked, place } = renderChanges(CHANGES, 'en', RUNS, '/changes/rone~ab12cd34ef56!2/rone', {
    tunings: [LOUDER],
    rules: { revision: 3, versions: [version(3, true), version(2, false), version(1, false)] },
  });
  const before = await screen.findByRole('combobox', { name: t('changes.rules.before') });
  const tuned = { runId: 'rone', tuning: LOUDER.tuning, madeOn: 'rone' };
  await expect
    .poll(() => asked)
    .toContainEqual({ before: { ...tuned, rules: { revision: 2 } }, after: { runId: 'rone' } });
  const names = within(before)
    .getAllByRole('option')
    .map(({ textContent }) => textContent);
  const saved = (revision: number): string =>
    t('changes.rulesOf', {
      moment: createFormat('en').moment(`2026-04-0${revision}T05:00:00.000Z`),
      rules: t('rules.version', { count: revision, on: 1 }),
    });
  expect(names).toEqual([t('changes.rulesNow'), t('changes.rulesNone'), saved(2), saved(1)]);
  await user.selectOptions(before, t('changes.rulesNone'));
  await expect.poll(place).toBe('/changes/rone~ab12cd34ef56!none/rone');
  await expect.poll(() => asked).toContainEqual({ before: { ...tuned, rules: 'none' }, after: { runId: 'rone' } });
  // Only lists that would be exported as they are can be approved.
  expect(screen.queryByRole('button', { name: t('checks.approve') })).toBeTruthy();
  await user.selectOptions(await screen.findByRole('combobox', { name: t('changes.rules.after') }), saved(1));
  await expect.poll(place).toBe('/changes/rone~ab12cd34ef56!none/rone!1');
  await expect.poll(() => screen.queryByRole('button', { name: t('checks.approve') })).toBeNull();
});
