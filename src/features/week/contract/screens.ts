import type { Screen } from '../../../shared/screen';

export const weekScreen = {
  path: '/week/:part?',
  was: ['/welcome', '/refresh', '/runs/refreshes'],
  from: 'rail',
  name: { en: 'This week', ko: '이번 주' },
  also: {
    en: 'home, start, welcome, recent, refresh, weekly, update, new week, train again, approve, send',
    ko: '홈, 처음, 시작, 최근 폴더, 목록 갱신, 매주, 주간, 새 데이터, 다시 학습, 승인, 보내기',
  },
  accessKey: 'W',
  help: {
    purpose: {
      en: 'The work of a week on one board: what came in, what changed, what is odd, who approved it, and what was sent. It opens where you stopped, and nothing leaves that nobody has approved.',
      ko: '한 주의 일을 한 화면에 모았습니다: 들어온 것, 바뀐 것, 이상한 것, 승인, 보낸 것. 멈춘 곳에서 다시 열리며, 승인하지 않은 목록은 내보내지 않습니다.',
    },
    guide: 'refresh',
    terms: ['data-folder', 'run', 'list', 'hold-out', 'export'],
  },
} as const satisfies Screen;
