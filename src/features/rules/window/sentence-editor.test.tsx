/** A rule written as a sentence: its blanks in the order of the language, and its effect while it is written. */
import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { useSelection } from '../../../renderer/stores/selection';
import { type Rule, ruleSchema, type RuleSet } from '../../../shared/contract/rules';
import type { RuleEffect } from '../../../shared/contract/rule-answers';
import { LONGEST_KEPT_NAME } from '../../../shared/limits';
import { createFormat } from '../../../shared/words/format';
import { dayAfter, today } from '../../../shared/values/day';
import { autoencoderRun, dataset } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { SentenceEditor } from './SentenceEditor';

const open = dataset();
const run = autoencoderRun();
const other = ruleSchema.parse({ kind: 'hide', id: 'other', name: 'Other', titles: { ids: ['7'] } });
const profile = (id: string) => ({
  profile: id,
  shared: 24,
  before: [{ item: '1', title: 'Earlier' }],
  after: [{ item: '9', title: 'Heron Hill', before: null, rules: ['pin-1'], newTitle: null }],
});
const effectOf = (set: RuleSet): RuleEffect => ({
  runId: run.runId,
  date: today(),
  rulesSha256: 'x',
  profiles: 600,
  changed: 412,
  rescored: 0,
  cost: { score: 0.01, low: 0.004, high: 0.02, profiles: 60, isCertain: true, before: 0.4, after: 0.39 },
  coverage: { before: 0.5, after: 0.5 },
  rules: set.rules.map(({ id }) => ({
    rule: id,
    lists: 412,
    first: ['7'],
    ...(id === 'other'
      ? { broken: 5, why: [{ reason: 'hidden', count: 5 }] }
      : {
          broken: 3,
          why: [
            { reason: 'watched', count: 2 },
            { reason: 'place-taken', count: 1 },
          ],
        }),
  })),
  newTitles: null,
  broken: [],
  brokenCount: 8,
  conflicts: [],
  most: ['11', '12', '13', '14'].map(profile),
  seconds: 0,
});

beforeEach(() => useSelection.setState({ dataset: open.fingerprint, runId: null }));

interface Asked {
  set: RuleSet;
  beside?: RuleSet | undefined;
  date: string;
}

const FOUND = { item: '12', title: 'Otter Bay', group: null, popularity: 7, recommended: null, meanRank: null };
const SERIES = {
  kind: 'series' as const,
  series: 0,
  name: 'Heron, Patient as Ever',
  item: '9',
  group: null,
  titles: 2,
  of: 2,
  popularity: 7,
  recommended: null,
  meanRank: null,
  isOpen: false,
};

function write(language: 'en' | 'ko', rule: Rule | null = null, rules: readonly Rule[] = [other]) {
  const asked: Asked[] = [];
  const taken: Rule[] = [];
  let closed = 0;
  const rendered = renderInWindow(
    <SentenceEditor
      dataset={open}
      rules={rules}
      titles={[{ item: '9', title: 'Heron Hill' }]}
      edited={{ rule }}
      onTake={(made) => void taken.push(made)}
      onClose={() => void closed++}
    />,
    {
      language,
      answers: ({ datasets, runs, rules: of, segments, titles }) => ({
        datasets: { list: datasets.list.handler(() => [open]) },
        runs: { list: runs.list.handler(() => [run]) },
        segments: { list: segments.list.handler(() => []) },
        titles: {
          page: titles.page.handler(({ input: { filter } }) => {
            const rows = filter?.text === 'otter' ? [FOUND] : [];
            return { total: rows.length, all: 1, rows };
          }),
          series: titles.series.handler(({ input: { filter } }) => {
            const rows = filter?.text === 'heron' ? [SERIES] : [];
            return { total: rows.length, all: 1, found: rows.length, rows };
          }),
        },
        rules: {
          try: of.try.handler(async function* ({ input }) {
            asked.push(input);
            yield { phase: 'rules', detail: '', done: 0, total: 1 };
            return effectOf(input.set);
          }),
        },
      }),
    },
  );
  return { ...rendered, asked, taken, closed: () => closed };
}

