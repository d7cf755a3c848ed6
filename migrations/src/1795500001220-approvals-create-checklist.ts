import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, grantContext } from './grants.js';

type Gate = 'approval' | 'publication' | 'day';
interface Kind {
  code: string;
  /** Any of them; none: always. */
  flags: readonly string[];
  title: string;
  authority: string;
  leadDays: number;
  how: string;
  gate: Gate;
  judgedBy: 'ward' | 'host';
  /** Lead time or rule was not read in a public source: said beside it until the ward has looked. */
  toConfirm: boolean;
}

const SELF = { flags: [], authority: '主催（自分たちで確かめる）', gate: 'day', judgedBy: 'host', toConfirm: false } as const;

/** The procedures of an event in the ward, from public pages of city, fire department, police and 社協; the ward corrects authority, days and words on its own screen. */
const KINDS: readonly Kind[] = [
  { code: 'park', flags: ['park'], title: '公園の使用許可', authority: '区を担当する公園事務所', leadDays: 20, how: '公園を占める、物を売る、人を集めるときの許可です。テントや舞台を建てるときは、占用許可もいります。地域の行事は使用料が安くなることがあります。', gate: 'publication', judgedBy: 'ward', toConfirm: true },
  { code: 'road', flags: ['road'], title: '道路使用許可', authority: '警察署', leadDays: 7, how: '申請書2部、地図、安全計画を出します。パレードや祭りと、出店とでは、種類がちがいます。手数料がかかります。', gate: 'publication', judgedBy: 'ward', toConfirm: false },
  { code: 'facility', flags: ['facility'], title: '施設の使用', authority: '施設の管理者（学校・区民センター・集会室）', leadDays: 10, how: '使う部屋と時間を、施設に申し込みます。', gate: 'day', judgedBy: 'host', toConfirm: true },
  { code: 'fire-appliances', flags: ['fire'], title: '露店等の開設届出書', authority: '消防署', leadDays: 3, how: 'ガス、炭、発電機など、火や熱を使う器具を人の集まる所で使うときの届け出です。器具ごとに消火器を置きます。ホットプレート、ポップコーン機、わたがし機だけなら、いりません。', gate: 'approval', judgedBy: 'ward', toConfirm: false },
  { code: 'naked-flame', flags: ['naked-flame'], title: '裸火・危険物品の持込み許可', authority: '消防署', leadDays: 5, how: '建物の中や舞台で裸火や危険物を使うときの許可です。', gate: 'approval', judgedBy: 'ward', toConfirm: false },
  { code: 'food', flags: ['food'], title: '臨時出店届', authority: '保健所（生活衛生監視事務所）', leadDays: 7, how: '主催の代表が1枚にまとめて出します。出す直前に火を通すものだけです。ごはん物、生もの、クリームは出せません。業者が出すときは、業者の営業許可の写しをつけます。', gate: 'approval', judgedBy: 'ward', toConfirm: true },
  { code: 'ward-name', flags: ['ward-name'], title: '区の後援・共催', authority: '区役所', leadDays: 10, how: '名前を使うことについて、区が決めます。', gate: 'approval', judgedBy: 'ward', toConfirm: true },
  { code: 'insurance', flags: ['participants', 'volunteers'], title: '行事保険・ボランティア保険', authority: '社会福祉協議会', leadDays: 1, how: '行事の日の前に入ります。ボランティア活動保険は1人ずつで、3月31日までです。行事用は名簿があるかないかで種類が変わります。掛け金は年度ごとに変わります。', gate: 'day', judgedBy: 'host', toConfirm: false },
  { ...SELF, code: 'neighbours', title: '音と、近所へのお知らせ', leadDays: 5, how: '音を出す時間と大きさを決め、近所に知らせます。' },
  { ...SELF, code: 'waste', title: 'ごみ', leadDays: 1, how: 'ごみ箱の数、分け方、持ち帰る人を決めます。' },
  { ...SELF, code: 'bicycles', title: '自転車を置く所', leadDays: 1, how: '置く所と、案内する人を決めます。' },
  { ...SELF, code: 'first-aid', title: 'AED・救護', leadDays: 1, how: 'いちばん近いAEDと、救護の担当を確かめます。' },
  { ...SELF, code: 'guarding', title: '警備・誘導', leadDays: 5, how: '人の流れ、混んだときの止め方、担当を決めます。' },
  { ...SELF, code: 'privacy', title: '個人情報・写真の同意', leadDays: 1, how: '名簿をしまう所と、写真を載せてよいかの聞き方を決めます。' },
];

/** Procedures as data: what an event needs, by what it answers; what was said about each, and the papers that prove it. */
export class ApprovalsCreateChecklist1795500001220 implements MigrationInterface {
  readonly name = 'ApprovalsCreateChecklist1795500001220';

