import { postRetentionTerm, type RetentionLine } from '@yoriai/api-client';
import { Banner, keptUntil, longDate, NativeSelect, TextInput } from '@yoriai/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { sentence, t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { retentionPreviewQuery, retentionQuery } from './queries.js';

/** Other years, with a reason; before they are set it is told from when they count and how many names go by them. */
export function RetentionForm({ of }: { readonly of: RetentionLine }): ReactElement {
  const { kind, least, most } = of;
  const client = useQueryClient();
  const present = of.coming?.years ?? of.years;
  const [years, setYears] = useState(present);
  const [why, setWhy] = useState('');
  const [pressed, setPressed] = useState(false);
  const setting = useAct(
    (body: { years: number; why: string; version: number }, options) => postRetentionTerm(kind, body, options),
    (answer) => {
      client.setQueryData(retentionQuery.queryKey, answer);
      setWhy('');
      setPressed(false);
    },
  );
  const missing = pressed && why.trim() === '' ? { error: sentence('retention.why-missing') } : {};
  const ready = (): boolean => {
    setPressed(true);
    return why.trim() !== '';
  };
  const choices = Array.from({ length: most - least + 1 }, (_, index) => ({ value: String(least + index), label: keptUntil(t, least + index) }));
  return (
    <form noValidate onSubmit={(event: FormEvent) => event.preventDefault()}>
      {setting.done ? <Banner kind="good" role="status" level={3} className="mb4" title={t('app.retention.saved')} /> : null}
      <FailureBanner error={setting.error} />
      <NativeSelect
        {...{ t, name: `years-${kind}`, need: 'silent', label: t('app.retention.years'), choices, value: String(years) }}
        {...(kind === 'duties' ? { hint: t('app.retention.duties.hint') } : {})}
        onChange={({ target }) => setYears(Number(target.value))}
      />
      {years === present ? null : (
        <>
          <Preview of={{ kind, years }} />
          <TextInput t={t} name={`why-${kind}`} label={t('app.retention.why')} maxLength={300} autoComplete="off" value={why} onChange={({ target }) => setWhy(target.value)} {...missing} />
          <p className="mt4">
            <ConfirmedButton key={years} label={t('app.retention.set')} what={keptUntil(t, years)} ready={ready} onYes={() => setting.act({ years, why, version: of.version })} pending={setting.pending} />
          </p>
        </>
      )}
    </form>
  );
}

function Preview({ of }: { readonly of: { readonly kind: RetentionLine['kind']; readonly years: number } }): ReactElement {
  const found = useQuery(retentionPreviewQuery(of));
  return (
    <Answer of={found} inside>
      {({ from, night, names, otherwise }) => (
        <div role="status" className="mt3 mb3">
          <p className="num strong">{t('app.retention.preview', { from: longDate(t, `${from}T12:00:00+09:00`), on: longDate(t, `${night}T12:00:00+09:00`), names, otherwise })}</p>
          <p className="sub">{t('app.retention.shorter')}</p>
        </div>
      )}
    </Answer>
  );
}
