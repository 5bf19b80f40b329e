/** Why a title is recommended: the sentence to copy, the parts that add up to the score, and the rank without each. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { WhyPanel } from './WhyPanel';
import type { Explanation } from '../../../../shared/contract/explanation';
import { NEUTRAL_TUNING } from '../../../../shared/contract/tuning';
import type { Language } from '../../../../shared/words/templates';
import { renderInWindow, type Rendered } from '../../../../../tests/support/window/render-in-window';

const TOLD: Explanation = {
  runId: 'r1',
  profile: '3',
  item: '30',
  title: 'The whale',
  score: 2.5,
  rank: 4,
  underRules: null,
  history: { effect: 1, rank: 90 },
  profileAttributes: { effect: 0.4, rank: 12 },
  titles: [
    { item: '10', title: 'The shark', group: null, effect: 0.9, rank: 27 },
    { item: '11', title: 'The moon', group: null, effect: -0.1, rank: 4 },
  ],
  attributes: [{ name: 'age', value: '6', effect: 0.4, rank: 12 }],
  parts: [
    { kind: 'base', id: null, value: 0.75 },
    { kind: 'history', id: '11', value: -0.125 },
    { kind: 'history', id: '10', value: 1 },
    { kind: 'attribute', id: 'age', value: 0.5 },
    { kind: 'attribute', id: 'sex', value: 0.125 },
    { kind: 'companion', id: 'als', value: 0.25 },
    { kind: 'rest', id: null, value: 1e-7 },
  ],
  sentence: { en: 'Because your child watched “The shark”.', ko: '아이가 ‘The shark’을(를) 봤기 때문이에요.' },
  seconds: 0.1,
};

const show = (told: Explanation = TOLD, language: Language = 'en'): Rendered =>
  renderInWindow(<WhyPanel runId="r1" profile="3" item="30" tuning={NEUTRAL_TUNING} onClose={() => {}} />, {
    language,
    answers: ({ profiles }) => ({ profiles: { explain: profiles.explain.handler(() => told) } }),
  });

/** Name, value and rank without, per line of a list. */
async function linesOf(name: string): Promise<(string | null)[][]> {
  const heading = await screen.findByRole('heading', { level: 3, name });
  return within(heading.parentElement!)
    .getAllByRole('listitem')
    .map((line) => Array.from(line.querySelectorAll('p, .mantine-Badge-label'), (part) => part.textContent));
}

it('lists the greatest parts first, with the rank without each, and negative ones with a minus', async () => {
  const { t } = show();
  const lowers = t('compare.effectLowers');
  const raises = t('compare.effectRaises');
  expect(await linesOf(t('compare.whyTitles'))).toEqual([
    ['The shark', t('compare.rankWithout', { rank: 27 }), `${raises}+1.000`],
    ['The moon', `${lowers}−0.125`],
  ]);
  expect(await linesOf(t('compare.attributes'))).toEqual([
    ['age: 6', t('compare.rankWithout', { rank: 12 }), `${raises}+0.500`],
    [t('compare.whyMissing', { name: 'sex' }), `${raises}+0.125`],
  ]);
  // Rounding remainders get no line.
  expect(await linesOf(t('compare.whyShared'))).toEqual([
    [t('compare.scoreParts.base'), `${raises}+0.750`],
    [t('compare.scoreParts.companion', { model: t('common.models.als') }), `${raises}+0.250`],
  ]);
});

it('says that no part decides where the rank stays without any of them', async () => {
  const { t } = show();
  const none = t('compare.whyNone', { rank: 4 });
  await linesOf(t('compare.whyTitles'));
  expect(screen.queryByText(none)).toBeNull();
  document.body.replaceChildren();
  show({
    ...TOLD,
    titles: TOLD.titles.map((title) => ({ ...title, rank: 4 })),
    attributes: TOLD.attributes.map((attribute) => ({ ...attribute, rank: 4 })),
  });
  await screen.findByText(none);
});

it('draws all parts on one scale from zero, which the largest fills', async () => {
  const { t } = show({
    ...TOLD,
    parts: [
      { kind: 'base', id: null, value: 1.52 },
      { kind: 'history', id: '10', value: 0.278 },
      { kind: 'history', id: '11', value: -0.076 },
      { kind: 'attribute', id: 'age', value: 0.442 },
      { kind: 'companion', id: 'als', value: 0 },
    ],
  });
  await linesOf(t('compare.whyShared'));
  const bars = Array.from(document.querySelectorAll<HTMLElement>('[class*=effect][aria-hidden] > span'));
  const shares = bars.map(({ style }) => style.width);
  expect(shares.toSorted((left, right) => parseFloat(right) - parseFloat(left))).toEqual([
    '100.0%',
    '29.1%',
    '18.3%',
    '5.0%',
  ]);
});

it.each([
  [{ rank: 2, rules: [{ id: 'a', name: 'Whales first' }] }, 'With the rules its place is 2. Moved by: Whales first'],
  [{ rank: null, rules: [] }, 'With the rules it is not in the list.'],
  [{ rank: 4, rules: [] }, null],
])('says where rules put the title, if that differs: %j', async (underRules, text) => {
  const { t } = show({ ...TOLD, underRules, parts: [...TOLD.parts, { kind: 'rule', id: 'a', value: 0 }] });
  await screen.findByText(t('compare.whyPlace', { rank: 4, score: '2.500' }));
  expect(screen.queryByText(/With the rules/)?.textContent ?? null).toBe(text);
});

it.each(['en', 'ko'] as const)("has the sentence for parents in the window's language: %s", async (language) => {
  const { user, t } = show(TOLD, language);
  const sentence = TOLD.sentence[language];
  expect((await screen.findByText(sentence)).textContent).toBe(sentence);
  await user.click(screen.getByRole('button', { name: t('common.copy') }));
  expect(await navigator.clipboard.readText()).toBe(sentence);
});

it('of a model that is no sum over titles has one part for the history, and says what plays no part', async () => {
  const { t } = show({
    ...TOLD,
    profileAttributes: null,
    attributes: [],
    parts: [
      { kind: 'base', id: null, value: 0.5 },
      { kind: 'history', id: null, value: 2 },
      { kind: 'rest', id: null, value: 0 },
    ],
  });
  expect(await linesOf(t('compare.whyShared'))).toEqual([
    [t('compare.scoreParts.base'), `${t('compare.effectRaises')}+0.500`],
    [t('compare.scoreParts.history'), `${t('compare.effectRaises')}+2.000`],
  ]);
  expect(screen.getByText(t('compare.whyNoAttributes'))).toBeTruthy();
});
