// Language, region and wording of a text that is no article: a note, a paragraph of one.
import { noScores, originEvidence, settleOrigin, type Origin } from "./origin.ts";

/** The origin of a text by its own words. */
export const regionOf = (text: string): Origin =>
  settleOrigin(originEvidence([text], undefined, undefined), noScores());
