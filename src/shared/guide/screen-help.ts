/** What each screen is for, and where to read on: what its question mark shows. */
import type { Term } from './glossary';
import type { GuidePage } from './guide';
import { type ScreenName, SCREENS } from '../../features/screens';
import type { Language } from '../words/sentence';
import { type Text, textsOf } from '../values/text-table';

interface ScreenHelp {
  /** Two sentences. */
  readonly purpose: Text;
  /** The page of the guide about what is done here. */
  readonly guide: GuidePage;
  /** The words that this screen counts on. */
  readonly terms: readonly Term[];
}

export const SCREEN_HELP: Record<ScreenName, ScreenHelp> = {
  welcome: {
    purpose: {
      en: 'Work begins here: open a folder of data, the sample, or a run from another computer. What you opened before is listed below.',
      ko: '데이터 폴더나 예제, 다른 컴퓨터에서 만든 추천 모델을 여기서 엽니다. 전에 연 것은 아래에 나옵니다.',
    },
    guide: 'start',
    terms: ['data-folder', 'data-set', 'bundle', 'pseudonym'],
  },
  data: {
    purpose: {
      en: 'Shows what Shelfwise read from your files, and which rows it repaired or rejected. Check it before you train, because a model learns whatever is here.',
      ko: '파일에서 무엇을 읽었고 어떤 행을 고치거나 제외했는지 보여 줍니다. 모델은 여기 있는 대로 배우므로 학습하기 전에 확인하세요.',
    },
    guide: 'data',
    terms: ['data-set', 'fingerprint', 'row-issue', 'mapping', 'viewing'],
  },
  profiles: {
    purpose: {
      en: 'Lists every profile of the open data set. Filter it, take a sample, and open a profile to see its list.',
      ko: '열린 데이터 세트의 모든 프로필입니다. 필터로 추리거나 표본을 뽑고, 프로필을 열어 추천 목록을 보세요.',
    },
    guide: 'lists',
    terms: ['profile', 'attribute', 'segment', 'review-mark', 'score', 'stability'],
  },
  compare: {
    purpose: {
      en: 'Shows what one child watched beside what is recommended to it. Ask why a title is there, and tune the list to see what would change it.',
      ko: '한 아이가 본 콘텐츠와 추천 목록을 나란히 보여 줍니다. 추천 이유를 묻고, 조정하면서 목록이 어떻게 바뀌는지 보세요.',
    },
    guide: 'lists',
    terms: ['history', 'list', 'tuning', 'neighbour', 'noise', 'stability', 'latent-code'],
  },
  pair: {
    purpose: {
      en: 'Shows two profiles side by side under the same run. What they share, in attributes, history and list, is marked.',
      ko: '같은 추천 모델에서 두 프로필을 나란히 보여 줍니다. 속성, 시청 이력, 추천 목록에서 같은 점을 표시합니다.',
    },
    guide: 'lists',
    terms: ['profile', 'attribute', 'history', 'list'],
  },
  titles: {
    purpose: {
      en: 'Shows for each title how many profiles watched it and how many get it recommended. Open a title to see similar ones and who gets it.',
      ko: '콘텐츠마다 시청한 프로필과 추천받는 프로필이 몇 개인지 보여 줍니다. 콘텐츠를 열면 유사 콘텐츠와 추천받는 프로필이 나옵니다.',
    },
    guide: 'lists',
    terms: ['title', 'coverage', 'novelty', 'list'],
  },
  map: {
    purpose: {
      en: 'Places profiles or titles so that those that are alike lie near each other. Choose some with a loop, the legend or the list, and open them or save them as a segment.',
      ko: '비슷한 프로필이나 콘텐츠끼리 가까이 놓은 지도입니다. 올가미, 범례, 목록으로 골라서 열거나 세그먼트로 저장하세요.',
    },
    guide: 'lists',
    terms: ['profile', 'title', 'attribute', 'segment', 'latent-code'],
  },
  train: {
    purpose: {
      en: 'Trains a model on the open data set, which makes a run with a list for every profile. A preset is enough, and every setting behind it can be changed.',
      ko: '열린 데이터 세트로 모델을 학습해 모든 프로필의 추천 목록을 만듭니다. 프리셋만 골라도 되고 설정을 하나씩 바꿀 수도 있습니다.',
    },
    guide: 'train',
    terms: ['run', 'preset', 'seed', 'epoch', 'noise', 'exactness'],
  },
  sweep: {
    purpose: {
      en: 'Trains one recipe with many settings and compares them on data that none of them has seen. The best settings can then be used for a run of your own.',
      ko: '레시피 하나를 여러 설정으로 학습해, 학습에 쓰지 않은 데이터로 비교합니다. 가장 좋은 설정으로 새 추천 모델을 학습할 수 있습니다.',
    },
    guide: 'train',
    terms: ['sweep', 'trial', 'preset', 'score', 'hold-out', 'seed'],
  },
  runs: {
    purpose: {
      en: 'Lists every run of this workspace with its scores. Open one, pick several to compare them, or compare all kinds of models.',
      ko: '이 작업 공간의 모든 추천 모델과 점수입니다. 하나를 열거나 여러 개를 골라 비교하고, 모델 종류끼리도 비교할 수 있습니다.',
    },
    guide: 'compare',
    terms: ['run', 'score', 'leaderboard', 'baseline', 'exactness', 'bundle'],
  },
  compareRuns: {
    purpose: {
      en: 'Shows what differs between the runs that you picked, in what made them and in what they recommend. Differences that may be chance are marked as such.',
      ko: '고른 추천 모델의 설정과 결과가 어떻게 다른지 보여 줍니다. 우연일 수 있는 차이는 따로 표시합니다.',
    },
    guide: 'compare',
    terms: ['run', 'score', 'hold-out', 'coverage', 'seed'],
  },
  refreshes: {
    purpose: {
      en: 'Adds what is new to the data, trains the last settings again, and writes the lists if they are no worse and pass the checks. What earlier refreshes came to is listed below.',
      ko: '새로 쌓인 데이터를 더해 마지막 설정으로 다시 학습하고, 점수가 낮아지지 않고 점검을 통과하면 목록을 파일로 씁니다. 지난 갱신의 결과는 아래에 나옵니다.',
    },
    guide: 'refresh',
    terms: ['run', 'data-set', 'hold-out', 'score', 'export'],
  },
  report: {
    purpose: {
      en: 'Shows a run as a document for the person who decides whether its lists are used. Print it for a signature, or save it.',
      ko: '추천 모델을 결재용 문서로 보여 줍니다. 인쇄해서 서명을 받거나 파일로 저장하세요.',
    },
    guide: 'sign',
    terms: ['run', 'score', 'hold-out', 'seed', 'verify'],
  },
  run: {
    purpose: {
      en: 'Shows one run: how good it is, how it was trained, and everything that made it. Verify it here, or save it as a file for another computer.',
      ko: '추천 모델 하나가 얼마나 좋은지, 어떻게 학습했는지, 무엇으로 만들었는지 보여 줍니다. 여기서 검증하거나 다른 컴퓨터로 옮길 파일로 저장합니다.',
    },
    guide: 'train',
    terms: ['score', 'hold-out', 'coverage', 'novelty', 'verify', 'certificate', 'bundle'],
  },
  rules: {
    purpose: {
      en: 'Says what lists shall and shall not hold, whatever the model says. See what rules do and cost before you save them; exports apply them.',
      ko: '모델과 상관없이 추천 목록에 넣거나 뺄 것을 정하며, 내보낼 때 적용됩니다. 저장하기 전에 효과와 손실을 확인하세요.',
    },
    guide: 'rules',
    terms: ['rule', 'list', 'segment', 'hold-out', 'coverage'],
  },
  review: {
    purpose: {
      en: 'Finds what is odd among all lists of the run, and queues those lists for you to decide. When you are satisfied, approve the run for export.',
      ko: '모델의 모든 추천 목록에서 이상한 점을 찾아 살펴볼 순서대로 보여 줍니다. 검토를 마치면 내보내기를 승인하세요.',
    },
    guide: 'review',
    terms: ['list', 'profile', 'review-mark', 'run'],
  },
  export: {
    purpose: {
      en: 'Writes the lists of all profiles to a file and checks them first. Earlier exports can be built again, byte for byte.',
      ko: '모든 프로필의 추천 목록을 검사한 뒤 파일로 씁니다. 전에 내보낸 파일도 똑같이 다시 만들 수 있습니다.',
    },
    guide: 'export',
    terms: ['export', 'submission', 'list', 'pseudonym'],
  },
  device: {
    purpose: {
      en: 'Shows what models are computed on and whether all is well. The processor alone is fine; a graphics card only makes it faster.',
      ko: '모델을 무엇으로 계산하는지, 문제가 없는지 보여 줍니다. 프로세서만으로도 충분하며 그래픽 카드가 있으면 더 빨라집니다.',
    },
    guide: 'trouble',
    terms: ['exactness', 'model', 'cluster'],
  },
  settings: {
    purpose: {
      en: 'Holds the language and appearance of the window and shows where the workspace is. What you deleted waits here in the trash until you empty it.',
      ko: '창의 언어와 모양을 고르고 작업 공간의 위치를 확인합니다. 삭제한 것은 휴지통을 비울 때까지 여기에 남아 있습니다.',
    },
    guide: 'move',
    terms: ['workspace', 'trash'],
  },
  help: {
    purpose: {
      en: 'The guide, one page for each task, and the glossary. Everything here works without a network.',
      ko: '작업마다 한 페이지인 안내서와 용어집입니다. 인터넷 연결 없이 모두 볼 수 있습니다.',
    },
    guide: 'start',
    terms: ['workspace', 'data-set', 'run', 'list'],
  },
};

/** For the window's tables of texts. */
export const screenPurposes = (language: Language): Record<ScreenName, string> =>
  textsOf(SCREENS, language, (screen) => SCREEN_HELP[screen].purpose);
