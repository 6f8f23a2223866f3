/** All forms of a definition at start: what no component fits, by path, instead of a page that fails later. */
import type { Composed, Schema, Text } from '@fengqiao/core';
import { checkFormSchema, propertiesOf } from './component.ts';
import { ENVELOPE } from './envelope.ts';
import { FormFieldUnknown } from './model.ts';

export interface FormFault {
  code: 'FORM_FIELD_UNKNOWN';
  path: string;
  text: Text;
}

/** Empty when a form can be drawn for every event that people take, and for every sitting. */
export function formFaults({ events, sittings }: Pick<Composed, 'events' | 'sittings'>): FormFault[] {
  const forms: [path: string, form: Schema][] = [
    ...Object.entries(events).flatMap(([id, event]): [string, Schema][] =>
      event.internal ? [] : [[`events.${id}`, event.form]],
    ),
    ...Object.entries(sittings).map(([id, sitting]): [string, Schema] => [`sittings.${id}`, sitting.form]),
  ];
  return forms.flatMap(([path, form]) => {
    try {
      checkFormSchema(form);
      if (propertiesOf(form).some(([key]) => key === ENVELOPE))
        throw new FormFieldUnknown(ENVELOPE, 'the name is taken by the page');
      return [];
    } catch (error) {
      if (!(error instanceof FormFieldUnknown)) throw error;
      const text = { zh: `表单中有无法显示的栏目：${error.path}`, en: error.message };
      return [{ code: error.code, path: `${path}.form.${error.path}`, text }];
    }
  });
}
