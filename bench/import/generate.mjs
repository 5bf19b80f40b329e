/**
 * A folder with a history of any size, seeded: the same options give the same bytes. Dirt as real folders have it in rows that
 * can be cut into fields: seconds of 60 and more (3 %), exact duplicates (0.5 %), empty payment, a few IDs as 12.0, missing
 * IDs and impossible dates. Profiles and albums with a long tail, half a year of events in order of time.
 */
import { mkdirSync, openSync, closeSync, writeSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';

const PROFILES = 8311;
const ALBUMS = 20000;
const START = Date.UTC(2026, 2, 1) / 1000;
const SECONDS = 184 * 86400;

/** mulberry32: enough for made-up rows. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pad = (number) => String(number).padStart(2, '0');

function logTime(seconds, late) {
  const time = new Date((seconds - (late ? 60 : 0)) * 1000);
  const second = time.getUTCSeconds() + (late ? 60 : 0);
  return (
    `${time.getUTCFullYear()}${pad(time.getUTCMonth() + 1)}${pad(time.getUTCDate())}` +
    `${pad(time.getUTCHours())}${pad(time.getUTCMinutes())}${pad(second)}`
  );
}

/** Writes history_data.csv and profile_data.csv; returns the path of the first. */
export function generateFolder(folder, rows, seed = 1) {
  const random = generator(seed);
  const below = (bound) => Math.floor(random() * bound);
  /** Small numbers often, large ones rarely. */
  const longTail = (bound) => Math.floor(bound * random() * random() * random());
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'history_data.csv');
  const handle = openSync(file, 'w');
  let block = 'profile_id,ss_id,log_time,act_target_dtl,album_id,payment,continuous_play,short_trailer\n';
  let last = '';
  for (let row = 0; row < rows; row++) {
    const late = below(100) < 3;
    const time = START + Math.floor((row / rows) * SECONDS);
    const fields = [
      1 + longTail(PROFILES),
      1 + below(900),
      // A late time has to fall into the first 40 seconds of a minute.
      logTime(late ? time - (time % 60) + below(40) : time, late),
      `IFSUC000${1 + below(4)}`,
      101 + longTail(ALBUMS),
      ['0', '0', '', '1500'][below(4)],
      below(3) === 0 ? 'Y' : 'N',
      below(20) === 0 ? 'Y' : 'N',
    ];
    const odd = below(10000);
    if (odd === 0) fields[0] = `${fields[0]}.0`;
    else if (odd === 1) fields[4] = '';
    else if (odd === 2) fields[2] = '20260231120000';
    if (row === 0 || below(1000) >= 5) last = `${fields.join(',')}\n`;
    block += last;
    if (block.length > 1 << 20) {
      writeSync(handle, block);
      block = '';
    }
  }
  writeSync(handle, block);
  closeSync(handle);
  const interests = 'pr_interest_keyword_cd_1,pr_interest_keyword_cd_2,pr_interest_keyword_cd_3';
  const profiles = [`profile_id,sex,age,${interests},${interests.replaceAll('pr_', 'ch_')}`];
  for (let id = 1; id <= PROFILES; id++)
    profiles.push(`${id},${'MF'[below(2)]},${1 + below(13)},P0${1 + below(8)},P0${1 + below(8)},,K0${1 + below(9)},,`);
  writeFileSync(path.join(folder, 'profile_data.csv'), `${profiles.join('\n')}\n`);
  return file;
}
