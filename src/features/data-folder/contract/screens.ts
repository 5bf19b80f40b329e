import type { Screen } from '../../../shared/screen';

export const dataScreen = {
  path: '/data/:part?',
  from: 'palette',
  digit: true,
  under: 'week',
  name: { en: 'Data', ko: '데이터' },
  also: {
    en: 'import, open, files, folder, rows, rejected, months',
    ko: '데이터 세트, 데이터셋, 가져오기, 불러오기, 파일, 폴더, 제외된 행',
  },
  help: {
    purpose: {
      en: 'Shows what Shelfwise read from your files, and which rows it repaired or rejected. Check it before you train, because a model learns whatever is here.',
      ko: '파일에서 무엇을 읽었고 어떤 행을 고치거나 제외했는지 보여 줍니다. 모델은 여기 있는 대로 배우므로 학습하기 전에 확인하세요.',
    },
    guide: 'data',
    terms: ['data-set', 'fingerprint', 'row-issue', 'mapping', 'viewing'],
  },
} as const satisfies Screen;
