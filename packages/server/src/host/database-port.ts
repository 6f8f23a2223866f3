/** What accounts, sessions, drafts, files and the access log ask of PostgreSQL: a parameterised statement, nothing more. */
export interface Database {
  query<Row = unknown>(text: string, values?: readonly unknown[]): Promise<{ rows: Row[]; rowCount: number | null }>;
}
