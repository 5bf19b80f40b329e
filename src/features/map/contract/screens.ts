import type { Screen } from '../../../shared/screen';

export const mapScreen = {
  path: '/map',
  from: 'palette',
  under: 'profiles',
  name: { en: 'Map', ko: '취향 지도' },
  also: { en: 'clusters, groups, similar, taste', ko: '지도, 군집, 그룹, 비슷한 취향' },
  help: {
    purpose: {
      en: 'Places children or titles so that those that are alike lie near each other. Choose some with a loop, the legend or the list, and open them or save them as a segment.',
      ko: '비슷한 아이나 작품끼리 가까이 놓은 지도입니다. 올가미, 범례, 목록으로 골라서 열거나 세그먼트로 저장하세요.',
    },
    guide: 'lists',
    terms: ['profile', 'title', 'attribute', 'segment', 'latent-code'],
  },
} as const satisfies Screen;
