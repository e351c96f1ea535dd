// What kind of thing a metric is, beyond the kinds of figure it takes: which are a company's accounts, which say only that
// something has an amount, which name what is counted; and which sorts of entity can have it.
import type { EntityType } from "../entities/entity.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" ").filter(Boolean));

/** Words for any amount or movement: a more telling metric of the clause goes before them. */
const GENERIC = set("amplitude growth-rate yield scale quantity price cost duration term speed distance share-of-total revenue-share guidance premium discount service-fee efficiency companies countries projects credit-rating age probability investment quantity households respondents share-price-move entry-fee waiting-list index-level weight area economic-loss bond-issuance");
/** These say only that something moved or amounts: they never stand for a metric when a figure of another sort is near. */
const EMPTY = set("amplitude growth-rate");

/** Lines of a company's accounts and reports: their quarters and years are the company's. */
const ACCOUNTS = set("revenue sales gross-profit operating-profit operating-loss ebitda ebit pretax-profit net-profit net-loss gross-margin operating-margin net-margin eps book-value net-assets total-assets capex rd-expense operating-expense operating-cost marketing-expense admin-expense interest-expense interest-income net-interest-margin fee-income impairment provisions non-operating fx-loss dividend payout-ratio buyback roe roa shipments deliveries orders backlog inventory inventory-days receivables payables cash-flow free-cash-flow cash same-store-sales revenue-share guidance asp restructuring-cost stock-compensation unit-sales premiums embedded-value stores subscribers users arpu adjusted-profit adjusted-operating-profit underlying-profit contracted-sales rental-reversion distribution-per-unit distributable-income fair-value-change disposal-gain investment-income investment-yield other-income depreciation-expense deferred-revenue recurring-revenue supply-commitments lease-commitments working-capital net-cash net-debt interest-coverage non-interest-income wealth-fees trading-income brokerage-income investment-banking-fees cost-income-ratio credit-cost expected-credit-losses new-loans net-new-money new-business-value new-business-margin contractual-service-margin combined-ratio overseas-sales pre-orders profit-per-vehicle book-to-bill bit-shipments electricity-sales gas-sales lifting-cost container-volume passenger-kilometres passenger-yield unit-cost fuel-cost churn-rate service-revenue game-grossing paying-ratio paying-users members store-openings same-store-growth traffic-acquisition-costs special-dividend total-payout");

/** Told of companies beside their accounts: a company spoken of before is their subject. */
const CORPORATE = set("market-cap share-price target-price pe-ratio pb-ratio ps-ratio valuation market-share dividend dividend-yield headcount layoffs hiring capacity wafer-capacity utilization yield-rate investment debt debt-ratio fund-raising financing-gap aum deposits loans npl-ratio users subscribers production car-sales backlog contract-value deal-value total-assets ipo-price agents land-bank loan-deposit-ratio liquidity-coverage risk-weighted-assets capital-intensity data-usage base-stations time-spent gaming-tables hold-rate punctuality equity-placement convertible-issue upfront-payment milestone-payment voting-share raw-material-cost net-interest-margin capital-ratio solvency-ratio bad-loans coverage-ratio passengers cargo load-factor fleet flights occupancy");

/** The thing counted: the word stands behind the figure (1,200名員工) or is its subject (員工達1,200人). */
const COUNTED = set("headcount users subscribers stores students patients passengers visitors deaths injured missing evacuated arrests cases votes seats respondents households companies countries projects patents satellites robots servers gpu-count parameters tokens charging-stations flights fleet listings layoffs hiring views downloads population unemployment payrolls job-openings pixels orders agents members paying-users base-stations rig-count gaming-tables");