  async up(runner: QueryRunner): Promise<void> {
    await this.catalogue(runner);
    await this.items(runner);
    await this.evidence(runner);
    await runner.query('alter table approvals.condition add column item_code text references approvals.checklist_kind (code)');
    await grantContext(runner, 'approvals', { appendOnly: ['revision', 'decision', 'condition', 'condition_step', 'checklist_kind', 'checklist_step', 'checklist_reminder', 'evidence'] });
    await runner.query(`grant update (state, reminded_at) on approvals.condition to ${APP_ROLE}`);
    await runner.query(`revoke insert on approvals.checklist_kind from ${APP_ROLE}`);
    await runner.query(`grant update (authority, lead_days, how, to_confirm) on approvals.checklist_kind to ${APP_ROLE}`);
    await runner.query(`grant update (file_id, removed_at, keep_until) on approvals.evidence to ${APP_ROLE}`);
  }

  private async catalogue(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table approvals.checklist_kind (
        code text primary key,
        sort int not null unique,
        -- any of them asks for it; none: it is always asked for
        flags text[] not null,
        title text not null,
        authority text not null,
        -- business days before the day of the event
        lead_days int not null,
        how text not null,
        gate text not null,
        judged_by text not null,
        to_confirm boolean not null,
        constraint checklist_kind_gate check (gate in ('approval', 'publication', 'day')),
        constraint checklist_kind_judge check (judged_by in ('ward', 'host')),
        constraint checklist_kind_lead check (lead_days between 0 and 120)
      )`);
    for (const [sort, { code, flags, title, authority, leadDays, how, gate, judgedBy, toConfirm }] of KINDS.entries()) {
      await runner.query(`insert into approvals.checklist_kind values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`, [code, sort, flags, title, authority, leadDays, how, gate, judgedBy, toConfirm]);
    }
  }

  private async items(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table approvals.checklist_item (
        id uuid primary key,
        subject_kind text not null,
        subject_id uuid not null,
        code text not null references approvals.checklist_kind (code),
        state text not null,
        -- asked for by the answers as they were aligned last
        wanted boolean not null,
        -- nobody is reminded: a draft, or an event that needed no decision
        quiet boolean not null,
        begins_on date,
        due_on date,
        constraint checklist_item_once unique (subject_kind, subject_id, code),
        constraint checklist_item_state check (state in ('open', 'reported', 'confirmed', 'waived'))
      )`);
    await runner.query(`create index checklist_item_due on approvals.checklist_item (due_on) where state = 'open' and wanted and not quiet`);
    await runner.query(`
      create table approvals.checklist_step (
        id uuid primary key,
        item_id uuid not null references approvals.checklist_item (id),
        kind text not null,
        words text,
        by_person_id uuid not null references identity.person (id),
        -- who handed the event in, or ever reported the item: none of them judges it
        parties uuid[] not null,
        at timestamptz not null,
        constraint checklist_step_kind check (kind in ('reported', 'confirmed', 'sent-back', 'waived')),
        constraint checklist_step_has_words check (length(btrim(words)) > 0 or (words is null and kind in ('reported', 'confirmed'))),
        constraint checklist_step_by_no_party check (kind = 'reported' or by_person_id <> all (parties))
      )`);
    await runner.query('create index checklist_step_item on approvals.checklist_step (item_id, at)');
    await runner.query(`
      create table approvals.checklist_reminder (
        item_id uuid not null references approvals.checklist_item (id),
        due_on date not null,
        -- days before it is due
        days int not null,
        at timestamptz not null,
        primary key (item_id, due_on, days)
      )`);
  }

  private async evidence(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table approvals.evidence (
        id uuid primary key,
        subject_kind text not null,
        subject_id uuid not null,
        about_kind text not null,
        about_id text not null,
        file_id uuid references platform.file (id) on delete set null,
        kind text not null,
        size int not null,
        digest bytea not null,
        by_person_id uuid not null references identity.person (id),
        at timestamptz not null,
        removed_at timestamptz,
        -- until then it is kept; null while its subject goes on
        keep_until date,
        constraint evidence_about check (about_kind in ('condition', 'item'))
      )`);
    await runner.query('create unique index evidence_once on approvals.evidence (subject_kind, subject_id, about_kind, about_id, digest) where removed_at is null');
    await runner.query('create index evidence_to_erase on approvals.evidence (keep_until) where file_id is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table approvals.condition drop column item_code');
    await runner.query('drop table approvals.evidence, approvals.checklist_reminder, approvals.checklist_step, approvals.checklist_item, approvals.checklist_kind');
  }
}
