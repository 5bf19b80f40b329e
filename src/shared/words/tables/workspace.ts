/** Sentences about a workspace as a whole: whether a folder is one, who may see it, what was left alone in it. */
import type { Templates } from '../templates';

export const WORKSPACE_WORDS = {
  'workspace.foreign': {
    en: '{folder} holds things that Shelfwise did not make ({found}), so it is not used as a workspace. Choose an empty or a new folder: with --workspace on the command line, with "Open Workspace" in the app. Nothing was changed.',
    ko: '{folder}: Shelfwise가 만들지 않은 것({found})이 들어 있어 작업 공간으로 쓰지 않습니다. 빈 폴더나 새 폴더를 지정하세요. 명령줄에서는 --workspace, 앱에서는 "작업 공간 열기"로 지정합니다. 바뀐 것은 없습니다.',
  },
  'workspace.before-1': {
    en: '{folder} is a workspace of a version before 1.0, which this version does not open. Open it in Shelfwise 1.0 first and train a model there. Nothing was changed.',
    ko: '{folder}: 1.0보다 앞선 버전의 작업 공간이라 이 버전에서는 열 수 없습니다. 먼저 Shelfwise 1.0에서 열어 모델을 학습하세요. 바뀐 것은 없습니다.',
  },
  'workspace.newer': {
    en: 'The workspace {folder} was made by a newer version of Shelfwise ({version}). Open it with that version, or choose another folder. Nothing was changed.',
    ko: '{folder}: 더 새로운 버전의 Shelfwise({version})에서 만든 작업 공간입니다. 그 버전으로 열거나 다른 폴더를 고르세요. 바뀐 것은 없습니다.',
  },
  'workspace.damaged': {
    en: '{file} should say that its folder is a workspace, but it is damaged. Put it back from a copy of the workspace, or choose another folder. Nothing was changed.',
    ko: '{file}: 작업 공간임을 알리는 파일이 손상되었습니다. 작업 공간의 사본에서 되돌려 놓거나 다른 폴더를 고르세요. 바뀐 것은 없습니다.',
  },
  'workspace.closed': {
    en: 'Other users of this computer could read the workspace {folder}. From now on only you can. If your group should still have access, start Shelfwise once with --shared.',
    ko: '{folder}: 이 컴퓨터의 다른 사용자도 읽을 수 있던 작업 공간입니다. 이제부터 본인만 읽을 수 있습니다. 그룹과 계속 함께 쓰려면 --shared를 붙여 한 번 실행하세요.',
  },
  'workspace.closed-to-others': {
    en: 'Every user of this computer could read the workspace {folder}. From now on only you and its group can.',
    ko: '{folder}: 이 컴퓨터의 모든 사용자가 읽을 수 있던 작업 공간입니다. 이제부터 본인과 그룹만 읽을 수 있습니다.',
  },
  'workspace.link': {
    en: '{folder} is a link, and nothing is removed or moved through a link. Put the folder itself in its place, or move the whole workspace to where the link leads.',
    ko: '{folder}: 링크입니다. 링크를 거쳐서는 아무것도 지우거나 옮기지 않습니다. 그 자리에 폴더를 직접 두거나, 작업 공간 전체를 링크가 가리키는 곳으로 옮기세요.',
  },
} as const satisfies Templates;
