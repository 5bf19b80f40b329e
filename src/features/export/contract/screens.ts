import type { Screen } from '../../../shared/screen';

export const exportScreen = {
  path: '/export',
  from: 'palette',
  digit: true,
  under: 'week',
  name: { en: 'Export', ko: '내보내기' },
  also: {
    en: 'save, file, CSV, deliver, submission, download',
    ko: '파일 저장, 저장, CSV, 전달, 제출, 다운로드, 배포',
  },
  help: {
    purpose: {
      en: 'Writes the lists of all children to a file and checks them first. Earlier exports can be built again, byte for byte.',
      ko: '모든 아이의 추천 목록을 검사한 뒤 파일로 저장합니다. 전에 내보낸 파일도 똑같이 다시 만들 수 있습니다.',
    },
    guide: 'export',
    terms: ['export', 'submission', 'list', 'pseudonym'],
  },
} as const satisfies Screen;
