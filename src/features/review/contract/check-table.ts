/** The checks over all lists of a run, one row each: its settings and its words. */
import type { Text } from '../../../shared/words/templates';

/** How much of what a check looks for is still fine. */
interface CheckLimit {
  readonly default: number;
  readonly least: number;
  readonly most: number;
  readonly name: Text;
  /** At which end of the range the check finds least; `most` where absent. */
  readonly fewestAt?: 'least';
}

interface CheckRow {
  /** Null if there is nothing to set. */
  readonly limit: CheckLimit | null;
  /** What it finds: single lists, which go to the review queue, or whole groups of children. */
  readonly finds: 'lists' | 'groups';
  readonly name: Text;
  readonly help: Text;
  /** What is said of a list that it finds: may have {titles}, {value}, {count}, {others}. */
  readonly reason: Text;
}

/** In display order. src/features/review/engine/checks/check-lists.ts implements them, with a row for each. */
export const CHECKS = {
  age: {
    limit: { default: 2, least: 0, most: 20, name: { en: 'Years of tolerance', ko: '허용하는 나이 차이(세)' } },
    finds: 'lists',
    name: { en: 'Not for this age', ko: '나이에 안 맞음' },
    help: {
      en: 'A title that hardly any child of about this age watches, or that has a higher age limit.',
      ko: '이 나이 또래가 거의 보지 않거나 시청 연령이 더 높은 작품이 있습니다.',
    },
    reason: { en: 'Not for this age: {titles}', ko: '나이에 맞지 않음: {titles}' },
  },
  series: {
    limit: {
      default: 5,
      least: 0,
      most: 24,
      name: { en: 'Episodes out of order that are fine', ko: '목록마다 허용하는 회차 수' },
    },
    finds: 'lists',
    name: { en: 'Skips an episode', ko: '앞 회차를 건너뜀' },
    help: {
      en: 'More episodes than the limit come without the one before them: neither watched, nor earlier in the list.',
      ko: '앞 회차를 보지 않았고 목록의 앞쪽에도 없는 회차가 정한 수보다 많습니다.',
    },
    reason: { en: 'Without the episode before: {titles}', ko: '앞 회차 없이 추천됨: {titles}' },
  },
  'one-series': {
    limit: {
      default: 8,
      least: 1,
      most: 24,
      name: { en: 'Titles of one series that are fine', ko: '한 시리즈에서 허용하는 작품 수' },
    },
    finds: 'lists',
    name: { en: 'Too much of one series', ko: '한 시리즈가 너무 많음' },
    help: {
      en: 'A list holds more titles of one series than the limit.',
      ko: '한 시리즈의 작품이 정한 수보다 많습니다.',
    },
    reason: { en: '{count} titles of {value}', ko: '‘{value}’ 시리즈 {count}편' },
  },
  'one-genre': {
    limit: {
      default: 20,
      least: 1,
      most: 24,
      name: { en: 'Titles of one genre that are fine', ko: '한 장르에서 허용하는 작품 수' },
    },
    finds: 'lists',
    name: { en: 'Too much of one genre', ko: '한 장르가 너무 많음' },
    help: {
      en: 'A list holds more titles of one genre than the limit.',
      ko: '한 장르의 작품이 정한 수보다 많습니다.',
    },
    reason: { en: '{count} titles of the genre {value}', ko: '{value} 장르 {count}편' },
  },
  favourite: {
    limit: {
      default: 5,
      least: 1,
      most: 1000,
      name: { en: 'Titles of the genre watched, at least', ko: '그 장르에서 본 작품 수(최소)' },
    },
    finds: 'lists',
    name: { en: 'Favourite genre missing', ko: '좋아하는 장르가 빠짐' },
    help: {
      en: 'A list holds nothing of the genre that the child watches most.',
      ko: '아이가 가장 많이 보는 장르가 목록에 하나도 없습니다.',
    },
    reason: {
      en: 'Nothing of {value}, watched most ({count} titles)',
      ko: '가장 많이 본 장르가 없음: {value}({count}편 시청)',
    },
  },
  'no-metadata': {
    limit: null,
    finds: 'lists',
    name: { en: 'No name', ko: '이름 없음' },
    help: { en: 'A list holds a title whose metadata has no name.', ko: '제목 정보가 없는 작품이 들어 있습니다.' },
    reason: { en: 'No name: {titles}', ko: '이름 없음: {titles}' },
  },
  expired: {
    limit: null,
    finds: 'lists',
    name: { en: 'No longer offered', ko: '제공 종료' },
    help: { en: 'A list holds a title whose last day has passed.', ko: '제공 기간이 지난 작품이 들어 있습니다.' },
    reason: { en: 'No longer offered: {titles}', ko: '제공 종료: {titles}' },
  },
  'same-list': {
    limit: {
      default: 5,
      least: 1,
      most: 1_000_000,
      name: { en: 'Children who may share a list', ko: '같은 목록을 허용하는 아이 수' },
    },
    finds: 'lists',
    name: { en: 'One list for many', ko: '똑같은 목록 많음' },
    help: {
      en: 'More children than the limit get the very same list.',
      ko: '정한 수보다 많은 아이가 완전히 같은 목록을 받습니다.',
    },
    reason: {
      en: 'The same list as {others} other children',
      ko: '다른 아이 {others}명과 같은 목록',
    },
  },
  unknown: {
    limit: null,
    finds: 'lists',
    name: { en: 'Nothing known', ko: '알려진 것 없음' },
    help: { en: 'A child has neither a history nor attributes.', ko: '시청 이력도 속성도 없는 아이입니다.' },
    reason: { en: 'Nothing is known about this child', ko: '이 아이에 대해 알려진 것이 없습니다' },
  },
  shaky: {
    limit: {
      default: 50,
      least: 1,
      most: 100,
      name: { en: 'Percent of the list that must stay', ko: '남아야 하는 비율(%)' },
      fewestAt: 'least',
    },
    finds: 'lists',
    name: { en: 'Unsteady lists', ko: '불안정한 목록' },
    help: {
      en: 'Too little of the list stays when a part of the history is hidden. Measure it on the screen of the model.',
      ko: '시청 이력 일부를 가렸을 때 남는 작품이 정한 비율보다 적습니다. 모델 화면에서 먼저 측정하세요.',
    },
    reason: {
      en: 'Only {count}% of it stays when a part of the history is hidden',
      ko: '이력 일부를 가리면 {count}%만 남음',
    },
  },
  changed: {
    limit: null,
    finds: 'lists',
    name: { en: 'Changed most', ko: '유난히 많이 바뀜' },
    help: {
      en: 'A list shares far fewer titles with the model before than other lists do.',
      ko: '다른 목록에 비해 직전 모델과 겹치는 작품이 유난히 적습니다.',
    },
    reason: {
      en: '{count} titles are new since the model before',
      ko: '직전 모델과 다른 작품 {count}편',
    },
  },
  group: {
    limit: {
      default: 20,
      least: 2,
      most: 1_000_000,
      name: { en: 'Children of the hold-out a group needs', ko: '그룹에 필요한 평가 대상 아이 수' },
    },
    finds: 'groups',
    name: { en: 'Weaker group', ko: '정확도 낮은 그룹' },
    help: {
      en: 'The lists of a group (an age, a sex) hit less often than those of all others, beyond chance.',
      ko: '이 그룹(나이, 성별)의 목록이 나머지보다 덜 맞고, 우연으로 보기 어렵습니다.',
    },
    reason: { en: 'Weaker group: {value}', ko: '정확도 낮은 그룹: {value}' },
  },
} as const satisfies Record<string, CheckRow>;

