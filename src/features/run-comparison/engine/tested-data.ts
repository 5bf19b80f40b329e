/** The data that comparable runs were measured on: the same for all of them, so it is taken from the first. */
import { ifThere } from '../../../shared/errors';
import type { Sessions } from '../../../engine/sessions/sessions';
import type { TestPart } from '../../../engine/sessions/test-part';
import type { RunData } from '../../../engine/sessions/run-session';

export interface TestedData extends Pick<TestPart, 'targets' | 'histories'>, Pick<RunData, 'profiles'> {}

/** Null if the data is no longer here. */
export const testedData = (sessions: Sessions, runId: string): Promise<TestedData | null> =>
  ifThere(() =>
    sessions.withRun(runId, async (session) => {
      const [{ targets, histories }, { profiles }] = await Promise.all([session.testPart(), session.data()]);
      return { targets, histories, profiles };
    }),
  );
