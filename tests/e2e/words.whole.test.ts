/**
 * The words at the ten most important places, spelled out here instead of read from the window's texts, so that an
 * accidental change or a visible key is noticed. An intended change of wording changes them here too. And on every
 * screen, no program value may stand where its text should.
 */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/renderer/stores/preferences';
import { processorName } from '../../src/engine/machine/environment/processor';
import type { Dataset } from '../../src/shared/contract/dataset';
import { finalValue } from '../../src/shared/values/final-value';
import { completeRecipe } from '../../src/shared/recipe/schema';
import { ComparePage } from './pages/compare-page';
import { TRIED_LANGUAGES } from '../support/tried';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type Curator, startCurator } from './support/curator';
import { killTrainer } from './support/engine';
import { ownOf, rawValuesIn, textsOn } from './support/raw-texts';

type Words = Readonly<Record<Language, readonly string[]>>;

const WEEK: Words = {
  en: ['Came in', 'Changed', 'Odd', 'Approved', 'Sent', 'How the next week begins'],
  ko: ['들어온 것', '바뀐 것', '이상한 것', '승인', '보낸 것', '다음 주 작업의 시작'],
};
const WELCOME: Words = {
  en: ['Open a data folder', 'Open the sample', 'Open a model bundle', 'Your data stays on this computer'],
  ko: ['데이터 폴더 열기', '예제 열기', '모델 파일 열기', '데이터는 이 컴퓨터에만 있습니다'],
};
const DATA: Words = {
  en: ['Viewings', 'Period', 'Repaired and rejected rows', 'Train a model', 'Delete the data set'],
  ko: ['시청', '기간', '수정되거나 제외된 행', '모델 학습하기', '데이터 세트 삭제'],
};
const PROFILES: Words = {
  en: ['Child', 'Titles watched', 'Last watched', '20 at random', 'Segments'],
  ko: ['아이', '시청 작품', '최근 본 작품', '무작위 20명', '세그먼트'],
};
const COMPARE: Words = {
  en: ['Top 25', 'as trained', 'Fine', 'Note'],
  ko: ['상위 25개', '조정 전', '이상 없음', '메모'],
};
const WHY: Words = {
  en: ['Why this', 'Watched titles', 'Not about this child'],
  ko: ['추천 이유', '시청한 작품', '이 아이와 무관한 점수'],
};
const TUNING: Words = {
  en: ['Tuning', 'Hide a share of the history (noise)', 'Strength of the attributes', 'Advanced', 'Reset'],
  ko: ['조정', '시청 기록 가리기(노이즈)', '속성 반영 강도', '고급', '초기화'],
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
    '빠름',
    '균형',
    '정밀',
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
    'Only models of the open data set',
    'Open a model bundle',
    'All models side by side',
  ],
  ko: ['시작', '상태', '완료', '열린 데이터 세트의 모델만', '모델 파일 열기', '모든 모델 종류 비교'],
};
const RUN: Words = {
  en: [
    'Scores',
    'Verify',
    'Save as bundle',
    'Train with its settings',
    'Where it does well and where it does not',
    'Delete',
  ],
  ko: ['점수', '검증', '모델 파일로 저장', '이 설정으로 학습', '어떤 아이에게 잘 맞나', '삭제'],
};
const EXPORT: Words = {
  en: ['Format', 'Submission', 'Table (CSV)', 'Preview', 'Choose a file and export'],
  ko: ['형식', '제출 파일', '표(CSV)', '미리 보기', '파일을 골라 내보내기'],
};
const SETTINGS: Words = {
  en: ['Appearance and language', 'Theme', 'Same as the system', 'Contrast', 'Trash', 'Free on the disk'],
  ko: ['모양과 언어', '테마', '시스템 설정', '대비', '휴지통', '디스크 여유 공간'],
};
const TITLE: Words = {
  en: ['Similar titles', 'Who gets it'],
  ko: ['유사 작품', '추천받는 아이'],
};
const PAIR: Words = { en: ['Attributes', 'History', 'Recommended'], ko: ['속성', '시청 이력', '추천'] };
const TRAIN_ADVANCED = { en: 'Advanced', ko: '고급' } as const;
const TRAIN_SETTINGS = { en: 'Open all groups', ko: '모두 펼치기' } as const;
const COMPARED_RUNS: Words = {
  en: ['Settings that differ', 'Data that differs', 'Coverage', 'Novelty'],
  ko: ['서로 다른 설정', '서로 다른 데이터', '추천된 작품 비율', '새로움'],
};
const DEVICE: Words = { en: ['Computes on', 'Versions', 'Findings'], ko: ['계산 환경', '버전', '확인 결과'] };
const HELP: Words = { en: ['Guide', 'Glossary'], ko: ['안내서', '용어집'] };
const PALETTE: Words = { en: ['Open a data folder', 'Show the shortcuts'], ko: ['데이터 폴더 열기', '단축키 보기'] };
/** The links of the rail. */
const RAIL = {
  en: { week: 'This week', profiles: 'Children', runs: 'Models', settings: 'Settings' },
  ko: { week: '이번 주', profiles: '아이', runs: '모델', settings: '설정' },
} as const;

