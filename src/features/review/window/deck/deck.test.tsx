/** The deck: each decision takes a card off at once, is about what was found, and has its own way back. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Route } from 'wouter';
import { UNDECIDED } from '../../../../../tests/support/window/kept-rows';
import { dataset } from '../../../../../tests/support/window/records';
import { renderInWindow } from '../../../../../tests/support/window/render-in-window';
import { reviewPage, reviewReason, reviewRow } from '../../../../../tests/support/window/review-row';
import { ShelfwiseError } from '../../../../shared/errors';
import { NEUTRAL_TUNING } from '../../../../shared/contract/tuning';
import type { KeptRules } from '../../../../shared/contract/rule-answers';
import { NO_RULES, type RuleSet } from '../../../../shared/contract/rules';
import type { Translate } from '../../../../shared/words/texts';
import type { Decision } from '../../contract/checks';
import type { CheckReason } from '../../contract/queue';
import { NoticeBar } from '../../../../renderer/shell/NoticeBar';
import { DeckOf } from './DeckOf';

const data = dataset();
const OLD: CheckReason['titles'][number] = {
  item: 't1',
  title: 'Owl Hill, part 1',
  lists: 3,
  note: { kind: 'until', day: '2026-08-30' },
  isDecided: false,
};
const REASONS: Record<string, CheckReason[]> = {
  a: [reviewReason('expired', [OLD], { lists: 3 })],
  b: [reviewReason('expired', [OLD], { lists: 3 }), reviewReason('favourite', [], { value: 'Owls', count: 6 })],
  c: [reviewReason('age', [{ ...OLD, item: 't2', title: 'Fox Den', note: null }])],
};
/** Another title of the same cause. */
const OF_CAUSE = { d: [reviewReason('expired', [{ ...OLD, item: 't3', title: 'Owl Hill, part 2', lists: 1 }])] };

/** @param runId of this test: the window remembers its decisions */
function renderDeck(runId: string, { check, more = {} }: { check?: string; more?: typeof REASONS } = {}) {
  const stored = new Map<string, Decision>();
  const asked: { profile: string; [part: string]: unknown }[][] = [];
  const engine = { save: Promise.resolve(), fails: false, rules: NO_RULES as RuleSet, revision: 0 };
  const isOpen = (profile: string): boolean => ['again', null].includes(stored.get(profile)?.decision ?? null);
  const rowsOf = ({ check: wanted, item }: { check?: string | undefined; item?: string | undefined }) =>
    Object.entries<CheckReason[]>({ ...REASONS, ...more })
      .filter(
        ([profile, reasons]) =>
          isOpen(profile) &&
          reasons.some(
            (one) =>
              (wanted ?? one.check) === one.check &&
              (item === undefined || one.titles.some((title) => title.item === item)),
          ),
      )
      .sort(([one], [other]) => Number(stored.has(one)) - Number(stored.has(other)))
      .map(([profile, reasons]) => reviewRow({ profile, reasons, decision: stored.get(profile) ?? UNDECIDED }));
  const book = (): KeptRules => ({
    set: engine.rules,
    rulesSha256: 'f'.repeat(64),
    conflicts: [],
    titles: [],
    revision: engine.revision,
    changedAt: null,
  });
  const rendered = renderInWindow(
    <Route path="/review/:queue?">
      <NoticeBar />
      <DeckOf
        dataset={data}
        asked={{ runId, order: 'reach', state: 'open', ...(check !== undefined && { check }) }}
        first={undefined}
        placeOf={(profile) => `/compare/${profile}`}
        empty={<p>nothing waits</p>}
      />
    </Route>,
    {
      place: '/review',
      answers: ({ checks, lists, profiles, labels, review, rules, datasets }) => ({
        labels: {
          get: labels.get.handler(() => ({ entries: [], revision: 0, changedAt: null }) as never),
        },
        datasets: { list: datasets.list.handler(() => [data]) },
        checks: {
          settings: checks.settings.handler(() => ({
            settings: [],
            own: [],
            confirmed: [],
            revision: 0,
            changedAt: null,
          })),
        },
        profiles: {
          open: profiles.open.handler(({ input }) => ({
            profile: input.profile,
            attributes: [
              { name: 'sex', value: 'F' },
              { name: 'age', value: input.profile === 'a' ? '5' : input.profile === 'b' ? '6' : '7' },
            ],
            history: [],
          })),
        },
        lists: {
          show: lists.show.handler(
            ({ input }) => ({ runId, profile: input.profile, tuning: NEUTRAL_TUNING, items: [] }) as never,
          ),
        },
        rules: {
          get: rules.get.handler(() => book()),
          set: rules.set.handler(({ input }) => {
            engine.rules = input.set;
            engine.revision++;
            return book();
          }),
          counting: rules.counting.handler(() => null),
        },
        review: {
          queue: review.queue.handler(({ input }) => {
            const rows = rowsOf(input).filter(
              ({ profile }) => input.profile === undefined || profile === input.profile,
            );
            return reviewPage(rows.slice(input.start, input.end), { total: rows.length });
          }),
          decisions: review.decisions.handler(() =>
            Array.from(stored, ([profile, decision]) => ({ profile, decision })),
          ),
          decideAll: review.decideAll.handler(async ({ input }) => {
            await engine.save;
            if (engine.fails) throw new ShelfwiseError('no-space', 'The disk is full.');
            asked.push(input.decisions);
            return input.decisions.map(({ profile, revision, decision = null }) => {
              const made = { ...UNDECIDED, decision, runId: decision && runId, revision: revision + 1 };
              stored.set(profile, made);
              return { profile, decision: made };
            });
          }),
        },
      }),
    },
  );
  const card = (who: string) => screen.findByRole('heading', { level: 2, name: new RegExp(who) });
  return { ...rendered, asked, engine, card };
}
const GIRL = { a: 'Girl, 5', b: 'Girl, 6', c: 'Girl, 7' };
const EXPIRED = { check: 'expired', value: null, titles: ['t1'] };

