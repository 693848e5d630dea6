// Fills the database with a large consortium, to see how Carrel does with one: `npm run seed`.
import { readConfig } from '../server/platform/config.ts';
import { migrate, openDatabase } from '../server/platform/database/index.ts';
import { provideDatabase } from '../server/platform/database/provide-database.ts';
import { createLog } from '../server/platform/log.ts';
import { StartError } from '../server/platform/start-error.ts';
import { readArguments, type SeedArguments } from './seed/arguments.ts';
import { insertSeed } from './seed/insert-seed.ts';
import { planSeed } from './seed/plan.ts';

process.chdir(`${import.meta.dirname}/..`);
try {
  await seed(readArguments(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function seed(wanted: SeedArguments): Promise<void> {
  const config = readConfig(process.env, []);
  const fail = (error: Error): never => {
    throw error;
  };
  const { connection, stopDatabase } = await provideDatabase(config, createLog('warn'), fail);
  try {
    await migrate(connection);
    const database = openDatabase(connection, { connections: 1, onError: fail });
    try {
      const chat = await database.sql.selectFrom('chats').select('id').limit(1).executeTakeFirst();
      if (chat && !wanted.yes)
        throw new StartError(
          'Chats have been held in this database: it looks like somebody’s own. With --yes it is filled all the same.',
        );
      const now = new Date();
      const plan = planSeed(wanted, now.getTime().toString(36), now);
      await database.sql.transaction().execute((sql) => insertSeed(sql, plan, now));
      console.log(
        `Added ${plan.accounts.length} accounts, ${plan.queues.length} queues and ${plan.assignments.length} assignments in ${plan.libraries.length} institutions, and a co-op of ${plan.coop.members.length}. None of them can sign in.`,
      );
    } finally {
      await database.close();
    }
  } finally {
    await stopDatabase();
  }
}
