export { libraryChart } from './chart.ts';
export { calendar, cardOk, copies, type Game, type Move, play } from './play.ts';
export { camera, deposit, small } from './plugins.ts';
