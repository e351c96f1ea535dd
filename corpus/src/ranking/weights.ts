// What each agreement or disagreement of a figure with what is asked is worth, in shares of a perfect match of the wording.

export const WEIGHTS = {
  wording: 1,
  article: 0.12,
  stated: 0.35,
  metric: 0.3,
  otherMetric: -0.35,
  /** Nothing tells what it measures, and the metric's word does not stand by it. */
  unsaidMetric: -0.14,
  subject: 0.25,
  /** The title of its article names the one asked for. */
  headline: 0.08,
  /** Of somebody else: another company, another country. */
  otherSubject: -0.7,
  subjectFar: -0.12,
  subjectAbsent: -0.7,
  period: 0.25,
  otherPeriod: -0.5,
  scope: 0.15,
  /** A part where the whole is asked for, or another part. */
  otherScope: -0.35,
  kind: 0.15,
  otherKind: -0.8,
  unit: 0.08,
  /** From … to …, where a range is asked for. */
  range: 0.2,
  comparison: 0.1,
  otherComparison: -0.15,
  role: 0.12,
  /** A level where a change is asked for, or the other way round; what was before. */
  otherRole: -0.4,
  forecast: 0.12,
  otherForecast: -0.35,
  voice: 0.25,
  /** What the market expects where the company's own word is asked for, or the other way round. */
  otherVoice: -0.3,
  /** One month, 5 years, 3 nm, as asked; another number of the same. */
  qualifier: 0.2,
  otherQualifier: -0.35,
  /** A correction says that it was another figure. */
  voided: -0.5,
  repeated: -0.9,
  hypothetical: -0.15,
  doubtful: -0.3,
  /** Words of the figure's own clause that nobody asked for: 資料中心 before 營收 where the company's is wanted. */
  unasked: -0.3,
  /** The body says it in a sentence, the title in short. */
  title: -0.1,
  /** Of the newest of the articles that come into question, where the sentence tells no time. */
  recent: 0.15,
} as const;
export type Part = keyof typeof WEIGHTS;
export type Parts = Partial<Record<Part, number>>;
