import type { Screen } from '../../../shared/screen';

export const helpScreen = {
  path: '/help/:page?/:part?',
  from: 'foot',
  name: { en: 'Help', ko: '도움말' },
  accessKey: 'H',
  also: { en: 'guide, manual, glossary, shortcuts', ko: '가이드, 설명서, 매뉴얼, 사용법, 용어' },
  help: {
    purpose: {
      en: 'The guide, one page for each task, and the glossary. Everything here works without a network.',
      ko: '작업마다 한 페이지인 안내서와 용어집입니다. 인터넷 연결 없이 모두 볼 수 있습니다.',
    },
    guide: 'start',
    terms: ['workspace', 'data-set', 'run', 'list'],
  },
} as const satisfies Screen;
