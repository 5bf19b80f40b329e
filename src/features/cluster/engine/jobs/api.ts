import { api } from '../../../calls';

const jobs = api.jobs;

export const jobsApi = {
  start: jobs.start.handler(({ input, context }) => context.jobs.start(context, input)),

  list: jobs.list.handler(async ({ context }) => {
    // What a program that is gone left at work goes on as soon as somebody asks.
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
