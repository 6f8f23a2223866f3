import type { Composed } from '@fengqiao/core';
import type { FlowStateView, Lang } from '../pages/model.ts';
import type { Opened } from './opened.ts';
export async function drawDiagram(
  _definition: Composed,
  _opened: Opened,
  _lang: Lang,
  _size: 'card' | 'page',
): Promise<string> {
  return '';
}
export const flowList = (_definition: Composed, _opened: Opened): FlowStateView[] => [];
