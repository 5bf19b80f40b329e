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

it.each(TRIED_LANGUAGES)(
  'shows the delivered list, and while the button or the key is held the whole list before: %s',
  async (language) => {
    const { t, user } = show(true, language);
    showChildScreen({ runId: 'r1', profile: '3' });
    const dialog = await screen.findByRole('dialog', { name: t('tv.title', { profile: '3' }) });
    const list = (name: string) => within(dialog).findByRole('list', { name });
    const after = await list(t('tv.after', { name: t('compare.asDelivered') }));
    within(after).getByText('The whale');
    within(after).getByText(t('tv.entered'));
    const titles = (): (string | null)[] =>
      within(dialog)
        .getAllByRole('listitem')
        .map((row) => row.getAttribute('data-item'));
    const [was, is] = [
      ['The moon', 'The shark'],
      ['The moon', 'The whale'],
    ];
    const hold = within(dialog).getByRole('button', { name: t('tv.hold') });
    await waitFor(() => expect(document.activeElement).toBe(hold));
    for (const [down, up] of [
      ['[Space>]', '[/Space]'],
      ['[Backslash>]', '[/Backslash]'],
    ] as const) {
      await user.keyboard(down);
      await list(t('tv.before', { name: t('compare.asRanked') }));
      expect(titles()).toEqual(was);
      await user.keyboard(up);
      await list(t('tv.after', { name: t('compare.asDelivered') }));
      expect(titles()).toEqual(is);
    }
    await user.pointer({ keys: '[MouseLeft>]', target: hold });
    expect(titles()).toEqual(was);
    await user.pointer({ keys: '[/MouseLeft]' });
    expect(titles()).toEqual(is);
    await user.keyboard('v');
    expect(useChildScreen.getState().open).toBe(null);
  },
);

it('does not stay over another screen', async () => {
  const { t } = show(false);
  showChildScreen({ runId: 'r1', profile: '3' });
  await screen.findByText(t('tv.same'));
  fireEvent.click(screen.getByText('elsewhere'));
  await waitFor(() => expect(useChildScreen.getState().open).toBe(null));
});

it('says that before and after are the same, without the button', async () => {
  const { t } = show(false);
  showChildScreen({ runId: 'r1', profile: '3' });
  await screen.findByText(t('tv.same'));
  expect(screen.queryByRole('button', { name: t('tv.hold') })).toBe(null);
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
});