it('shows the next child before a decision is saved, which is about what was found', async () => {
  const { user, asked, engine, card } = renderDeck('at once');
  await card(GIRL.a);
  let save = (): void => undefined;
  engine.save = new Promise((resolve) => (save = resolve));
  await user.keyboard('f');
  await card(GIRL.b);
  await user.keyboard('a');
  await card(GIRL.c);
  expect(asked).toEqual([]);
  save();
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[0]).toEqual([{ profile: 'a', revision: 0, decision: 'fine', of: [EXPIRED] }]);
  // What is to be looked at again comes after the others.
  await user.keyboard('f');
  await card(GIRL.b);
  await user.keyboard('f');
  await screen.findByText('nothing waits');
});

it('keeps a trail in which each decision has its own way back, and Ctrl+Z the latest', async () => {
  const { user, t, asked, card } = renderDeck('trail');
  await card(GIRL.a);
  await user.keyboard('f');
  await card(GIRL.b);
  await user.keyboard('f');
  await card(GIRL.c);
  const trail = screen.getByRole('list', { name: t('deck.trail') });
  expect(within(trail).getAllByRole('listitem')).toHaveLength(2);
  const what = `${GIRL.a}, ${t('checks.decisions.fine')}`;
  await user.click(screen.getByRole('button', { name: t('deck.undo', { what }) }));
  await card(GIRL.a);
  expect(asked.at(-1)).toEqual([{ profile: 'a', revision: 1, decision: null, about: null, findings: null }]);
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(asked.at(-1)).toMatchObject([{ profile: 'b', decision: null }]));
  expect(within(trail).queryAllByRole('listitem')).toHaveLength(0);
});

