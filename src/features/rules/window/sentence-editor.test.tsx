/** A rule written as a sentence: its blanks in the order of the language, and its effect while it is written. */
import { act, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { type Rule, ruleSchema } from '../../../shared/contract/rules';
import { LONGEST_KEPT_NAME } from '../../../shared/limits';
import { createFormat } from '../../../shared/words/format';
import { dayAfter, today } from '../../../shared/values/day';
import { other, pin, writeSentence } from '../../../../tests/support/window/sentence-editor';

const ORDERS = {
  en: ['kind', 'titles', 'place', 'to', 'profiles', 'days'],
  ko: ['profiles', 'titles', 'place', 'to', 'kind', 'days'],
} as const;

it.each(['Up it goes', 'Put 9 at place 3'])('is headed by the own name of a rule: %s', (name) => {
  const { t } = writeSentence('en', { ...pin, name }, [pin]);
  const heading = name === pin.name ? t('rules.edit', { name }) : t('rules.editSaid');
  expect(screen.getByRole('heading', { name: heading })).toBeTruthy();
});

it.each(['en', 'ko'] as const)('has its blanks in the order of the language: %s', (language) => {
  const { t } = writeSentence(language, pin);
  const sentence = screen.getByRole('group', { name: t('rules.sentenceOf') });
  const blanks = Array.from(sentence.querySelectorAll('button, input:not([type="hidden"])'), (blank) =>
    blank.getAttribute('aria-label'),
  );
  expect(blanks).toEqual(ORDERS[language].map((name) => expect.stringContaining(t(`rules.${name}`)) as string));
  expect(sentence.textContent).toContain('Heron Hill');
});

it('shows while one writes what the rule does beside the others: lists, cost with its interval, three lists', async () => {
  const { user, t, asked, taken } = writeSentence('en', pin);
  const effect = screen.getByRole('region', { name: t('rules.live') });
  await within(effect).findByText(t('rules.changedOf', { changed: 412, all: 600 }));
  expect(asked).toMatchObject([
    { set: { rules: [other, { ...pin, name: '-' }] }, beside: { rules: [other] }, date: today() },
  ]);
  expect(effect.textContent).toContain('95%');
  expect(within(effect).getByText(t('rules.broken', { count: 3 }))).toBeTruthy();
  expect(effect.textContent).toContain(
    t('rules.reasonOften', { count: 2, why: t('rules.reason.watched') }) +
      t('rules.reasonOften', { count: 1, why: t('rules.reason.place-taken') }),
  );
  expect(effect.textContent).not.toContain(t('rules.reason.hidden'));
  expect(Array.from(effect.querySelectorAll('[data-accordion-control]'), (one) => one.textContent)).toEqual(
    ['11', '12', '13'].map((id) => t('rules.sharedOf', { profile: id, shared: 24, all: 1 })),
  );
  expect(within(effect).queryByRole('columnheader')).toBeNull();
  await user.click(within(effect).getByRole('button', { name: /Profile 11:/ }));
  expect(await within(effect).findByRole('columnheader', { name: t('rules.withThis') })).toBeTruthy();
  const place = screen.getByRole('textbox', { name: t('rules.place') });
  await user.clear(place);
  await user.type(place, '7');
  await expect.poll(() => asked.at(-1)!.set.rules.at(-1)).toMatchObject({ kind: 'pin', place: 7 });
  // A single place stays one; its set is of version 1, which every program reads.
  expect(asked.at(-1)).toMatchObject({ set: { formatVersion: 1 } });
  expect(asked.at(-1)!.set.rules.at(-1)).not.toHaveProperty('to');
  const last = screen.getByRole<HTMLInputElement>('textbox', { name: t('rules.to') });
  expect(last.value).toBe('7');
  await user.clear(last);
  await user.type(last, '9');
  await expect.poll(() => asked.at(-1)!.set).toMatchObject({ formatVersion: 2, rules: [{}, { place: 7, to: 9 }] });
  await user.keyboard('{Enter}');
  expect(taken).toMatchObject([{ id: 'pin-1', name: 'Up it goes', place: 7, to: 9, titles: { ids: ['9'] } }]);
});

it.each(['en', 'ko'] as const)('takes titles by a range of their lengths: %s', async (language) => {
  const hide = ruleSchema.parse({ kind: 'hide', id: 'long', name: 'Long', titles: { ids: ['9'] } });
  const { user, t, taken } = writeSentence(
    language,
    hide,
    [other, hide],
    [{ name: 'run_time', kind: 'numeric', categories: [] }],
  );
  await user.click(screen.getByRole('button', { name: new RegExp(t('rules.titles')) }));
  const name = t('labels.known.attributes.run_time');
  const measured = `${name} (${language === 'en' ? 'min' : '분'})`;
  await user.click(screen.getByRole('combobox', { name: t('rules.addAttribute') }));
  await user.click(await screen.findByRole('option', { name }));
  await user.type(await screen.findByRole('textbox', { name: t('rules.numberFrom', { name: measured }) }), '30');
  const to = screen.getByRole<HTMLInputElement>('textbox', { name: t('rules.numberTo', { name: measured }) });
  await user.type(to, '20');
  // No number is both.
  await user.click(screen.getByRole('button', { name: t('rules.take') }));
  expect(taken).toEqual([]);
  await user.clear(to);
  await user.type(to, '45.5');
  const range = t('labels.minutes', { minutes: t('labels.range', { from: 30, to: 45.5 }) });
  expect(screen.getByRole('group', { name: t('rules.sentenceOf') }).textContent).toContain(
    t('condition.number', { name, range }),
  );
  await user.click(screen.getByRole('button', { name: t('rules.take') }));
  expect(taken).toMatchObject([{ titles: { ids: ['9'], numbers: { run_time: { from: 30, to: 45.5 } } } }]);
});

it('tells an unfinished sentence, keeps the fields of a blank in reach of the keyboard, and closes them with Escape', async () => {
  const { user, t, taken, closed } = writeSentence('en');
  await user.click(screen.getByRole('button', { name: t('rules.done') }));
  expect(screen.getByRole('alert').textContent).toBe(t('rules.incomplete'));
  expect(taken).toEqual([]);
  await user.click(screen.getByRole('button', { name: t('rules.starter.campaign') }));
  const titles = screen.getByRole('combobox', { name: t('rules.titles') });
  expect(document.activeElement).toBe(titles);
  await user.keyboard('{Escape}');
  if (closed() === 0 && screen.queryByRole('combobox', { name: t('rules.titles') }) !== null)
    await user.keyboard('{Escape}');
  expect(screen.queryByRole('combobox', { name: t('rules.titles') })).toBeNull();
  expect(document.activeElement?.getAttribute('aria-label')).toContain(t('rules.titles'));
  expect(closed()).toBe(0);
  await user.keyboard('{Escape}');
  expect(closed()).toBe(1);
});

it.each(['en', 'ko'] as const)('keeps the focus where another kind is chosen: %s', async (language) => {
  const { user, t } = writeSentence(language, pin);
  const kind = screen.getByRole('combobox', { name: t('rules.kind') });
  for (const presses of ['{ArrowDown}{ArrowDown}{ArrowDown}', '{ArrowUp}{ArrowUp}{ArrowUp}']) {
    act(() => kind.focus());
    await user.keyboard(`{Enter}${presses}{Enter}`);
    expect(document.activeElement).toBe(kind);
  }
});

it('hides titles until the day before their first one, and reads such a rule back', async () => {
  const hide = { kind: 'hide', id: 'wait', name: 'Wait', titles: { ids: ['9'] } };
  const waiting = ruleSchema.parse({ ...hide, until: dayAfter(today(), 9) });
  const { user, t, taken } = writeSentence('en', waiting, [other, waiting]);
  const day = screen.getByRole<HTMLInputElement>('textbox', { name: t('rules.day') });
  expect(day.value).toBe(createFormat('en').calendarDay(dayAfter(today(), 10)));
  await user.clear(day);
  await user.type(day, '2030-03-01');
  await user.click(screen.getByRole('button', { name: t('rules.take') }));
  expect(taken).toEqual([{ ...waiting, until: '2030-02-28' }]);
});

it.each([
  ['en', 'New titles : Heron Hill , up to 1 places at the end of the list , for profiles it suits , always .'],
  ['ko', '어울리는 아이 에게 신작 넣기 : Heron Hill , 목록 끝에 최대 1 자리, 항상 .'],
] as const)('says to whom new titles go, and where: %s', async (language, said) => {
  const fresh = ruleSchema.parse({ kind: 'new-titles', id: 'new-1', name: 'New', count: 1, titles: { ids: ['9'] } });
  const { user, t, taken } = writeSentence(language, fresh, [fresh]);
  expect(await screen.findByText(t('rules.newHelp'))).toBeTruthy();
  const sentence = screen.getByRole('group', { name: t('rules.sentenceOf') });
  // A field has its text as its value, and punctuation after it.
  const parts = [...sentence.children].flatMap((part) => {
    const field = part.querySelector<HTMLInputElement>('input:not([type="hidden"])');
    const texts = [...part.childNodes].filter((one) => field === null || one.nodeType === Node.TEXT_NODE);
    return [...(field === null ? [] : [field.value]), ...texts.map(({ textContent }) => textContent ?? '')];
  });
  expect(parts.join(' ')).toBe(said);
  await user.click(screen.getByRole('combobox', { name: t('rules.newPlace') }));
  await user.click(await screen.findByRole('option', { name: t('rules.newPlaceAt', { place: 3 }) }));
  await user.click(screen.getByRole('button', { name: t('rules.take') }));
  expect(taken).toMatchObject([{ place: 3 }]);
});

it('names a rule after what it says', async () => {
  const { user, t, taken } = writeSentence('ko', { ...pin, name: ' ' } as Rule);
  await user.click(screen.getByRole('button', { name: t('rules.done') }));
  expect(taken).toMatchObject([{ name: '3번째 자리에 고정: Heron Hill.' }]);
});

it.each(['en', 'ko'] as const)(
  'ends a name that is made from a long sentence with a whole word: %s',
  async (language) => {
    const series =
      'Clumsy Nettlin of the Spelling Stairs and of the Garden behind the House with a Heron beside the Raccoon Row';
    const { user, t, taken } = writeSentence(language, { ...pin, name: ' ', titles: { series: [series] } } as Rule);
    const { placeholder } = screen.getByRole<HTMLInputElement>('textbox', { name: t('rules.name') });
    expect(placeholder.length).toBeLessThanOrEqual(LONGEST_KEPT_NAME);
    expect(placeholder).toMatch(/ [^ ]+…$/);
    expect(series.split(' ')).toContain(placeholder.slice(placeholder.lastIndexOf(' ') + 1, -1));
    await user.click(screen.getByRole('button', { name: t('rules.done') }));
    expect(taken).toMatchObject([{ name: placeholder }]);
  },
);

it('lets the name that was made from the sentence follow it', async () => {
  const named = { ...pin, name: '3번째 자리에 고정: Heron Hill.' };
  const { user, t, taken } = writeSentence('en', named, [other, named]);
  const place = screen.getByRole('textbox', { name: t('rules.place') });
  await user.clear(place);
  await user.type(place, '7');
  await user.click(screen.getByRole('button', { name: t('rules.take') }));
  expect(taken).toMatchObject([{ place: 7, name: 'Put Heron Hill at place 7.' }]);
});

it('keeps a sentence that was filled in when Escape is pressed, and says how to go on', async () => {
  const { user, t, closed } = writeSentence('en');
  await user.type(screen.getByRole('textbox', { name: t('rules.name') }), 'Dinosaurs');
  await user.keyboard('{Escape}');
  expect(closed()).toBe(0);
  expect(screen.getByRole('alert').textContent).toBe(t('rules.notAddedYet'));
  await user.click(screen.getByRole('button', { name: t('common.cancel') }));
  expect(closed()).toBe(1);
});

it('says that a rule ends before it begins, and marks the blank', async () => {
  const { user, t, taken } = writeSentence('ko', { ...pin, from: '2030-05-02', until: '2030-05-03' } as Rule);
  const days = screen.getByRole('button', { name: new RegExp(`^${t('rules.days')}`) });
  await user.click(days);
  const until = screen.getByRole('textbox', { name: t('rules.until') });
  await user.clear(until);
  await user.type(until, '2030-05-01');
  expect(screen.getByText(t('rules.endsBefore'))).toBeTruthy();
  await user.click(screen.getByRole('button', { name: t('rules.done') }));
  expect(taken).toEqual([]);
  expect(screen.getByRole('button', { name: new RegExp(`^${t('rules.days')}`) }).hasAttribute('data-missing')).toBe(
    true,
  );
});

it('says that a rule has ended in place of an effect that no list has', async () => {
  const until = dayAfter(today(), -1);
  const { t, asked } = writeSentence('en', { ...pin, until } as Rule);
  const effect = screen.getByRole('region', { name: t('rules.live') });
  await within(effect).findByText(t('rules.over', { until: createFormat('en').calendarDay(until) }));
  expect(asked).toEqual([]);
});
