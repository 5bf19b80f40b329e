import { api } from './context';

const units = api.units;

export const unitsApi = {
  work: units.work.handler(async function* ({ input, context, signal }) {
    const { workUnit } = await import('../units/work-unit');
    return yield* workUnit(context, input.unit, { signal });
  }),
};
