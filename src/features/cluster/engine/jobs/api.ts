import { api } from '../../../calls';

const jobs = api.jobs;

export const jobsApi = {
  start: jobs.start.handler(({ input, context }) => context.jobs.start(context, input)),

  list: jobs.list.handler(async ({ context }) => {
    // The first list call continues jobs that an ended program left at work.
    await context.jobs.takeUp(context);
    return context.jobs.list(context.workspace);
  }),

  follow: jobs.follow.handler(async function* ({ input, context, signal }) {
    await context.jobs.takeUp(context);
    return yield* context.jobs.follow(context.workspace, input.job, signal);
  }),

  stop: jobs.stop.handler(async ({ input, context }) => {
    await context.jobs.takeUp(context);
    await context.jobs.stop(context, input.job);
    return { stopped: input.job };
  }),
};
