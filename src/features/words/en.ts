/** English: one file per screen. */
import { adding } from '../data-folder/words/en/adding';
import { bundles } from '../bundles/words/en';
import { charts } from '../../shared/words/en/charts';
import { checks } from '../review/words/en/checks';
import { clusters } from '../cluster/words/en';
import { common } from '../../shared/words/en/common';
import { compare } from '../inspect/words/en/compare';
import { compareRuns } from '../run-comparison/words/en';
import { data } from '../data-folder/words/en/data';
import { device } from '../settings/words/en/device';
import { exporting } from '../export/words/en';
import { grid } from '../../shared/words/en/grid';
import { help } from '../guide/words/en/help';
import { labels } from '../../shared/words/en/labels';
import { map } from '../map/words/en';
import { outcome } from '../outcome/words/en';
import { pair } from '../profiles/words/en/pair';
import { paths } from '../../shared/words/en/paths';
import { privacy } from '../forget/words/en';
import { profiles } from '../profiles/words/en/profiles';
import { pseudonyms } from '../../shared/words/en/pseudonyms';
import { refresh } from '../refresh/words/en';
import { report } from '../report/words/en';
import { rules } from '../rules/words/en';
import { runs } from '../runs/words/en';
import { settings } from '../settings/words/en/settings';
import { share } from '../review/words/en/share';
import { shell } from '../../shared/words/en/shell';
import { stability } from '../inspect/words/en/stability';
import { sweep } from '../sweep/words/en';
import { titles } from '../titles/words/en';
import { tuningEffect } from '../inspect/words/en/tuning';
import { tour } from '../guide/words/en/tour';
import { train } from '../train/words/en';
import { trash } from '../trash/words/en';
import { versions } from '../../shared/words/en/versions';
import { welcome } from '../data-folder/words/en/welcome';
import { whyNot } from '../inspect/words/en/why';

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
