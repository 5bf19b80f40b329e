/** A profile that was opened from the queue keeps it: reasons, decisions by key, neighbours in its order, and the way back. */
import { screen } from '@testing-library/react';
import { useParams, Route } from 'wouter';
import { type ReactNode, useState } from 'react';
import { expect, it } from 'vitest';
import { originOf } from '../../../renderer/components/origin';
import { NoticeBar } from '../../../renderer/shell/NoticeBar';
import type { Language } from '../../../shared/words/templates';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { reviewRow } from '../../../../tests/support/window/review-row';
import type { Decision } from '../contract/checks';
import { QueueWalk } from './QueueWalk';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const QUEUE = ['7', '3', '5'];
const SINCE = '2026-11-29T10:00:00.000Z';

/** Compare, as far as the queue is concerned. */
function Opened({ runId }: { runId: string }): ReactNode {
  const [isPreview, setPreview] = useState(false);
  const { profile, from } = useParams<{ profile: string; from: string }>();
  return (
    <QueueWalk
      runId={runId}
      data="d"
      profile={profile}
      values={originOf(from)!.values}
      endPreview={isPreview ? () => setPreview(false) : null}
    >
      {({ around, back, band, detail, move, reasonOf }) => (
        <>
          <NoticeBar />
          <p>{around && `${around.place} of ${around.total}, ${around.decided}`}</p>
          <p>{detail}</p>
          <a href={back.place}>{back.label}</a>
          <p>{reasonOf('i1')}</p>
          {around?.next != null && (
            <button type="button" onClick={() => move(around.next!)}>
              next
            </button>
          )}
          <button type="button" onClick={() => setPreview(true)}>
            tune
          </button>
          {band}
        </>
      )}
    </QueueWalk>
  );
}

function renderOpened(runId: string, language: Language = 'en') {
  const asked: object[] = [];
  const decided: object[] = [];
  const decisions = new Map<string, Decision>();
  const rendered = renderInWindow(
    <Route path="/compare/:profile/:from">
      <Opened runId={runId} />
    </Route>,
    {
      language,
      place: `/compare/7/review;order=reach;check=series;since=${SINCE}`,
      answers: ({ review, rules, datasets }) => ({
        rules: { counting: rules.counting.handler(() => null) },
        datasets: { list: datasets.list.handler(() => []) },
        review: {
          place: review.place.handler(({ input }) => {
            asked.push(input);
            const place = QUEUE.indexOf(input.profile);
            return {
              place,
              total: 229,
              decided: decided.length,
              index: place,
              previous: QUEUE[place - 1] ?? null,
              next: QUEUE[place + 1] ?? null,
              row: reviewRow({
                profile: input.profile,
                ...(decisions.has(input.profile) && { decision: decisions.get(input.profile)! }),
                reasons: [
                  {
                    check: 'series',
                    name: null,
                    titles: [
                      {
                        item: 'i1',
                        title: 'Owl 2',
                        lists: 31,
                        isDecided: false,
                        note: { kind: 'without', title: `Owl ${input.profile}` },
                      },
                    ],
                    value: null,
                    count: null,
                    lists: 70,
                    isDecided: false,
                  },
                ],
              }),
            };
          }),
          decisions: review.decisions.handler(() =>
            Array.from(decisions, ([profile, decision]) => ({ profile, decision })),
          ),
          decideAll: review.decideAll.handler(({ input }) =>
            input.decisions.map(({ profile, decision = null, owner = '', about = runId, revision }) => {
              decided.push({ profile, decision, owner });
              const made = { decision, owner, runId: about, revision: revision + 1, changedAt: SINCE };
              decisions.set(profile, made);
              return { profile, decision: made };
            }),
          ),
        },
      }),
    },
  );
  return { ...rendered, asked, decided };
}

it.each(TRIED_LANGUAGES)('says where it is, why, and what lists are alike: %s', async (language) => {
  const { t, asked } = renderOpened(`told ${language}`, language);
  await screen.findByText('0 of 229, 0');
  expect(asked[0]).toMatchObject({ profile: '7', order: 'reach', check: 'series', state: 'open', since: SINCE });
  const order = [t('checks.states.open'), t('checks.names.series'), t('checks.orders.names.reach')].join(' · ');
  expect(screen.getByText(order)).toBeTruthy();
  expect(
    screen.getByText(`${t('checks.names.series')}: ${t('checks.titles.without', { title: 'Owl 7' })}`),
  ).toBeTruthy();
  const alike = screen.getByRole('link', { name: t('checks.alike.check', { count: 70 }) });
  expect(alike.getAttribute('href')).toBe('/review/check=series');
  const back = screen.getByRole('link', { name: t('checks.backToQueue') });
  expect(back.getAttribute('href')).toBe('/review/order=reach;check=series;at=7');
});

it('is decided about as it is delivered, not while a preview is shown', async () => {
  const { t, user, decided } = renderOpened('previewed');
  await screen.findByText('0 of 229, 0');
  await user.click(screen.getByRole('button', { name: 'tune' }));
  await screen.findByText(t('checks.previewShown'));
  await user.keyboard('f');
  expect(screen.queryByRole('group', { name: t('checks.decideFor', { profile: '7' }) })).toBeNull();
  await user.click(screen.getByRole('button', { name: t('compare.tunedBack') }));
  await user.keyboard('f');
  await screen.findByText(t('checks.decided', { profile: '7', decision: t('checks.decisions.fine') }));
  expect(decided).toEqual([{ profile: '7', decision: 'fine', owner: '' }]);
});

it('is decided about by the keys of the queue, with undo, and the next one follows in its order', async () => {
  const { t, user, decided, place } = renderOpened('walked');
  await screen.findByText('0 of 229, 0');
  await user.keyboard('r');
  await screen.findByText(t('checks.decided', { profile: '7', decision: t('checks.decisions.rule') }));
  expect(decided).toEqual([{ profile: '7', decision: 'rule', owner: '' }]);
  await screen.findByText('0 of 229, 1');
  await user.keyboard('{Control>}z{/Control}');
  await expect.poll(() => decided.at(-1)).toEqual({ profile: '7', decision: null, owner: '' });
  await user.click(screen.getByRole('button', { name: 'next' }));
  expect(place()).toBe(`/compare/3/review;order=reach;check=series;since=${encodeURIComponent(SINCE)}`);
  await screen.findByText('1 of 229, 2');
  await user.keyboard('o');
  expect(document.activeElement).toBe(screen.getByLabelText(t('checks.owner')));
  await user.keyboard('far{Enter}');
  // Letters of the name decide nothing.
  await expect.poll(() => decided.at(-1)).toMatchObject({ profile: '3', owner: 'far' });
  expect(decided).toHaveLength(3);
});
