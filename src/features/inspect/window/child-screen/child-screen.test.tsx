/** The list as a child sees it: under the rules, beside the list before, and left by one key. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Link } from 'wouter';
import { ChildScreen } from './ChildScreen';
import { NEUTRAL_TUNING, type TunedItem } from '../../../../shared/contract/tuning';
import { closeChildScreen, showChildScreen, useChildScreen } from '../../../../renderer/stores/child-screen';
import { renderInWindow, type Rendered } from '../../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../../tests/support/tried';

afterEach(closeChildScreen);

const item = (rank: number, title: string): TunedItem => ({
  rank,
  item: title,
  title,
  score: 1 / rank,
  watched: false,
  group: null,
  badges: [],
  before: rank,
  ranked: rank,
  rules: [],
  newTitle: null,
});

/** The rules put a whale in the place of a shark. */
const show = (changes = true, language: 'en' | 'ko' = 'en'): Rendered =>
  renderInWindow(
    <>
      <Link href="/runs">elsewhere</Link>
      <ChildScreen />
    </>,
    {
      language,
      answers: ({ lists, runs, datasets }) => ({
        runs: { list: runs.list.handler(() => []) },
        datasets: { list: datasets.list.handler(() => []) },
        lists: {
          show: lists.show.handler(({ input }) => ({
            runId: 'r1',
            profile: '3',
            tuning: NEUTRAL_TUNING,
            neutral: true,
            rules: null,
            against: null,
            items: [item(1, 'The moon'), item(2, changes && input.rules !== 'none' ? 'The whale' : 'The shark')],
            out: [],
            gone: [],
            hidden: [],
            seconds: 0.01,
          })),
        },
      }),
    },
  );

it.each(TRIED_LANGUAGES)('shows the delivered list and the list before, by a slider: %s', async (language) => {
  const { t, user } = show(true, language);
  showChildScreen({ runId: 'r1', profile: '3' });
  const dialog = await screen.findByRole('dialog', { name: t('tv.title', { profile: '3' }) });
  const list = (name: string) => within(dialog).findByRole('list', { name });
  const after = await list(t('tv.after', { name: t('compare.asDelivered') }));
  within(after).getByText('The whale');
  within(after).getByText(t('tv.entered'));
  within(await list(t('tv.before', { name: t('compare.asRanked') }))).getByText('The shark');
  const slider = within(dialog).getByRole('slider', { name: t('tv.slider') });
  await waitFor(() => expect(document.activeElement).toBe(slider));
  await user.keyboard('{Home}');
  expect(slider.getAttribute('aria-valuenow')).toBe('0');
  await user.keyboard('v');
  expect(useChildScreen.getState().open).toBe(null);
});

it('does not stay over another screen', async () => {
  const { t } = show(false);
  showChildScreen({ runId: 'r1', profile: '3' });
  await screen.findByText(t('tv.same'));
  fireEvent.click(screen.getByText('elsewhere'));
  await waitFor(() => expect(useChildScreen.getState().open).toBe(null));
});

it('says that before and after are the same, without a slider', async () => {
  const { t } = show(false);
  showChildScreen({ runId: 'r1', profile: '3' });
  await screen.findByText(t('tv.same'));
  expect(screen.queryByRole('slider')).toBe(null);
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
});
