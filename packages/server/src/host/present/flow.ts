/** The diagram of the definition with where the subject stands, and the same as a list. */

import type { FlowProps } from '../../pages/model.ts';
import type { SubjectCall } from '../call.ts';
import { definitionOf } from '../context.ts';
import { drawDiagram, flowList } from '../views.ts';
import { chromeOf } from './chrome.ts';
import { headOf } from './head.ts';

export async function flowProps(call: SubjectCall): Promise<FlowProps> {
  const { opened, user, kind, context } = call;
  const { definition } = opened;
  const superseded = definitionOf(user.district, kind).conduct !== definition.conduct;
  return {
    chrome: chromeOf(call),
    head: headOf(call, opened, 'flow'),
    diagram: await drawDiagram(definition, opened, context.lang, 'page'),
    states: flowList(definition, opened),
    version: [
      { label: { zh: '流程', en: 'chart' }, value: { zh: definition.zh, en: definition.en } },
      { label: { zh: '预设', en: 'preset' }, value: definition.preset },
      { label: { zh: '结构指纹', en: 'shape' }, value: definition.shape.slice(0, 16) },
      { label: { zh: '规则指纹', en: 'conduct' }, value: definition.conduct.slice(0, 16) },
    ],
    ...(superseded ? { superseded } : {}),
  };
}
