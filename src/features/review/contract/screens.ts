import type { Screen } from '../../../shared/screen';

export const reviewScreen = {
  path: '/review/:queue?',
  from: 'palette',
  digit: true,
  under: 'week',
  name: { en: 'Review', ko: '검토' },
  also: { en: 'checks, approve, approval, quality, odd lists', ko: '점검, 검수, 승인, 확인, 이상한 목록' },
  help: {
    purpose: {
      en: 'Finds what is odd among all lists of the run, as your saved rules make them, and queues those lists for you to decide. When you are satisfied, approve them for export.',
      ko: '저장한 규칙을 적용한 모든 추천 목록에서 이상한 점을 찾아 살펴볼 순서대로 보여 줍니다. 검토를 마치면 내보내기를 승인하세요.',
    },
    guide: 'review',
    terms: ['list', 'profile', 'review-mark', 'run'],
  },
} as const satisfies Screen;
