/**
 * Raising the epoch by hand, after a restore that the database itself cannot tell from what was before: a copy of files or a
 * snapshot of a disk put back in place. (Another cluster and another line of history are noticed without it.)
 */
import { type Fault, unavailable } from '@lienthong/core';
import { E, type TE } from '@lienthong/core/fp';
import type { PoolConfig } from 'pg';
import { database } from './connection.js';
import { faultOf, SYSTEM } from './failure.js';
import { type FeedKind, HERE } from './schema/migrations.js';
import { quoted } from './statements.js';

export type RaiseOptions = Readonly<{
  /** As the owner of the schema. */
  connect: string | PoolConfig;
  schema?: string;
  /** Another kind of feed from here on; as it was, unless said. */
  feed?: FeedKind;
  patience?: number;
}>;

/**
 * Begins a new epoch, once every writer under way has ended: whatever is appended from now on stands behind all that was, and no
 * position is used twice. Answers the epoch.
 */
export const raiseEpoch =
  ({ connect, schema = 'lienthong', feed, patience = 60_000 }: RaiseOptions): TE.TaskEither<Fault, number> =>
  async () => {
    const s = quoted(schema);
    const db = database({ connect, patience, greeting: '' });
    const raised = await db.run(
      [
        `SELECT set_config('lock_timeout', '0', true)`,
        `LOCK TABLE ${s}.events IN SHARE ROW EXCLUSIVE MODE`,
        `INSERT INTO ${s}.epochs (epoch, system, timeline, feed)
           SELECT last.epoch + 1, here.system_identifier, here.line, ${feed === undefined ? 'last.feed' : `'${feed}'`}
           FROM (SELECT epoch, feed FROM ${s}.epochs ORDER BY epoch DESC LIMIT 1) last, (SELECT ${HERE}) here (system_identifier, line)
           RETURNING epoch`,
      ].join('; '),
    );
    await db.close();
    if (E.isLeft(raised)) return E.left(faultOf(raised.left));
    const epoch = Number(raised.right[0]?.[0]);
    return Number.isSafeInteger(epoch) ? E.right(epoch) : E.left(unavailable(SYSTEM, 'corrupt', false));
  };