export type CheckId = keyof typeof CHECKS;
/** A check with a limit to set. */
type LimitedCheck = {
  [Id in CheckId]: (typeof CHECKS)[Id]['limit'] extends null ? never : Id;
}[CheckId];
export const hasLimit = (id: CheckId): id is LimitedCheck => CHECKS[id].limit !== null;
/** Whether it finds single lists, as every check of a curator does, and not whole groups of profiles. */
export const findsLists = (check: string): boolean =>
  !Object.hasOwn(CHECKS, check) || CHECKS[check as CheckId].finds === 'lists';
export const CHECK_IDS = Object.keys(CHECKS) as CheckId[];
/** What can be set, by the check that it belongs to. */
export const CHECK_LIMITS = Object.fromEntries(CHECK_IDS.filter(hasLimit).map((id) => [id, CHECKS[id].limit])) as {
  readonly [Id in LimitedCheck]: (typeof CHECKS)[Id]['limit'];
};

/** Whether a check is made, and whether a finding ends `shelfwise check` with its own exit status. */
export const CHECK_MODES = ['off', 'on', 'stop'] as const;
export type CheckMode = (typeof CHECK_MODES)[number];

/** The setting of one check; `limit` is null if it has none. */
export interface CheckSetting {
  readonly id: CheckId;
  readonly mode: CheckMode;
  readonly limit: number | null;
}

export const DEFAULT_CHECK_SETTINGS: readonly CheckSetting[] = CHECK_IDS.map((id) => ({
  id,
  mode: 'on',
  limit: limitOf(id)?.default ?? null,
}));

export function limitOf(id: CheckId): CheckLimit | null {
  return CHECKS[id].limit;
}
