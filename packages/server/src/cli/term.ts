/** `term`: when a term that starts on a day is due, with the working. */
import { chinaCalendar, dueDay, isCivilDate } from '@fengqiao/core';
import type { Command } from './command.ts';
import { EXIT, Failure, say } from './command.ts';
import { districtNamed } from './with-district.ts';

export const term: Command = {
  name: 'term',
  usage: 'term <district> <chart> <term> <start> [--json]',
  zh: '计算期限的届满日并说明算法',
  en: 'compute when a term is due, with the working',
  takes: [4, 4],
  async run({ args, options }, io) {
    const [district, chart, id, start] = args as [string, string, string, string];
    const { composed, file } = await districtNamed(io, district);
    const def = composed[chart]?.terms[id];
    if (!def) throw new Failure({ zh: `流程 ${chart} 没有期限 ${id}`, en: `chart ${chart} has no term ${id}` });
    if (!isCivilDate(start) && Number.isNaN(Date.parse(start)))
      throw new Failure({
        zh: '起始日应为日期（年-月-日）或时刻',
        en: 'the start is a date (year-month-day) or an instant',
      });
    const { extraRestDays, extraWorkdays } = file.calendar ?? {};
    const calendar = chinaCalendar({
      zone: file.zone,
      ...(extraRestDays ? { extraRestDays } : {}),
      ...(extraWorkdays ? { extraWorkdays } : {}),
    });
    const found = dueDay(def, start, calendar);
    if (options.json) io.out(JSON.stringify({ term: id, start, ...found }));
    else {
      io.out(found.due);
      for (const step of found.steps) io.err(say(step));
      if (found.provisional)
        io.err(
          say({
            zh: '该年放假安排尚未公布，日期为暂定',
            en: 'the holidays of that year are not announced yet: the day is provisional',
          }),
        );
    }
    return EXIT.done;
  },
};
