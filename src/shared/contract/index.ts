/**
 * The one contract between the engine and everything that uses it: window, browser page, command line, tests.
 * Each call takes one object and answers one display-ready object; long work is an async iterator with a final value.
 * `calls/` has the calls, the files beside this one what goes in and comes out.
 */
import { checksCalls, reviewCalls } from './calls/checks';
import { clustersCalls } from './calls/clusters';
import { datasetsCalls } from './calls/datasets';
import { jobsCalls } from './calls/jobs';
import { labelsCalls } from './calls/labels';
import { mapCalls } from './calls/map';
import { runsCalls, queueCalls } from './calls/runs';
import { privacyCalls } from './calls/privacy';
import { profilesCalls, segmentsCalls, titlesCalls } from './calls/profiles';
import { newTitlesCalls } from './calls/new-titles';
import { refreshCalls } from './calls/refresh';
import { rulesCalls } from './calls/rules';
import { unitsCalls } from './calls/units';
import { tuningCalls, recommendCalls, leaderboardCalls } from './calls/lists';
import { deviceCalls, workspaceCalls } from './calls/workspace';

export * from './applied-tuning';
export * from './bundle';
export * from './checks';
export * from './cluster';
export * from './data-change';
export * from './dataset';
export * from './device';
export * from './exchange';
export * from './explanation';
export * from './figures';
export * from './job';
export * from './kept';
export * from './labels';
export * from './leaderboard';
export * from './map';
export * from './privacy';
export * from './profiles';
export * from './progress';
export * from './recommendation';
export * from './model-folder';
export * from './refresh';
export * from './report';
export * from './new-titles';
export * from './merged-rules';
export * from './outcome';
export * from './rule-answers';
export * from './rule-difference';
export * from './rules';
export * from './run-comparison';
export * from './run-life';
export * from './run';
export * from './seeds';
export * from './stability';
export * from './sweep';
export * from './tested';
export * from './tuning-effect';
export * from './tuning';
export * from './unit';
export * from './why-not';
export * from './workspace';

export const contract = {
  datasets: datasetsCalls,
  labels: labelsCalls,
  map: mapCalls,
  runs: runsCalls,
  queue: queueCalls,
  refresh: refreshCalls,
  profiles: profilesCalls,
  privacy: privacyCalls,
  segments: segmentsCalls,
  checks: checksCalls,
  clusters: clustersCalls,
  review: reviewCalls,
  newTitles: newTitlesCalls,
  rules: rulesCalls,
  titles: titlesCalls,
  tuning: tuningCalls,
  recommend: recommendCalls,
  device: deviceCalls,
  leaderboard: leaderboardCalls,
  units: unitsCalls,
  jobs: jobsCalls,
  workspace: workspaceCalls,
};
export type Contract = typeof contract;
