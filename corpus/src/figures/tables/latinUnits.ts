// Units of measure in Latin letters. Case counts (MW and mW, GB and Gb); forms that cannot be confused are read in any case.
import type { FigureKind } from "../figure.ts";
import { row, type UnitRow } from "./row.ts";

const PREFIXES: readonly (readonly [string, number])[] = [
  ["", 0], ["k", 3], ["M", 6], ["G", 9], ["T", 12], ["P", 15], ["E", 18],
];
const SMALL: readonly (readonly [string, number])[] = [["m", -3], ["μ", -6], ["µ", -6], ["n", -9], ["p", -12]];

const family = (kind: FigureKind, unit: string, symbol: string, prefixes: readonly (readonly [string, number])[]): readonly UnitRow[] =>
  prefixes.map(([prefix, exponent]) => row(kind, unit, exponent, prefix + symbol, { cased: true }));
const large = (from: number, to = 99) => PREFIXES.filter(([, exponent]) => exponent >= from && exponent <= to);

export const LATIN_UNITS: readonly UnitRow[] = [
  ...family("power", "W", "W", [...large(0), ["m", -3]]),
  row("power", "W", 3, "kw"), row("power", "W", 6, "mw megawatts megawatt"), row("power", "W", 9, "gw gigawatts gigawatt"), row("power", "W", 3, "kilowatts kilowatt"),
  row("power", "W", 12, "tw terawatts"), row("power", "W", 0, "watts watt"),
  row("power", "Wp", 6, "mwp"), row("power", "Wp", 9, "gwp"),
  row("power", "VA", 3, "kva"), row("power", "VA", 6, "mva"), row("power", "hp", 0, "hp"), row("power", "W", 6, "mwe"),
  row("energy", "Wh", 0, "wh"), row("energy", "Wh", 3, "kwh"), row("energy", "Wh", 6, "mwh"), row("energy", "Wh", 9, "gwh"), row("energy", "Wh", 12, "twh"),
  row("energy", "J", 0, "J", { cased: true }), row("energy", "J", 3, "kj"), row("energy", "J", 6, "MJ", { cased: true }), row("energy", "cal", 3, "kcal"),
  row("energy", "btu", 6, "mmbtu"), row("energy", "btu", 0, "btu"),
  ...family("other", "Hz", "Hz", large(0, 12)), row("other", "Hz", 6, "mhz"), row("other", "Hz", 9, "ghz"), row("other", "Hz", 0, "hz"), row("other", "Hz", 3, "khz"),
  row("other", "V", 0, "V", { cased: true }), row("other", "V", 3, "kv"), row("other", "V", -3, "mV", { cased: true }),
  row("other", "Ah", -3, "mah"), row("other", "Ah", 0, "Ah", { cased: true }), row("other", "A", -3, "mA", { cased: true }),
  row("other", "dB", 0, "db"), row("other", "ppm", 0, "ppm"), row("other", "rpm", 0, "rpm"), row("other", "fps", 0, "fps"), row("other", "nit", 0, "nits nit"),
  row("other", "Pa", 3, "kpa"), row("other", "Pa", 6, "MPa", { cased: true }), row("other", "Pa", 2, "hpa"), row("other", "px", 0, "px"), row("other", "ppi", 0, "ppi"),
  row("other", "FLOPS", 12, "tflops tflop/s teraflops"), row("other", "FLOPS", 15, "pflops petaflops"), row("other", "FLOPS", 18, "eflops exaflops"), row("other", "FLOPS", 9, "gflops"),
  row("other", "OPS", 12, "tops"), row("other", "mSv", 0, "mSv", { cased: true }), row("other", "km/h", 0, "km/h kph kmh"), row("other", "mph", 0, "mph"), row("other", "m/s", 0, "m/s"),
  row("other", "μg/m3", 0, "μg/m³ µg/m³"),
  // data: B is bytes, b is bits; per second by /s, ps
  ...family("data_size", "B", "B", large(3)), row("data_size", "B", 3, "KB", { cased: true }), row("data_size", "B", 6, "mb"), row("data_size", "B", 9, "gb"), row("data_size", "B", 12, "tb"), row("data_size", "B", 15, "pb"),
  row("data_size", "B", 9, "gib"), row("data_size", "B", 12, "tib"),
  ...family("data_size", "bit", "b", large(6)), row("data_size", "bit", 0, "-bit bits bit"), row("data_size", "bit", 9, "gbit"), row("data_size", "bit", 6, "mbit"),
  row("data_size", "B", 0, "bytes byte"),
  row("data_rate", "bit/s", 3, "kbps"), row("data_rate", "bit/s", 6, "mbps mbit/s"), row("data_rate", "bit/s", 9, "gbps gbit/s"), row("data_rate", "bit/s", 12, "tbps tbit/s"),
  row("data_rate", "B/s", 6, "MBps", { cased: true }), row("data_rate", "B/s", 9, "GBps", { cased: true }), row("data_rate", "B/s", 12, "TBps", { cased: true }),
  row("count", "token", 0, "tokens token"), row("data_rate", "tokens/s", 0, "tps", { rule: "never" }),
  // length and mass
  ...family("length", "m", "m", [["k", 3], ["c", -2], ...SMALL]), row("length", "m", 0, "m", { rule: "letter", cased: true }),
  row("length", "m", 3, "km kilometres kilometers"), row("length", "m", -2, "cm"), row("length", "m", -3, "mm"), row("length", "m", -9, "nm nanometre nanometer nanometres nanometers"), row("length", "m", -6, "um"),
  row("length", "m", 0, "metres meters metre meter"), row("length", "mi", 0, "miles mile"), row("length", "ft", 0, "feet ft"), row("length", "in", 0, "inches inch -inch ″"), row("length", "yd", 0, "yards"),
  row("mass", "kg", 0, "kg kgs kilograms kilogrammes kilos"), row("mass", "kg", -3, "g", { cased: true }), row("mass", "kg", -3, "grams gram"), row("mass", "kg", -6, "mg"), row("mass", "kg", -9, "μg µg mcg"),
  row("mass", "t", 0, "tonnes tonne tons ton metric_tons metric_tonnes"), row("mass", "t", 0, "t", { rule: "letter", cased: true }), row("mass", "t", 3, "kt"), row("mass", "t", 6, "Mt", { cased: true }), row("mass", "t", 0, "mt"), row("mass", "t", 6, "mtpa", { rule: "never" }),
  row("mass", "lb", 0, "lbs lb pounds_of"), row("mass", "oz", 0, "ounces ounce oz"),
  row("volume", "bbl", 0, "barrels barrel bbl bbls"), row("volume", "boe", 0, "boe"), row("volume", "bbl/d", 0, "bpd b/d barrels_per_day barrels_a_day"), row("volume", "bbl/d", 6, "mbpd mb/d mmbpd mn_b/d"), row("volume", "bbl/d", 3, "kb/d kbpd"),
  row("volume", "L", 0, "L", { cased: true }), row("volume", "L", 0, "litres liters litre liter"), row("volume", "L", -3, "ml"), row("volume", "gal", 0, "gallons gallon"), row("volume", "m3", 9, "bcm"), row("volume", "ft3", 9, "bcf"), row("volume", "bu", 0, "bushels bushel"),
  row("temperature", "℃", 0, "°c degrees_celsius"), row("temperature", "℉", 0, "°f degrees_fahrenheit"),
  row("count", "TEU", 0, "teu teus 個標準箱 標準箱 個標箱 標箱"),
  row("count", "片/mo", 0, "wpm wspm kwpm", { rule: "letter" }),
];
