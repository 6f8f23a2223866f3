/** What comes with Fengqiao: the base charts, and the sources of facts that their rules ask. */
export { disputeChart } from './dispute/chart.ts';
export { disputeProviders } from './dispute/providers/index.ts';
export { orderChart } from './order/index.ts';
