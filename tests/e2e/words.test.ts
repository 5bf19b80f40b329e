/**
 * The words that a person sees at the ten most important places, literally: not from the window's own tables, so that a text that
 * was changed by mistake, or shows its key, is seen here. Who changes a wording on purpose changes it here too.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/renderer/stores/preferences';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type Curator, startCurator } from './support/curator';

type Words = Readonly<Record<Language, readonly string[]>>;

const WELCOME: Words = {
  en: ['Open a data folder', 'Open the sample', 'Open a run bundle', 'Nothing leaves this computer'],
  ko: ['데이터 폴더 열기', '예제 열기', '모델 파일 열기', '데이터는 이 컴퓨터를 떠나지 않습니다'],
};
const DATA: Words = {
  en: ['Viewings', 'Period', 'Findings', 'Repaired and rejected rows', 'Train a model', 'Delete the data set'],
  ko: ['시청', '기간', '확인할 사항', '수정되거나 제외된 행', '모델 학습하기', '데이터 세트 삭제'],
};
const PROFILES: Words = {
  en: ['Profile', 'Titles watched', 'Last active', 'Sample of 20', 'Segments'],
  ko: ['프로필', '시청 콘텐츠', '최근 시청일', '20개 표본', '세그먼트'],
};
const COMPARE: Words = {
  en: ['Top 25', 'as trained', 'Mark as reviewed', 'All profiles', 'Note'],
  ko: ['상위 25개', '조정 전', '검토함으로 표시', '전체 프로필', '메모'],
};
const WHY: Words = {
  en: ['Why this', 'As a whole', 'The whole history', 'Watched titles'],
  ko: ['추천 이유', '전체', '시청 이력 전체', '시청한 콘텐츠'],
};
const TUNING: Words = {
  en: [
    'Tuning',
    'Hide a share of the history',
    'Strength of the attributes',
    'Titles already watched',
    'Leave out',
    'Reset',
  ],
  ko: ['조정', '시청 이력 숨김 비율', '속성 반영 강도', '이미 시청한 콘텐츠', '제외', '초기화'],
};
const TRAIN: Words = {
  en: [
    'Preset',
    'Quick',
    'Balanced',
    'Careful',
    'Good results quickly. Start here.',
    'Seed',
    'Start training',
    'Queue',
  ],
  ko: [
    '프리셋',
    '빠르게',
    '균형',
    '신중하게',
    '좋은 목록을 빠르게. 여기서 시작하세요.',
    '재현 번호(시드)',
    '학습 시작',
    '대기열에 추가',
  ],
};
const RUNS: Words = {
  en: [
    'Started',
    'Status',
    'Finished',
    'Only runs of the open data set',
    'Open a run bundle',
    'All models side by side',
  ],
  ko: ['시작', '상태', '완료', '열린 데이터 세트의 추천 모델만', '모델 파일 열기', '모든 모델 종류 비교'],
};
const RUN: Words = {
  en: ['Scores', 'Verify', 'Save as bundle', 'Use its settings', 'Where it does well and where it does not', 'Delete'],
  ko: ['점수', '검증', '모델 파일로 저장', '이 설정 사용', '어떤 프로필에 잘 맞나', '삭제'],
};
const EXPORT: Words = {
  en: ['Format', 'Submission', 'Table (CSV)', 'Preview', 'Choose a file and export'],
  ko: ['형식', '제출 파일', '표(CSV)', '미리 보기', '파일을 골라 내보내기'],
};
const SETTINGS: Words = {
  en: ['Appearance and language', 'Theme', 'Same as the system', 'Contrast', 'Trash', 'Free on the disk'],
  ko: ['모양과 언어', '테마', '시스템 설정', '대비', '휴지통', '디스크 여유 공간'],
};
/** The links of the rail. */
const RAIL = {
  en: { data: 'Data', profiles: 'Profiles', train: 'Train', runs: 'Runs', export: 'Export', settings: 'Settings' },
  ko: { data: '데이터', profiles: '프로필', train: '학습', runs: '추천 모델', export: '내보내기', settings: '설정' },
} as const;

describe.skipIf(NO_BROWSER !== null)(`the words on the screens${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let curator: Curator;
  let dataset = '';
  beforeAll(async () => {
    curator = await startCurator({ profiles: 40, items: 80, eventsPerProfile: 12 });
    const imported = await curator.engine.import(curator.small.folder);
    await curator.engine.train(imported, 'first');
    dataset = imported.name;
  });
  afterAll(() => curator.leave());

  /** Each of them stands on the page, visible, as a text of its own. */
  async function expectWords(page: Page, words: readonly string[]): Promise<void> {
    const missing = async (): Promise<string[]> => {
      const counts = await Promise.all(
        words.map((word) => page.getByText(word, { exact: true }).filter({ visible: true }).count()),
      );
      return words.filter((_, index) => counts[index] === 0);
    };
    await expect.poll(missing, { timeout: 30_000 }).toEqual([]);
  }

  it.each(['en', 'ko'] as const)('are those that were meant, in the language %s', async (language) => {
    const { page, content, problems } = await curator.app.open({ language });
    const show = (screen: keyof (typeof RAIL)['en']): Promise<void> =>
      page.getByRole('navigation').getByRole('link', { name: RAIL[language][screen], exact: true }).click();

    await expectWords(page, WELCOME[language]);
    await content
      .getByRole('button', { name: new RegExp(`^${dataset}`) })
      .last()
      .click();
    await expectWords(page, DATA[language]);
    await show('profiles');
    await expectWords(page, PROFILES[language]);
    await content.getByRole('row').nth(1).filter({ hasText: /\S/ }).dblclick();
    await expectWords(page, COMPARE[language]);
    await expectWords(page, TUNING[language]);
    await page.keyboard.press('w');
    await expectWords(page, WHY[language]);
    await show('train');
    await expectWords(page, TRAIN[language]);
    await show('runs');
    await expectWords(page, RUNS[language]);
    await content.getByRole('link', { name: 'first', exact: true }).click();
    await expectWords(page, RUN[language]);
    await show('export');
    await expectWords(page, EXPORT[language]);
    await show('settings');
    await expectWords(page, SETTINGS[language]);
    expect(problems).toEqual([]);
  });
});
