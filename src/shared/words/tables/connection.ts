/** What is said of the connection between the window and its engine. */
import type { Templates } from '../templates';

export const CONNECTION_WORDS = {
  'connection.refused': {
    en: 'This page is not signed in. Open the address that Shelfwise prints.',
    ko: '연결할 수 없는 페이지입니다. Shelfwise가 표시하는 주소로 여세요.',
  },
  'connection.broke': {
    en: 'The connection to the engine broke before it answered. Try again.',
    ko: '엔진이 응답하기 전에 연결이 끊어졌습니다. 다시 시도하세요.',
  },
  'port.taken': {
    en: 'Port {port} is taken by another program. Choose another with --port, or none.',
    ko: '포트 {port}: 다른 프로그램이 사용 중입니다. --port로 다른 포트를 지정하거나 --port를 빼세요.',
  },
  'port.forbidden': {
    en: 'Port {port} may not be used. Choose one above 1023.',
    ko: '포트 {port}: 사용할 권한이 없습니다. 1023보다 큰 포트를 고르세요.',
  },
  'window.not-built': {
    en: 'The window is not built: {folder} is missing. Run "npm run setup".',
    ko: '{folder}: 창이 아직 빌드되지 않아 폴더가 없습니다. npm run setup을 실행하세요.',
  },
} as const satisfies Templates;
