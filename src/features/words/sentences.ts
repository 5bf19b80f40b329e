/** Every sentence of the engine, in both languages: the tables of the subjects together. */
import { BUNDLE_SENTENCES } from '../bundles/words/sentences';
import { CLUSTER_SENTENCES } from '../cluster/words/sentences';
import { COLUMN_SENTENCES } from '../../shared/words/sentences/columns';
import { CONNECTION_SENTENCES } from '../../shared/words/sentences/connection';
import { DATA_SENTENCES } from '../../shared/words/sentences/data';
import { EVALUATE_SENTENCES } from '../../shared/words/sentences/evaluate';
import { DOCTOR_SENTENCES } from '../settings/words/sentences';
import { EXPORT_SENTENCES } from '../export/words/sentences';
import { FILES_SENTENCES } from '../../shared/words/sentences/files';
import { FINDINGS_SENTENCES } from '../../shared/words/sentences/findings';
import { GPU_SENTENCES } from '../../shared/words/sentences/gpu';
import { IMPORT_SENTENCES } from '../../shared/words/sentences/import';
import { KEPT_SENTENCES } from '../../shared/words/sentences/kept';
import { LIMITS_SENTENCES } from '../../shared/words/sentences/limits';
import { MAP_SENTENCES } from '../map/words/sentences';
import { MODEL_SENTENCES } from '../../shared/words/sentences/model';
import { ONNX_SENTENCES } from '../model-files/words/sentences';
import { OUTCOME_SENTENCES } from '../outcome/words/sentences';
import { PRIVACY_SENTENCES } from '../forget/words/sentences';
import { RECIPE_SENTENCES } from '../../shared/words/sentences/recipe';
import { REFRESH_SENTENCES } from '../refresh/words/sentences';
import { RULE_SENTENCES } from '../../shared/words/sentences/rules';
import { RUN_FILES_SENTENCES } from '../../shared/words/sentences/run-files';
import { RUNS_SENTENCES } from '../../shared/words/sentences/runs';
import { SNAPSHOT_SENTENCES } from '../../shared/words/sentences/snapshot';
import { TARGETS_SENTENCES } from '../../shared/words/sentences/targets';
import { SYSTEM_SENTENCES } from '../../shared/words/sentences/system';
import { TRASH_SENTENCES } from '../trash/words/sentences';
import { UNIT_SENTENCES } from '../cluster/words/unit-sentences';
import { VERIFY_SENTENCES } from '../verify/words/sentences';
import { VERSIONS_SENTENCES } from '../../shared/words/sentences/versions';
import { WHY_SENTENCES } from '../inspect/words/sentences';
import { WORDS } from '../../shared/words/sentences/words';
import { WORKBOOK_SENTENCES } from '../../shared/words/sentences/workbooks';
import { WORKSPACE_SENTENCES } from '../../shared/words/sentences/workspace';

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
