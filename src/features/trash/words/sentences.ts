/** What is said of what was deleted, and of the way back. */
import type { Templates } from '../../../shared/words/templates';

export const TRASH_SENTENCES = {
  'trash.gone': { en: '{what} is gone already.', ko: '{what}: 이미 없습니다.' },
  'trash.unknown': {
    en: 'Nothing in the trash is called {wanted}.',
    ko: '휴지통에 없습니다: {wanted}.',
  },
  'trash.empty': { en: 'The trash is empty.', ko: '휴지통이 비어 있습니다.' },
  'trash.ambiguous': {
    en: 'Several items in the trash begin with {wanted}: {found}. Type more of the ID.',
    ko: '휴지통에 ID가 {wanted}(으)로 시작하는 항목이 여럿입니다({found}). ID를 더 길게 입력하세요.',
  },
  'trash.there-again': {
    en: '{id} is in the workspace again, so the one in the trash was not restored. First delete the one in the workspace.',
    ko: '{id}: 작업 공간에 다시 있으므로 휴지통의 것을 되돌리지 않았습니다. 지금 있는 것을 먼저 지우세요.',
  },
  'trash.not-restored': {
    en: '{id} could not be moved out of the trash: another program uses it, or its permissions forbid it. Nothing was changed.',
    ko: '{id}: 휴지통에서 꺼낼 수 없습니다. 다른 프로그램이 사용 중이거나 권한이 없습니다. 바뀐 것은 없습니다.',
  },
  'trash.not-moved': {
    en: '{what} could not be moved to the trash: another program uses it, or its permissions forbid it. Nothing was changed.',
    ko: '{what}: 휴지통으로 옮길 수 없습니다. 다른 프로그램이 사용 중이거나 권한이 없습니다. 바뀐 것은 없습니다.',
  },
} as const satisfies Templates;
