/** Months of viewings in which it is known whether a newer popularity model is better, for tests of refreshes. */
import * as path from 'node:path';
import { itemId, profileId } from './trained-run';
import { writeTables } from './small-folder';

const PROFILES = 24;
/** Titles that all like, a third of which each profile has watched; and fashionable titles. */
const LIKED = 20;
const FASHION = 40;

export const MODEL = { model: 'popularity', 'stopping.share': 0.2 } as const;

/** The first fashionable title, which enters many lists. */
export const UNDESCRIBED = itemId(LIKED);

interface Event {
  readonly profile: number;
  readonly item: number;
  readonly day: string;
}

const every = (count: number, is: (index: number) => boolean): number[] =>
  Array.from({ length: count }, (_, index) => index).filter(is);

const eventsOf = (day: string, of: (profile: number) => number[]): Event[] =>
  every(PROFILES, () => true).flatMap((profile) => of(profile).map((item) => ({ profile, item, day })));

const liked = (of: (profile: number, item: number) => boolean) => (profile: number) =>
  every(LIKED, (item) => of(profile, item));
const missed = liked((profile, item) => (profile + item) % 3 === 1 && item < 18);

/** Each profile watched a third of what all like, and each fashionable title was watched once. */
const MARCH = [
  ...eventsOf(
    '20260310',
    liked((profile, item) => (profile + item) % 3 === 0),
  ),
  ...every(FASHION, () => true).map((item) => ({ profile: item % PROFILES, item: LIKED + item, day: '20260301' })),
];
/** All continue with what they like: another third. */
const APRIL = eventsOf('20260410', missed);
/** A fashion comes, and at the end of the month, the hold-out, all return to what they like. */
const FASHIONABLE = [
  ...eventsOf('20260405', (profile) =>
    every(FASHION, (item) => (profile + item) % 2 === 0).map((item) => LIKED + item),
  ),
  ...eventsOf('20260425', missed),
];

const FAD = every(5, () => true).map((title) => LIKED + FASHION - 1 - title);
const watchFad = (day: string, isIn: (profile: number) => boolean): Event[] =>
  eventsOf(day, (profile) => (isIn(profile) ? FAD : []));
/** Some take to a fad, and in the week after it others do. Held out of either are all who did. */
const FADDISH = watchFad('20260325', (profile) => profile < 8);
const NEXT_WEEK = watchFad('20260401', (profile) => profile === 8 || profile === 9);

export type Month = 'march' | 'april' | 'fashionable' | 'faddish' | 'next-week';
const MONTHS: Record<Month, readonly Event[]> = {
  march: MARCH,
  april: APRIL,
  fashionable: FASHIONABLE,
  faddish: FADDISH,
  'next-week': NEXT_WEEK,
};

/** Writes a folder of one month; March also describes profiles and titles, except for one title. */
export async function writeMonth(parent: string, month: Month): Promise<string> {
  const folder = path.join(parent, month);
  const history = MONTHS[month].map(({ profile, item, day }, at) => {
    const minute = String(at % 60).padStart(2, '0');
    return `${profileId(profile)},${at},${day}12${minute}00,IFSUC0001,${itemId(item)},0,N,N`;
  });
  const profiles = every(PROFILES, () => true).map((profile) => `${profileId(profile)},${profile % 2 ? 'M' : 'F'},4`);
  const titles = every(LIKED + FASHION, (item) => itemId(item) !== UNDESCRIBED).map(
    (item) => `${itemId(item)},Title ${item}`,
  );
  await writeTables(folder, {
    'history_data.csv': [
      'profile_id,ss_id,log_time,act_target_dtl,album_id,payment,continuous_play,short_trailer',
      ...history,
    ],
    ...(month === 'march' && {
      'profile_data.csv': ['profile_id,sex,age', ...profiles],
      'meta_data.csv': ['album_id,title', ...titles],
    }),
  });
  return folder;
}
