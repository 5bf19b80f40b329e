/** English: one file per screen. */
import { adding } from './adding';
import { bundles } from './bundles';
import { charts } from './charts';
import { checks } from './checks';
import { clusters } from './clusters';
import { common } from './common';
import { compare } from './compare';
import { compareRuns } from './compare-runs';
import { data } from './data';
import { device } from './device';
import { exporting } from './exporting';
import { grid } from './grid';
import { help } from './help';
import { labels } from './labels';
import { map } from './map';
import { outcome } from './outcome';
import { pair } from './pair';
import { paths } from './paths';
import { privacy } from './privacy';
import { profiles } from './profiles';
import { pseudonyms } from './pseudonyms';
import { refresh } from './refresh';
import { report } from './report';
import { rules } from './rules';
import { runs } from './runs';
import { settings } from './settings';
import { share } from './share';
import { shell } from './shell';
import { stability } from './stability';
import { sweep } from './sweep';
import { titles } from './titles';
import { tuningEffect } from './tuning-effect';
import { tour } from './tour';
import { train } from './train';
import { trash } from './trash';
import { versions } from './versions';
import { welcome } from './welcome';
import { whyNot } from './why-not';

export const en = {
  adding,
  bundles,
  charts,
  checks,
  clusters,
  common,
  shell,
  map,
  welcome,
  data,
  tour,
  train,
  sweep,
  trash,
  versions,
  refresh,
  report,
  whyNot,
  stability,
  rules,
  runs,
  exporting,
  outcome,
  pair,
  paths,
  device,
  settings,
  share,
  grid,
  help,
  labels,
  privacy,
  profiles,
  pseudonyms,
  tuningEffect,
  compare,
  compareRuns,
  titles,
};
