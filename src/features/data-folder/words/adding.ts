/** A folder that is added to a data set. */
import type { Templates } from '../../../shared/words/templates';

export const ADDING_WORDS = {
  'adding.button': { en: 'Add data', ko: '데이터 추가' },
  'adding.running': { en: 'Adding what is new', ko: '새 데이터를 추가하는 중' },
  'adding.runningBody': {
    en: 'You can work on another screen meanwhile. The data set stays as it is: what is added makes a new one. If you stop, nothing partial is saved.',
    ko: '다른 화면에서 계속 작업할 수 있습니다. 지금의 데이터 세트는 그대로 두고 새 데이터 세트를 만듭니다. 중지하면 중간 결과는 남지 않습니다.',
  },
  'adding.stopped': {
    en: 'Adding was stopped. Nothing was saved.',
    ko: '추가를 중지했습니다. 저장한 내용은 없습니다.',
  },
  'adding.another': { en: 'Add another folder', ko: '다른 폴더 추가' },
  'adding.close': { en: 'Close', ko: '닫기' },
  'adding.title': { en: 'What {name} added', ko: '‘{name}’에서 추가된 내용' },
  'adding.same': {
    en: 'Nothing in this folder is new. The data set stays as it is.',
    ko: '이 폴더에는 새로운 내용이 없습니다. 데이터 세트는 그대로입니다.',
  },
  'adding.made': {
    en: 'This is a new data set, with everything of the one before. The same event twice counts once.',
    ko: '이전 데이터에 새 내용을 더한 새 데이터 세트입니다. 같은 기록은 한 번만 셉니다.',
  },
  'adding.newProfiles': { en: 'New children', ko: '새 아이' },
  'adding.newTitles': { en: 'New titles', ko: '새 작품' },
  'adding.newViewings': { en: 'New viewings', ko: '새 시청' },
  'adding.ofNow': { en: 'of {count} now', ko: '현재 {count}' },
  'adding.table': { en: 'Rows that were added', ko: '추가된 행' },
  'adding.kind': { en: 'Kind', ko: '종류' },
  'adding.before': { en: 'Before', ko: '이전' },
  'adding.added': { en: 'New', ko: '새 행' },
  'adding.duplicates': { en: 'There already', ko: '이미 있음' },
  'adding.rejected': { en: 'Rejected', ko: '제외됨' },
  'adding.steady': {
    en: 'No attribute drifted: the values are spread as before.',
    ko: '분포가 달라진 속성이 없습니다. 값의 비율이 이전과 같습니다.',
  },
  'adding.drifted': { en: 'Values that drifted', ko: '분포가 달라진 속성' },
  'adding.driftedHelp': {
    en: 'Shares of values before, and in what was added. The index is the population stability index; it counts above the limit, which is at least 0.2 and beyond chance.',
    ko: '이전 데이터와 추가된 데이터에서 각 값이 차지하는 비율입니다. 지수는 모집단 안정성 지수(PSI)이며, 0.2 이상이면서 우연으로 보기 어려운 기준을 넘을 때만 표시합니다.',
  },
  'adding.profile': { en: '{attribute} of children', ko: '아이의 {attribute}' },
  'adding.item': { en: '{attribute} of titles, by viewings', ko: '작품의 {attribute}(시청 기준)' },
  'adding.index': { en: 'index {index}, limit {limit}', ko: '지수 {index}, 기준 {limit}' },
  'adding.moved': { en: '{value}: {before} before, {added} now', ko: '{value}: 이전 {before}, 추가분 {added}' },
  'adding.rare': { en: 'all rare values', ko: '드문 값 전체' },
  'adding.inexact': {
    en: 'The data set was made by an earlier version or came in a bundle. Events counted as the same where all that is kept of them is the same. For an exact result, read one folder that has everything.',
    ko: '이전 버전에서 만들었거나 모델 파일로 받은 데이터입니다. 저장된 내용이 모두 같으면 같은 기록으로 보았습니다. 정확한 결과가 필요하면 전체 데이터가 든 폴더를 읽으세요.',
  },
  'adding.no-proposal': {
    en: 'No file of {folder} looks like a history of who watched what. See docs/data-format.md on how to write a mapping.',
    ko: '{folder}: 누가 무엇을 봤는지 담은 파일이 없어 보입니다. 열 지정을 쓰는 방법은 docs/data-format.md에 있습니다.',
  },
  'adding.to-without-add': {
    en: '--to says which data set is added to: it needs --add.',
    ko: '--to는 데이터를 더할 데이터 세트를 정합니다. --add와 함께 쓰세요.',
  },
  'adding.propose-and-add': {
    en: '--propose and --add do not go together: what is added is read as its data set was.',
    ko: '--propose와 --add는 함께 쓸 수 없습니다. 더하는 데이터는 기존 데이터 세트와 같은 방식으로 읽습니다.',
  },
} as const satisfies Templates;
