/** Every text that people read, in every language: the tables of the subjects together. */
import { CHARTS_WORDS } from '../shared/words/tables/charts';
import { CHILD_WORDS } from '../shared/words/tables/children';
import { COLUMN_WORDS } from '../shared/words/tables/columns';
import { COMMAND_LINE_WORDS } from '../shared/words/tables/command-line';
import { COMMON_WORDS } from '../shared/words/tables/common';
import { CONNECTION_WORDS } from '../shared/words/tables/connection';
import { DATASET_WORDS } from '../shared/words/tables/data';
import { DESKTOP_WORDS } from '../shared/words/tables/desktop';
import { EVALUATE_WORDS } from '../shared/words/tables/evaluate';
import { FILES_WORDS } from '../shared/words/tables/files';
import { FINDING_WORDS } from '../shared/words/tables/findings';
import { GPU_WORDS } from '../shared/words/tables/gpu';
import { GRID_WORDS } from '../shared/words/tables/grid';
import { IMPORT_WORDS } from '../shared/words/tables/import';
import { KEPT_WORDS } from '../shared/words/tables/kept';
import { LABELS_WORDS } from '../shared/words/tables/labels';
import { LIMITS_WORDS } from '../shared/words/tables/limits';
import { MODEL_WORDS } from '../shared/words/tables/model';
import { PATHS_WORDS } from '../shared/words/tables/paths';
import { PSEUDONYMS_WORDS } from '../shared/words/tables/pseudonyms';
import { RECIPE_WORDS } from '../shared/words/tables/recipe';
import { RULE_WORDS } from '../shared/words/tables/rules';
import { RUN_FILES_WORDS } from '../shared/words/tables/run-files';
import { RUN_WORDS } from '../shared/words/tables/runs';
import { SHELL_WORDS } from '../shared/words/tables/shell';
import { SNAPSHOT_WORDS } from '../shared/words/tables/snapshot';
import { SYSTEM_WORDS } from '../shared/words/tables/system';
import { TARGETS_WORDS } from '../shared/words/tables/targets';
import { UPDATE_WORDS } from '../shared/words/tables/updates';
import { VERSIONS_WORDS } from '../shared/words/tables/versions';
import { WORKBOOKS_WORDS } from '../shared/words/tables/workbooks';
import { WORKSPACE_WORDS } from '../shared/words/tables/workspace';
import { AIMS_WORDS } from './aims/words';
import { BUNDLE_WORDS } from './bundles/words';
import { CHANGES_WORDS } from './changes/words/changes';
import { CLUSTER_WORDS } from './cluster/words/clusters';
import { UNIT_WORDS } from './cluster/words/units';
import { ACTIVITY_WORDS } from './data-folder/words/activity';
import { ADDING_WORDS } from './data-folder/words/adding';
import { DATA_WORDS } from './data-folder/words/data';
import { WELCOME_WORDS } from './data-folder/words/welcome';
import { EXPORT_WORDS } from './export/words';
import { FAIRNESS_WORDS } from './fairness/words';
import { FORGET_WORDS } from './forget/words';
import { GUIDE_WORDS } from './guide/words';
import { CHILD_SCREEN_WORDS } from './inspect/words/child-screen';
import { CONDITION_WORDS } from './condition/words';
import { COMPARE_WORDS } from './inspect/words/compare';
import { NOISE_WORDS } from './inspect/words/noise';
import { SHELF_WORDS } from './inspect/words/shelf';
import { STABILITY_WORDS } from './inspect/words/stability';
import { TUNING_WORDS } from './inspect/words/tuning';
import { WHY_WORDS } from './inspect/words/why';
import { LABEL_WORDS } from './labels/words';
import { LEADERBOARD_WORDS } from './leaderboard/words';
import { MAP_WORDS } from './map/words';
import { MODEL_FILES_WORDS } from './model-files/words';
import { OUTCOME_WORDS } from './outcome/words';
import { PROFILES_WORDS } from './profiles/words';
import { QUALITY_WORDS } from './quality/words';
import { REFRESH_WORDS } from './refresh/words';
import { REPORT_WORDS } from './report/words';
import { REVIEW_WORDS } from './review/words';
import { DECK_WORDS } from './review/words/deck';
import { HEAD_WORDS } from './review/words/heads';
import { RULES_WORDS } from './rules/words';
import { BLANK_WORDS } from './rules/words/blanks';
import { RULE_PART_WORDS } from './rules/words/rule';
import { RUN_COMPARISON_WORDS } from './run-comparison/words';
import { RUNS_WORDS } from './runs/words';
import { SEGMENTS_WORDS } from './segments/words';
import { SETTINGS_WORDS } from './settings/words';
import { SHELF_STEPS_WORDS } from './shelf-steps/words';
import { SWEEP_WORDS } from './sweep/words';
import { AUDIENCE_WORDS } from './titles/words/audience';
import { TITLES_WORDS } from './titles/words/titles';
import { TRAIN_WORDS } from './train/words';
import { TRASH_WORDS } from './trash/words';
import { VERIFY_WORDS } from './verify/words';
import { WEEK_WORDS } from './week/words';
import type { Language } from '../shared/words/templates';

