import type { ReactElement } from 'react';
import { EventList, EventRow, SeatsLeft } from '../event/event-row.js';
import { Facts } from '../event/facts.js';
import { DutyRow, HelpWanted, type WantedDuty } from '../event/help-wanted.js';
import { Himekuri } from '../event/himekuri.js';
import { Meter } from '../event/meter.js';
import { Remaining } from '../event/seats.js';
import { Chips, Segments } from '../list/chips.js';
import { MonthTable } from '../list/month-table.js';
import { StatusBadge } from '../notice/badge.js';
import { LinkButton } from '../page/button.js';
import { PaperBox } from '../page/paper-box.js';
import { PhoneLink } from '../page/phone-link.js';
import type { Translate } from '../texts/translate.js';
import { Ticket } from '../ticket/ticket.js';
import { Shelf } from './shelf.js';

const DUTIES: readonly WantedDuty[] = [
  {
    id: 'a',
    duty: '会場づくり・いす並べ',
    when: '8時〜9時30分',
    note: '立ち仕事です',
    capacity: 6,
    free: 2,
    href: '#',
  },
  { id: 'b', duty: '受付', when: '9時30分〜13時', note: 'すわってできます', capacity: 4, free: 1, href: '#' },
  { id: 'c', duty: '見守り', when: '9時〜13時', capacity: 30, free: 9, href: '#' },
];

interface PartProps {
  readonly t: Translate;
}

/** What stands on event pages. */
export function EventParts({ t }: PartProps): ReactElement {
  return (
    <>
      <Shelf title="行事の一覧">
        <Conditions />
        <Month t={t} />
        <Rows t={t} />
      </Shelf>
      <Shelf title="行事のページ">
        <EventPage t={t} />
      </Shelf>
      <Shelf title="切符">
        <div className="narrow stack">
          <GalleryTicket t={t} good />
          <GalleryTicket t={t} good={false} />
        </div>
      </Shelf>
    </>
  );
}

function Conditions(): ReactElement {
  return (
    <>
      <Chips
        label="よく使う条件"
        chips={[
          { href: '#1', label: '今週末', icon: 'calendar' },
          { href: '#2', label: 'こどもと', icon: 'child', on: true },
        ]}
      />
      <Segments
        label="見かた"
        chips={[
          { href: '#3', label: '一覧', icon: 'list', on: true },
          { href: '#4', label: '月の表', icon: 'calendar' },
        ]}
      />
    </>
  );
}

function EventPage({ t }: PartProps): ReactElement {
  return (
    <>
      <div className="row">
        <Himekuri t={t} at="2026-11-29" large />
        <Himekuri t={t} at="2026-11-28" />
        <Himekuri t={t} at="2026-11-23" holiday />
        <Himekuri t={t} at="2026-12-25" />
      </div>
      <div className="two e">
        <Facts
          rows={[
            { term: '日時', detail: <b className="num">令和8年(2026年)11月29日(日曜日) 10時〜13時</b> },
            { term: '場所', detail: '靱公園 バラ園（靱本町2丁目）' },
            { term: '持ち物', detail: null },
            { term: '問合せ', detail: <PhoneLink number="090-0000-0129" small icon={false} /> },
          ]}
        />
        <Aside t={t} />
      </div>
      <Meter value={3} of={4} tone="warm" />
      <Meter value={4} of={4} tone="good" />
      <ul className="vl">
        {DUTIES.slice(0, 1).map((duty) => (
          <DutyRow
            key={duty.id}
            t={t}
            duty={{ ...duty, event: '靱公園バラ園コンサート' }}
            field="bunka"
            date="11月29日(日)"
          />
        ))}
      </ul>
      <PaperBox title="電話でも申し込めます" id="gallery-paper">
        <p>名前と電話番号をうかがい、こちらで入力します。</p>
        <PhoneLink number="06-0000-0120" />
      </PaperBox>
    </>
  );
}

function Aside({ t }: PartProps): ReactElement {
  return (
    <div className="stack-l">
      <Remaining t={t} id="gallery-remaining" taken={96} capacity={120}>
        <LinkButton href="#" wide>
          申し込む
        </LinkButton>
        <p className="sub">2分でおわります。会員登録はいりません。</p>
      </Remaining>
      <HelpWanted
        t={t}
        id="gallery-help"
        title="当番をさがしています"
        lead="あと12人そろうと、安心して開けます。"
        duties={DUTIES}
      />
      <HelpWanted
        t={t}
        id="gallery-help-brief"
        title="手を貸してください"
        form="brief"
        duties={DUTIES.slice(0, 2).map((duty) => ({ ...duty, event: '靱公園バラ園コンサート' }))}
      />
    </div>
  );
}

function Rows({ t }: PartProps): ReactElement {
  return (
    <EventList>
      <EventRow
        t={t}
        href="#"
        title="新町北公園 花の植えかえと朝の清掃"
        field="kankyo"
        startsAt="2026-11-23T00:00:00Z"
        endsAt="2026-11-23T01:30:00Z"
        holiday
        place="新町北公園"
        badges={
          <>
            <StatusBadge t={t} status="no-application" />
            <StatusBadge t={t} status="help-count" params={{ count: 3 }} />
          </>
        }
        left="道具はあります"
      />
      <EventRow
        t={t}
        href="#"
        title="手づくりたこ教室"
        field="kodomo"
        startsAt="2026-11-28T04:30:00Z"
        endsAt="2026-11-28T06:30:00Z"
        place="日吉小学校 図工室"
        badges={<StatusBadge t={t} status="full" />}
        left="キャンセル待ち 4組"
      />
      <EventRow
        t={t}
        href="#"
        title="靱公園バラ園コンサート"
        field="bunka"
        startsAt="2026-11-29T01:00:00Z"
        endsAt="2026-11-29T04:00:00Z"
        place="靱公園 バラ園"
        badges={<StatusBadge t={t} status="open" />}
        left={<SeatsLeft t={t} count={24} />}
      />
    </EventList>
  );
}

function GalleryTicket({ t, good }: PartProps & { readonly good: boolean }): ReactElement {
  return (
    <Ticket
      t={t}
      status={good ? 'confirmed' : 'cancelled-by-applicant'}
      daysLeft={good ? 7 : -1}
      title="靱公園バラ園コンサート"
      when="11月29日(日) 9時30分開場"
      place="靱公園 バラ園　いす席"
      number="B29K47"
      qrText={good ? 'https://yoriai.example.jp/t/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO' : undefined}
      rows={[
        { term: 'お名前', detail: '山田 はな子 さん' },
        { term: '人数', detail: '2人' },
        { term: '持ち物', detail: 'ひざかけ、ぼうし、飲みもの' },
      ]}
    />
  );
}

function Month({ t }: PartProps): ReactElement {
  const entry = (id: string, wanted: boolean) => ({ id, href: '#', title: '花の植えかえ', wanted });
  const week = Array.from({ length: 7 }, (_, index) => ({
    day: `2026-11-${22 + index}`,
    holiday: index === 1,
    today: index === 0,
    outside: index === 6,
    entries: index === 1 ? ['a', 'b', 'c'].map((id) => entry(id, id === 'b')) : [],
  }));
  return <MonthTable t={t} caption="11月の一週間" weeks={[week]} hrefOf={(day) => `#${day}`} />;
}
