// A folder of any size as Parquet, written by DuckDB: the same options give the same rows. Tastes are not modelled.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** 26 weeks from Monday 2 March 2026, in seconds since 1970. */
const [START, SECONDS] = [1_772_409_600, 182 * 86_400];

/** A number below `most` from one or two columns by hashing, independent of threads. */
const drawn = (columns, purpose, most) => `(hash(${columns}, '${purpose}') % ${most})::INTEGER`;

/**
 * Each profile watched half to one and a half times the mean of different titles. They are spread over the catalogue so that the number of
 * viewers of a title falls with the root of its place, and no title comes twice; a title is watched 1.66 times on average.
 * @param {{ profiles: number, titles: number, pairs: number, seed: number }} size
 * @param {string} folder made here
 * @param {string} memory of DuckDB, as it writes it
 */
export async function generateParquet({ profiles, titles, pairs, seed }, folder, memory = '1GB') {
  const mean = Math.max(2, Math.round(pairs / profiles));
  const longest = Math.floor(1.5 * mean);
  if (longest * longest > titles)
    throw new Error(`${pairs} pairs of ${profiles} profiles need at least ${longest * longest} titles.`);
  const temporary = `${folder}.part`;
  mkdirSync(temporary, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memory,
    temp_directory: path.join(temporary, 'scratch'),
    preserve_insertion_order: 'false',
  });
  const connection = await instance.connect();
  const copy = (query, file) =>
    connection.run(`COPY (${query}) TO '${path.join(temporary, file).replaceAll("'", "''")}' (FORMAT parquet)`);
  await copy(
    `SELECT 'p' || profile AS profile, ['F', 'M', NULL][1 + ${drawn('profile', 'sex', 3)}] AS sex,
      1 + ${drawn('profile', 'age', 13)} AS age, 'R' || ${drawn('profile', 'region', 17)} AS region
      FROM range(${profiles}) rows(profile)`,
    'profiles.parquet',
  );
  await copy(
    `SELECT 't' || item AS item, 'Title ' || item AS title, 'G' || ${drawn('item', 'genre', 16)} AS genre
      FROM range(${titles}) rows(item)`,
    'items.parquet',
  );
  // The kth of n titles is between k² / n² and (k + 1)² / n² of the catalogue; even the longest history finds a title
  // in each interval.
  await copy(
    `WITH histories AS (
        SELECT profile, ${Math.ceil(mean / 2)} + ${drawn(`profile, ${seed}`, 'titles', longest - Math.ceil(mean / 2) + 1)} AS n
        FROM range(${profiles}) rows(profile)),
      places AS (SELECT profile, n, unnest(range(n)) AS k FROM histories),
      pairs AS (
        SELECT profile, k, (k * k * ${titles} // (n * n)) AS lowest, ((k + 1) * (k + 1) * ${titles} // (n * n)) AS above FROM places),
      watched AS (
        SELECT profile, k, lowest + (hash(profile, k, 'title', ${seed}) % (above - lowest)::UBIGINT)::BIGINT AS item,
          unnest(range(1 + (${drawn(`profile, k, ${seed}`, 'again', 100)} < 46)::INTEGER + (${drawn(`profile, k, ${seed}`, 'more', 100)} < 20)::INTEGER)) AS time
        FROM pairs)
      SELECT 'p' || profile AS profile, 't' || item AS item, ${START} + ${drawn(`profile, k, time, ${seed}`, 'time', SECONDS)} AS time
      FROM watched`,
    'events.parquet',
  );
  connection.closeSync();
  instance.closeSync();
  const mapping = {
    events: { file: 'events.parquet', profile: 'profile', item: 'item', time: 'time' },
    profiles: { file: 'profiles.parquet', profile: 'profile', attributes: ['sex', 'age', 'region'] },
    items: { file: 'items.parquet', item: 'item', title: 'title', attributes: ['genre'] },
  };
  writeFileSync(path.join(temporary, 'mapping.json'), `${JSON.stringify(mapping, null, 2)}\n`);
  renameSync(temporary, folder);
}
