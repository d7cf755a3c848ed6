import type { MigrationInterface, QueryRunner } from 'typeorm';

const USES = ['park', 'road', 'facility', 'naked-flame', 'ward-name', 'subsidy'];
const KIND = {
  code: 'owner',
  title: '持ち主の同意',
  authority: '建物・壁・シャッターの持ち主',
  leadDays: 5,
  how: '場所ごとに、持ち主の同意書（日付、場所、することへの同意、持ち主の名前）をもらい、写しを付けます。色や薬品を使うときは、それも書きます。',
} as const;

async function allowUses(runner: QueryRunner, uses: readonly string[]): Promise<void> {
  const words = uses.map((use) => `'${use}'`).join(', ');
  await runner.query(`alter table events.event drop constraint event_uses, add constraint event_uses check (uses <@ array[${words}])`);
}

/** Who works on somebody's wall or shutter has its owner's consent before anything is public: one more answer, one more procedure. */
export class ApprovalsAskOwners1795500003210 implements MigrationInterface {
  readonly name = 'ApprovalsAskOwners1795500003210';

  async up(runner: QueryRunner): Promise<void> {
    await allowUses(runner, [...USES, 'owner']);
    const { code, title, authority, leadDays, how } = KIND;
    // It stands after what else the ward judges, before what is the host's own.
    const [insurance] = (await runner.query(`select sort from approvals.checklist_kind where code = 'insurance'`)) as { sort: number }[];
    await runner.query('update approvals.checklist_kind set sort = sort + 1000 where sort >= $1', [insurance!.sort]);
    await runner.query(`insert into approvals.checklist_kind (code, sort, flags, title, authority, lead_days, how, gate, judged_by, to_confirm) values ($1, $2, array[$1], $3, $4, $5, $6, 'publication', 'ward', true)`, [
      ...[code, insurance!.sort, title, authority, leadDays, how],
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    // What was said about it goes with it; the answers that asked for it too.
    await runner.query(`update events.event set uses = array_remove(uses, 'owner') where 'owner' = any(uses)`);
    await runner.query(`update events.event set change = jsonb_set(change, '{uses}', (change->'uses') - 'owner') where change->'uses' ? 'owner'`);
    for (const table of ['checklist_step', 'checklist_reminder']) await runner.query(`delete from approvals.${table} where item_id in (select id from approvals.checklist_item where code = $1)`, [KIND.code]);
    await runner.query('delete from approvals.checklist_item where code = $1', [KIND.code]);
    await runner.query('update approvals.condition set item_code = null where item_code = $1', [KIND.code]);
    await runner.query('delete from approvals.checklist_kind where code = $1', [KIND.code]);
    await runner.query('update approvals.checklist_kind set sort = sort - 1000 where sort >= 1000');
    await allowUses(runner, USES);
  }
}
