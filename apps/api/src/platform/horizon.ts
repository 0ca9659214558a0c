/**
 * SQL of the transaction up to which the event log is settled: every transaction of this database below it has ended, so that
 * a reader who goes on from there passes nothing over. Transactions of other databases of the server are in the snapshot too,
 * but write no event here: who runs them stands in pg_stat_activity. One that is not there any more counts as ours.
 */
export const HORIZON = `(select least(pg_current_xact_id_if_assigned(), coalesce(
    (select min(running.xid) from pg_snapshot_xip(pg_current_snapshot()) running(xid)
      where not exists (select from pg_stat_get_activity(null::int) a
        where a.backend_xid = running.xid::xid and a.datid <> (select oid from pg_database where datname = current_database()))),
    pg_snapshot_xmax(pg_current_snapshot()))))`;
