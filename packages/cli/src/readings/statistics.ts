/** Counts over the cases of a store (thống kê). A view of cases is counted in the same way, so the counting is the core's. */
export {
  type CaseSummary,
  type Figures,
  figuresOfCase,
  figuresOfLeg,
  type LegFigures,
  type Statistics,
  type Status,
  statisticsOf,
  summarise,
} from '@lienthong/core/views';
