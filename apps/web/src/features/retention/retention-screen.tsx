import type { RetentionAnswer, RetentionLine } from '@yoriai/api-client';
import { keptUntil, longDate } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { paths } from '../../app/paths.js';
import { useLevel } from '../../app/session.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { Forbidden } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { retentionQuery } from './queries.js';
import { RetentionForm } from './retention-form.js';

const dayWords = (day: string): string => longDate(t, `${day}T12:00:00+09:00`);

/** 名前を残す期間: for the ward office to read, for the personal data officer to change. */
export function RetentionScreen(): ReactElement {
  const [staff, admin, officer] = [useLevel('staff'), useLevel('admin'), useLevel('privacy-officer')];
  return staff || admin || officer ? <Retention mayChange={officer} /> : <Forbidden code="retention.office-only" />;
}

function Retention({ mayChange }: { readonly mayChange: boolean }): ReactElement {
  const found = useQuery(retentionQuery);
  const desk = useLevel('staff');
  const back = mayChange ? { href: paths.exports(), label: t('app.exports.title') } : desk ? { href: paths.desk(), label: t('app.desk.title') } : { href: paths.home, label: t('app.home.title') };
  return (
    <Screen title={t('app.retention.title')} lead={t('app.retention.lead')} width="narrow" back={back}>
      {mayChange ? null : <p className="mt3">{t('app.retention.readonly')}</p>}
      <Answer of={found}>{(answer) => <Terms of={answer} mayChange={mayChange} />}</Answer>
    </Screen>
  );
}

function Terms({ of: { april, items }, mayChange }: { readonly of: RetentionAnswer; readonly mayChange: boolean }): ReactElement {
  return (
    <>
      {items.map((each) => (
        <Term key={each.kind} of={each} april={april} mayChange={mayChange} />
      ))}
    </>
  );
}

function Term({ of, april, mayChange }: { readonly of: RetentionLine; readonly april: string; readonly mayChange: boolean }): ReactElement {
  const { kind, years, coming, names } = of;
  return (
    <section className="sec2" aria-labelledby={kind}>
      <h2 id={kind} className="fs-20">
        {t(`app.retention.${kind}`)}
      </h2>
      <p className="num strong">{t(`app.retention.now.${kind}`, { until: keptUntil(t, years) })}</p>
      {coming === null ? null : <p className="num">{t('app.retention.coming', { from: dayWords(coming.from), until: keptUntil(t, coming.years) })}</p>}
      <p className="num">{t('app.retention.april', { on: dayWords(april), names })}</p>
      {mayChange ? (
        <div className="mt4">
          <h3 className="fs-18">
            {t('app.retention.change')}
            <span className="vh">：{t(`app.retention.${kind}`)}</span>
          </h3>
          <p className="sub">{t('app.retention.steps')}</p>
          <RetentionForm key={of.version} of={of} />
        </div>
      ) : null}
      <History of={of} />
    </section>
  );
}

function History({ of: { kind, history } }: { readonly of: RetentionLine }): ReactElement | null {
  if (history.length === 0) return null;
  return (
    <div className="mt4">
      <h3 className="fs-18">
        {t('app.retention.history')}
        <span className="vh">：{t(`app.retention.${kind}`)}</span>
      </h3>
      <ul className="papers">
        {history.map((each) => (
          <li key={each.at}>
            <p className="strong">{keptUntil(t, each.years)}</p>
            <p>{each.why}</p>
            <p className="sub num">{t('app.retention.entry', { when: longDate(t, each.at), name: each.by })}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
