export { orderChart } from './chart.ts';
