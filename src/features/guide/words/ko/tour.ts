import type { tour as source } from '../en/tour';
import type { Strings } from '../../../../shared/words/strings';

export const tour: Strings<typeof source> = {
  title: '둘러보기',
  help: '예제를 여는 것부터 내보내기까지 여섯 단계입니다. Esc 키로 언제든 그만둘 수 있습니다.',
  take: '둘러보기 시작',
  step: '둘러보기 {{of}}단계 중 {{number}}단계',
  next: '다음',
  back: '이전',
  done: '끝내기',
  leave: '둘러보기 그만두기',
  steps: {
    open: {
      title: '예제로 시작하기',
      body: '무엇이든 눌러 볼 수 있는 가상의 서비스입니다. 잘못될 일은 없습니다. Esc 키로 그만둘 수 있고 도움말에서 다시 볼 수 있습니다.',
    },
    data: {
      title: '읽은 결과 보기',
      body: '읽은 파일이 하나씩 나옵니다. 막대는 정상인 행, 수정된 행, 제외된 행입니다. 예제에는 일부러 오류를 넣어 두었습니다. 전체 수는 이 화면 맨 위에 있습니다.',
    },
    train: {
      title: '모델 학습하기',
      body: '‘학습 시작’을 누르세요. 예제는 1분이면 되고 그동안 학습 곡선이 나옵니다. 끝나면 다음으로 가세요.',
    },
    profiles: {
      title: '프로필 고르기',
      body: '필터로 추리거나 이 버튼으로 스무 개를 무작위로 고릅니다. 두 번 누르거나 Enter 키로 하나를 여세요.',
    },
    compare: {
      title: '보고, 이유를 묻고, 조정하기',
      body: '왼쪽은 아이가 본 콘텐츠, 여기는 추천입니다. 콘텐츠 옆의 물음표가 이유를 알려 주고, 슬라이더는 이 목록만 바꿉니다.',
    },
    export: {
      title: '목록 내보내기',
      body: '모든 프로필의 추천 목록을 검사한 뒤 파일로 씁니다. 같은 추천 모델에서는 언제든 같은 파일이 다시 나옵니다.',
    },
  },
};
