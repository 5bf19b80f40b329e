import type { Screen } from '../../../shared/screen';

export const deviceScreen = {
  path: '/settings/device',
  was: ['/device'],
  from: 'palette',
  under: 'settings',
  name: { en: 'Device', ko: '장치' },
  also: {
    en: 'GPU, processor, graphics card, hardware, diagnostics',
    ko: '그래픽 카드, GPU, CPU, 프로세서, 하드웨어, 진단',
  },
  help: {
    purpose: {
      en: 'Shows what models are computed on and whether all is well. The processor alone is fine; a graphics card only makes it faster.',
      ko: '모델을 무엇으로 계산하는지, 문제가 없는지 보여 줍니다. 프로세서만으로도 충분하며 그래픽 카드가 있으면 더 빨라집니다.',
    },
    guide: 'trouble',
    terms: ['exactness', 'model', 'cluster'],
  },
} as const satisfies Screen;

export const settingsScreen = {
  path: '/settings',
  from: 'foot',
  name: { en: 'Settings', ko: '설정' },
  also: { en: 'preferences, options, appearance', ko: '환경 설정, 환경설정, 옵션, 화면 모양' },
  accessKey: 'S',
  help: {
    purpose: {
      en: 'Holds the language and appearance of the window and shows where the workspace is. What you deleted waits here in the trash until you empty it.',
      ko: '창의 언어와 모양을 고르고 작업 공간의 위치를 확인합니다. 삭제한 것은 휴지통을 비울 때까지 여기에 남아 있습니다.',
    },
    guide: 'move',
    terms: ['workspace', 'trash'],
  },
} as const satisfies Screen;
