// Counted nouns of English notes, and what they are called where Chinese has a classifier for them. A number before any other
// noun is no figure unless it has a magnitude or commas.
import { row, type UnitRow } from "./row.ts";

const nouns = (unit: string, words: string): UnitRow => row("count", unit, 0, words, { rule: "item" });

export const ENGLISH_NOUNS: readonly UnitRow[] = [
  nouns(
    "人",
    "people persons employees workers staff passengers visitors tourists customers users subscribers members investors shareholders patients students residents deaths drivers officials lawmakers economists engineers",
  ),
  nouns(
    "家",
    "companies firms banks stores shops outlets restaurants branches hotels brokers analysts suppliers factories plants fabs clients",
  ),
  nouns("股", "shares share ADRs ADSs"),
  nouns("台", "machines servers racks robots smartphones handsets PCs computers aircraft jets planes tablets"),
  nouns("輛", "vehicles cars EVs trucks buses"),
  nouns("片", "wafers wafer"),
  nouns("顆", "chips GPUs CPUs processors satellites"),
  nouns(
    "個",
    "units unit cities countries markets projects sites homes flats jobs contracts orders cases points_of_sale data_centres data_centers data_centers stations rooms seats models properties states factories",
  ),
  nouns("戶", "households homes"),
  nouns("宗", "transactions deals"),
  nouns("艘", "ships vessels tankers"),
  nouns("座", "reactors mines wells"),
  nouns("次", "downloads views visits hikes cuts rate_cuts rate_hikes"),
  nouns("手", "lots contracts"),
  nouns("層", "layers"),
  nouns("票", "votes"),
];
