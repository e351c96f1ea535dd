// What an ambiguous unit word means where it stands: 年 a year or a length, 度 a kilowatt-hour or a degree, 點 points or a time.
// Each rule looks at a bounded window; they are in the folder rules.
import { digitValue } from "./characterClasses.ts";
import { oneOf } from "./cues.ts";
import { cent, corner, hair, lump, yuan } from "./rules/coins.ts";
import { building, heads, people } from "./rules/counts.ts";
import { clock, day, days, instalment, month, season, seconds, week, year } from "./rules/dates.ts";
import { degree, foot, grade, metre, tael, times } from "./rules/measures.ts";
import { minute, point } from "./rules/points.ts";
import { discount, tenths, yard } from "./rules/rates.ts";
import { excluded, plain, type Site, type UnitReading } from "./rules/site.ts";

export type { Unit, UnitReading } from "./rules/site.ts";

/** The reading of a suffix word where it stands. */
export function readRule(site: Site): UnitReading | undefined {
  switch (site.suffix.rule) {
    case undefined:
      return plain(site);
    case "tenths":
      return tenths(site);
    case "discount":
      return discount(site);
    case "degree":
      return degree(site);
    case "point":
      return point(site);
    case "minute":
      return minute(site);
    case "day":
      return day(site);
    case "month":
      return month(site);
    case "year":
      return year(site);
    case "week":
      return week(site);
    case "season":
      return season(site);
    case "clock":
      return clock(site);
    case "never":
      return excluded(site.end);
    case "yuan":
      return yuan(site);
    case "lump":
      return lump(site);
    case "cent":
      return cent(site);
    case "hair":
      return hair(site);
    case "corner":
      return corner(site);
    case "yard":
      return yard(site);
    case "foot":
      return foot(site);
    case "tael":
      return tael(site);
    case "grade":
      return grade(site);
    case "building":
      return building(site);
    case "instalment":
      return instalment(site);
    case "people":
      return people(site);
    case "item":
      return site.at > site.numeral.end && (site.numeral.arabic || site.numeral.spelled) ? plain(site) : undefined;
    case "li":
      return oneOf(site.line.folded, site.end, "清定头") ? undefined : plain(site);
    case "letter":
      return site.numeral.arabic && digitValue[site.line.folded.charCodeAt(site.numeral.end - 1)] !== 255
        ? plain(site)
        : undefined;
    case "metre":
      return metre(site);
    case "seconds":
      return seconds(site);
    case "days":
      return days(site);
    case "heads":
      return heads(site);
    case "litre":
      return oneOf(site.line.folded, site.numeral.start - 1, "連") ? undefined : plain(site);
    case "times":
      return times(site);
  }
}