it('with Shift decides about the same title in the other lists, and about nothing else in them', async () => {
  const { user, t, asked, card } = renderDeck('alike');
  await card(GIRL.a);
  const box = await screen.findByRole('checkbox', {
    name: new RegExp(t('deck.alike', { count: 1, title: OLD.title! })),
  });
  await user.keyboard('{Shift>}');
  expect((box as HTMLInputElement).checked).toBe(true);
  await user.keyboard('f{/Shift}');
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]!.map(({ profile, of }) => [profile, of])).toEqual([
    ['a', [EXPIRED]],
    ['b', [EXPIRED]],
  ]);
});

const ofExpired = (t: Translate): string => t('deck.ofCause', { count: 2, cause: t('checks.names.expired') });

it('decides about all lists of a cause at once, about nothing else in them, and takes it back at once', async () => {
  const { user, t, asked, engine, card } = renderDeck('cause', { more: OF_CAUSE });
  await card(GIRL.a);
  await user.click(await screen.findByRole('checkbox', { name: ofExpired(t) }));
  let save = (): void => undefined;
  engine.save = new Promise((resolve) => (save = resolve));
  await user.keyboard('f');
  // The next child with another cause as well; no child that only had this one.
  await card(GIRL.b);
  save();
  await waitFor(() => expect(asked).toHaveLength(1));
  const two = [{ check: 'expired', value: null, titles: ['t3'] }];
  expect(asked[0]!.map(({ profile, of }) => [profile, of])).toEqual([
    ['a', [EXPIRED]],
    ['b', [EXPIRED]],
    ['d', two],
  ]);
  await screen.findByText(new RegExp(t('deck.and', { who: '', count: 2 }).trim()));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(asked.at(-1)).toHaveLength(3));
  expect(asked.at(-1)).toMatchObject(['a', 'b', 'd'].map((profile) => ({ profile, decision: null })));
});

it('offers one rule for all titles of a cause', async () => {
  const { user, t, asked, engine, card } = renderDeck('rule of a cause', { check: 'expired', more: OF_CAUSE });
  await card(GIRL.a);
  await user.click(await screen.findByRole('checkbox', { name: ofExpired(t) }));
  await user.keyboard('r');
  await user.click(await screen.findByRole('button', { name: t('deck.keepRule') }));
  await screen.findByText('nothing waits');
  await waitFor(() => expect(asked.at(-1)).toHaveLength(3));
  expect(engine.rules.rules).toMatchObject([{ kind: 'expire', titles: { ids: ['t1', 't3'] }, after: '2026-08-30' }]);
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(engine.rules.rules).toEqual([]));
  await card(GIRL.a);
});

it('shows no child outside the filter', async () => {
  const { user, card } = renderDeck('filter', { check: 'age' });
  await card(GIRL.c);
  await user.keyboard('f');
  await screen.findByText('nothing waits');
  expect(screen.queryByRole('heading', { level: 2 })).toBeNull();
});

it('puts a card back whose decision could not be saved, and says so', async () => {
  const { user, t, engine, card } = renderDeck('refused');
  await card(GIRL.a);
  engine.fails = true;
  await user.keyboard('f');
  await screen.findByText(t('checks.decideFailed'));
  await card(GIRL.a);
  expect(screen.queryAllByRole('listitem')).toHaveLength(0);
});

it('R offers the sentence of a rule: Enter keeps it, and one way back takes back both', async () => {
  const { user, t, asked, engine, card } = renderDeck('rule');
  await card(GIRL.a);
  await user.keyboard('r');
  await screen.findByText(/Owl Hill, part 1 until/);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('button', { name: t('deck.keepRule') })).toBeNull();
  await user.keyboard('r');
  await screen.findByRole('button', { name: t('deck.keepRule') });
  await user.keyboard('{Enter}');
  await card(GIRL.b);
  await waitFor(() => expect(asked.at(-1)).toMatchObject([{ profile: 'a', decision: 'rule' }]));
  expect(engine.rules.rules).toMatchObject([{ kind: 'expire', titles: { ids: ['t1'] }, after: '2026-08-30' }]);
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(engine.rules.rules).toEqual([]));
  await card(GIRL.a);
});
