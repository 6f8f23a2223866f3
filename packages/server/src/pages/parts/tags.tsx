/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/** Due days and levels: word, number and shape. A due day never wears a colour of the levels. */
import type { Due, Level } from '../model.ts';
import type { StringKey, Tell } from '../strings.ts';
import { WarnShape } from './icons.tsx';

/** Days before the due day from which it is drawn in an outline. */
const NEAR = 3;

function dueWord({ days, hours, status }: Due): [weight: string, key: StringKey, n: number] {
  if (status === 'paused') return ['none', 'paused', 0];
  if (status === 'ended') return ['none', 'ended', 0];
  if (hours !== undefined && Math.abs(hours) < 48)
    return hours < 0 ? ['over', 'overdueHours', -hours] : [hours <= 24 ? 'near' : 'none', 'leftHours', hours];
  if (days < 0) return ['over', 'overdue', -days];
  if (days === 0) return ['today', 'dueToday', 0];
  return [days <= NEAR ? 'near' : 'none', 'left', days];
}

export function DueTag({ due, t, date = true }: { due: Due; t: Tell; date?: boolean }) {
  const [weight, key, n] = dueWord(due);
  const day = due.at.slice(0, 10);
  const running = due.status === 'running' || due.status === 'expired';
  return (
    <span class="due">
      <span class={`tag due-${weight}`}>{t(key, { n })}</span>
      {date ? (
        <time class="due-d" dateTime={due.at} {...(due.hours !== undefined && running ? { 'data-until': due.at } : {})}>
          {day}
        </time>
      ) : null}
      {due.provisional ? <span class="due-d">{t('provisional')}</span> : null}
    </span>
  );
}

export const LevelTag = ({ level, t }: { level: Level; t: Tell }) => (
  <span class={`tag lv-${Math.min(level.rank, 3)}`}>
    <WarnShape rank={level.rank} />
    <span class="vh">
      {t('levelIs')}
      {t('colon')}
    </span>
    {t.say(level.text)}
  </span>
);
