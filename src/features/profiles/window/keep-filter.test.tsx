/** Filters saved as a segment say so, and the keyboard stays on the screen. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { KeptSegment } from '../../../shared/contract/kept';
import { keptSegment } from '../../../../tests/support/window/kept-rows';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { KeepFilter } from './KeepFilter';

const FILTER = { attributes: { sex: ['F'] } };
const SEGMENT = keptSegment('여아', { filter: FILTER });

it.each(['en', 'ko'] as const)('says under which name the filter was saved: %s', async (language) => {
  const kept: KeptSegment[] = [];
  const { user, t } = renderInWindow(
    <main id="content" tabIndex={-1}>
      <KeepFilter data="d" filter={FILTER} onFilter={() => undefined} chosenId={null} />
    </main>,
    {
      language,
      answers: ({ segments }) => ({
        segments: {
          list: segments.list.handler(() => kept),
          keep: segments.keep.handler(() => {
            kept.push(SEGMENT);
            return SEGMENT;
          }),
        },
      }),
    },
  );
  // One word for what is made here and filtered by elsewhere.
  const word = language === 'en' ? /segment/i : /세그먼트/;
  expect(screen.getByRole('button', { name: t('profiles.keepSegment') }).textContent).toMatch(word);
  await user.type(screen.getByRole('textbox', { name: t('profiles.segmentName') }), '여아{Enter}');
  await screen.findByText(t('profiles.segmentKept', { name: '여아' }));
  expect(screen.queryByRole('textbox')).toBeNull();
  await expect.poll(() => document.activeElement?.id).toBe('content');
});

it('saves no segment of a range that begins above its end', () => {
  const { t } = renderInWindow(
    <KeepFilter data="d" filter={{ watched: { from: 9, to: 2 } }} onFilter={() => undefined} chosenId={null} />,
    { language: 'en', answers: ({ segments }) => ({ segments: { list: segments.list.handler(() => []) } }) },
  );
  expect(screen.queryByRole('textbox', { name: t('profiles.segmentName') })).toBeNull();
  screen.getByRole('button', { name: t('profiles.clearAll') });
});
