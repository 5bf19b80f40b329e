/** Figures for charts that compare the lists of a run with viewings. */
import type { RunFigures } from '../contract/figures';
import { ageAttribute, groupAttribute } from '../../../shared/values/known-attributes';
import type { RunSession } from '../../../engine/sessions/run-session';
import { ageBands } from '../../../engine/data/age-bands';
import { groupsPerList, rarerShares } from './diversity';
import { groupShares } from './group-shares';
import { hitsByRank } from './hits-by-rank';
import { comparedProfiles } from './listed';
import { byPopularity, popularityTail } from './popularity-tail';
import { titleGroups } from '../../../engine/data/display/title-groups';

/** @throws ShelfwiseError `not-found` for a run without lists */
export async function runFigures(session: RunSession): Promise<RunFigures> {
  const [{ profiles, items, histories }, lists] = await Promise.all([session.data(), session.lists()]);
  const listed = { histories, lists };
  const compared = comparedProfiles(listed);
  const order = byPopularity(listed);
  const attribute = groupAttribute(items.attributes);
  const groups = attribute === null ? null : titleGroups(attribute);
  const age = ageAttribute(profiles.attributes);
  const bands = [{ from: null, to: null, profiles: compared }, ...(age === null ? [] : ageBands(age, compared))];
  return {
    hits: await hitsOf(session),
    tail: popularityTail(listed, order),
    diversity: {
      groups: groups === null ? null : groupsPerList(listed, groups),
      rarer: rarerShares(listed, order),
    },
    shares:
      groups === null
        ? null
        : {
            attribute: groups.attribute,
            bands: bands.map((band) => ({
              from: band.from,
              to: band.to,
              profiles: band.profiles.length,
              groups: groupShares(listed, groups, band.profiles),
            })),
          },
  };
}

async function hitsOf(session: RunSession): Promise<RunFigures['hits']> {
  const tested = await session.testProfiles();
  // Finding the hold-out takes the whole selection and split, so it is done only if its result is used.
  return tested === null ? null : hitsByRank(tested, (await session.testPart()).targets);
}
