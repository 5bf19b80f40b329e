/** Every sentence of the engine, in both languages: the tables of the subjects together. */
import { BUNDLE_SENTENCES } from './bundles';
import { CLUSTER_SENTENCES } from './clusters';
import { COLUMN_SENTENCES } from './columns';
import { CONNECTION_SENTENCES } from './connection';
import { DATA_SENTENCES } from './data';
import { EVALUATE_SENTENCES } from './evaluate';
import { DOCTOR_SENTENCES } from './doctor';
import { EXPORT_SENTENCES } from './export';
import { FILES_SENTENCES } from './files';
import { FINDINGS_SENTENCES } from './findings';
import { GPU_SENTENCES } from './gpu';
import { IMPORT_SENTENCES } from './import';
import { KEPT_SENTENCES } from './kept';
import { LIMITS_SENTENCES } from './limits';
import { MAP_SENTENCES } from './map';
import { MODEL_SENTENCES } from './model';
import { ONNX_SENTENCES } from './onnx';
import { OUTCOME_SENTENCES } from './outcome';
import { PRIVACY_SENTENCES } from './privacy';
import { RECIPE_SENTENCES } from './recipe';
import { REFRESH_SENTENCES } from './refresh';
import { RULE_SENTENCES } from './rules';
import { RUN_FILES_SENTENCES } from './run-files';
import { RUNS_SENTENCES } from './runs';
import { SNAPSHOT_SENTENCES } from './snapshot';
import { TARGETS_SENTENCES } from './targets';
import { SYSTEM_SENTENCES } from './system';
import { TRASH_SENTENCES } from './trash';
import { UNIT_SENTENCES } from './units';
import { VERIFY_SENTENCES } from './verify';
import { VERSIONS_SENTENCES } from './versions';
import { WHY_SENTENCES } from './why';
import { WORDS } from './words';
import { WORKBOOK_SENTENCES } from './workbooks';
import { WORKSPACE_SENTENCES } from './workspace';

export const SENTENCES = {
  ...WORDS,
  ...IMPORT_SENTENCES,
  ...WORKBOOK_SENTENCES,
  ...FINDINGS_SENTENCES,
  ...COLUMN_SENTENCES,
  ...DATA_SENTENCES,
  ...FILES_SENTENCES,
  ...SYSTEM_SENTENCES,
  ...CONNECTION_SENTENCES,
  ...RECIPE_SENTENCES,
  ...MODEL_SENTENCES,
  ...LIMITS_SENTENCES,
  ...MAP_SENTENCES,
  ...ONNX_SENTENCES,
  ...OUTCOME_SENTENCES,
  ...EVALUATE_SENTENCES,
  ...RUNS_SENTENCES,
  ...RUN_FILES_SENTENCES,
  ...GPU_SENTENCES,
  ...DOCTOR_SENTENCES,
  ...SNAPSHOT_SENTENCES,
  ...VERIFY_SENTENCES,
  ...VERSIONS_SENTENCES,
  ...WHY_SENTENCES,
  ...KEPT_SENTENCES,
  ...REFRESH_SENTENCES,
  ...RULE_SENTENCES,
  ...EXPORT_SENTENCES,
  ...TARGETS_SENTENCES,
  ...PRIVACY_SENTENCES,
  ...WORKSPACE_SENTENCES,
  ...TRASH_SENTENCES,
  ...BUNDLE_SENTENCES,
  ...UNIT_SENTENCES,
  ...CLUSTER_SENTENCES,
} as const;
