import type { ListExportLine, ListExportLog } from '@yoriai/api-client';
import { Button, DataTable, dateTime, EmptyState, monthOfYear, NativeSelect } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { jstOf } from '../../app/jst.js';
import { AppLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useLevel, useNow } from '../../app/session.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { Forbidden } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { monthBeside } from '../calendar/weeks.js';
import { eventTitle } from '../events/event-title.js';
import { exportsQuery } from './queries.js';
import { reasonWords } from './reason-line.js';

/** As many months back there is something to choose. */
const MONTHS = 36;

/** 名簿の持ち出しの記録: what the personal data officer reads of lists that left as files. */
export function ExportsScreen(): ReactElement {
  return useLevel('privacy-officer') ? <Exports /> : <Forbidden code="list-export.privacy-officer-only" />;
}

function Exports(): ReactElement {
  const search = useSearch({ from: '/privacy' });
  const thisMonth = jstOf(useNow()).date.slice(0, 7);
  const month = search.month ?? thisMonth;
  const found = useQuery(exportsQuery({ month }));
  return (
    <Screen title={t('app.exports.title')} lead={t('app.exports.lead')}>
      <p className="mt3">
        <AppLink href={paths.retention} className="more">
          {t('app.retention.title')}
        </AppLink>
      </p>
      <Months key={month} month={month} thisMonth={thisMonth} />
      <Answer of={found}>{(log) => <Month of={log} />}</Answer>
    </Screen>
  );
}

/** To another month, by choosing it and pressing the button. */
function Months({ month, thisMonth }: { readonly month: string; readonly thisMonth: string }): ReactElement {
  const [wanted, want] = useState(month);
  const go = useNavigate();
  const past = Array.from({ length: MONTHS }, (_, index) => monthBeside(thisMonth, -index));
  const choices = past.includes(month) ? past : [month, ...past];
  return (
    <form
      className="row end mt3"
      onSubmit={(event) => {
        event.preventDefault();
        void go({ to: '/privacy', search: { month: wanted } });
      }}
    >
      <NativeSelect t={t} name="month" need="silent" label={t('app.exports.month')} choices={choices.map((value) => ({ value, label: monthOfYear(t, `${value}-01`) }))} value={wanted} onChange={(box) => want(box.target.value)} />
      <Button kind="outline">{t('app.calendar.show')}</Button>
    </form>
  );
}

function Month({ of: { month, total, items } }: { readonly of: ListExportLog }): ReactElement {
  const name = monthOfYear(t, `${month}-01`);
  if (items.length === 0) {
    return (
      <EmptyState title={t('app.exports.none')} field="fukushi">
        <p>{t('app.exports.none.body')}</p>
      </EmptyState>
    );
  }
  return (
    <section className="mt5" aria-label={name}>
      {total > items.length ? <p className="num">{t('app.exports.more', { shown: items.length, total })}</p> : null}
      <p className="sub ph mb2">{t('app.table.scroll')}</p>
      <DataTable
        caption={`${t('app.exports.title')} ${name}`}
        captionHidden
        columns={[
          { key: 'at', head: t('app.exports.at'), cell: ({ at }: ListExportLine) => dateTime(t, at) },
          { key: 'by', head: t('app.exports.by'), cell: ({ by }) => by },
          { key: 'step', head: t('app.exports.step'), cell: ({ step }) => t(`app.exports.step.${step}`) },
          { key: 'event', head: t('app.exports.event'), cell: (line) => `${eventTitle(line)}（${line.host}） ${t(`app.papers.${line.list}`)}` },
          { key: 'reason', head: t('app.exports.reason'), cell: ({ why, words }) => (why === null ? '' : reasonWords({ why, words })) },
          { key: 'rows', head: t('app.exports.rows'), cell: ({ rowCount }) => (rowCount === null ? '' : rowCount.toLocaleString('ja-JP')), number: true },
        ]}
        rows={items}
        rowKey={(line) => `${line.at}${line.by}${line.step}${line.title}`}
      />
    </section>
  );
}
