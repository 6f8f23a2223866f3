export { disputeChart } from './chart.ts';
