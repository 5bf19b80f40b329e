/**
 * The palette finds everything by name, in both languages; picking a run opens its page, and shows its lists if it has
 * any.
 */
import { act, screen, waitFor } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { Content } from './Content';
import { Palette } from './Palette';
import { palette } from './palette-store';
import { useKeys } from '../components/use-keys';
import { endForgetting, useForgetting } from '../stores/forget-question';
import { useSelection } from '../stores/selection';
import type { Run } from '../../shared/contract/run-life';
import type { RunForgotten } from '../../shared/contract/privacy';
import { keptSegment } from '../../../tests/support/window/kept-rows';
import { autoencoderRun, dataset, profileRow } from '../../../tests/support/window/records';
import { titleRow } from '../../../tests/support/window/title-rows';
import { type Rendered, renderInWindow } from '../../../tests/support/window/render-in-window';
import { textsIn } from '../../shared/words/texts';
import { everyNth, triedOf } from '../../../tests/support/tried';

const FORGOTTEN: RunForgotten = {
  forgottenAt: '2026-11-25T15:00:00.000Z',
  dataset: null,
  withModel: false,
  message: 'A child was forgotten.',
  said: ['A child was forgotten.'],
};

const NOTHING_HERE: NonNullable<Parameters<typeof renderInWindow>[1]>['answers'] = ({ runs, datasets }) => ({
  runs: { list: runs.list.handler(() => []) },
  datasets: { list: datasets.list.handler(() => []) },
});

beforeEach(() => {
  palette.close();
  useSelection.setState(useSelection.getInitialState());
});

async function choose(run: Run): Promise<string> {
  const { user, place } = renderInWindow(<Palette onShortcuts={() => {}} />, {
    answers: ({ runs, datasets }) => ({
      runs: { list: runs.list.handler(() => [run]) },
      datasets: { list: datasets.list.handler(() => []) },
    }),
  });
  act(() => palette.open());
  await user.click(await screen.findByRole('button', { name: (name) => name.startsWith(run.name) }));
  return place();
}

it.each(['en', 'ko'] as const)('finds the run in use by what it is, in words of %s', async (language) => {
  const used = { ...autoencoderRun(), name: 'Used' };
  used.marks = { ...used.marks, chosenAt: '2026-04-20T04:00:00.000Z' };
  const { user, t } = renderInWindow(<Palette onShortcuts={() => {}} />, {
    answers: ({ runs, datasets, refresh }) => ({
      runs: { list: runs.list.handler(() => [{ ...autoencoderRun(), runId: 'rother', name: 'Other' }, used]) },
      datasets: { list: datasets.list.handler(() => []) },
      refresh: { base: refresh.base.handler(() => null) },
    }),
  });
  act(() => palette.open());
  await user.type(
    await screen.findByRole('textbox', { name: t('shell.searchLong') }),
    textsIn(language)('runs.inUse.chosen'),
  );
  await screen.findByRole('button', { name: (name) => name.startsWith('Used') });
  expect(screen.queryByRole('button', { name: (name) => name.startsWith('Other') })).toBeNull();
});

it('opens the page of a run and shows its lists', { tags: ['thorough'] }, async () => {
  const run = autoencoderRun();
  expect(await choose(run)).toBe(`/runs/${run.runId}`);
  expect(useSelection.getState()).toMatchObject({ runId: run.runId, dataset: run.dataset.fingerprint });
});

it.each<[string, Partial<Run>]>(
  everyNth(
    [
      ['that has none', { listsSha256: null }],
      ['that is trained further', { status: 'running' }],
      ['of which a profile was forgotten', { forgotten: FORGOTTEN }],
    ],
    3,
  ),
)('opens the page of a run %s, and keeps the shown lists', { tags: ['thorough'] }, async (_, differs) => {
  const run = { ...autoencoderRun(), ...differs };
  expect(await choose(run)).toBe(`/runs/${run.runId}`);
  expect(useSelection.getState()).toMatchObject({ runId: null, dataset: null });
});

const TITLE = titleRow('103', { title: '낱말 우체국 1화', popularity: 16 });

const SEGMENT = keptSegment('Girls of five', { filter: { text: 'x' } });

