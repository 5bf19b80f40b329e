/** What is said of updates by the program that looks for them. */
import type { Templates } from '../templates';

export const UPDATE_WORDS = {
  'updates.unreachable': {
    en: 'The update server, {host}, does not answer as it should ({reason}). Check the connection and look again.',
    ko: '업데이트 서버 {host}에서 올바른 응답을 받지 못했습니다({reason}). 연결을 확인하고 다시 시도하세요.',
  },
  'updates.cut-off': {
    en: 'The download broke off. What had arrived was deleted; start it again.',
    ko: '내려받기가 중간에 끊겼습니다. 받은 것은 지웠으니 다시 시작하세요.',
  },
  'updates.forged': {
    en: 'The update information is not signed by the makers of this program, so it was ignored. If this goes on for days, get the new version from where you got this one.',
    ko: '업데이트 정보에 이 프로그램 제작자의 서명이 없어 무시했습니다. 며칠이 지나도 계속되면, 이 프로그램을 내려받은 곳에서 새 버전을 받으세요.',
  },
  'updates.malformed': {
    en: 'This version cannot read the update information, so it was ignored. Get the new version from where you got this one.',
    ko: '이 버전에서 읽을 수 없는 업데이트 정보라 무시했습니다. 이 프로그램을 내려받은 곳에서 새 버전을 받으세요.',
  },
  'updates.old-feed': {
    en: 'The update information is older than what was announced before, so it was ignored. Look again later.',
    ko: '전에 받은 것보다 오래된 업데이트 정보라 무시했습니다. 나중에 다시 확인하세요.',
  },
  'updates.other-file': {
    en: 'The downloaded file is not the one that was signed, so it was deleted. Look again later.',
    ko: '내려받은 파일이 서명된 파일과 달라 지웠습니다. 나중에 다시 확인하세요.',
  },
  'updates.gone': {
    en: 'The downloaded file is no longer there. Download it again.',
    ko: '내려받은 파일이 없어졌습니다. 다시 내려받으세요.',
  },
  'updates.too-slow': {
    en: 'The update server, {host}, is too slow. Nothing of it was kept; try again later.',
    ko: '업데이트 서버 {host}의 응답이 너무 느립니다. 받은 것은 남기지 않았으니 나중에 다시 시도하세요.',
  },
  'updates.not-agreed': {
    en: 'Looking for updates is off. Turn it on in Settings.',
    ko: '업데이트 확인이 꺼져 있습니다. 설정에서 켜세요.',
  },
  'updates.busy': {
    en: 'A model is training or other work is going on. Update when it has ended.',
    ko: '학습이나 다른 작업이 진행 중입니다. 끝난 뒤에 업데이트하세요.',
  },
  'updates.title': { en: 'Updates', ko: '업데이트' },
  'updates.help': {
    en: 'Off until you turn it on. Then the program asks once a day whether there is a newer version, and sends nothing about you or your data. You see what is new before anything is downloaded, and nothing is installed unless you say so.',
    ko: '켜기 전에는 확인하지 않습니다. 켜면 하루에 한 번 새 버전이 있는지만 물어보며, 사용자나 데이터에 관한 것은 보내지 않습니다. 내려받기 전에 바뀐 내용을 볼 수 있고, 직접 선택하기 전에는 설치하지 않습니다.',
  },
  'updates.agree': { en: 'Look for updates', ko: '업데이트 확인' },
  'updates.look': { en: 'Look now', ko: '지금 확인' },
  'updates.newest': { en: 'This is the newest version.', ko: '최신 버전입니다.' },
  'updates.offered': {
    en: 'Version {version} of {date} is available.',
    ko: '{version} 버전({date})이 나왔습니다.',
  },
  'updates.download': { en: 'Download ({size})', ko: '내려받기({size})' },
  'updates.downloading': { en: 'Downloading version {version}', ko: '{version} 버전 내려받는 중' },
  'updates.ready': {
    en: 'Version {version} is downloaded and checked.',
    ko: '{version} 버전을 내려받아 확인했습니다.',
  },
  'updates.install': { en: 'Install', ko: '설치' },
  'updates.installHelp': {
    en: 'Shelfwise closes, and the installer of the system opens. Your workspace stays as it is.',
    ko: 'Shelfwise를 닫고 시스템의 설치 프로그램을 엽니다. 작업 공간은 그대로 남습니다.',
  },
  'updates.by-hand': {
    en: 'This version was made on {date} ({count} {count|day|days} ago). This installation does not update itself: newer versions come from where you got it.',
    ko: '{date}에 만든 버전입니다({count}일 전). 이 설치본은 스스로 업데이트하지 않으니, 새 버전은 내려받은 곳에서 확인하세요.',
  },
  'updates.notice': { en: 'Shelfwise {version} is available', ko: 'Shelfwise {version} 버전이 나왔습니다' },
  'updates.noticeBody': { en: 'Settings shows what is new.', ko: '설정에서 바뀐 내용을 볼 수 있습니다.' },
} as const satisfies Templates;
