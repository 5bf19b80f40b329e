/** Maps of a run: every point has a place, clusters and colours go by the same order. */
import { describe, expect, it } from 'vitest';
import { MAP_COLOURS, MAP_SUBJECTS, type MapSubject } from '../../src/shared/contract';
import { itemId, profileId } from '../support/trained-run';
import { openedRun } from '../support/tuned-run';

const IDS: Record<MapSubject, string[]> = {
  profiles: Array.from({ length: 24 }, (_, index) => profileId(index)),
  titles: Array.from({ length: 60 }, (_, index) => itemId(index)),
};

describe('the map of a run', () => {
  it('has a place, a cluster and colours for every profile and title, with codes or without', async () => {
    for (const knobs of [{}, { model: 'popularity' }]) {
      const { client, runId } = await openedRun(knobs);
      for (const of of MAP_SUBJECTS) {
        const map = await client.map.get({ runId, of });
        expect(map).toMatchObject({ state: 'none', method: 'pca', sha256: null, parent: null, from: null });
        expect(map.basis).toBe('model' in knobs ? 'histories' : 'codes');
        // Titles that nobody watched are in no run.
        expect(map.ids).toEqual(IDS[of].filter((id) => of === 'profiles' || map.ids.includes(id)));
        expect(map.ids.length).toBeGreaterThan(20);
        expect([map.total, map.placed]).toEqual([map.ids.length, map.ids.length]);
        for (const side of [map.x, map.y]) {
          expect(side).toHaveLength(map.ids.length);
          for (const value of side) expect(Math.abs(value)).toBeLessThanOrEqual(1);
        }
        const sizes = map.clusters.map((_, own) => map.cluster.filter((other) => other === own).length);
        expect(map.clusters.map(({ size }) => size)).toEqual(sizes);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(map.ids.length);
        for (const by of [...MAP_COLOURS[of], ...map.attributes.map(({ name }) => ({ attribute: name }))]) {
          const colours = await client.map.colour({ runId, of, by });
          const values = colours.kind === 'numbers' ? colours.values : colours.codes;
          expect(values).toHaveLength(map.ids.length);
          if (by === 'cluster') expect(values).toEqual(map.cluster);
        }
      }
      await expect(client.map.colour({ runId, of: 'titles', by: 'recall' })).rejects.toMatchObject({ code: 'usage' });
      await expect(client.map.colour({ runId, of: 'profiles', by: { attribute: 'sx' } })).rejects.toThrow(/sex/);
    }
  });
});
