import type { Screen } from '../../../shared/screen';

export const reportScreen = {
  path: '/runs/:runId/report',
  from: null,
  under: 'runs',
  name: { en: 'Report', ko: '보고서' },
  help: {
    purpose: {
      en: 'Shows a model as a document for the person who decides whether its lists are used. Print it for a signature, or save it.',
      ko: '모델을 결재용 문서로 보여 줍니다. 인쇄해서 서명을 받거나 파일로 저장하세요.',
    },
    guide: 'sign',
    terms: ['run', 'score', 'hold-out', 'seed', 'verify'],
  },
} as const satisfies Screen;