export const WORDS = {
  ...CHARTS_WORDS,
  ...CHILD_WORDS,
  ...COLUMN_WORDS,
  ...COMMAND_LINE_WORDS,
  ...COMMON_WORDS,
  ...CONNECTION_WORDS,
  ...DATASET_WORDS,
  ...DESKTOP_WORDS,
  ...EVALUATE_WORDS,
  ...FILES_WORDS,
  ...FINDING_WORDS,
  ...GPU_WORDS,
  ...GRID_WORDS,
  ...IMPORT_WORDS,
  ...KEPT_WORDS,
  ...LABELS_WORDS,
  ...LIMITS_WORDS,
  ...MODEL_WORDS,
  ...PATHS_WORDS,
  ...PSEUDONYMS_WORDS,
  ...RECIPE_WORDS,
  ...RULE_WORDS,
  ...RUN_FILES_WORDS,
  ...RUN_WORDS,
  ...SHELL_WORDS,
  ...SNAPSHOT_WORDS,
  ...SYSTEM_WORDS,
  ...TARGETS_WORDS,
  ...UPDATE_WORDS,
  ...VERSIONS_WORDS,
  ...WORKBOOKS_WORDS,
  ...WORKSPACE_WORDS,
  ...AIMS_WORDS,
  ...BUNDLE_WORDS,
  ...CHANGES_WORDS,
  ...CLUSTER_WORDS,
  ...UNIT_WORDS,
  ...ACTIVITY_WORDS,
  ...ADDING_WORDS,
  ...DATA_WORDS,
  ...WELCOME_WORDS,
  ...EXPORT_WORDS,
  ...FAIRNESS_WORDS,
  ...FORGET_WORDS,
  ...GUIDE_WORDS,
  ...CONDITION_WORDS,
  ...COMPARE_WORDS,
  ...NOISE_WORDS,
  ...SHELF_WORDS,
  ...STABILITY_WORDS,
  ...TUNING_WORDS,
  ...WHY_WORDS,
  ...CHILD_SCREEN_WORDS,
  ...LABEL_WORDS,
  ...LEADERBOARD_WORDS,
  ...MAP_WORDS,
  ...MODEL_FILES_WORDS,
  ...OUTCOME_WORDS,
  ...PROFILES_WORDS,
  ...QUALITY_WORDS,
  ...REFRESH_WORDS,
  ...REPORT_WORDS,
  ...REVIEW_WORDS,
  ...DECK_WORDS,
  ...HEAD_WORDS,
  ...RULES_WORDS,
  ...BLANK_WORDS,
  ...RULE_PART_WORDS,
  ...RUN_COMPARISON_WORDS,
  ...RUNS_WORDS,
  ...SEGMENTS_WORDS,
  ...SETTINGS_WORDS,
  ...SHELF_STEPS_WORDS,
  ...SWEEP_WORDS,
  ...AUDIENCE_WORDS,
  ...TITLES_WORDS,
  ...TRAIN_WORDS,
  ...TRASH_WORDS,
  ...VERIFY_WORDS,
  ...WEEK_WORDS,
};

/**
 * Brings the texts of a language. Here are those of all; the build of the window has one language in a file, and none of them above
 * (electron.vite.config.ts).
 */
export const loadWords = async (_language: Language): Promise<void> => {};
