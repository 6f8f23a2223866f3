/** `check`: what composing a district finds, and what the proof says of each of its charts. */

import type { Verification } from '@fengqiao/core';
import { verify } from '@fengqiao/core';
import { DistrictsRefused } from '../district/index.ts';
import type { Command, Io } from './command.ts';
import { EXIT, say } from './command.ts';
import { districtNamed } from './with-district.ts';

export const check: Command = {
  name: 'check',
  usage: 'check <district> [--budget STATES] [--json]',
  zh: '检查辖区的流程定义并证明法定要求',
  en: 'check the definitions of a district and prove what the law asks',
  options: { budget: { type: 'string' } },
  takes: [1, 1],
  async run({ args, options }, io) {
    const budget = options.budget === undefined ? undefined : Number(options.budget);
    if (budget !== undefined && !(Number.isSafeInteger(budget) && budget > 0)) {
      io.err(say({ zh: '--budget 应为正整数', en: '--budget is a whole number above zero' }));
      return EXIT.misuse;
    }
    try {
      const { composed, warnings, file } = await districtNamed(io, args[0]!);
      const charts = Object.entries(composed).map(([kind, definition]) => ({
        kind,
        verification: verify(definition, budget),
      }));
      if (options.json) io.out(JSON.stringify({ district: file.id, warnings, charts }));
      else {
        for (const { code, path, text } of warnings) io.out(`${code} ${path}: ${say(text)}`);
        for (const { kind, verification } of charts) tell(kind, verification, io);
      }
      const verdicts = charts.map(({ verification }) => verification.verdict);
      return verdicts.includes('unsound') ? EXIT.failed : verdicts.includes('unknown') ? EXIT.unknown : EXIT.done;
    } catch (error) {
      if (!(error instanceof DistrictsRefused)) throw error;
      if (options.json) io.out(JSON.stringify({ faults: error.faults }));
      else for (const { code, path, text } of error.faults) io.out(`${code} ${path}: ${say(text)}`);
      return EXIT.failed;
    }
  },
};

const VERDICTS = {
  proved: '✓ 已证明 / proved',
  holds: '✓ 成立 / holds',
  failed: '✗ 不成立 / fails',
  vacuous: '✗ 空真 / vacuous',
  unknown: '? 未知 / unknown',
} as { [verdict: string]: string };

function tell(kind: string, { verdict, soundness, proofs, notCovered, conduct }: Verification, io: Io): void {
  io.out(`${kind} ${conduct.slice(0, 12)}: ${verdict}`);
  io.out(
    `  健全性 / soundness: ${soundness.states} 状态 states, ${soundness.edges} 边 edges${soundness.complete ? '' : '（未穷尽 / not exhausted）'}`,
  );
  for (const fault of soundness.faults)
    io.out(`  ✗ ${fault.kind} ${fault.name}: ${fault.way.map((step) => step.event).join(' → ')}`);
  for (const one of proofs) {
    io.out(`  ${VERDICTS[one.verdict] ?? one.verdict}  ${one.invariant} ${say(one.text)} [${one.states}/${one.edges}]`);
    if (one.story) io.out(`      ${say(one.story)}`);
  }
  io.out(`  未涵盖 / not covered: ${notCovered.map(say).join('; ')}`);
}
