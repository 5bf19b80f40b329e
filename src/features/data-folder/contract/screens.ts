import type { Screen } from '../../../shared/screen';

export const welcomeScreen = {
  path: '/welcome',
  from: 'brand',
  name: { en: 'Welcome', ko: '시작' },
  also: { en: 'start, home, recent, first steps', ko: '홈, 처음, 시작 화면, 최근 폴더' },
  help: {
    purpose: {
      en: 'Work begins here: open a folder of data, the sample, or a run from another computer. What you opened before is listed below.',
      ko: '데이터 폴더나 예제, 다른 컴퓨터에서 만든 추천 모델을 여기서 엽니다. 전에 연 것은 아래에 나옵니다.',
    },
    guide: 'start',
    terms: ['data-folder', 'data-set', 'bundle', 'pseudonym'],
  },
} as const satisfies Screen;

export const dataScreen = {
  path: '/data/:part?',
  from: 'rail',
  group: 'data',
  name: { en: 'Data', ko: '데이터' },
  also: {
    en: 'import, open, files, folder, rows, rejected, months',
    ko: '데이터 세트, 데이터셋, 가져오기, 불러오기, 파일, 폴더, 제외된 행',
  },
  accessKey: 'D',
  help: {
    purpose: {
      en: 'Shows what Shelfwise read from your files, and which rows it repaired or rejected. Check it before you train, because a model learns whatever is here.',
      ko: '파일에서 무엇을 읽었고 어떤 행을 고치거나 제외했는지 보여 줍니다. 모델은 여기 있는 대로 배우므로 학습하기 전에 확인하세요.',
    },
    guide: 'data',
    terms: ['data-set', 'fingerprint', 'row-issue', 'mapping', 'viewing'],
  },
} as const satisfies Screen;
