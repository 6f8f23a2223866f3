import pg from 'pg';
import { expect, test } from 'vitest';
import { checkDatabase } from '../../packages/server/src/postgres/checks.ts';
import { loginNames, migrate } from '../../packages/server/src/postgres/migrate.ts';
import { emptyDatabase, freshDatabase } from '../support/postgres.ts';

test('the embedded database is fit, and guards history and districts', async () => {
  const { engine, pages } = await freshDatabase();
  const report = await checkDatabase(engine, pages);
  expect(report).toEqual({ version: expect.stringMatching(/^18\./), errors: [], appendOnly: true, pagesApart: true });
});

test('with one login, it is said that nothing is guarded', async () => {
  const { owner } = await emptyDatabase();
  await migrate(owner, loginNames({ owner, engine: owner, pages: owner }));
  expect(await checkDatabase(owner)).toMatchObject({ errors: [], appendOnly: false, pagesApart: false });
  const mixed = await freshDatabase();
  expect(await checkDatabase(mixed.engine, mixed.engine)).toMatchObject({ appendOnly: true, pagesApart: false });
});

test('a database in another encoding and a server that is not there are named', async () => {
  const { owner, name } = await emptyDatabase();
  const client = new pg.Client({ ...owner, database: 'postgres' });
  await client.connect();
  await client.query(
    `create database ${name}_latin template template0 encoding 'SQL_ASCII' locale_provider libc locale 'C'`,
  );
  await client.end();
  const report = await checkDatabase({ ...owner, database: `${name}_latin` });
  expect(report.errors.map((error) => error.code)).toEqual(['ENCODING_NOT_UTF8']);
  const nowhere = checkDatabase({ host: '127.0.0.1', port: 1, user: 'u', password: 'secret', database: 'd' });
  await expect(nowhere).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
  await expect(nowhere).rejects.not.toThrow(/secret/);
});

test('names of logins are read from addresses', () => {
  const names = loginNames({
    owner: { connectionString: 'postgres://own:x@h/d' },
    engine: { user: 'eng' },
    pages: { connectionString: 'postgres://pag%40x@h/d' },
  });
  expect(names).toEqual({ owner: 'own', engine: 'eng', pages: 'pag@x' });
});