const pin = ruleSchema.parse({ kind: 'pin', id: 'pin-1', name: 'Up it goes', place: 3, titles: { ids: ['9'] } });
const ORDERS = {
  en: ['kind', 'titles', 'place', 'to', 'profiles', 'days'],
  ko: ['profiles', 'titles', 'place', 'to', 'kind', 'days'],
} as const;

it.each(['Up it goes', 'Put 9 at place 3'])('is headed by the own name of a rule: %s', (name) => {
  const { t } = write('en', { ...pin, name }, [pin]);
  const heading = name === pin.name ? t('rules.edit', { name }) : t('rules.editSaid');
  expect(screen.getByRole('heading', { name: heading })).toBeTruthy();
});

it.each(['en', 'ko'] as const)('has its blanks in the order of the language: %s', (language) => {
  const { t } = write(language, pin);
  const sentence = screen.getByRole('group', { name: t('rules.sentenceOf') });
  const blanks = Array.from(sentence.querySelectorAll('button, input:not([type="hidden"])'), (blank) =>
    blank.getAttribute('aria-label'),
  );
  expect(blanks).toEqual(ORDERS[language].map((name) => expect.stringContaining(t(`rules.${name}`)) as string));
  expect(sentence.textContent).toContain('Heron Hill');
});

it('shows while one writes what the rule does beside the others: lists, cost with its interval, three lists', async () => {
  const { user, t, asked, taken } = write('en', pin);
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

it('tells an unfinished sentence, keeps the fields of a blank in reach of the keyboard, and closes them with Escape', async () => {
  const { user, t, taken, closed } = write('en');
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
  const { user, t } = write(language, pin);
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
  const { user, t, taken } = write('en', waiting, [other, waiting]);
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
  const { user, t, taken } = write(language, fresh, [fresh]);
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
  const { user, t, taken } = write('ko', { ...pin, name: ' ' } as Rule);
  await user.click(screen.getByRole('button', { name: t('rules.done') }));
  expect(taken).toMatchObject([{ name: '3번째 자리에 고정: Heron Hill.' }]);
});

it.each(['en', 'ko'] as const)(
  'ends a name that is made from a long sentence with a whole word: %s',
  async (language) => {
    const series =
      'Clumsy Nettlin of the Spelling Stairs and of the Garden behind the House with a Heron beside the Raccoon Row';
    const { user, t, taken } = write(language, { ...pin, name: ' ', titles: { series: [series] } } as Rule);
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
  const { user, t, taken } = write('en', named, [other, named]);
  const place = screen.getByRole('textbox', { name: t('rules.place') });
  await user.clear(place);
  await user.type(place, '7');
  await user.click(screen.getByRole('button', { name: t('rules.take') }));
  expect(taken).toMatchObject([{ place: 7, name: 'Put Heron Hill at place 7.' }]);
});

it('keeps a sentence that was filled in when Escape is pressed, and says how to go on', async () => {
  const { user, t, closed } = write('en');
  await user.type(screen.getByRole('textbox', { name: t('rules.name') }), 'Dinosaurs');
  await user.keyboard('{Escape}');
  expect(closed()).toBe(0);
  expect(screen.getByRole('alert').textContent).toBe(t('rules.notAddedYet'));
  await user.click(screen.getByRole('button', { name: t('common.cancel') }));
  expect(closed()).toBe(1);
});

it('says that a rule ends before it begins, and marks the blank', async () => {
  const { user, t, taken } = write('ko', { ...pin, from: '2030-05-02', until: '2030-05-03' } as Rule);
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
  const { t, asked } = write('en', { ...pin, until } as Rule);
  const effect = screen.getByRole('region', { name: t('rules.live') });
  await within(effect).findByText(t('rules.over', { until: createFormat('en').calendarDay(until) }));
  expect(asked).toEqual([]);
});

it('takes the title that was found with Enter, and does not add the rule meanwhile', async () => {
  const { user, t, taken } = write('en', pin);
  await user.click(screen.getByRole('button', { name: /Heron Hill/ }));
  const field = screen.getByPlaceholderText(t('rules.findTitles'));
  await user.type(field, 'nothing of that name{Enter}');
  expect(taken).toEqual([]);
  await user.clear(field);
  await user.type(field, 'otter');
  await screen.findByRole('option', { name: FOUND.title });
  await user.keyboard('{Enter}');
  expect(taken).toEqual([]);
  expect((field as HTMLInputElement).value).toBe('');
  await screen.findByRole('button', { name: new RegExp(FOUND.title) });
  await user.keyboard('{Enter}');
  expect(taken).toEqual([]);
  await user.click(screen.getByRole('button', { name: t('rules.done') }));
  expect(taken).toMatchObject([{ titles: { ids: ['9', '12'] } }]);
});

it('opens a closed list of choices with Enter, and closes the fields from a text', async () => {
  const { user, t, taken } = write('en', pin);
  await user.click(screen.getByRole('button', { name: new RegExp(`^${t('rules.profiles')}`) }));
  const attribute = screen.getByRole('combobox', { name: t('rules.addAttribute') });
  act(() => attribute.focus());
  await user.keyboard('{Escape}{Enter}');
  await screen.findByRole('option', { name: 'Sex' });
  await user.click(screen.getByRole('button', { name: /Heron Hill/ }));
  await user.type(await screen.findByRole('textbox', { name: t('rules.text') }), 'otter{Enter}');
  await waitFor(() => expect(screen.queryByPlaceholderText(t('rules.findTitles'))).toBeNull());
  expect(taken).toEqual([]);
});

it('keeps the fields open on Enter in a day that is incomplete, and closes them on one that is whole', async () => {
  const { user, t, taken } = write('en', pin);
  await user.click(screen.getByRole('button', { name: new RegExp(`^${t('rules.days')}`) }));
  const until = screen.getByRole('textbox', { name: t('rules.until') });
  await user.type(until, '2027-02{Enter}');
  expect(screen.queryByRole('textbox', { name: t('rules.until') })).toBeTruthy();
  await user.type(until, '-28{Enter}');
  expect(screen.queryByRole('textbox', { name: t('rules.until') })).toBeNull();
  expect(taken).toEqual([]);
});

it('takes the value and the series that were found with Enter, never the rule around them', async () => {
  const { user, t, taken } = write('en', pin);
  await user.click(screen.getByRole('button', { name: new RegExp(`^${t('rules.profiles')}`) }));
  await user.click(screen.getByRole('combobox', { name: t('rules.addAttribute') }));
  await user.click(await screen.findByRole('option', { name: 'Sex' }));
  await user.type(screen.getByRole('combobox', { name: t('rules.values', { name: 'Sex' }) }), 'no such value{Enter}');
  expect(taken).toEqual([]);
  const values = screen.getByRole('combobox', { name: t('rules.values', { name: 'Sex' }) });
  await user.clear(values);
  await user.type(values, 'gir{Enter}');
  await user.click(screen.getByRole('button', { name: /Heron Hill/ }));
  const series = screen.getByRole('combobox', { name: t('rules.series') });
  await user.type(series, 'heron');
  await screen.findByRole('option', { name: SERIES.name });
  await user.keyboard('{Enter}');
  await user.type(series, 'Otters, of next week{Enter}');
  expect(taken).toEqual([]);
  await user.click(screen.getByRole('button', { name: t('rules.done') }));
  expect(taken).toMatchObject([
    { profiles: { attributes: { sex: ['F'] } }, titles: { series: [SERIES.name, 'Otters, of next week'] } },
  ]);
});
