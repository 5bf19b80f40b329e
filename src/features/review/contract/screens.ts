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
      en: 'Shows what is odd among the lists, by cause and child by child, as your saved rules make them. Say of each whether it is fine, needs a rule or another look: what was fine stays fine.',
      ko: '저장한 규칙을 적용한 목록에서 이상한 점을 원인별로, 아이별로 보여 줍니다. 이상이 없는지, 규칙이 필요한지, 다시 볼지 정하면 이상 없다고 한 것은 다시 묻지 않습니다.',
    },
    guide: 'review',
    terms: ['list', 'profile', 'review-mark', 'run'],
  },
} as const satisfies Screen;
