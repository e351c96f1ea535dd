// What the reader carries along: the clause at hand, what its sentence told so far and what the article told before.
import type { FigureKind } from "../figures/figure.ts";
import type { Comparison, Period, Role, Subject } from "../figures/statement.ts";
import type { NamedMention, Place, Scene } from "./scene.ts";
import type { WrittenPeriod } from "./writtenPeriod.ts";

/** The slots of a statement, without its figure. */
export interface Said {
  readonly subjects: readonly Subject[];
  readonly metric?: string;
  readonly scope?: string;
  readonly period?: Period;
  readonly asOf?: string;
  readonly role?: Role;
  readonly forecast?: boolean;
  readonly comparison?: Comparison;
  readonly attribution?: number | string;
}

/** What an article told before the sentence at hand. */
export interface Memory {
  /** The subject of the sentence before. */
  topic?: NamedMention;
  /** The company, and the place, last spoken of. */
  company?: NamedMention;
  place?: NamedMention;
  /** The company that the title or the first lines are about. */
  headline?: NamedMention;
  /** The last period told, its subject and where it stood. */
  period?: { readonly written: WrittenPeriod; readonly text: string; readonly subject: number | undefined; readonly sentence: number };
  /** How many sentences were read. */
  sentence: number;
}

export interface SentenceSoFar {
  readonly start: number;
  readonly end: number;
  /** The first one of the sentence that something is said of. */
  topic?: NamedMention;
  /** The names that can be gone back to, the last one last. */
  readonly named: NamedMention[];
  /** The company last named, in whatever place. */
  company?: NamedMention;
  /** Who is said to say it. */
  sayer?: NamedMention;
  /** The sayer foresees: the company spoken of may be another. */
  sayerForesees?: boolean;
  metric?: { readonly metric: string; readonly end: number };
  period?: { readonly written: WrittenPeriod; readonly text: string };
  year?: number;
  comparison?: Comparison;
  forecast?: boolean;
  hypothetical?: boolean;
  /** The last figure of each kind. */
  levels?: Map<FigureKind, { readonly place: Place; readonly said: Said }>;
  last?: { readonly place: Place; readonly said: Said };
}

export interface Clause {
  readonly scene: Scene;
  readonly start: number;
  readonly end: number;
  readonly sentence: SentenceSoFar;
  readonly memory: Memory;
  /** Starts of the mentions that only say or are compared with. */
  readonly asides: ReadonlySet<number>;
  /** The name that the clause begins with. */
  readonly topic: NamedMention | undefined;
}

/** How far before a figure the grammar looks within its clause. */
export const REACH = 100;
