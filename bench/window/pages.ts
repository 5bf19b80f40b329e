/** Pages of the grids, and opening a profile or a title. */
import { shownList } from '../../src/engine/delivery/show';
import type { Rule } from '../../src/shared/contract/rules';
import { NEUTRAL_TUNING } from '../../src/shared/contract/tuning';
import { profilePage } from '../../src/features/profiles/engine/profile-grid';
import { figuresOf, type ProfileState, stabilityOf } from '../../src/engine/sessions/profile-filter';
import type { Sessions } from '../../src/engine/sessions/sessions';
import { listsOf } from '../../src/features/titles/engine/figures';
import { titlePage } from '../../src/features/titles/engine/title-grid';
import { measure, type Measurement, type Subject, timed } from './measure';

const PAGE = 100;

export async function measurePages(
  { client, data, runId }: Subject,
  sessions: Sessions,
  repeats: number,
): Promise<Measurement[]> {
  const once = async (what: string, work: () => Promise<unknown>): Promise<Measurement> => {
    const time = await timed(work);
    return { what, median: time, worst: time, direct: null };
  };
  const first = [
    await once('first page with the figures of a run', () =>
      client.profiles.page({ data, runId, start: 0, end: PAGE }),
    ),
    await once('first profile of a run', async () =>
      client.lists.show({
        runId,
        profile: (await client.profiles.page({ data, start: 0, end: 1 })).rows[0]!.profile,
      }),
    ),
  ];
  return sessions.withRun(runId, async (run) => {
    const { dataset } = run;
    const { ids } = dataset.profiles;
    const state: ProfileState = {
      reviewed: new Set<string>(),
      noted: new Set<string>(),
      ...figuresOf(await run.testProfiles(), ids.length),
      stability: stabilityOf(await run.stability(), ids.length),
    };
    const lists = await listsOf(run, null);
    const at = (turn: number) => ({ start: (turn * 211) % ids.length, end: ((turn * 211) % ids.length) + PAGE });
    const titleAt = (turn: number): string => dataset.items.ids[(turn * 37) % dataset.items.ids.length]!;
    const { rows: listed } = await client.titles.page({
      data,
      runId,
      start: 0,
      end: PAGE,
      sort: { column: 'recommended', descending: true },
    });
    /** One of those in the most lists. */
    const listedAt = (turn: number): string => listed[(turn * 7) % listed.length]!.item;
    const pinned: Rule = {
      kind: 'pin',
      id: 'pin-1',
      name: 'Pin',
      on: true,
      titles: { ids: [listedAt(1)] },
      place: 1,
    };
    const idAt = (turn: number): string => ids[(turn * 131) % ids.length]!;
    const profiles = (request: object) => (turn: number) =>
      client.profiles.page({ data, runId, ...at(turn), ...request });
    const directly = (request: object) => (turn: number) => profilePage(dataset, state, { ...at(turn), ...request });
    const titles = (request: object) => (turn: number) => client.titles.page({ data, runId, ...at(turn), ...request });
    const titlesDirectly = (request: object) => (turn: number) =>
      titlePage(dataset, lists, { ...at(turn), ...request });
    const byScore = { sort: { column: 'score', descending: true } };
    const attribute = dataset.profiles.attributes.find(({ kind }) => kind === 'categorical');
    const byAttribute = {
      filter:
        attribute?.kind === 'categorical'
          ? { attributes: { [attribute.name]: [attribute.categories[0]!] }, watched: { from: 20 } }
          : { watched: { from: 20 } },
      sort: { column: 'lastActive', descending: true },
    };
    const word = dataset.items.titles.find((title) => title !== null)?.slice(0, 2) ?? '1';
    await shownList(run, { profile: ids[0]!, tuning: NEUTRAL_TUNING, count: 25 }, null);
    return [
      ...first,
      await measure('profiles: scroll', repeats, profiles({}), directly({})),
      await measure('profiles: sorted by score', repeats, profiles(byScore), directly(byScore)),
      await measure(
        'profiles: filtered by attribute and watched',
        repeats,
        profiles(byAttribute),
        directly(byAttribute),
      ),
      await measure(
        'profiles: text',
        repeats,
        profiles({ filter: { text: '12' } }),
        directly({ filter: { text: '12' } }),
      ),
      await measure('titles: scroll', repeats, titles({}), titlesDirectly({})),
      await measure(
        `titles: text, sorted by title`,
        repeats,
        titles({ filter: { text: word }, sort: { column: 'title', descending: false } }),
        titlesDirectly({ filter: { text: word }, sort: { column: 'title', descending: false } }),
      ),
      await measure(
        'profile opened: history and 25 recommendations',
        repeats,
        (turn) =>
          Promise.all([
            client.profiles.open({ data, profile: idAt(turn) }),
            client.lists.show({ runId, profile: idAt(turn) }),
          ]),
        (turn) => shownList(run, { profile: idAt(turn), tuning: NEUTRAL_TUNING, count: 25 }, null),
      ),
      await measure(
        'why a title is recommended',
        Math.min(repeats, 11),
        async (turn) => {
          const profile = idAt(turn);
          const item = (await client.lists.show({ runId, profile, count: 1 })).items[0]!.item;
          return client.profiles.explain({ runId, profile, item });
        },
        null,
      ),
      await measure(
        'title opened',
        Math.min(repeats, 11),
        (turn) => client.titles.open({ runId, item: titleAt(turn) }),
        null,
      ),
      await measure(
        'audience of a title',
        Math.min(repeats, 11),
        (turn) => client.titles.audience({ runId, titles: { ids: [listedAt(turn)] } }),
        null,
      ),
      await measure(
        'audience: why they get it',
        Math.min(repeats, 11),
        (turn) => client.titles.audienceWhy({ runId, titles: { ids: [listedAt(turn)] } }),
        null,
      ),
      await measure(
        'what changed in all lists: under a rule, and without',
        Math.min(repeats, 11),
        () =>
          client.changes.lists({
            before: { runId, rules: 'none' },
            after: { runId, rules: { set: { formatVersion: 1, rules: [pinned] } } },
          }),
        null,
      ),
      await measure(
        'audience: what it takes to reach 500 more',
        Math.min(repeats, 5),
        async (turn) => {
          const asked = { runId, titles: { ids: [listedAt(turn)] } };
          const { recommended } = await client.titles.audience(asked);
          return client.titles.reach({ ...asked, goal: { profiles: Math.min(ids.length, recommended + 500) } });
        },
        null,
      ),
    ];
  });
}
