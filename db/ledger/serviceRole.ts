import { sql } from 'drizzle-orm';
import { assert } from '#domain/assert';
import { type LedgerDb, NO_DISTRICT } from './database.ts';

/** What the server says of the role as which the service works, and of the user who signed in. */
type Standing = {
  role: string;
  isSuper: boolean;
  bypasses: boolean;
  owns: string | null;
  mayChange: string | null;
  unguarded: string | null;
  mayOwn: boolean;
  signedIn: string;
  signedInMayOwn: boolean;
};

/**
 * Asserts, at start, that the role which the service steps down to can only add to what is money and sees one district:
 * it owns nothing and cannot become who does, row security holds it, no table lets it delete or empty, no journal
 * lets it update, and no trigger is switched off.
 * @param isApart the owner has an address of its own: then who signed in here must not be the owner either
 * @throws BrokenPromise in a plain sentence, saying what of it does not hold
 */
export async function assertServiceRole(db: LedgerDb, isApart: boolean): Promise<void> {
  const is = await standingOf(db);
  const { role } = is;
  assert(!is.isSuper, `the role ${role} is a superuser, which no rule holds; make it an ordinary one`);
  assert(!is.bypasses, `the role ${role} bypasses row security; take BYPASSRLS from it`);
  assert(is.owns === null, `the role ${role} owns ${is.owns} and could change its rules; give it to the owner`);
  assert(!is.mayOwn, `the role ${role} can become the owner of the tables; revoke that membership`);
  assert(is.mayChange === null, `the role ${role} may change or erase ${is.mayChange}; revoke that`);
  assert(is.unguarded === null, `the trigger ${is.unguarded} is switched off; switch it on before money is taken`);
  assert(
    !(isApart && is.signedInMayOwn),
    `the user ${is.signedIn} of DATABASE_URL is as good as the owner; give it one who is only a member of ${role}`,
  );
}

async function standingOf(db: LedgerDb): Promise<Standing> {
  const [row] = await db.inDistrict(NO_DISTRICT, 'read', (tx) =>
    tx.rows<Standing>(sql`
      WITH tables AS (SELECT c.oid, c.relname, c.relowner FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')),
      journals AS (SELECT t.tgrelid FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
        WHERE p.proname = 'refuse_change' AND (t.tgtype & 16) <> 0)
      SELECT me.rolname AS role, me.rolsuper AS "isSuper", me.rolbypassrls AS bypasses,
        (SELECT min(c.oid::regclass::text) FROM pg_class c WHERE c.relowner = me.oid AND c.relpersistence <> 't') AS owns,
        (SELECT string_agg(t.relname, ', ' ORDER BY t.relname) FROM tables t
          WHERE has_table_privilege(t.oid, 'DELETE') OR has_table_privilege(t.oid, 'TRUNCATE')
            OR t.oid IN (SELECT tgrelid FROM journals) AND has_any_column_privilege(t.oid, 'UPDATE')) AS "mayChange",
        (SELECT min(t.tgname) FROM pg_trigger t WHERE t.tgrelid IN (SELECT oid FROM tables)
          AND t.tgenabled NOT IN ('O', 'A')) AS unguarded,
        EXISTS (SELECT FROM tables t WHERE pg_has_role(me.oid, t.relowner, 'MEMBER')) AS "mayOwn",
        session_user::text AS "signedIn",
        (SELECT s.rolsuper OR s.rolbypassrls FROM pg_roles s WHERE s.rolname = session_user)
          OR EXISTS (SELECT FROM tables t WHERE pg_has_role(session_user, t.relowner, 'MEMBER')) AS "signedInMayOwn"
      FROM pg_roles me WHERE me.rolname = current_user`),
  );
  assert(row, 'the database knows no role of the service');
  return row;
}