const UNLIKE = completeRecipe({
  'structure.width': 16,
  'stopping.rule': 'fixed',
  'stopping.epochs': 3,
  'structure.input': 'l1-l2',
  'structure.activation': 'relu',
  'noise.rate': 'drawn',
  'scoring.watched': 'include',
  'stopping.split': 'random',
  'mixture.companion': 'item-knn',
  'mixture.trend': true,
});

const DIVERGING = completeRecipe({
  'optimiser.rate': 1000,
  'optimiser.decay': 10,
  'optimiser.batch': 2,
  'structure.activation': 'linear',
});

it('tells a raw value from what may be shown', () => {
  const found = (text: string, language: Language): string[] => rawValuesIn([text], { language, own: [] });
  for (const raw of [
    'l1-l2',
    'item-knn',
    'true',
    'exclude',
    'lastActive',
    'genre_large',
    'avx512-amx',
    'avx512-bf16',
    'See stopping.share.',
    'x/y watchedShare',
  ])
    for (const language of ['en', 'ko'] as const) expect(found(raw, language)).not.toEqual([]);
  expect(found('혼합 비율이 fixed일 때', 'ko')).toEqual(['fixed: 혼합 비율이 fixed일 때']);
  expect(found('Fixed', 'en')).toEqual([]);
  expect(found('history_data.csv: 3개 행', 'ko')).toEqual([]);
});

