/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/** Subjects in a table that becomes cards on a narrow screen. */
import type { LedgerCell, LedgerColumn, LedgerRowView } from '../model.ts';
import type { Tell } from '../strings.ts';
import { ScrollBox } from './bits.tsx';
import { DueTag, LevelTag } from './tags.tsx';

export const SubjectTable = ({
  columns,
  rows,
  caption,
  first,
  t,
}: {
  columns: readonly LedgerColumn[];
  rows: readonly LedgerRowView[];
  caption: string;
  first: string;
  t: Tell;
}) => (
  <ScrollBox label={caption}>
    <table class="tbl" data-list="">
      <caption class="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {columns.map((column) => (
            <th scope="col" aria-sort={column.sorted} class={column.numeric ? 'r' : undefined}>
              {column.sortHref ? (
                <a href={column.sortHref}>
                  {t.say(column.text)}
                  <span class="srt" aria-hidden="true">
                    {column.sorted === 'ascending' ? '▲' : column.sorted ? '▼' : '⇅'}
                  </span>
                  <span class="vh">{t('sortBy')}</span>
                </a>
              ) : (
                t.say(column.text)
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr class={row.level?.rank ? `edge-${Math.min(row.level.rank, 3)}` : undefined}>
            <td class="c-no">
              <a href={row.href}>{t.say(row.title)}</a>
              {row.number ? <span class="sub cn">{row.number}</span> : null}
            </td>
            {row.cells.map((cell, index) => (
              <td data-l={t.say(columns[index]?.text ?? '')} class={columns[index]?.numeric ? 'r num' : undefined}>
                <Cell cell={cell} t={t} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollBox>
);

function Cell({ cell, t }: { cell: LedgerCell; t: Tell }) {
  const empty = cell.text === undefined && !cell.due && !cell.level;
  return (
    <>
      {cell.level?.rank ? <LevelTag level={cell.level} t={t} /> : cell.level ? t.say(cell.level.text) : null}
      {cell.due ? <DueTag due={cell.due} t={t} /> : null}
      {cell.text === undefined ? null : <span>{t.say(cell.text)}</span>}
      {empty ? <span class="muted">{t('dash')}</span> : null}
      {cell.sub ? <span class="sub">{t.say(cell.sub)}</span> : null}
      {cell.progress ? (
        <span class="dots" aria-hidden="true">
          {Array.from({ length: cell.progress.of }, (_, index) => (
            <i class={index < cell.progress!.done ? 'd' : index === cell.progress!.done ? 'n' : undefined} />
          ))}
        </span>
      ) : null}
    </>
  );
}
