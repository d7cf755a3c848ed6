import { postInitiativeEnding, postInitiativeResumption, type InitiativeLine } from '@yoriai/api-client';
import { Badge, Banner, initiativeName } from '@yoriai/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { AppLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useLevel } from '../../app/session.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { FailureBanner, Forbidden } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { initiativesQuery } from '../events/initiatives.js';
import { InitiativeForm } from './initiative-form.js';
import type { InitiativeSearch } from './search.js';

/** 区の取組の一覧: what hosts choose from and everybody reads, which the ward keeps true. */
export function InitiativesScreen(): ReactElement {
  return useLevel('staff') ? <Initiatives /> : <Forbidden code="initiative.staff-only" />;
}

function Initiatives(): ReactElement {
  const { code }: InitiativeSearch = useSearch({ from: '/desk/initiatives' });
  const found = useQuery(initiativesQuery);
  // A correction leads back to the list, which says that it was kept.
  const [saved, setSaved] = useState<string>();
  return (
    <Answer of={found}>
      {({ items }) => {
        const chosen = items.find((each) => each.code === code);
        return chosen ? <One key={chosen.code} of={chosen} onSaved={setSaved} /> : <All of={items} saved={items.find((each) => each.code === saved)} />;
      }}
    </Answer>
  );
}

function One({ of, onSaved }: { readonly of: InitiativeLine; readonly onSaved: (code: string) => void }): ReactElement {
  const go = useNavigate();
  return (
    <Screen title={initiativeName(t, of)} width="narrow" back={{ href: paths.initiatives(), label: t('app.initiatives.title') }}>
      <div className="mt4">
        <InitiativeForm of={of} onSaved={() => {
          onSaved(of.code);
          void go({ to: '/desk/initiatives' });
        }} />
      </div>
      <section className="sec2" aria-labelledby="standing">
        <h2 id="standing" className="fs-20">
          {t(of.endedAt === null ? 'app.initiatives.end' : 'app.initiatives.resume')}
        </h2>
        <Switch of={of} />
      </section>
    </Screen>
  );
}

function All({ of, saved }: { readonly of: readonly InitiativeLine[]; readonly saved: InitiativeLine | undefined }): ReactElement {
  const lines = (over: boolean): readonly InitiativeLine[] => of.filter((each) => each.over === over);
  return (
    <Screen title={t('app.initiatives.title')} lead={t('app.initiatives.lead')} back={{ href: paths.desk(), label: t('app.desk.title') }}>
      {saved ? <Banner kind="good" role="status" className="mt4" title={t('app.initiatives.corrected', { name: initiativeName(t, saved) })} /> : null}
      <p className="ph mt3">
        <a href="#initiative-add" className="more">
          {t('app.initiatives.add')}
        </a>
      </p>
      <div className="two mt4">
        <div>
          <Lines of={lines(false)} level="h2" />
          {lines(true).length === 0 ? null : (
            <section className="sec2" aria-labelledby="over">
              <h2 id="over" className="fs-20">
                {t('site.initiatives.over')}
              </h2>
              <Lines of={lines(true)} level="h3" />
            </section>
          )}
        </div>
        <section className="ckb top" aria-labelledby="initiative-add">
          <h2 id="initiative-add" className="mb3">
            {t('app.initiatives.add')}
          </h2>
          <InitiativeForm of={undefined} />
        </section>
      </div>
    </Screen>
  );
}

function Lines({ of, level: Name }: { readonly of: readonly InitiativeLine[]; readonly level: 'h2' | 'h3' }): ReactElement {
  return (
    <ul className="papers">
      {of.map((each) => (
        <li key={each.code}>
          <Name className="fs-18">{initiativeName(t, each)}</Name>
          <div className="row tight mt1">
            {each.kind === 'campaign' ? <Badge icon="flag">{t('site.initiative.kind.campaign')}</Badge> : null}
            <span className="sub">{t(`ui.field.${each.field}`)}</span>
          </div>
          <p className="row mt2">
            <AppLink href={paths.initiatives({ code: each.code })} className="more">
              {t('app.initiatives.correct')}
              <span className="vh">：{initiativeName(t, each)}</span>
            </AppLink>
            <a href={`/initiatives/${each.code}`} className="more">
              {t('app.initiatives.page')}
              <span className="vh">：{initiativeName(t, each)}</span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Ends it, or begins it again; pressed twice, since every host hears of it, and told once it is done. */
export function Switch({ of }: { readonly of: InitiativeLine }): ReactElement {
  const client = useQueryClient();
  const ended = of.endedAt !== null;
  const switching = useAct((code: string, options) => (ended ? postInitiativeResumption : postInitiativeEnding)(code, options), (list) => void client.setQueryData(initiativesQuery.queryKey, list));
  return (
    <>
      <FailureBanner error={switching.error} />
      {switching.done ? <Banner kind="good" role="status" level={3} className="mb4" title={t(ended ? 'app.initiatives.ended' : 'app.initiatives.resumed')} /> : null}
      <ConfirmedButton label={t(ended ? 'app.initiatives.resume' : 'app.initiatives.end')} kind={ended ? 'outline' : 'stop'} what={t(ended ? 'app.initiatives.resume.after' : 'app.initiatives.end.after')} onYes={() => switching.act(of.code)} pending={switching.pending} />
    </>
  );
}
