import type { settings as source } from '../en/settings';
import type { Strings } from '../../../../shared/words/strings';

export const settings: Strings<typeof source> = {
  language: '언어',
  languages: { en: 'English', ko: '한국어' },
  theme: '테마',
  themes: { system: '시스템 설정', light: '밝게', dark: '어둡게' },
  contrast: '대비',
  contrasts: { system: '시스템 설정', normal: '보통', high: '높게' },
  contrastHelp: '‘높게’를 고르면 어느 테마에서든 테두리가 진해지고 흐린 글자가 없어집니다.',
  density: '간격',
  densities: { comfortable: '넓게', compact: '좁게' },
  densityHelp: '좁게: 한 화면에 더 많은 행을 보여 줍니다. 글자 크기는 그대로입니다.',
  motion: '움직임',
  motions: { system: '시스템 설정', off: '끄기' },
  motionHelp: '끄기: 메뉴와 대화상자가 움직임 없이 바로 나타납니다.',
  look: '모양과 언어',
  lookHelp: '이 컴퓨터에만 저장되며 데이터와 추천 모델에는 영향이 없습니다.',
  workspace: '작업 공간',
  workspaceHelp: {
    electron:
      '데이터 세트, 추천 모델, 목록이 모두 여기에 있습니다. 다른 작업 공간은 파일 메뉴의 ‘작업 공간 열기’로 엽니다.',
    browser:
      '데이터 세트, 추천 모델, 목록이 모두 여기에 있습니다. 다른 작업 공간을 쓰려면 --workspace FOLDER를 붙여 Shelfwise를 시작하세요.',
  },
  folder: '폴더',
  holds: '내용',
  free: '디스크 여유 공간',
  datasets_other: '데이터 세트 {{count, number}}개',
  runs_other: '추천 모델 {{count, number}}개',
  space: '사용 공간',
  version: '버전',
};
