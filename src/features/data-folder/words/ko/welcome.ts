import type { welcome as source } from '../en/welcome';
import type { Strings } from '../../../../shared/words/strings';

export const welcome: Strings<typeof source> = {
  title: '시작',
  lead: '시청 데이터가 있는 폴더를 열고 모델을 학습해 추천 결과를 살펴보세요. 각 목록이 어떻게 만들어졌는지 나중에도 설명할 수 있습니다.',
  open: '데이터 폴더 열기',
  openHelp:
    '프로필, 콘텐츠, 시청 이력이 담긴 CSV, TSV, Parquet 파일. 프로필과 콘텐츠는 엑셀 파일이어도 됩니다. 읽기만 하고 바꾸지 않습니다.',
  sample: '예제 열기',
  sampleHelp: '프로필 수백 개가 있는 가상의 서비스입니다. 데이터 오류도 일부러 넣어 두었습니다.',
  bundle: '모델 파일 열기',
  bundleHelp: '이 컴퓨터나 다른 컴퓨터에서 파일 하나로 저장한 추천 모델입니다.',
  recent: '최근 폴더',
  recentEmpty: '연 폴더가 여기에 표시됩니다.',
  openedAt: '{{when}}에 열었음',
  gone: '폴더를 찾을 수 없습니다. 옮겼거나 이름을 바꿨거나 드라이브가 연결되어 있지 않을 수 있습니다.',
  locate: '위치 찾기',
  remove: '목록에서 제거',
  imported: '이 작업 공간의 데이터 세트',
  private: '데이터는 이 컴퓨터에만 있습니다',
  privateBody:
    '계정이 없고 사용 통계도 보내지 않습니다. 클러스터를 추가하고 동의하지 않는 한 아무것도 보내지 않습니다. 시청 이력, 모델, 목록은 이 폴더에 저장됩니다:',
  folderFailed: '폴더를 열 수 없습니다',
  bundleFailed: '모델 파일을 열 수 없습니다',
  dropRefused: '끌어다 놓은 항목을 열 수 없습니다',
  dropInBrowser: '브라우저는 끌어다 놓은 폴더의 위치를 알려 주지 않습니다. ‘데이터 폴더 열기’를 사용하세요.',
  dropHint: '폴더나 모델 파일을 이 창에 끌어다 놓아도 됩니다.',
};
