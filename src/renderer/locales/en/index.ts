/** English: one file per screen. */
import { bundles } from './bundles';
import { common } from './common';
import { compare } from './compare';
import { compareRuns } from './compare-runs';
import { data } from './data';
import { device } from './device';
import { exporting } from './exporting';
import { grid } from './grid';
import { pair } from './pair';
import { paths } from './paths';
import { privacy } from './privacy';
import { profiles } from './profiles';
import { pseudonyms } from './pseudonyms';
import { runs } from './runs';
import { settings } from './settings';
import { shell } from './shell';
import { titles } from './titles';
import { train } from './train';
import { trash } from './trash';
import { versions } from './versions';
import { welcome } from './welcome';

export const en = {
  bundles,
  common,
  shell,
  welcome,
  data,
  train,
  trash,
  versions,
  runs,
  exporting,
  pair,
  paths,
  device,
  settings,
  grid,
  privacy,
  profiles,
  pseudonyms,
  compare,
  compareRuns,
  titles,
};
