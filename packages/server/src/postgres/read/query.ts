/** What the questions of a page are asked through. */
import type pg from 'pg';

/** A statement within the transaction of a page. */
export interface Query {
  <Row extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Personal values by reference, opened on demand; unknown and erased ones are absent. */
  personal(refs: readonly string[]): Promise<Map<string, string>>;
  district: string;
  /** Key for the search tokens of the district. */
  searchKey: Buffer;
}