/** @param beforeTitles awaited before titles are answered */
async function typeInto(
  text: string,
  language: 'en' | 'ko',
  beforeTitles: (text: string) => Promise<void> = async () => undefined,
  place = '/',
): Promise<Rendered> {
  const open = dataset();
  useSelection.setState({ dataset: open.fingerprint });
  const rendered = renderInWindow(<Palette onShortcuts={() => {}} />, {
    language,
    place,
    answers: ({ runs, datasets, profiles, titles, segments }) => ({
      segments: { list: segments.list.handler(() => [SEGMENT, { ...SEGMENT, id: 's2', name: 'Twelve 12' }]) },
      runs: { list: runs.list.handler(() => []) },
      datasets: { list: datasets.list.handler(() => [open]) },
      profiles: {
        page: profiles.page.handler(({ input }) => {
          const fits = '12'.includes(input.filter?.text ?? '');
          return { all: 1, total: fits ? 1 : 0, start: 0, rows: fits ? [profileRow('12')] : [] };
        }),
      },
      titles: {
        page: titles.page.handler(async ({ input }) => {
          await beforeTitles(input.filter?.text ?? '');
          const fits = TITLE.title.includes(input.filter?.text ?? '');
          return { all: 1, total: fits ? 1 : 0, start: 0, rows: fits ? [TITLE] : [] };
        }),
      },
    }),
  });
  act(() => palette.open());
  await rendered.user.type(await screen.findByRole('textbox', { name: rendered.t('shell.searchLong') }), text);
  return rendered;
}

it.each([
  ['a child by its ID', '12', 'en', 'Child 12', '/compare/12/search;text=12'],
  ['a child as screens name it', 'child 12', 'en', 'Child 12', '/compare/12/search;text=12'],
  ['a child as screens name it', '아이 12', 'ko', '아이 12', '/compare/12/search;text=12'],
  ['a child as the other language names it', 'child 12', 'ko', '아이 12', '/compare/12/search;text=12'],
  ['a title by a part of its name', '우체국', 'en', TITLE.title, '/titles/103'],
  ['a segment', 'of five', 'en', 'Girls of five', '/segment/s1'],
  ['a screen by its name in the other language', 'Export', 'ko', '내보내기', '/export'],
  ['a setting', '대비', 'en', 'Contrast', '/settings'],
  ['the density', '간격', 'ko', '간격', '/settings'],
  ['the motion', 'motion', 'ko', '움직임', '/settings'],
  ['a setting by what can be chosen', 'compact', 'ko', '간격', '/settings'],
  ['the forgetting of a profile', 'forget', 'ko', '아이 정보 완전히 삭제', '/profiles'],
  ['the forgetting of a profile as people call it', '잊', 'ko', '아이 정보 완전히 삭제', '/profiles'],
  ['the forgetting of a profile as people call it', 'delete profile', 'en', 'Forget a child', '/profiles'],
  ['a page of the guide', '주의 일', 'en', 'The work of a week', '/help/refresh'],
  ['a term', 'submission', 'ko', '제출 파일', '/help/glossary/submission'],
] as const)('finds %s', async (_, text, language, found, leadsTo) => {
  const { user, place } = await typeInto(text, language);
  const entries = await screen.findAllByRole('button', { name: (name) => name.startsWith(found) });
  await user.click(entries[0]!);
  await waitFor(() => expect(place()).toBe(leadsTo));
});

it.each([
  ['ko', '잊'],
  ['ko', '프로필 삭제'],
  ['en', 'forget'],
  ['en', 'delete profile'],
] as const)('asks about forgetting the open profile: %s, %s', async (language, words) => {
  const { user, t } = await typeInto(words, language, undefined, '/compare/12');
  await user.click(await screen.findByRole('button', { name: (name) => name.startsWith(t('privacy.forget')) }));
  expect(useForgetting.getState().open).toEqual({ data: dataset().fingerprint, profile: '12' });
  endForgetting();
});

it('switches the language by the name of the one that is wanted', async () => {
  const { t } = await typeInto('korean', 'en');
  await waitFor(() =>
    expect(document.querySelector('[data-selected]')?.textContent).toBe(t('shell.palette.toggleLanguage')),
  );
});

it('keeps what it found while more of its name is typed, and only that', async () => {
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  const { user } = await typeInto('우체', 'en', async (text) => {
    asked.push(text);
    if (text.length > 2) await new Promise<void>((resolve) => answers.push(resolve));
  });
  // What is typed is marked within the name, which parts its words.
  const name = /1화/;
  await screen.findByRole('button', { name });
  const field = screen.getByRole('textbox');
  await user.type(field, '국');
  await waitFor(() => expect(asked).toContain('우체국'));
  expect(screen.getByRole('button', { name })).toBeTruthy();
  await user.type(field, 'x');
  await waitFor(() => expect(asked).toContain('우체국x'));
  expect(screen.queryByRole('button', { name })).toBeNull();
  for (const answer of answers) answer();
});

