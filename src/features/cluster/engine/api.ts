import { api } from '../../calls';

const clusters = api.clusters;

export const clustersApi = {
  list: clusters.list.handler(async () => (await import('./address-book')).listClusters()),

  add: clusters.add.handler(async ({ input }) => (await import('./address-book')).addCluster(input)),

  remove: clusters.remove.handler(async ({ input }) => (await import('./address-book')).removeCluster(input.name)),

  test: clusters.test.handler(async ({ input, signal }) => {
    const { findCluster } = await import('./address-book');
    const { testCluster } = await import('./test-cluster');
    const { name, builds } = input;
    return testCluster(await findCluster(name), { builds, signal });
  }),

  units: clusters.units.handler(async ({ input, context, signal }) => {
    const { findCluster } = await import('./address-book');
    const { unitsThere } = await import('./units-there');
    return unitsThere(context.workspace, await findCluster(input.name), signal);
  }),

  stopUnit: clusters.stopUnit.handler(async ({ input, context, signal }) => {
    const { findCluster } = await import('./address-book');
    const { stopUnitThere } = await import('./units-there');
    return stopUnitThere(context.workspace, await findCluster(input.name), input.unit, signal);
  }),

  sending: clusters.sending.handler(async ({ input, context }) => {
    const { findCluster } = await import('./address-book');
    const { sendingTo } = await import('./sending');
    return sendingTo(context.workspace, await findCluster(input.name), input.data);
  }),

  agree: clusters.agree.handler(async ({ input, context }) => {
    const { agreeTo, findCluster } = await import('./address-book');
    const { sendingTo } = await import('./sending');
    const { fingerprint } = await sendingTo(context.workspace, await findCluster(input.name), input.data);
    await agreeTo(input, fingerprint);
    return sendingTo(context.workspace, await findCluster(input.name), fingerprint);
  }),
};
