/** The fields of a blank, by the keyboard: Enter takes what was found, and closes the picker only from a field that is whole. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { weekOf } from '../../../shared/values/calendar-week';
import { dayAfter, today } from '../../../shared/values/day';
import { createFormat } from '../../../shared/words/format';
import { renderBook, ruleOf } from '../../../../tests/support/window/rule-book';

type Texts = ReturnType<typeof renderBook>['t'];

const opened = async (
  { user, t }: ReturnType<typeof renderBook>,
  name: Parameters<Texts>[0] & `rules.${string}`,
): Promise<HTMLElement> => {
  const label = t(name as 'rules.titles');
  await user.click(await screen.findByRole('button', { name: new RegExp(`^${label}: `) }));
  const dialog = await screen.findByRole('dialog', { name: label });
  // A moment after it opened, the picker puts the focus into its first field: not into the middle of what is typed.
  await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
  await new Promise((resolve) => setTimeout(resolve, 5));
  return dialog;
};

it('takes the title that was found with Enter, and closes with the next one', async () => {
  const book = renderBook({ rules: [ruleOf('a')] });
  const { user, t, kept } = book;
  const field = within(await opened(book, 'rules.titles')).getByPlaceholderText(t('rules.findTitles'));
  await user.type(field, 'otter');
  await screen.findByRole('option', { name: 'Otter Bay' });
  await user.keyboard('{Enter}');
  await waitFor(() => expect(kept().set.rules).toMatchObject([{ titles: { ids: ['9', '12'] } }]));
  expect(screen.queryByRole('dialog')).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const blank = screen.getByRole('button', { name: new RegExp(`^${t('rules.titles')}: `) });
  await waitFor(() => expect(document.activeElement).toBe(blank));
});

it('keeps the picker open on Enter in a day that is incomplete, and closes it on one that is whole', async () => {
  const book = renderBook({ rules: [ruleOf('a')] });
  const { user, t, kept, saves } = book;
  const until = within(await opened(book, 'rules.days')).getByRole('textbox', { name: t('rules.until') });
  await user.type(until, '2090-02{Enter}');
  expect([screen.queryByRole('dialog') !== null, saves()]).toEqual([true, 0]);
  await user.type(until, '-28{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(kept().set.rules).toMatchObject([{ until: '2090-02-28' }]));
});

it('stays the sentence that it is, and its picker open, as a day that is typed becomes whole', async () => {
  const book = renderBook({ rules: [ruleOf('a')] });
  const { user, t, kept } = book;
  const until = within(await opened(book, 'rules.days')).getByRole('textbox', { name: t('rules.until') });
  await user.type(until, '2090-02-28');
  await waitFor(() => expect(kept().set.rules).toMatchObject([{ until: '2090-02-28' }]));
  await screen.findByRole('button', { name: new RegExp(`^${t('rules.days')}: .*2090`) });
  expect(screen.queryByRole('dialog', { name: t('rules.days') })).not.toBeNull();
});

it('puts a coming week into both days, and says which day it is', async () => {
  const book = renderBook({ rules: [ruleOf('a', { kind: 'boost', places: 2 })] });
  const { user, t, kept } = book;
  const dialog = within(await opened(book, 'rules.days'));
  await user.click(dialog.getByRole('button', { name: t('rules.weekAfterNext') }));
  const { from, to: until } = weekOf(dayAfter(today(), 14));
  await waitFor(() => expect(kept().set.rules).toMatchObject([{ from, until }]));
  const { calendarDay } = createFormat('en');
  expect(dialog.getByRole<HTMLInputElement>('textbox', { name: t('rules.until') }).value).toBe(calendarDay(until));
  expect(dialog.getByText(t('rules.todayIs', { day: calendarDay(today()) }))).toBeTruthy();
});

it('refuses ages that no child has where they are typed, marks the blank, and keeps what was typed', async () => {
  const book = renderBook({ rules: [ruleOf('a', { kind: 'age', attribute: 'age', ages: { from: 5 } })] });
  const { user, t, kept } = book;
  const to = within(await opened(book, 'rules.ages')).getByLabelText<HTMLInputElement>(t('rules.ageTo'));
  await user.type(to, '3');
  await screen.findByText(t('condition.emptyRange', { typed: '5-3' }));
  await screen.findByRole('button', {
    name: t('rules.blank', { label: t('rules.ages'), text: t('rules.blankEmpty') }),
  });
  expect([to.value, kept().set.rules]).toMatchObject(['3', []]);
});

it('counts no rule for children whose range of watched titles begins above its end, and keeps what was typed', async () => {
  const book = renderBook({ rules: [ruleOf('a', { kind: 'boost', places: 2, profiles: { watched: { from: 5 } } })] });
  const { user, t, kept } = book;
  const to = within(await opened(book, 'rules.profiles')).getByLabelText<HTMLInputElement>(t('rules.watchedTo'));
  await user.type(to, '3');
  await screen.findByText(t('condition.emptyRange', { typed: '5-3' }));
  await screen.findByRole('button', {
    name: t('rules.blank', { label: t('rules.profiles'), text: t('rules.blankEmpty') }),
  });
  await waitFor(() => expect(kept().unfinished).toMatchObject([{ profiles: { watched: { from: 5, to: 3 } } }]));
  expect(kept().set.rules).toEqual([]);
  await user.type(to, '0');
  await waitFor(() => expect(kept().set.rules).toMatchObject([{ profiles: { watched: { from: 5, to: 30 } } }]));
});

it('keeps the first place while a person types the last one, and refuses a last place before the first', async () => {
  const book = renderBook({ rules: [ruleOf('a', { kind: 'pin', place: 5, to: 7 })] });
  const { user, t, kept } = book;
  const to = within(await opened(book, 'rules.range')).getByLabelText<HTMLInputElement>(t('rules.to'));
  await user.type(to, '1', { initialSelectionStart: 0, initialSelectionEnd: 1 });
  await screen.findByText(t('condition.emptyRange', { typed: '5-1' }));
  await waitFor(() => expect(kept().unfinished).toMatchObject([{ place: 5, to: 1 }]));
  await user.type(to, '2');
  await waitFor(() => expect(kept().set.rules).toMatchObject([{ place: 5, to: 12 }]));
  expect(screen.queryByText(t('condition.emptyRange', { typed: '5-1' }))).toBeNull();
});

it('takes a dash in the first of two numbers as the way to the second, and makes no other number of both', async () => {
  const book = renderBook({ rules: [ruleOf('a', { kind: 'age', attribute: 'age', ages: { from: 3 } })] });
  const { user, t, kept } = book;
  const dialog = within(await opened(book, 'rules.ages'));
  const [from, to] = (['rules.ageFrom', 'rules.ageTo'] as const).map((name) =>
    dialog.getByLabelText<HTMLInputElement>(t(name)),
  );
  await user.clear(from!);
  await user.type(from!, '4-6');
  await waitFor(() => expect(kept().set.rules).toMatchObject([{ ages: { from: 4, to: 6 } }]));
  expect([from!.value, to!.value]).toEqual(['4', '6']);
  await user.type(to!, '-1');
  expect(to!.value).toBe('61');
});

it('says a choice and a range of ages as they are chosen', async () => {
  const rules = [
    ruleOf('a', { kind: 'age', attribute: 'age', ages: { from: 3 } }),
    ruleOf('b', { kind: 'at-most', count: 2, per: { series: true } }),
  ];
  const book = renderBook({ rules });
  const { user, t, kept } = book;
  await user.type(within(await opened(book, 'rules.ages')).getByLabelText(t('rules.ageTo')), '6{Enter}');
  await waitFor(() => expect(kept().set.rules).toMatchObject([{ ages: { from: 3, to: 6 } }, {}]));
  await screen.findByRole('button', { name: t('rules.blank', { label: t('rules.ages'), text: '3 to 6' }) });
  await user.click(within(await opened(book, 'rules.per')).getByRole('radio', { name: t('rules.perAll') }));
  await waitFor(() => expect(kept().set.rules[1]).not.toHaveProperty('per'));
});
