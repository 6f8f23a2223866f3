export { libraryChart } from './chart.ts';
export { camera, deposit, small } from './plugins.ts';
