import { formToken, type EventDetail } from '@yoriai/api-client';
import { Button } from '@yoriai/ui';
import type { FormEvent, ReactElement } from 'react';
import { t } from '../../i18n.js';
import { ListFields, ListHead, useListForm } from './list-fields.js';

/** 名簿をファイルで: what it is for is said first and logged; the form itself fetches the file, so nothing of it stays in the App. */
export function ListFile({ event }: { readonly event: Pick<EventDetail, 'id' | 'category' | 'visibility'> }): ReactElement {
  const form = useListForm();
  const check = (submit: FormEvent): void => {
    if (form.press() === undefined) submit.preventDefault();
  };
  const token = formToken();
  return (
    <section className="sec2" aria-labelledby="list-file">
      <ListHead event={event} />
      <form method="post" action={`/print/events/${event.id}/${form.values.list}.csv`} noValidate onSubmit={check}>
        {token === undefined ? null : <input type="hidden" name="_token" value={token} />}
        <ListFields event={event} form={form} />
        <p className="mt5">
          <Button kind="outline">{t('app.papers.csv.go')}</Button>
        </p>
        <p className="sub mt3">{t('app.papers.csv.logged')}</p>
      </form>
    </section>
  );
}
