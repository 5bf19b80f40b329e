/** The audience in the pane of a title: who gets it, the series as one, and a rule that is begun from it. */
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import type { ReactElement } from 'react';
import { Audience } from './Audience';
import { TitlePanel } from '../TitlePanel';
import { TogetherPanel } from '../TogetherPanel';
import type { Audience as AudienceOf, Breakdown } from '../../contract/audience';
import type { Run } from '../../../../shared/contract/run-life';
import type { Language } from '../../../../shared/words/templates';
import { NO_RULES, type TitleCondition } from '../../../../shared/contract/rules';
import { ShelfwiseError } from '../../../../shared/errors';
import { LIST_LENGTH } from '../../../../shared/limits';
import { useProfileList } from '../../../../renderer/stores/profile-list';
import { useSelection } from '../../../../renderer/stores/selection';
import { keptLabels } from '../../../../../tests/support/window/kept-rows';
import { autoencoderRun, dataset } from '../../../../../tests/support/window/records';
import { noTitleFigures } from '../../../../../tests/support/window/title-rows';
import { renderInWindow } from '../../../../../tests/support/window/render-in-window';

const open = dataset();
const RUN = 'r9cu59ftet';
const BY: Breakdown = {
  attributes: [
    { name: 'sex', values: [{ value: 'F', profiles: 3, of: 10 }], others: 0 },
    {
      name: 'age',
      values: [
        { value: '4', profiles: 1, of: 5 },
        { value: null, profiles: 2, of: 7 },
      ],
      others: 2,
    },
  ],
  segments: [{ id: 's1', name: 'Night owls', profiles: 2, of: 4 }],
  taste: null,
};
const audienceOf = (titles: TitleCondition, changes: Partial<AudienceOf> = {}): AudienceOf => ({
  runId: RUN,
  titles: [{ item: '7', title: 'Otter Bay, part 2', popularity: 4 }],
  count: titles.series === undefined ? 1 : 3,
  rules: null,
  profiles: 20,
  watched: 4,
  recommended: titles.series === undefined ? 3 : 9,
  asRanked: 3,
  meanPlace: 4.5,
  places: Array.from({ length: LIST_LENGTH }, (_, at) => (at < 3 ? 1 : 0)),
  by: BY,
  receivers: [{ profile: '12', place: 1, item: '7', title: 'Otter Bay, part 2' }],
  suits: null,
  ...changes,
});

const of = (run: Run): ReactElement => (
  <Audience data={open.fingerprint} run={run} item="7" title="Otter Bay, part 2" />
);
const ONE = of(autoencoderRun());
const NO_RULES_KEPT = { set: NO_RULES, rulesSha256: '', conflicts: [], titles: [], revision: 0, changedAt: null };

function renderAudience(changes: Partial<AudienceOf> = {}, shown = ONE, language: Language = 'en') {
  const asked: unknown[] = [];
  const saved: unknown[] = [];
  const rendered = renderInWindow(shown, {
    language,
    answers: ({ datasets, labels, newTitles, rules, segments, titles }) => ({
      datasets: { list: datasets.list.handler(() => [open]) },
      labels: {
        get: labels.get.handler(() => keptLabels()),
      },
      rules: {
        counting: rules.counting.handler(() => null),
        get: rules.get.handler(() => NO_RULES_KEPT),
        set: rules.set.handler(({ input }) => {
          saved.push(input);
          return { ...NO_RULES_KEPT, ...input, revision: input.revision + 1 };
        }),
      },
      segments: { list: segments.list.handler(() => []) },
      newTitles: { judge: newTitles.judge.handler(() => null) },
      titles: {
        audience: titles.audience.handler(({ input }) => audienceOf(input.titles, changes)),
        receivers: titles.receivers.handler(({ input }) => {
          asked.push(input);
          return ['12', '5', '9'];
        }),
        open: titles.open.handler(() => ({
          item: '7',
          title: 'Otter Bay, part 2',
          attributes: [
            { name: 'studio', value: 'Lantern' },
            { name: 'cast', value: null },
            { name: 'country', value: null },
          ],
          ...noTitleFigures(),
          popularity: 4,
          recommended: 3,
          similar: [],
          receivers: [],
        })),
        completion: titles.completion.handler(() => null),
        audienceWhy: titles.audienceWhy.handler(() => ({
          sample: 2,
          of: 3,
          parts: [
            { kind: 'history', id: '5', title: 'Heron Hill', values: [], value: 0.4, raises: 2 },
            { kind: 'base', id: null, title: null, values: [], value: 0.1, raises: 2 },
            { kind: 'scale', id: null, title: null, values: [], value: -0.1, raises: 0 },
          ],
        })),
        reach: titles.reach.handler(({ input }) => {
          asked.push(input);
          return {
            runId: RUN,
            wanted: 'profiles' in input.goal ? input.goal.profiles : 10,
            now: 3,
            profiles: 20,
            watchedAll: 4,
            isWider: false,
            options: [
              {
                rule: {
                  ...(changes.suits == null ? { kind: 'boost', places: 7 } : { kind: 'new-titles', count: 1 }),
                  id: 'rule-1',
                  name: 'Otter Bay',
                  on: true,
                  titles: input.titles,
                },
                reached: 10,
                isEnough: true,
                changed: 8,
                unmet: 22,
                why: [
                  { reason: 'watched', count: 20 },
                  { reason: 'hidden', count: 2 },
                ],
                cost: null,
              },
            ],
          };
        }),
      },
    }),
  });
  return { ...rendered, saved, asked };
}

