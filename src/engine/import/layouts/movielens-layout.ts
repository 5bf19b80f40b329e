/** MovieLens folders, recognised by file name: u.data with u.user and u.item, or ratings.csv with movies.csv. */
import { DELIMITED, type EventsPlan, type FileFormat, type ItemsPlan, type ProfilesPlan } from './import-plan';

/** The genres of u.item, in the order of its last 19 columns. */
const GENRES = [
  'unknown',
  'Action',
  'Adventure',
  'Animation',
  "Children's",
  'Comedy',
  'Crime',
  'Documentary',
  'Drama',
  'Fantasy',
  'Film-Noir',
  'Horror',
  'Musical',
  'Mystery',
  'Romance',
  'Sci-Fi',
  'Thriller',
  'War',
  'Western',
];

/** These files have neither header nor quotes. */
const plain = (...names: string[]): FileFormat => ({ kind: 'text', delimiters: ['\t', '|'], quoting: false, names });

interface Place {
  readonly file: string;
  readonly path: string;
}

/** A table of one file. */
const only = ({ file, path }: Place, format: FileFormat): Pick<EventsPlan, 'file' | 'parts'> => ({
  file,
  parts: [{ file, path, format }],
});

/** A rating is an event of weight 1: that a title was watched says more than the number of stars. To weight by stars, use a mapping. */
function ratings(place: Place, format: FileFormat, profile: string, item: string): EventsPlan {
  return {
    ...only(place, format),
    role: 'history',
    profile,
    item,
    time: 'timestamp',
    timeFormat: 'any',
    weight: null,
    trailer: null,
    continuous: null,
    payment: null,
    watchTime: null,
    totalTime: null,
  };
}

export const movielens100kEvents = (place: Place): EventsPlan =>
  ratings(place, plain('user_id', 'item_id', 'rating', 'timestamp'), 'user_id', 'item_id');

export function movielens100kProfiles(place: Place): ProfilesPlan {
  return {
    ...only(place, plain('user_id', 'age', 'gender', 'occupation', 'zip_code')),
    role: 'profiles',
    profile: 'user_id',
    attributes: [
      { name: 'age', kind: 'numeric', columns: ['age'] },
      { name: 'gender', kind: 'categorical', columns: ['gender'] },
      { name: 'occupation', kind: 'categorical', columns: ['occupation'] },
    ],
  };
}

export function movielens100kItems(place: Place): ItemsPlan {
  return {
    ...only(place, plain('item_id', 'title', 'release_date', 'video_release_date', 'imdb_url', ...GENRES)),
    role: 'items',
    item: 'item_id',
    title: 'title',
    needsTitle: true,
    subtitle: null,
    attributes: [{ name: 'genre', kind: 'flags', columns: GENRES }],
  };
}

export const movielensCsvEvents = (place: Place): EventsPlan => ratings(place, DELIMITED, 'userId', 'movieId');

export function movielensCsvItems(place: Place): ItemsPlan {
  return {
    ...only(place, DELIMITED),
    role: 'items',
    item: 'movieId',
    title: 'title',
    needsTitle: true,
    subtitle: null,
    attributes: [{ name: 'genres', kind: 'set', columns: ['genres'] }],
  };
}