/** Of countries, regions and their authorities. */
const MACRO = set("gdp gdp-growth cpi core-cpi pce ppi pmi consumer-confidence unemployment-rate unemployment payrolls job-openings participation-rate exports imports trade-volume trade-balance tariff policy-rate deposit-rate reserve-ratio money-supply social-financing industrial-production fixed-asset-investment foreign-investment retail-sales fiscal-revenue fiscal-spending deficit fiscal-surplus public-debt fx-reserves population birth-rate home-sales housing-starts house-price land-price household-income consumer-spending savings household-debt credit-card-debt oil-production oil-reserves oil-demand refining-capacity crop-yield core-ppi import-price gdp-deflator export-orders industrial-profits services-output leading-index new-orders-index continuing-claims wage-growth current-account fiscal-reserves liquidity-operation mlf-rate loan-prime-rate treasury-holdings property-investment home-supply negative-equity gross-gaming-revenue tourism-revenue tourist-trips aggregate-balance vehicle-exports dealer-inventory reserve-margin chip-sales equipment-spending");

/** Of things that are bought and sold by themselves: no company is their subject. */
const COMMODITY = set("crude-price fuel-price gas-price gold-price silver-price metal-price food-price crypto-price freight-rate exchange-rate bond-yield credit-spread interbank-rate volatility rainfall temperature magnitude coal-price lng-price solar-price panel-price charter-rate oil-refining-margin");

const PRODUCT = set("range parameters process-node bandwidth latency storage screen-size pixels horsepower battery-capacity charging-time energy-density weight tokens computing-power tokens-speed speed power-consumption gpu-count");

/** Accounts that countries have too. */
const PLACED = set("shipments unit-sales capex rd-expense orders inventory revenue stores subscribers users cash overseas-sales contracted-sales electricity-sales gas-sales pre-orders bit-shipments base-stations new-loans");

/** Rates of growth: how much something grew is what they say. */
const GROWTH = set("gdp-growth gdp cpi core-cpi ppi pce retail-sales industrial-production fixed-asset-investment growth-rate amplitude same-store-sales");

export const isGrowth = (metric: string | undefined): boolean => metric !== undefined && GROWTH.has(metric);
/** Metrics that one article calls by the one name and another by the other. */
const ALIKE: readonly (readonly string[])[] = [["unit-sales", "car-sales", "deliveries", "shipments"], ["revenue", "sales"], ["gdp", "gdp-growth"], ["capacity", "wafer-capacity"], ["production", "oil-production"], ["market-cap", "valuation"]];

export const metricsLike = (metric: string): readonly string[] => ALIKE.flatMap((group) => (group.includes(metric) ? group.filter((one) => one !== metric) : []));
export const isGeneric = (metric: string): boolean => GENERIC.has(metric);
export const isEmpty = (metric: string): boolean => EMPTY.has(metric);
export const isAccounts = (metric: string | undefined): boolean => metric !== undefined && ACCOUNTS.has(metric);
export const isCorporate = (metric: string | undefined): boolean => metric !== undefined && (ACCOUNTS.has(metric) || CORPORATE.has(metric));
export const isCounted = (metric: string): boolean => COUNTED.has(metric);
export const isMacro = (metric: string | undefined): boolean => metric !== undefined && MACRO.has(metric);
export const isCommodity = (metric: string | undefined): boolean => metric !== undefined && COMMODITY.has(metric);

/** How well an entity of this type can have the metric: 2 well, 1 at need, 0 not. */
export function fits(type: EntityType, metric: string | undefined): number {
  if (type === "media" || type === "law" || type === "ticker") return 0;
  if (metric === undefined) return type === "person" ? 1 : 2;
  if (COMMODITY.has(metric)) return type === "place" || type === "index" || type === "product" ? 1 : 0;
  if (MACRO.has(metric)) return type === "place" ? 2 : type === "org" ? 1 : type === "company" ? 1 : 0;
  if (metric === "index-level") return type === "index" ? 2 : type === "place" ? 1 : 0;
  if (metric === "share-price" || metric === "market-cap" || metric === "target-price") return type === "company" || type === "index" ? 2 : type === "product" ? 1 : 0;
  if (PRODUCT.has(metric)) return type === "product" ? 2 : type === "company" ? 1 : 0;
  if (ACCOUNTS.has(metric)) return type === "company" ? 2 : type === "product" || type === "org" ? 1 : type === "place" && PLACED.has(metric) ? 1 : 0;
  return type === "company" || type === "org" || type === "place" || type === "product" || type === "index" ? 2 : 1;
}
