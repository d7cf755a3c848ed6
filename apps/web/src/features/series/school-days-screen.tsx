import { deleteSchoolClosure, postSchoolClosure, type SchoolClosure } from '@yoriai/api-client';
import { Button, dateRange, TextInput } from '@yoriai/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { FailureBanner } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { closuresQuery } from './queries.js';

const EMPTY = { name: '', startsOn: '', endsOn: '' };

/** 学校の休み: the days on which what goes by days of school does not take place, for the ward office to write. */
export function SchoolDaysScreen(): ReactElement {
  const closures = useQuery(closuresQuery);
  return (
    <Screen title={t('school.title')} width="narrow" lead={t('school.lead')} back={{ href: paths.home, label: t('app.menu.home') }}>
      <Answer of={closures}>
        {({ items }) => (
          <ul className="days mt5">
            {items.length === 0 ? <li>{t('school.none')}</li> : null}
            {items.map((closure) => (
              <Row key={closure.id} closure={closure} />
            ))}
          </ul>
        )}
      </Answer>
      <Adding />
    </Screen>
  );
}

function Row({ closure }: { readonly closure: SchoolClosure }): ReactElement {
  const client = useQueryClient();
  const removal = useAct((id: string, options) => deleteSchoolClosure(id, options), (list) => void client.setQueryData(closuresQuery.queryKey, list));
  return (
    <li>
      <div>
        <p className="strong">{closure.name}</p>
        <p className="sub num">{dateRange(t, closure.startsOn, closure.endsOn)}</p>
        <FailureBanner error={removal.error} />
      </div>
      <ConfirmedButton kind="outline" label={t('school.remove')} what={t('school.remove.what')} pending={removal.pending} onYes={() => removal.act(closure.id)} />
    </li>
  );
}

function Adding(): ReactElement {
  const client = useQueryClient();
  const [values, setValues] = useState(EMPTY);
  const adding = useAct(
    (given: typeof EMPTY, options) => postSchoolClosure(given, options),
    (list) => {
      client.setQueryData(closuresQuery.queryKey, list);
      setValues(EMPTY);
    },
  );
  const box = (name: keyof typeof EMPTY): { name: string; value: string; onChange: (event: { target: { value: string } }) => void; error?: string } => {
    const error = adding.errors[name];
    return { name, value: values[name], onChange: ({ target }) => setValues((before) => ({ ...before, [name]: target.value })), ...(error === undefined ? {} : { error }) };
  };
  return (
    <form
      noValidate
      className="mt6"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        adding.act(values);
      }}
    >
      <h2 className="mb3">{t('school.add')}</h2>
      <FailureBanner error={Object.keys(adding.errors).length > 0 ? undefined : adding.error} />
      <TextInput t={t} need="required" label={t('school.name')} hint={t('school.name.hint')} maxLength={40} {...box('name')} />
      <TextInput t={t} need="required" type="date" width="mid" label={t('school.first')} {...box('startsOn')} />
      <TextInput t={t} need="required" type="date" width="mid" label={t('school.last')} {...box('endsOn')} />
      <div className="mt4">
        <Button>{t(adding.pending ? 'app.sending' : 'school.add.button')}</Button>
      </div>
    </form>
  );
}