describe.skipIf(NO_BROWSER !== null)(
  `the words on the screens${WHY_SKIPPED}`,
  { tags: ['rare'], timeout: 240_000 },
  () => {
    let curator: Curator;
    let dataset: Dataset;
    const runs: string[] = [];
    /** Runs that ended badly: one killed, one whose loss is not a number. */
    const ended: string[] = [];
    beforeAll(async () => {
      curator = await startCurator({
        profiles: 40,
        items: 80,
        eventsPerProfile: 12,
        everyFile: true,
        dirt: { lateSeconds: 2, duplicates: 2, shortRows: 1, impossibleDates: 1, missingIds: 1, profilesWithoutRow: 2 },
      });
      const { client, ...engine } = curator.engine;
      dataset = await engine.import(curator.small.folder);
      // One that differs in many worded settings; the other, trained last, is the one shown.
      const { runId } = await client.runs.start({ data: dataset.fingerprint, recipe: UNLIKE, seed: 2, name: 'second' });
      await finalValue(await client.runs.watch({ runId }));
      await finalValue(await client.runs.verify({ runId }));
      const killed = await engine.startLong(dataset, 'killed');
      await killTrainer(curator.app, killed);
      const diverging = await client.runs.start({
        data: dataset.fingerprint,
        recipe: DIVERGING,
        seed: 1,
        name: 'diverging',
      });
      const { reason } = await finalValue(await client.runs.watch({ runId: diverging.runId }));
      expect(reason?.code).toBe('diverged');
      ended.push(killed, diverging.runId);
      const first = await engine.train(dataset, 'first');
      runs.push(first.runId, runId);
    });
    afterAll(() => curator.leave());

    /** Expects each to be a separate, visible text on the page. */
    async function expectWords(page: Page, words: readonly string[]): Promise<void> {
      const missing = async (): Promise<string[]> => {
        const counts = await Promise.all(
          words.map((word) => page.getByText(word, { exact: true }).filter({ visible: true }).count()),
        );
        return words.filter((_, index) => counts[index] === 0);
      };
      await expect.poll(missing, { timeout: 30_000 }).toEqual([]);
    }

    const expectNoRawValue = (page: Page, language: Language): Promise<void> =>
      expect
        .poll(
          async () =>
            rawValuesIn(await textsOn(page), {
              language,
              // A run's ID may consist of letters alone; the processor's name is its maker's.
              own: ownOf(dataset, ['first', 'second', 'killed', 'diverging', ...runs, ...ended, processorName()]),
            }),
          {
            timeout: 30_000,
          },
        )
        .toEqual([]);

    it.each(TRIED_LANGUAGES)('are as intended, in the language %s', async (language) => {
      const window = await curator.app.open({ language });
      const { page, content, problems } = window;
      const show = (screen: keyof (typeof RAIL)['en']): Promise<void> =>
        page.getByRole('navigation').getByRole('link', { name: RAIL[language][screen], exact: true }).click();

      const expectScreen = async (words: readonly string[]): Promise<void> => {
        await expectWords(page, words);
        await expectNoRawValue(page, language);
      };
      const goTo = (place: string): Promise<unknown> => page.goto(page.url().replace(/#.*/, `#${place}`));

      await expectScreen(WEEK[language]);
      await goTo('/week/open');
      await expectScreen(WELCOME[language]);
      await content
        .getByRole('button', { name: new RegExp(`^${dataset.name}`) })
        .last()
        .click();
      await expectScreen(WEEK[language]);
      await goTo('/data');
      await expectScreen(DATA[language]);
      await show('profiles');
      await expectScreen(PROFILES[language]);
      await content.getByRole('row').nth(1).filter({ hasText: /\S/ }).dblclick();
      await expectWords(page, COMPARE[language]);
      await new ComparePage(window).openTuning();
      await expectScreen(TUNING[language]);
      await page.keyboard.press('y');
      await expectScreen(WHY[language]);
      await goTo('/titles/101');
      await expectScreen(TITLE[language]);
      await goTo('/pair/1/3');
      await expectScreen(PAIR[language]);
      await goTo('/train');
      await content.getByText(TRAIN_ADVANCED[language], { exact: true }).click();
      await content.getByRole('button', { name: TRAIN_SETTINGS[language], exact: true }).click();
      await expectScreen(TRAIN[language]);
      await show('runs');
      await expectScreen(RUNS[language]);
      await content.getByRole('link', { name: 'second', exact: true }).click();
      await expectScreen(RUN[language]);
      for (const runId of ended) {
        await goTo(`/runs/${runId}`);
        await content.getByRole('alert').first().waitFor();
        await expectNoRawValue(page, language);
      }
      await goTo(`/runs/compare/${runs.join(',')}`);
      await expectScreen(COMPARED_RUNS[language]);
      await goTo('/export');
      await expectScreen(EXPORT[language]);
      await show('settings');
      await expectScreen(SETTINGS[language]);
      await goTo('/device');
      await expectScreen(DEVICE[language]);
      await goTo('/help');
      await expectScreen(HELP[language]);
      await page.keyboard.press('Control+k');
      await expectScreen(PALETTE[language]);
      expect(problems).toEqual([]);
    });

    it.each(TRIED_LANGUAGES)(
      'contain no raw value in dialogs and in the comparison of all models: %s',
      async (language) => {
        const window = await curator.app.open({ language });
        const { page, content, t } = window;
        const expectNoneIn = async (dialog: Locator): Promise<void> => {
          await dialog.waitFor();
          await expectNoRawValue(page, language);
          await page.keyboard.press('Escape');
          await dialog.waitFor({ state: 'hidden' });
        };
        await window.openDataset(dataset.name);
        await window.button(t('data.remove')).click();
        await expectNoneIn(page.getByRole('dialog'));
        await content.getByRole('button', { name: t('help.ofScreen') }).click();
        await expectNoneIn(window.dialog(t('help.ofScreen')));
        await window.show('profiles');
        await content.getByRole('row').nth(1).filter({ hasText: /\S/ }).dblclick();
        const compare = new ComparePage(window);
        await compare.note.click();
        await expectNoneIn(page.getByRole('dialog'));
        await window.button(t('privacy.forget')).click();
        await expectNoneIn(page.getByRole('dialog'));
        await window
          .region('topBar')
          .getByRole('button', { name: t('shell.run') })
          .click();
        await expectNoneIn(page.getByRole('menu'));
        await window.show('runs');
        await window.button(t('runs.leaderboardStart')).click();
        await window.untilShown(content.getByText(t('runs.toBest')));
        await expectNoRawValue(page, language);
        await window.untilIdle();
        await content.getByRole('link', { name: 'second', exact: true }).click();
        await content.getByRole('button', { name: t('runs.bundle') }).click();
        await expectNoneIn(page.getByRole('menu'));
        expect(window.problems).toEqual([]);
      },
    );
  },
);
