import { postEventImport, postEventImportsPreview, type ImportAnswer, type ImportRequest, type OrganisationAnswer } from '@yoriai/api-client';
import { Banner, Button, Field, LinkButton, MoreLink, NativeSelect } from '@yoriai/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useSession } from '../../app/session.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { FailureBanner } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { useLead } from '../../ui/use-lead.js';
import { hostChoices } from '../events/hosts.js';
import { organisationsQuery } from '../events/new-event.js';
import { fileContent } from './file-content.js';
import { ImportLines } from './import-lines.js';

/** CSVから取りこむ: a list of open data, looked at row by row, then made drafts. */
export function ImportScreen(): ReactElement {
  const organisations = useQuery(organisationsQuery);
  return (
    <Screen title={t('open-data.title')} width="narrow" back={{ href: paths.events(), label: t('app.events.back') }}>
      <p className="mt4">{t('open-data.lead')}</p>
      <Answer of={organisations} inside>
        {(found) => <Import organisations={found} />}
      </Answer>
    </Screen>
  );
}

function Import({ organisations }: { readonly organisations: readonly OrganisationAnswer[] }): ReactElement {
  const client = useQueryClient();
  const hosts = hostChoices(organisations, useSession().me);
  const [organisationId, setOrganisation] = useState(hosts[0]?.id ?? '');
  /** What was looked at is what is sent: another file or host is looked at anew. */
  const [seen, setSeen] = useState<{ request: ImportRequest; answer: ImportAnswer }>();
  const look = useAct((request: ImportRequest, options) => postEventImportsPreview(request, options), (answer, request) => setSeen({ request, answer }));
  const taking = useAct((request: ImportRequest, options) => postEventImport(request, options), () => client.invalidateQueries({ queryKey: ['events'] }));
  const wrong = useLead(look.error ?? taking.error);
  const choose = async (file: File | undefined): Promise<void> => {
    setSeen(undefined);
    taking.reset();
    if (file) look.act({ organisationId, ...(await fileContent(file)) });
  };
  const fresh = seen?.answer.items.filter(({ state }) => state === 'new').length ?? 0;
  if (taking.done) return <Taken count={fresh} />;
  return (
    <div className="mt5">
      <div ref={wrong}>
        <FailureBanner error={look.error ?? taking.error} />
      </div>
      <NativeSelect
        t={t}
        name="organisationId"
        label={t('open-data.host')}
        need="silent"
        choices={hosts.map(({ id, name }) => ({ value: id, label: name }))}
        value={organisationId}
        onChange={(event) => {
          setOrganisation(event.target.value);
          setSeen(undefined);
          if (seen) look.act({ ...seen.request, organisationId: event.target.value });
        }}
      />
      <Field t={t} name="file" label={t('open-data.file')} hint={t('open-data.file.hint')} need="silent">
        {(box) => <input {...box} type="file" accept=".csv,.tsv,.txt,text/csv" onChange={(event) => void choose(event.target.files?.[0])} />}
      </Field>
      <p role="status" className="sub">
        {look.pending ? t('open-data.looking') : null}
      </p>
      {seen === undefined ? (
        <Export organisationId={organisationId} />
      ) : (
        <>
          <ImportLines answer={seen.answer} />
          {fresh === 0 ? null : (
            <p className="mt6">
              <Button type="button" onClick={() => taking.act(seen.request)}>
                {taking.pending ? t('app.sending') : t('open-data.take', { count: fresh })}
              </Button>
            </p>
          )}
        </>
      )}
    </div>
  );
}

/** The other way: what the organisation has, in the same columns. */
function Export({ organisationId }: { readonly organisationId: string }): ReactElement {
  return (
    <section className="sec2" aria-labelledby="export">
      <h2 id="export">{t('open-data.export')}</h2>
      <p>{t('open-data.export.body')}</p>
      <p className="mt4">
        <LinkButton href={`/api/organisations/${organisationId}/events.csv`} kind="outline" icon="download">
          {t('open-data.export')}
        </LinkButton>
      </p>
    </section>
  );
}

function Taken({ count }: { readonly count: number }): ReactElement {
  return (
    <Banner kind="good" role="status" className="mt5" title={t('open-data.taken', { count })}>
      <p>{t('open-data.taken.body')}</p>
      <p>
        <MoreLink href={paths.events({ state: 'draft' })} renderLink={appLink}>
          {t('open-data.events')}
        </MoreLink>
      </p>
    </Banner>
  );
}
