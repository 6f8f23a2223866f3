/** What accounts, sessions, drafts, files and the access log ask of PostgreSQL: a parameterised statement, nothing more. */
export interface Database {
  query<Row extends object = any>(text: string, values?: any[]): Promise<{ rows: Row[]; rowCount: number | null }>;
}
