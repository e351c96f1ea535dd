// An entity as a segment keeps it: its id, and for one that is not of the lexicon all that makes it known again.
import type { Region } from "../../articles/article.ts";
import type { Entity, EntityType } from "../../entities/entity.ts";
import type { ChunkEntity } from "../chunk.ts";
import { ByteReader } from "./byteReader.ts";
import type { ByteWriter } from "./byteWriter.ts";
import { must } from "./segmentDamaged.ts";
import { readTexts, writeTexts } from "./texts.ts";

// the numbers are part of the format
const TYPES: readonly EntityType[] = ["company", "org", "person", "product", "place", "media", "index", "law", "ticker"];
const ORIGINS: readonly Entity["origin"][] = ["lexicon", "learned", "confirmed"];
const REGIONS: readonly Region[] = ["TW", "HK", "CN", "INTL"];

/** The compiler says when an entity gets a field that is not here. */
type Kept = "id" | "type" | "names" | "short" | "tickers" | "fiscalYearEnd" | "description" | "links" | "origin" | "confidence";
const nothingForgotten: [Exclude<keyof Entity, Kept>] extends [never] ? true : never = true;

export function writeEntity(out: ByteWriter, { id, learned }: ChunkEntity): void {
  out.byte(learned ? 1 : 0);
  writeTexts(out, [id]);
  if (!learned) return;
  const lists = [...REGIONS.map((region) => learned.names[region]), learned.short, learned.tickers, learned.links];
  out.varint(TYPES.indexOf(learned.type));
  out.varint(ORIGINS.indexOf(learned.origin));
  out.double(learned.fiscalYearEnd);
  out.double(learned.confidence);
  const texts = [...new Set([learned.id, learned.description, ...lists.flat()])].filter((text) => text !== id);
  const numbers = new Map([id, ...texts].map((text, number) => [text, number]));
  const number = (text: string): void => out.varint(numbers.get(text) ?? 0);
  out.varint(texts.length);
  writeTexts(out, texts);
  number(learned.id);
  number(learned.description);
  for (const list of lists) {
    out.varint(list.length);
    list.forEach(number);
  }
}

export function readEntity(from: ByteReader): ChunkEntity {
  const isKnownAgain = from.byte();
  const [id = ""] = readTexts(from, 1);
  if (!isKnownAgain) return { id };
  const type = TYPES[from.varint()];
  const origin = ORIGINS[from.varint()];
  must(type !== undefined && origin !== undefined, "an entity of a segment is of an unknown type");
  const fiscalYearEnd = from.double();
  const confidence = from.double();
  const texts = [id, ...readTexts(from, from.varint())];
  const text = (): string => {
    const found = texts[from.varint()];
    must(found !== undefined, "an entity of a segment names an unknown string");
    return found;
  };
  const list = (): string[] => {
    const count = from.varint();
    must(count <= from.left, "an entity of a segment ends too early");
    return Array.from({ length: count }, text);
  };
  const own = text();
  const description = text();
  const names = { TW: list(), HK: list(), CN: list(), INTL: list() };
  const [short, tickers, links] = [list(), list(), list()];
  return { id, learned: { id: own, type, names, short, tickers, fiscalYearEnd, description, links, origin, confidence } };
}

/** Only the id of an entity, from its bytes. */
export const readEntityId = (bytes: Uint8Array): string => readTexts(new ByteReader(bytes, 1), 1)[0] ?? "";

/** Whether the bytes of an entity hold all that makes it known again. */
export const isLearned = (bytes: Uint8Array): boolean => bytes[0] === 1;

void nothingForgotten;
