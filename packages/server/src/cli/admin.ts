/** `admin create`: the first account where there are no demo accounts, and any further one. */
import { randomBytes } from 'node:crypto';
import { AccountTaken, createAccounts } from '../host/accounts.ts';
import { passwordTooShort } from '../host/password.ts';
import { migrate } from '../postgres/migrate.ts';
import type { Command } from './command.ts';
import { EXIT, Failure, say } from './command.ts';
import { machineClock, withDatabase } from './with-database.ts';
import { districtNamed } from './with-district.ts';

export const adminCreate: Command = {
  name: 'admin create',
  usage: 'admin create <login> --district D --person P [--json]',
  zh: '建立账号；密码从标准输入读取，没有则生成并打印',
  en: 'make an account; the password is read from stdin, or made and printed',
  options: { district: { type: 'string' }, person: { type: 'string' } },
  takes: [1, 1],
  async run({ args, options }, io) {
    const { district, person } = options;
    if (typeof district !== 'string' || typeof person !== 'string' || !/^[\p{L}\p{N}._@-]{2,40}$/u.test(args[0]!)) {
      io.err(say({ zh: '须写明账号、--district 和 --person', en: 'a login, --district and --person are required' }));
      return EXIT.misuse;
    }
    const { file } = await districtNamed(io, district);
    if (!file.people.some((one) => one.id === person))
      throw new Failure({
        zh: `辖区 ${district} 没有人员 ${person}`,
        en: `district ${district} has no person ${person}`,
      });
    const typed = (await io.input()).replace(/\r?\n$/, '');
    const password = typed || randomBytes(12).toString('base64url');
    if (passwordTooShort(password))
      throw new Failure({ zh: '密码至少 10 个字符', en: 'a password has 10 characters or more' });
    return withDatabase(io, async ({ database, engine }) => {
      await migrate(database.owner);
      try {
        const made = await createAccounts(engine, machineClock).create({ login: args[0]!, district, person, password });
        if (options.json)
          io.out(JSON.stringify({ login: made.login, district, person, ...(typed ? {} : { password }) }));
        else {
          io.out(made.login);
          if (!typed) io.out(password);
        }
        return EXIT.done;
      } catch (error) {
        if (error instanceof AccountTaken) throw new Failure({ zh: '该账号已存在', en: 'the login is in use' });
        throw error;
      }
    });
  },
};
