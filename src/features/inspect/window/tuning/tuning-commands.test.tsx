/** The tuning is reset by name (Ctrl+K), from any screen. */
import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { NoticeBar } from '../../../../renderer/shell/NoticeBar';
import { Palette } from '../../../../renderer/shell/Palette';
import { palette } from '../../../../renderer/shell/palette-store';
import { NEUTRAL_TUNING } from '../../../../shared/contract/tuning';
import { renderInWindow } from '../../../../../tests/support/window/render-in-window';
import { changeTuning, resetTuning, useTuning } from './tuning-store';

beforeEach(resetTuning);

function find(typed: string, language: 'en' | 'ko') {
  const rendered = renderInWindow(
    <>
      <NoticeBar />
      <Palette onShortcuts={() => {}} />
    </>,
    {
      language,
      answers: ({ runs, datasets }) => ({
        runs: { list: runs.list.handler(() => []) },
        datasets: { list: datasets.list.handler(() => []) },
      }),
    },
  );
  act(() => palette.open());
  // What is typed is marked within the name, which parts its words.
  const found = (): string => document.querySelector('[data-selected]')?.textContent ?? '';
  return { ...rendered, found, type: async () => rendered.user.type(await screen.findByRole('textbox'), typed) };
}

it.each([
  ['en', 'reset'],
  ['ko', '초기화'],
  ['ko', '조정 취소'],
] as const)('resets the tuning by name: %s, %s', async (language, typed) => {
  changeTuning({ hidden: 0.3 });
  const { user, t, type, found } = find(typed, language);
  await type();
  await waitFor(() => expect(found()).toBe(t('compare.resetTuning')));
  await user.keyboard('{Enter}');
  expect(useTuning.getState().tuning).toEqual(NEUTRAL_TUNING);
  // From most screens nothing else shows it.
  await screen.findByText(t('compare.wasReset'));
  await user.click(screen.getByRole('button', { name: t('versions.undo') }));
  await waitFor(() => expect(useTuning.getState().tuning.hidden).toBe(0.3));
});

it('says that nothing is tuned', async () => {
  const { t, type, found } = find('reset', 'en');
  await type();
  await waitFor(() => expect(found()).toBe(t('compare.resetTuning') + t('compare.resetWhy')));
});
