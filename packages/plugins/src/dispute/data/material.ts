/** Papers and evidence that somebody handed in. */
import { file, label, refer, text, yes } from '@fengqiao/core';
import { z } from 'zod';

export const material = z.object({
  id: label('编号', 'id', 1, 20),
  kind: label('材料种类', 'kind', 1, 60),
  title: text('名称', 'title', 1, 100),
  sensitive: yes('敏感', 'sensitive'),
  party: refer('party', '当事人', 'party').optional(),
  file: file('文件', 'file'),
});