beforeEach(() => useSelection.setState({ dataset: open.fingerprint }));

it('tells how many get it, by any attribute or segment, and why, for the title or its whole series', async () => {
  const { user, t } = renderAudience();
  await screen.findByText(t('audience.reached', { count: '3', all: '20', place: '4.5' }));
  expect(screen.getByRole('link', { name: '12' })).toBeTruthy();
  await screen.findByText(t('audience.whySample', { count: '2', all: '3' }));
  expect(screen.getByText('Heron Hill')).toBeTruthy();
  // Of many profiles, what speaks of one child in Compare is said of each.
  const rest = screen.getByText(t('audience.whyShared')).parentElement!;
  expect(within(rest).getByText(t('audience.whyScale'))).toBeTruthy();
  const by = screen.getByRole('combobox', { name: t('audience.by') });
  await user.selectOptions(by, 'age');
  const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1);
  expect(rows().map((row) => within(row).getByRole('cell').textContent)).toEqual([
    t('audience.shareOf', { count: '1', all: '5' }),
    t('audience.shareOf', { count: '2', all: '7' }),
  ]);
  expect(screen.getByText(t('audience.others', { count: 2 }))).toBeTruthy();
  await user.selectOptions(by, t('audience.bySegment'));
  expect(rows()[0]!.textContent).toContain('Night owls');
  await user.selectOptions(by, t('audience.byTaste'));
  expect(screen.getByText(t('audience.noMap'))).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: t('audience.ofSeries') }));
  await screen.findByText(t('audience.seriesReached', { count: '9', all: '20', place: '4.5', titles: '3' }));
});

it('leads from the best places to all who get it, as a filter of Profiles', async () => {
  const { user, t, asked, place } = renderAudience();
  await user.click(await screen.findByRole('button', { name: t('audience.allInProfiles', { count: 3 }) }));
  await expect.poll(place).toBe('/profiles');
  expect(asked).toEqual([{ runId: RUN, titles: { ids: ['7'] } }]);
  expect(useProfileList.getState()).toMatchObject({ filter: { profiles: ['12', '5', '9'] } });
});

it('answers before it offers a tool, which a button leads to', async () => {
  const { user, t } = renderAudience();
  const why = await screen.findByRole('heading', { name: t('audience.why') });
  const tool = screen.getByRole('form', { name: t('audience.reach') });
  for (const answer of [why, screen.getByRole('combobox', { name: t('audience.by') })])
    expect(answer.compareDocumentPosition(tool) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  await user.click(screen.getByRole('button', { name: t('audience.reach') }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: t('audience.reachCount') }));
});

