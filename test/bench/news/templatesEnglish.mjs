// Sentences of English news as templates. Slots: see slots.mjs.

export const TITLES = [
  "{S} posts {T} {M} of {V}, {beat}",
  "{S}: {M} {up} {PC} as {ind} {n} {v}",
  "{B} lifts {S} target to {PX}, cites {ind} {n}",
  "Why {S} and {E} {v} over {ind} {n}",
  "{O} weighs {ind} rules; {S} {v}",
  "{S} to spend {MON} on {ind} {n} in {PL}",
  "{PL} {M} {up} {PC}, {E} among the losers",
];

export const FIGURES = [
  "{S} said {T} {M} (came to|was|reached|stood at) {V}, {up} {PC} from a year earlier and {up} {PC} from the previous quarter",
  "(Its|The company's) {ind} (unit|business|division) (brought in|generated) {MON}, or {PC} of the total, while {M2} was {V2}",
  "Analysts had (expected|forecast|pencilled in) {M} of {R}; the result was {PC} (above|below) that",
  "{S} guided for {M} of {R} next quarter, against {V} in {T}, a change of {PC}",
  "{B} raised its price target on {S} to {PX} from {PX2} and its {Y} {M} forecast to {V}",
  "Gross margin was {PC}, (up|down) {PP}, and earnings per share were {EPS}, {beat}",
  "Shares of {S} (rose|fell|slid|climbed) {PC} to {PX} in {D} trading, valuing it at {MON}, or {X} forward earnings",
  "{S} plans to invest {MON} to {MON} in {Y}, with {PC} going to {ind} {n} in {PL}",
  "{O} (cut|raised|held) its benchmark rate at {PC} and said inflation would average {PC} in {Y}, {PP} (more|less) than it had thought",
  "The {ind} market was worth about {MON} in {Y} and may reach {MON} by {Y2}, growing {PC} a year",
  "{E}, by comparison, shipped {CNT}, {up} {PC}, at an average of {PX}",
  "{S} agreed to buy {PC} of {E} for {MON}, a premium of {PC}, and expects to close in {T}",
  "The site in {PL} will need {MEA} and employ {CNT2}, at a cost of nearly {MON}",
  "Free cash flow was {MON} after capital expenditure of {MON}; net debt fell {PC} to {MON}",
  "{S} will pay a dividend of {EPS} a share and buy back up to {MON} of stock, about {PC} of its market value",
];

export const PROSE = [
  "{con}{S} (declined to|did not|would not) comment on the {w} {n}, saying only that it would {v} {adv}",
  "\"{Wu} is not a {n}, it is a {w},\" said {PN}, {title} at {firm}",
  "{PN}, who (covers|follows|studies) {ind} at {firm}, (called|described) the {w} {n} as {a}",
  "{con}the {a} {n} has left {ind} suppliers in {PL} to {v} {adv} around {w} and {w}",
  "{P} has {adv} argued that {w} {n} should {v} before {ind} {w} does",
  "{O} is {adv} reviewing the {w} rules, and {E} has asked for a {a} {n}",
  "People familiar with the {w} said {firm} and {S} would {v} a {a} {w} {n}",
  "{con}what matters for {S} is less the {w} than the {a} {w} behind its {ind} {n}",
  "The {w}, the {w} and the {w} all {v} {adv}, and {PR} is no exception",
  "{con}investors in {PL} remain {a} about {w}, {w} and the {ind} {n}",
];

export const SUBHEADS = ["The {w} {n}", "{Wu} and {w}", "How {S} may {v}"];
export const COMMENTS = ["Great {w}, thanks", "Still holding {S} here", "The {w} bit is {a}"];

export const WORDS = {
  beat: "ahead of estimates|short of consensus|in line with guidance|its best in {n2} years|the weakest since {Y}|{v2} analysts",
  n: "demand supply backlog capacity inventory pricing competition strategy rollout partnership risk outlook policy regulation investment expansion costs margins momentum transition technology standard certification channel brand cycle bubble funding talent tariffs subsidies exports mergers listing reform leverage spread valuation timetable yield roadmap opportunity",
  v: "adjust pause expand shrink recover cool restructure loosen accelerate slow land slip upgrade reshuffle rebound consolidate exit settle stall converge diverge tighten ease advance retreat regroup",
  v2: "surprising pleasing disappointing unsettling",
  a: "cautious upbeat conservative divided robust sluggish mild severe delicate fragile steady tight loose complex crucial rare murky fierce bland limited brief lasting heavy slight",
  adv: "steadily gradually sharply slightly broadly temporarily again quietly early anew actively reluctantly jointly clearly cautiously decisively",
  con: "However, |Meanwhile, |Even so, |Separately, |By contrast, |For now, |In practice, |||",
  up: "up down up down up",
  title: "chief executive|chairman|finance chief|spokeswoman|an analyst|chief economist|head of research|a strategist",
};
