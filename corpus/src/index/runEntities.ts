// From the entities of a chunk to those of this run: an index speaks of companies, not of their tickers.
import type { Lexicon } from "../entities/lexicon.ts";
import type { Chunk, ChunkEntity } from "./chunk.ts";

/** The run's entities of a chunk, by its local ones. */
export const runEntities = (chunk: Chunk, lexicon: Lexicon): Uint32Array =>
  Uint32Array.from(chunk.entities, (entity) => runEntity(entity, lexicon));

export const runEntity = ({ id, learned }: ChunkEntity, lexicon: Lexicon): number => ownerOf(lexicon, lexicon.numberOf(id) ?? (learned ? lexicon.intern(learned) : 0));

/** The company of a ticker; any other entity is its own. A mention of the ticker counts as one of the company. */
export function ownerOf(lexicon: Lexicon, number: number): number {
  const entity = lexicon.entities[number];
  const owner = entity?.type === "ticker" ? entity.links[0] : undefined;
  return owner === undefined ? number : (lexicon.numberOf(owner) ?? number);
}
