/** What stands on the screen of settings finds them in the palette, in both languages, and so do the words of curators. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { useScreenEntries, useSettingEntries } from '../../../renderer/shell/use-place-entries';
import { SettingsScreen } from './SettingsScreen';

type Found = readonly { readonly label: string; readonly words: string }[];

function renderSettings(language: 'en' | 'ko'): { found: () => Found } {
  let entries: Found = [];
  const Entries = (): null => {
    entries = [...useSettingEntries(), ...useScreenEntries()].flatMap((entry) => {
      if (!('label' in entry)) return [];
      const { label = '', description = '', keywords = [] } = entry;
      return [{ label, words: [label, description].concat(keywords).join('\n').toLowerCase() }];
    });
    return null;
  };
  renderInWindow(
    <>
      <SettingsScreen />
      <Entries />
    </>,
    {
      language,
      answers: ({ workspace }) => ({
        workspace: {
          trash: workspace.trash.handler(() => ({ entries: [], unreadable: [] }) as never),
        },
      }),
      shell: ({ host }) => ({
        host: {
          describe: host.describe.handler(() => ({ workspace: '/w', sampleFolder: '/program/sample', logFile: null })),
        },
      }),
    },
  );
  return { found: () => entries };
}

const foundBy = (all: Found, typed: string): string[] =>
  all.filter(({ words }) => words.includes(typed.toLowerCase())).map(({ label }) => label);

it.each(['en', 'ko'] as const)('each label of a setting and each of its choices: %s', async (language) => {
  const { found } = renderSettings(language);
  const groups = await screen.findAllByRole('radiogroup');
  expect(groups).toHaveLength(5);
  for (const group of groups) {
    const setting = group.getAttribute('aria-label')!;
    const choices = within(group)
      .getAllByRole('radio')
      .map((choice) => choice.closest('[data-active], div')!.textContent);
    expect(choices.filter((choice) => choice !== '').length).toBeGreaterThan(1);
    for (const label of [setting, ...choices.filter((choice) => choice !== '')])
      expect(foundBy(found(), label), label).toContain(setting);
  }
  for (const heading of screen.getAllByRole('heading', { level: 2 }))
    expect(foundBy(found(), heading.textContent), heading.textContent).toContain(heading.textContent);
});

it('the words that a curator types', () => {
  const { found } = renderSettings('ko');
  for (const [typed, name] of [
    ['밀도', '간격'],
    ['줄 간격', '간격'],
    ['다크 모드', '테마'],
    ['애니메이션', '움직임'],
    ['고대비', '대비'],
    ['복원', '휴지통'],
    ['저장 위치', '작업 공간'],
    ['그래픽 카드', '새 학습에 사용할 장치'],
    ['시청자', '아이'],
    ['영상', '작품'],
    ['점검', '검토'],
    ['주간', '이번 주'],
    ['환경설정', '설정'],
  ] as const)
    expect(foundBy(found(), typed), typed).toContain(name);
});
