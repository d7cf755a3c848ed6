import type { ReactElement } from 'react';
import { DataTable } from '../list/data-table.js';
import { NumberCard, NumberCards, SmallNumbers } from '../list/number-card.js';
import { Pagination } from '../list/pagination.js';
import { TaskList } from '../list/task-list.js';
import { Badge, StatusBadge } from '../notice/badge.js';
import { AppBar, AppTabs, type AppBarItem } from '../page/app-bar.js';
import { Motif } from '../picture/motif.js';
import type { Translate } from '../texts/translate.js';
import { Shelf } from './shelf.js';

const ITEMS: readonly AppBarItem[] = [
  { href: '#home', label: 'ホーム', icon: 'home', current: true },
  { href: '#events', label: '行事', icon: 'calendar' },
  { href: '#desk', label: '承認', icon: 'tick-circle' },
];

const TABLE = [
  { area: '西船場', people: 1240, events: 31 },
  { area: '江戸堀', people: 980, events: 22 },
];

/** What leaders and staff work with. */
export function WorkParts({ t }: { readonly t: Translate }): ReactElement {
  return (
    <Shelf title="アプリ">
      <AppBar
        t={t}
        homeHref="#"
        items={ITEMS}
        who={
          <>
            西船場連合振興町会
            <br />
            <b>佐藤 みのるさん</b>
          </>
        }
      />
      <Tasks t={t} />
      <NextEvent />
      <Figures />
      <Pagination t={t} page={2} pages={5} hrefOf={(page) => `#page-${page}`} />
      <AppTabs t={t} items={ITEMS} />
    </Shelf>
  );
}

function Tasks({ t }: { readonly t: Translate }): ReactElement {
  return (
    <TaskList
      tasks={[
        {
          id: 'a',
          href: '#',
          title: '当番があと5人たりません',
          line: 'バラ園コンサート　11月29日(日)',
          status: <StatusBadge t={t} status="people-short" params={{ count: 5 }} />,
          field: 'bunka',
        },
        {
          id: 'b',
          href: '#',
          title: '承認',
          line: '11月4日に区が承認しました',
          status: <StatusBadge t={t} status="approved" />,
        },
        { id: 'c', title: '報告', line: '終わってから14日以内', status: <Badge icon="lock">29日から</Badge> },
      ]}
    />
  );
}

function NextEvent(): ReactElement {
  return (
    <article className="nxc">
      <span className="top bunka">
        <Motif field="bunka" size="bare" />
      </span>
      <div>
        <p className="num">
          あと<b className="big">7</b>日
        </p>
        <h3>
          <a href="#next">靱公園バラ園コンサート</a>
        </h3>
        <p className="sub num">11月29日(日) 10時〜13時</p>
        <SmallNumbers
          rows={[
            { label: '申込', value: 96, of: 120 },
            { label: '当番', value: 17, of: 22 },
            { label: 'キャンセル', value: 3 },
          ]}
        />
      </div>
    </article>
  );
}

function Figures(): ReactElement {
  return (
    <>
      <NumberCards>
        <NumberCard label="参加した人" value="12,840人" sub="のべ人数" />
        <NumberCard label="開いた行事" value="118件" />
        <NumberCard label="手伝った人" value="1,460人" />
      </NumberCards>
      <DataTable
        caption="地域ごとの参加者"
        columns={[
          { key: 'area', head: '地域', cell: (row) => row.area },
          { key: 'events', head: '行事', cell: (row) => row.events, number: true },
          { key: 'people', head: '参加者', cell: (row) => row.people.toLocaleString('ja-JP'), number: true },
        ]}
        rows={TABLE}
        rowKey={(row) => row.area}
      />
    </>
  );
}
