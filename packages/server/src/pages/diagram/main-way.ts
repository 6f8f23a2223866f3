/** The stepper of a subject: what it passed, where it is, and the usual way on, by the backbone of its chart. */
import type { Composed } from '@fengqiao/core';
import type { StepView } from '../model/subject.ts';
import { backbone, pointOf, pointText } from './graph.ts';

/** @param visited states of the body in the order in which they were entered, the present one last */
export function stepsOf(chart: Composed, visited: readonly string[]): StepView[] {
  const stage = chart.regions.stage!;
  const present = visited.at(-1) ?? stage.initial;
  const now = pointOf(present);
  const passed = [...new Set(visited.map(pointOf))].filter((point) => point !== now);
  const ended = stage.states[present]?.final === true;
  const ahead = ended ? [] : usualWay(chart, now).filter((point) => point !== now && !passed.includes(point));
  const view = (point: string, status: StepView['status']): StepView => ({ text: pointText(chart, point), status });
  return [
    ...passed.map((point) => view(point, 'done')),
    view(now, ended ? 'done' : 'now'),
    ...ahead.map((point) => view(point, 'todo')),
  ];
}

/** Points from here to an end; of several ways on, the first that the definition declares. */
function usualWay(chart: Composed, from: string): string[] {
  const { nodes, edges } = backbone(chart, [from]);
  const order = nodes.map(({ id }) => id);
  const way: string[] = [];
  for (let at: string | undefined = from; at !== undefined; ) {
    way.push(at);
    const here: string = at;
    at = edges
      .filter((edge) => edge.from === here)
      .map(({ to }) => to)
      .sort((a, b) => order.indexOf(a) - order.indexOf(b))[0];
  }
  return way;
}
