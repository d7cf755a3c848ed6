import type { DeskFilter } from '@yoriai/api-client';
import { areaName, Button, Checkbox, NativeSelect } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { AppLink, useGo } from '../../app/link.js';
import { t } from '../../i18n.js';
import { CATEGORIES } from '../events/categories.js';
import { areasQuery } from '../reporting/queries.js';
import { deskAddress, deskSearch, DUES, isNarrowed, reportDrawer } from './search.js';

/** Narrows the desk by area, kind, due day and whose it is; what was chosen stands in the address. */
export function DeskNarrow({ present }: { readonly present: DeskFilter }): ReactElement {
  const areas = useQuery(areasQuery);
  const go = useGo();
  const [chosen, choose] = useState<Readonly<Record<string, string | undefined>>>({ ...present });
  const box = (name: string) => ({ t, name, need: 'silent' as const, value: chosen[name] ?? '', onChange: ({ target }: { target: { value: string } }) => choose({ ...chosen, [name]: target.value || undefined }) });
  const ofReports = reportDrawer(present.status) !== undefined;
  return (
    <details className="dt mt4" open={isNarrowed(present)}>
      <summary>{t('app.desk.narrow')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          go(deskAddress(deskSearch(chosen)));
        }}
      >
        <div className="filters">
          <NativeSelect {...box('area')} label={t('app.desk.narrow.area')} choices={[{ value: '', label: t('app.desk.narrow.area.all') }, ...(areas.data ?? []).map((area) => ({ value: area.id, label: areaName(t, area) }))]} />
          <NativeSelect {...box('kind')} label={t('app.desk.narrow.kind')} choices={[{ value: '', label: t('app.desk.narrow.kind.all') }, ...CATEGORIES.map((value) => ({ value, label: t(`events.category.${value}`) }))]} />
          {ofReports ? null : <NativeSelect {...box('due')} label={t('app.desk.narrow.due')} choices={[{ value: '', label: t('app.desk.narrow.due.all') }, ...DUES.map((value) => ({ value, label: t(`app.desk.narrow.due.${value}`) }))]} />}
        </div>
        {ofReports ? null : <Checkbox name="by" value="me" label={t('app.desk.narrow.mine')} checked={chosen['by'] === 'me'} onChange={({ target }) => choose({ ...chosen, by: target.checked ? 'me' : undefined })} />}
        <div className="btns mt3">
          <Button kind="outline" size="m">
            {t('app.desk.narrow.show')}
          </Button>
          {isNarrowed(present) ? (
            <AppLink href={deskAddress(present.status === undefined ? {} : { status: present.status })} className="more">
              {t('app.desk.narrow.clear')}
            </AppLink>
          ) : null}
        </div>
      </form>
    </details>
  );
}
