// The name of an entity as a sentence of a region writes it.
import type { Region } from "../articles/article.ts";
import type { Entity } from "./entity.ts";

const NEAREST: Readonly<Record<Region, readonly Region[]>> = {
  TW: ["TW", "HK", "CN", "INTL"],
  HK: ["HK", "TW", "CN", "INTL"],
  CN: ["CN", "HK", "TW", "INTL"],
  INTL: ["INTL", "TW", "HK", "CN"],
};

/** The preferred name in the wording and script of `region`; of the nearest region that has one; else the id. */
export function displayName(entity: Entity, region: Region): string {
  for (const near of NEAREST[region]) {
    const name = entity.names[near][0];
    if (name !== undefined) return name;
  }
  return entity.short[0] ?? entity.id;
}
