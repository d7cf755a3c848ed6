import type { OfficerAnswer, OrganisationAnswer, WardOfficersAnswer } from '@yoriai/api-client';
import { EmptyState, TaskList } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useLevel } from '../../app/session.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { areaOf } from '../../ui/area-of.js';
import { Forbidden } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { groupBy } from '../../ui/group.js';
import { searchForm } from '../attendance/reception.js';
import { Invitations } from './invitations.js';
import { wardOfficersQuery } from './queries.js';

/** 団体と役員: every organisation with its heads; invitations go out from an organisation's own page. */
export function WardPeopleScreen(): ReactElement {
  const [staff, admin] = [useLevel('staff'), useLevel('admin')];
  return staff || admin ? <WardPeople /> : <Forbidden code="app.ward-people" />;
}

function WardPeople(): ReactElement {
  const found = useQuery(wardOfficersQuery);
  return (
    <Screen title={t('app.ward-people.title')} lead={t('app.ward-people.lead')}>
      <Answer of={found} inside>
        {(answer) => <Organisations of={answer} />}
      </Answer>
    </Screen>
  );
}

/** The id of an area's heading; the words on it may have blanks. */
const headOf = ([first]: readonly OrganisationAnswer[]): string => `area-${first?.areaSlug ?? 'ward'}`;

function Organisations({ of }: { readonly of: WardOfficersAnswer }): ReactElement {
  const [text, setText] = useState('');
  const officersOf = groupBy(of.officers, (each) => each.organisationId);
  const wanted = searchForm(text);
  const fits = (organisation: OrganisationAnswer): boolean =>
    [organisation.name, organisation.kana, ...(officersOf.get(organisation.id) ?? []).flatMap((each) => [each.name, each.kana])].some((each) =>
      searchForm(each).includes(wanted),
    );
  const shown = of.organisations.filter((each) => wanted === '' || fits(each));
  const byArea = groupBy(shown, areaOf);
  return (
    <div className={of.invitations.length === 0 ? 'mt4' : 'two mt4'}>
      <div>
        <div className="srch">
          <label htmlFor="people-q">{t('app.ward-people.search')}</label>
          <input id="people-q" className="in" type="search" value={text} onChange={(event) => setText(event.target.value)} autoComplete="off" />
        </div>
        <p className="sub num mt3" role="status">
          {t('app.ward-people.count', { organisations: shown.length, officers: of.officers.filter((each) => each.state === 'current').length })}
        </p>
        {shown.length === 0 ? <EmptyState title={t('app.day.no-match')} /> : null}
        {[...byArea].map(([area, organisations]) => (
          <section key={area} className="mt5" aria-labelledby={headOf(organisations)}>
            <h2 id={headOf(organisations)} className="mb2">
              {area}
            </h2>
            <TaskList
              renderLink={appLink}
              tasks={organisations.map((each) => ({
                id: each.id,
                href: paths.org({ id: each.id }),
                title: each.name,
                line: officersLine(officersOf.get(each.id) ?? []),
              }))}
            />
          </section>
        ))}
      </div>
      {of.invitations.length === 0 ? null : (
        <aside>
          <Invitations invitations={of.invitations} organisationName={(id) => of.organisations.find((each) => each.id === id)?.name ?? ''} />
        </aside>
      )}
    </div>
  );
}

/** 会長 佐藤 みのる、会計 … at most three. */
function officersLine(officers: readonly OfficerAnswer[]): string {
  const current = officers.filter((each) => each.state === 'current');
  if (current.length === 0) return t('app.ward-people.vacant');
  const named = current.slice(0, 3).map((each) => `${each.title} ${each.name}`);
  const more = current.length > 3 ? t('app.ward-people.more', { count: current.length - 3 }) : '';
  return `${named.join('、')}${more}`;
}
