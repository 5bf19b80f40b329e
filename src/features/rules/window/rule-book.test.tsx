/** The book of rules: sentences with blanks that save themselves, and what they do beside them. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { dayAfter, today } from '../../../shared/values/day';
import { createFormat } from '../../../shared/words/format';
import { renderBook, ruleOf } from '../../../../tests/support/window/rule-book';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';
import { rowOfRule } from './rule-row';

const pin = ruleOf('pin-1', { kind: 'pin', name: 'Keep Heron Hill in places 1 to 5.', place: 1, to: 5 });
const ORDERS = {
  en: ['titles', 'range', 'profiles', 'days'],
  ko: ['profiles', 'titles', 'range', 'days'],
} as const;

it.each(['en', 'ko'] as const)('says a rule with its blanks in the order of the language: %s', async (language) => {
  const { t } = renderBook({ language, rules: [pin] });
  const sentence = await screen.findByRole('group', { name: t('rules.sentenceOf') });
  const blanks = within(sentence).getAllByRole('button');
  expect(blanks.map((blank) => blank.getAttribute('aria-label'))).toEqual(
    ORDERS[language].map((name) => expect.stringContaining(`${t(`rules.${name}`)}: `) as string),
  );
  expect(sentence.textContent).toContain('Heron Hill');
  expect(sentence.textContent).toContain(t('rules.atTop', { to: 5 }));
});

it('changes a blank in the picker below it, saves it at once, and closes it by Enter', async () => {
  const { user, t, kept, saves } = renderBook({ rules: [pin] });
  const blank = await screen.findByRole('button', { name: new RegExp(`^${t('rules.range')}: `) });
  await user.click(blank);
  const last = within(await screen.findByRole('dialog')).getByLabelText(t('rules.to'));
  await user.type(last, '7{Enter}', { initialSelectionStart: 0, initialSelectionEnd: 1 });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() =>
    expect(kept().set.rules).toMatchObject([{ place: 1, to: 7, name: 'Keep Heron Hill in places 1 to 7.' }]),
  );
  await waitFor(() => expect(document.activeElement).toBe(blank));
  await screen.findByText(t('rules.saved'));
  // Ctrl+Z leads back through what was saved, Ctrl+Shift+Z forward again.
  const before = saves();
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(kept().set.rules).not.toMatchObject([{ to: 7 }]));
  await user.keyboard('{Control>}{Shift>}Z{/Shift}{/Control}');
  await waitFor(() => expect(kept().set.rules).toMatchObject([{ to: 7 }]));
  expect(saves()).toBe(before);
});

it.each(TRIED_LANGUAGES)('keeps a sentence that is begun, and counts it once it is full: %s', async (language) => {
  const { user, t, kept } = renderBook({ language });
  await user.click(await screen.findByRole('button', { name: t('rules.begin.pin') }));
  await waitFor(() => expect(kept().unfinished).toMatchObject([{ id: 'pin-1', form: 'pin', place: 1, to: 5 }]));
  expect(await screen.findByText(t('rules.unfinished'))).toBeTruthy();
  // Its first blank is open.
  const find = within(await screen.findByRole('dialog')).getByRole('combobox', { name: t('rules.titles') });
  await user.type(find, 'otter');
  await user.click(await screen.findByRole('option', { name: 'Otter Bay' }));
  await waitFor(() =>
    expect(kept().set.rules).toMatchObject([
      { id: 'pin-1', on: true, titles: { ids: ['12'] }, name: expect.stringContaining('Otter Bay') as string },
    ]),
  );
  expect(kept().unfinished).toEqual([]);
  expect(screen.queryByText(t('rules.unfinished'))).toBeNull();
});

it('tells beside each rule what it does by itself, in children, whether it is on or off', async () => {
  const { t, asked } = renderBook({ rules: [pin, ruleOf('b', { on: false })], finds: -0.06 });
  await screen.findByText(t('rules.does.gives', { count: 73 }));
  await screen.findByText(t('rules.would', { count: 73 }));
  expect(screen.getAllByText(t('rules.unmet.watched', { count: 2 }))).toHaveLength(2);
  const cost = screen.getAllByText(t('rules.finds.less.alone', { percent: '6' }));
  expect(cost.map((one) => one.dataset['harm'])).toEqual(['true', 'true']);
  await screen.findByRole('heading', { name: t('rules.changeLists', { count: 1, changed: 412, all: 600 }) });
  expect(asked.map(({ rules }) => rules.map(({ id }) => id))).toEqual([['pin-1'], ['b']]);
  // One of the lists that change most, and the next by J.
  const child = within(screen.getByRole('complementary', { name: t('rules.oneChild') }));
  expect(child.getByText(/Heron Hill/).textContent).toContain(t('rules.comes'));
});

it('says what contradicts each other in one line between the two', async () => {
  const rules = [ruleOf('a'), { ...pin, name: 'Campaign' }];
  const { t } = renderBook({
    rules,
    conflicts: [{ kind: 'pin-hidden', rules: ['pin-1', 'a'], wins: 'a', titles: 1 }],
  });
  const text = t('rules.clash.pin-hidden', { winner: 'Rule a', other: 'Campaign' });
  const line = await screen.findByText(text);
  const [, between] = within(screen.getByRole('list', { name: t('rules.list') })).getAllByRole('listitem');
  expect(between!.contains(line)).toBe(true);
});

it('moves the end of a rule in the calendar by the arrow keys, and opens its days', async () => {
  const until = dayAfter(today(), 5);
  const { user, t, kept } = renderBook({ rules: [{ ...pin, name: 'Campaign', until }] });
  const end = await screen.findByRole('slider', { name: t('rules.endOf', { name: 'Campaign' }) });
  end.focus();
  await user.keyboard('{ArrowRight}');
  await waitFor(() => expect(kept().set.rules).toMatchObject([{ until: dayAfter(until, 1) }]));
  await user.click(screen.getByRole('button', { name: 'Campaign' }));
  expect(await screen.findByRole('dialog', { name: t('rules.days') })).toBeTruthy();
});

it('has one lane in the calendar where no rule has days, and keeps its height while one is given days', async () => {
  const { t } = renderBook({ rules: [{ ...pin, name: 'Campaign' }] });
  const calendar = await screen.findByRole('region', { name: t('rules.calendar') });
  const lanes = within(calendar).getByRole('list').style;
  within(calendar).getByText(t('rules.noDays'));
  within(calendar).getByText(t('rules.alwaysOn', { names: ['Campaign'] }));
  expect(lanes.getPropertyValue('--lanes')).toBe('1');
  cleanup();
  const until = dayAfter(today(), 5);
  renderBook({ rules: [1, 2, 3].map((id) => ({ ...pin, id: `pin-${id}`, until })) });
  const full = within(await screen.findByRole('region', { name: t('rules.calendar') })).getByRole('list');
  expect(within(full).getAllByRole('listitem')).toHaveLength(3);
  expect(full.style.getPropertyValue('--lanes')).toBe('3');
  expect(screen.queryByText(t('rules.noDays'))).toBeNull();
});

it.each(['en', 'ko'] as const)('says of which day a figure is that is not of today: %s', async (language) => {
  const from = dayAfter(today(), 9);
  const { t } = renderBook({ language, rules: [{ ...pin, from }] });
  const does = t('rules.does.gives', { count: 73 });
  await screen.findByText(t('rules.doesOn', { day: createFormat(language).calendarDay(from), does }));
  expect(screen.queryByText(does)).toBeNull();
});

it('says that an approval is open again, and shows the rule that its address names', async () => {
  const { t } = renderBook({ rules: [ruleOf('a'), ruleOf('b')], part: 'b', standing: 'other-rules' });
  await screen.findByRole('link', { name: t('shell.screen.week') });
  await expect.poll(() => document.activeElement?.id).toBe(rowOfRule('b'));
});

it('removes, moves and names a rule from its menu', async () => {
  const { user, t, kept } = renderBook({ rules: [ruleOf('a'), ruleOf('b')] });
  const choose = async (name: string, item: 'rules.up' | 'rules.remove' | 'rules.rename'): Promise<void> => {
    await user.click(await screen.findByRole('button', { name: t('rules.more', { name }) }));
    await user.click(await screen.findByRole('menuitem', { name: t(item) }));
  };
  const ids = (): string[] => kept().set.rules.map(({ id }) => id);
  await choose('Rule b', 'rules.up');
  await waitFor(() => expect(ids()).toEqual(['b', 'a']));
  await choose('Rule a', 'rules.remove');
  await waitFor(() => expect(ids()).toEqual(['b']));
  await choose('Rule b', 'rules.rename');
  const field = await screen.findByRole('textbox', { name: t('rules.name') });
  await user.clear(field);
  await user.type(field, 'Otherwise{Enter}');
  await waitFor(() => expect(kept().set.rules).toMatchObject([{ name: 'Otherwise' }]));
});
