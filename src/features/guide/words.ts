/** Guide, glossary, what each screen is for, and the tour. */
import { GLOSSARY } from '../../shared/guide/glossary';
import { SCREEN_HELP } from '../screens';
import { column, type Templates } from '../../shared/words/templates';

export const GUIDE_WORDS = {
  'help.pages.start': { en: 'Install and start', ko: '설치와 첫 시작' },
  'help.pages.data': { en: 'Open a folder of data', ko: '데이터 폴더 열기' },
  'help.pages.train': { en: 'Train a model and judge it', ko: '모델을 학습하고 평가하기' },
  'help.pages.lists': {
    en: 'Look at a child’s list, ask why, and tune it',
    ko: '추천 목록을 살펴보고, 이유를 묻고, 조정하기',
  },
  'help.pages.rules': { en: 'Set rules for lists', ko: '추천 목록에 규칙 정하기' },
  'help.pages.compare': { en: 'Compare two models', ko: '모델 두 개 비교하기' },
  'help.pages.review': { en: 'Find what is odd, decide, and approve', ko: '이상한 목록을 찾아 검토하고 승인하기' },
  'help.pages.export': { en: 'Export lists and prove where they came from', ko: '목록을 내보내고 출처를 증명하기' },
  'help.pages.sign': { en: 'Hand a model to someone who signs', ko: '결재할 사람에게 보고서 건네기' },
  'help.pages.refresh': { en: 'The work of a week', ko: '한 주의 일' },
  'help.pages.move': { en: 'Take work to another computer', ko: '다른 컴퓨터로 옮기기' },
  'help.pages.privacy': { en: 'Privacy, for those who answer for it', ko: '개인정보 보호 담당자를 위한 안내' },
  'help.pages.trouble': { en: 'When something goes wrong', ko: '문제가 생겼을 때' },
  ...column('help.terms', GLOSSARY, 'name'),
  ...column('help.meanings', GLOSSARY, 'meaning'),
  ...column('help.purposes', SCREEN_HELP, 'purpose'),
  'help.lead': {
    en: 'The guide and the glossary are part of the program and need no network.',
    ko: '안내서와 용어집은 프로그램에 들어 있어 인터넷 연결 없이 볼 수 있습니다.',
  },
  'help.guide': { en: 'Guide', ko: '안내서' },
  'help.guideHelp': { en: 'One page for each task.', ko: '작업마다 한 페이지입니다.' },
  'help.all': { en: 'All help', ko: '도움말 전체' },
  'help.next': { en: 'Next: {title}', ko: '다음: {title}' },
  'help.missing': { en: 'There is no such page.', ko: '그런 페이지가 없습니다.' },
  'help.glossary': { en: 'Glossary', ko: '용어집' },
  'help.glossaryHelp': {
    en: 'What the words on the screens mean, in English and Korean.',
    ko: '화면에 나오는 말의 뜻을 한국어와 영어로 보여 줍니다.',
  },
  'help.find': { en: 'Find a term', ko: '용어 찾기' },
  'help.clearFind': { en: 'Clear the text', ko: '입력 지우기' },
  'help.noTerm': { en: 'No term has that name.', ko: '그런 용어가 없습니다.' },
  'help.ofScreen': { en: 'Help on this screen', ko: '이 화면의 도움말' },
  'help.keys': { en: 'Keys', ko: '단축키' },
  'help.allKeys': { en: 'All shortcuts', ko: '모든 단축키' },
  'help.words': { en: 'Terms', ko: '용어' },
  'help.readOn': { en: 'In the guide', ko: '안내서에서 보기' },
  'help.whatNow': { en: 'What can I do?', ko: '어떻게 하면 되나요?' },
  'help.more': { en: 'More in the help', ko: '도움말에서 더 보기' },
  'tour.title': { en: 'Tour', ko: '둘러보기' },
  'tour.help': {
    en: 'Eight steps on the sample, from opening it to an approved export. You can leave it at any time with Esc.',
    ko: '예제를 여는 것부터 승인한 목록을 내보내기까지 여덟 단계입니다. Esc 키로 언제든 그만둘 수 있습니다.',
  },
  'tour.take': { en: 'Take the tour', ko: '둘러보기 시작' },
  'tour.step': { en: 'Tour: step {number} of {of}', ko: '둘러보기 {of}단계 중 {number}단계' },
  'tour.next': { en: 'Next', ko: '다음' },
  'tour.back': { en: 'Back', ko: '이전' },
  'tour.done': { en: 'Done', ko: '끝내기' },
  'tour.leave': { en: 'Leave the tour', ko: '둘러보기 그만두기' },
  'tour.first.data': {
    en: 'The data comes first: it is being read.',
    ko: '데이터를 다 읽으면 다음으로 갈 수 있습니다.',
  },
  'tour.first.model': {
    en: 'A model comes first: start the training, and go on once it is done.',
    ko: '모델이 먼저입니다. 학습을 시작하고, 끝나면 다음으로 가세요.',
  },
  'tour.steps.open.title': { en: 'Begin with the sample', ko: '예제로 시작하기' },
  'tour.steps.open.body': {
    en: 'A made-up service to try everything on. Nothing you do with it can go wrong. Esc leaves the tour; under Help you find it again.',
    ko: '무엇이든 눌러 볼 수 있는 가상의 서비스입니다. 잘못될 일은 없습니다. Esc 키로 그만둘 수 있고 도움말에서 다시 볼 수 있습니다.',
  },
  'tour.steps.data.title': { en: 'See what was read', ko: '읽은 결과 보기' },
  'tour.steps.data.body': {
    en: 'How many rows were rejected, and why: the sample has mistakes on purpose. “Show the rows” leads to each of them. Below stand the figures, and each file with its rows.',
    ko: '제외된 행의 수와 이유가 여기 나옵니다. 예제에는 일부러 오류를 넣어 두었습니다. ‘해당하는 행 보기’를 누르면 하나하나 볼 수 있습니다. 아래에는 전체 수와 파일별 행이 있습니다.',
  },
  'tour.steps.train.title': { en: 'Train a model', ko: '모델 학습하기' },
  'tour.steps.train.body': {
    en: 'Choose “Start training”. On the sample it takes a minute or less; you see its curves meanwhile. Then go on.',
    ko: '‘학습 시작’을 누르세요. 예제는 1분이면 되고 그동안 학습 곡선이 나옵니다. 끝나면 다음으로 가세요.',
  },
  'tour.steps.profiles.title': { en: 'Pick some children', ko: '아이 고르기' },
  'tour.steps.profiles.body': {
    en: 'Filter them, or take twenty at random with this button. Open one by a click on its ID, or with Enter.',
    ko: '필터로 추리거나 이 버튼으로 스무 개를 무작위로 고릅니다. ID를 누르거나 Enter 키로 하나를 여세요.',
  },
  'tour.steps.compare.title': { en: 'Look, ask why, tune', ko: '보고, 이유를 묻고, 조정하기' },
  'tour.steps.compare.body': {
    en: 'Above is what the child watched, here is what is recommended. Point at a cover to see why; What if and Tune change this one list, and L shows it with its figures.',
    ko: '위는 아이가 본 작품, 여기는 추천입니다. 표지를 가리키면 이유가 보입니다. 만약과 조정은 이 목록만 바꾸고, L을 누르면 수치가 있는 목록이 나옵니다.',
  },
  'tour.steps.rules.title': { en: 'Set rules', ko: '지켜야 할 규칙 정하기' },
  'tour.steps.rules.body': {
    en: 'A rule pins, hides or limits titles: a campaign in the top five, an age limit. Beside it stands how many children’s lists it changes. A rule that is on applies to every list from now on.',
    ko: '규칙으로 작품을 고정하거나 숨기고 수를 제한합니다. 캠페인을 5위 안에 넣거나 나이 제한을 둘 수 있습니다. 옆에 몇 명의 목록이 바뀌는지 나옵니다. 켜 둔 규칙은 이제부터 모든 목록에 적용됩니다.',
  },
  'tour.steps.review.title': { en: 'Decide what is odd', ko: '이상한 것 검토하기' },
  'tour.steps.review.body': {
    en: 'Lists in which a check found something wait here, one child at a time. Press F if it is fine, R if it needs a rule; the next child comes by itself. What was fine is not asked again.',
    ko: '점검에 걸린 목록이 아이별로 한 장씩 나옵니다. 괜찮으면 F, 규칙이 필요하면 R 키를 누르세요. 다음 아이가 저절로 나오고, 괜찮다고 한 것은 다시 묻지 않습니다.',
  },
  'tour.steps.export.title': { en: 'Deliver the lists', ko: '목록 내보내기' },
  'tour.steps.export.body': {
    en: 'Writes the lists of all children to a file, as they were approved, and notes who approved them. The same model gives the same file again at any time.',
    ko: '모든 아이의 목록을 승인한 그대로 파일로 쓰고, 누가 승인했는지 남깁니다. 같은 모델에서는 언제든 같은 파일이 다시 나옵니다.',
  },
} as const satisfies Templates;
