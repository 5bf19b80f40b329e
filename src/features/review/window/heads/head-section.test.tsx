/** The head of the audit log on the screen of a run: kept, saved, and compared with one that was kept. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { autoencoderRun } from '../../../../../tests/support/window/records';
import { renderInWindow } from '../../../../../tests/support/window/render-in-window';
import { SIGNED_HEAD } from '../../../../../tests/support/window/signed-head';
import type { HeadComparison } from '../../../../shared/contract/audit';
import { ShelfwiseError } from '../../../../shared/errors';
import { HeadSection } from './HeadSection';
import { TRIED_LANGUAGES } from '../../../../../tests/support/tried';

const COMPARISON: HeadComparison = {
  verdict: 'grown',
  key: 'current',
  origin: 'shelfwise/0123456789abcdef/fedcba9876543210',
  kept: 3,
  now: 5,
  forgotten: 1,
  isSound: true,
  cosignatures: [],
};

function renderSection(language: 'en' | 'ko', comparison: HeadComparison | ShelfwiseError) {
  const asked: object[] = [];
  const rendered = renderInWindow(<HeadSection run={autoencoderRun()} />, {
    language,
    answers: ({ heads }) => ({
      heads: {
        sign: heads.sign.handler(() => ({ ...SIGNED_HEAD, key: 'first' as const })),
        compare: heads.compare.handler(({ input }) => {
          asked.push(input);
          if (comparison instanceof ShelfwiseError) throw comparison;
          return comparison;
        }),
      },
    }),
  });
  const compare = async (text: string): Promise<void> => {
    await rendered.user.click(screen.getByRole('button', { name: rendered.t('audit.compare') }));
    await rendered.user.click(await screen.findByLabelText(rendered.t('audit.paste')));
    await rendered.user.paste(text);
    await rendered.user.click(screen.getByRole('button', { name: rendered.t('audit.compareNow') }));
  };
  return { ...rendered, asked, compare };
}

it.each(TRIED_LANGUAGES)('is signed on demand, copied whole, and tells that a key was made: %s', async (language) => {
  const { t, user } = renderSection(language, COMPARISON);
  await user.click(screen.getByRole('button', { name: t('audit.keep') }));
  const told = await screen.findByRole('status');
  expect(told.textContent).toContain(t('audit.headLead', { size: 3 }));
  expect(told.textContent).toContain(t('audit.keyMade.first'));
  await user.click(within(told).getByRole('button', { name: t('common.copy') }));
  expect(await navigator.clipboard.readText()).toBe(SIGNED_HEAD.text);
});

it.each(['en', 'ko'] as const)('says what a kept one tells, the verdict first: %s', async (language) => {
  const { t, asked, compare } = renderSection(language, COMPARISON);
  await compare(SIGNED_HEAD.text);
  const told = await screen.findByRole('status');
  const sentences = [
    t('audit.verdict.grown', { kept: 3, now: 5 }),
    t('audit.key.current'),
    t('audit.forgotten', { forgotten: 1 }),
  ];
  expect(told.textContent).toBe(sentences.join(''));
  expect(asked).toEqual([{ text: SIGNED_HEAD.text }]);
});

it('says why something is no head', async () => {
  const { compare } = renderSection('en', new ShelfwiseError('bad-data', 'The text holds no head.'));
  await compare('hello');
  expect((await screen.findByRole('alert')).textContent).toContain('The text holds no head.');
});