it('opens with Enter what came after the last key', async () => {
  let answer = (): void => undefined;
  const { user, place } = await typeInto('우체국', 'en', (text) =>
    text === '' ? Promise.resolve() : new Promise<void>((resolve) => (answer = resolve)),
  );
  await waitFor(() => expect(screen.queryByRole('button', { name: /1화/ })).toBeNull());
  await waitFor(() => {
    answer();
    expect(screen.getByRole('button', { name: /1화/ })).toBeTruthy();
  });
  await user.keyboard('{Enter}');
  await waitFor(() => expect(place()).toBe('/titles/103'));
});

it('opens with Enter what came above the row that was first', async () => {
  const { user, place } = await typeInto('12', 'en');
  // The segment is there at once, the profile once the engine has answered.
  await screen.findByRole('button', { name: (name) => name.startsWith('Child 12') });
  expect(screen.getByRole('button', { name: /Twelve 12/ }).hasAttribute('data-selected')).toBe(false);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(place()).toBe('/compare/12/search;text=12'));
});

it('leaves the row that the arrows led to', async () => {
  const { user, place } = await typeInto('12', 'en');
  await screen.findByRole('button', { name: (name) => name.startsWith('Child 12') });
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(place()).toBe('/segment/s2'));
});

it.each(
  triedOf<['en' | 'ko', string, string]>(
    [
      ['ko', '데이터', '/data'],
      ['en', 'Labels', '/data/labels'],
    ],
    [
      ['en', 'Data', '/data'],
      ['ko', '표시 이름', '/data/labels'],
    ],
  ),
)('opens with Enter the screen, or the part of one, of just that name: %s, %s', async (language, name, where) => {
  const { user, place } = await typeInto(name, language);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(place()).toBe(where));
});

it('leads the focus to the screen that was chosen, from the bar too', async () => {
  const { user, place } = renderInWindow(
    <>
      <header data-region tabIndex={-1}>
        <button type="button">Bar</button>
        <button type="button">Other</button>
      </header>
      <main id="content" tabIndex={-1}>
        <Content />
      </main>
      <Palette onShortcuts={() => {}} />
    </>,
    {
      place: '/nowhere',
      answers: NOTHING_HERE,
    },
  );
  screen.getByRole('button', { name: 'Bar' }).focus();
  act(() => palette.open());
  await user.type(await screen.findByRole('textbox'), 'rules');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(place()).toBe('/rules'));
  await waitFor(() => expect(document.activeElement?.id).toBe('content'));
  // It stays there once the palette has faded.
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(document.activeElement?.id).toBe('content');
  // A screen reader moves it without a key.
  for (const name of ['Other', 'Bar']) {
    screen.getByRole('button', { name }).focus();
    expect(document.activeElement?.textContent).toBe(name);
  }
});

it('shows what would do nothing now below what does something', async () => {
  const { t } = await typeInto('t', 'en');
  const names = screen.getAllByRole('button').map(({ textContent }) => textContent);
  const at = names.findIndex((name) => name.startsWith(t('compare.resetTuning')));
  const screens = names.findIndex((name) => name.startsWith(t('shell.screen.export')));
  const shortcuts = names.findIndex((name) => name.startsWith(t('shell.palette.shortcuts')));
  expect([at > shortcuts, at < screens, shortcuts >= 0]).toEqual([true, true, true]);
});

function Drawer(): ReactNode {
  const [found, setFound] = useState('');
  useKeys([['T', () => setFound(document.activeElement?.textContent ?? '')]]);
  return (
    <>
      <button type="button">Row</button>
      <output>{found}</output>
    </>
  );
}

it('finds what a key of the screen does, and does it where the focus was', async () => {
  const { user, t } = renderInWindow(
    <>
      <Drawer />
      <Palette onShortcuts={() => {}} />
    </>,
    {
      place: '/compare/7',
      answers: NOTHING_HERE,
    },
  );
  screen.getByRole('button', { name: 'Row' }).focus();
  act(() => palette.open());
  const field = await screen.findByRole('textbox', { name: t('shell.searchLong') });
  // Its key is told; a key that nothing on the screen has is not offered.
  expect(
    screen.getByRole('button', { name: (name) => name.startsWith(t('shell.shortcuts.tune')) }).textContent,
  ).toMatch(/T$/);
  expect(screen.queryByRole('button', { name: (name) => name.startsWith(t('shell.shortcuts.note')) })).toBeNull();
  await user.type(field, textsIn('ko')('shell.shortcuts.tune'));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Row'));
});
