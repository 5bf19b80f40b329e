/** What is said of a workspace as a whole: whether a folder is one, who may see it, what was left alone in it. */
import type { Templates } from './templates';

export const WORKSPACE_SENTENCES = {
  'workspace.foreign': {
    en: '{folder} holds things that Shelfwise did not make ({found}), so it is not used as a workspace. Name an empty folder or a new one: with --workspace on the command line, with "Open Workspace" in the app. Nothing was changed.',
    ko: '{folder}: Shelfwise가 만들지 않은 것({found})이 들어 있어 작업 공간으로 쓰지 않습니다. 빈 폴더나 새 폴더를 지정하세요. 명령줄에서는 --workspace, 앱에서는 "작업 공간 열기"로 지정합니다. 바뀐 것은 없습니다.',
  },
  'workspace.newer': {
    en: 'The workspace {folder} was made by a newer version of Shelfwise ({version}). Open it with that version, or choose another folder. Nothing was changed.',
    ko: '{folder}: 더 새로운 버전의 Shelfwise({version})에서 만든 작업 공간입니다. 그 버전으로 열거나 다른 폴더를 고르세요. 바뀐 것은 없습니다.',
  },
  'workspace.damaged': {
    en: '{file} should say that its folder is a workspace, but it is damaged. Put it back from a copy of the workspace, or choose another folder. Nothing was changed.',
    ko: '{file}: 작업 공간임을 알리는 파일이 손상되었습니다. 작업 공간의 사본에서 되돌려 놓거나 다른 폴더를 고르세요. 바뀐 것은 없습니다.',
  },
} as const satisfies Templates;