it('finds what it takes to reach more, and begins a rule with that', async () => {
  const { user, t, asked, place } = renderAudience();
  const count = await screen.findByRole('textbox', { name: t('audience.reachCount') });
  expect(screen.getByText(t('audience.reachHave', { now: '3' }))).toBeTruthy();
  await screen.findByText(t('audience.noSegments'));
  expect(screen.getByRole('link', { name: t('audience.toProfiles') }).getAttribute('href')).toMatch(/profiles$/);
  await user.clear(count);
  await user.type(count, '10{Enter}');
  await screen.findByText(
    `${t('audience.reaches', { reached: '10', changed: '8' })} ${t('audience.notKept', { count: 22 })}`,
  );
  expect(asked).toEqual([{ runId: RUN, titles: { ids: ['7'] }, goal: { profiles: 10 } }]);
  expect(screen.getByText(new RegExp(t('audience.reachWatched', { count: '4' })))).toBeTruthy();
  expect(screen.getByText(t('rules.reasonOften', { count: 20, why: t('rules.reason.watched') }))).toBeTruthy();
  // Where no rule reaches as many as asked, the answer says so.
  await user.clear(count);
  await user.type(count, '12{Enter}');
  await screen.findByText(
    `${t('audience.reachesShort', { reached: '10', wanted: '12', changed: '8' })} ${t('audience.notKept', { count: 22 })}`,
  );
  await user.click(screen.getByRole('button', { name: /^Make it a rule: .*Otter Bay, part 2/ }));
  await expect.poll(place).toBe('/rules/boost-1');
});

it('tells of a title without viewings whom it would suit, and that it cannot be told how sure that is', async () => {
  const suits = {
    titles: 1,
    profiles: 6,
    next: 2,
    strengths: [0, 1, 2, 3].map((part) => ({ from: part / 4, to: (part + 1) / 4, profiles: 1 })),
    by: BY,
    best: [
      {
        profile: '31',
        item: '7',
        title: 'Otter Bay, part 2',
        share: 0.5,
        after: { item: '6', title: 'Otter Bay, part 1' },
        like: [],
      },
    ],
  };
  const { user, t, asked, saved, place } = renderAudience({
    recommended: 0,
    asRanked: 0,
    meanPlace: null,
    receivers: [],
    suits,
  });
  await screen.findByText(new RegExp(t('audience.suitsCount', { count: '6', all: '20' })));
  expect(screen.getByText(t('audience.notReached'))).toBeTruthy();
  await screen.findByText(t('audience.sureUnknown'));
  expect(screen.getByRole('link', { name: '31' }).title).toBe('Otter Bay, part 1');
  // The rule for it is put into the book from there, and shown there.
  await user.click(screen.getByRole('button', { name: t('audience.suitsRule') }));
  await expect.poll(place).toBe('/rules/new-titles-1');
  expect(asked).toEqual([{ runId: RUN, titles: { ids: ['7'] }, goal: { profiles: 6 } }]);
  expect(saved).toMatchObject([
    { revision: 0, set: { rules: [{ id: 'new-titles-1', kind: 'new-titles', on: true }] } },
  ]);
});

it('asks about titles that were found together as one, and about what reaches more as well', async () => {
  const panel = (
    <TogetherPanel data={open.fingerprint} run={autoencoderRun()} ids={['7', '8', '9']} onClose={() => undefined} />
  );
  const { user, t, asked } = renderAudience({ count: 3 }, panel);
  await screen.findByRole('complementary', { name: t('audience.togetherOf', { count: 3 }) });
  await screen.findByText(t('audience.seriesReached', { count: '3', all: '20', place: '4.5', titles: '3' }));
  await user.click(screen.getByRole('button', { name: t('audience.reachAsk') }));
  await screen.findByText(
    `${t('audience.reaches', { reached: '10', changed: '8' })} ${t('audience.notKept', { count: 22 })}`,
  );
  expect(asked).toEqual([{ runId: RUN, titles: { ids: ['7', '8', '9'] }, goal: { profiles: 10 } }]);
});

it('what is not known of a title is one line, below what is', async () => {
  const { t } = renderAudience({}, <TitlePanel data={open.fingerprint} run={autoencoderRun()} item="7" />);
  expect(await screen.findByText('Lantern')).toBeTruthy();
  expect(screen.getByText(t('titles.without')).nextElementSibling?.textContent).toMatch(/^cast, country$/i);
});

it('draws no cover for a title that is not in the data', async () => {
  const { t } = renderInWindow(<TitlePanel data={open.fingerprint} run={autoencoderRun()} item="999" />, {
    answers: ({ datasets, titles }) => ({
      datasets: { list: datasets.list.handler(() => [open]) },
      titles: {
        open: titles.open.handler(() => {
          throw new ShelfwiseError('not-found', 'There is no title 999.');
        }),
      },
    }),
  });
  await screen.findByText('There is no title 999.');
  expect(document.querySelector('[data-cover]')).toBeNull();
  expect(screen.getByRole('button', { name: t('titles.close') })).toBeTruthy();
});
