import { deleteDeskFilter, patchDeskFilter, postDeskFilter, type DeskFilter, type SavedFilter, type SavedFilterList } from '@yoriai/api-client';
import { Button, Chips, Icon, TextInput } from '@yoriai/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { savedFiltersQuery } from './queries.js';
import { deskAddress } from './search.js';

/** Filters that I keep: links, the present one marked; below, keeping the present one, renaming, deleting with a way back. */
export function SavedFilters({ present }: { readonly present: DeskFilter }): ReactElement {
  const client = useQueryClient();
  const found = useQuery(savedFiltersQuery);
  const [removed, setRemoved] = useState<SavedFilter>();
  const summary = useRef<HTMLElement>(null);
  const show = (list: SavedFilterList): void => {
    client.setQueryData(savedFiltersQuery.queryKey, list);
  };
  const restoring = useAct(
    ({ name, query }: SavedFilter, options) => postDeskFilter({ name, query }, options),
    (list) => {
      show(list);
      setRemoved(undefined);
      summary.current?.focus();
    },
  );
  const items = found.data?.items ?? [];
  const here = deskAddress(present);
  return (
    <section className="mt4">
      {items.length === 0 ? null : <Chips label={t('app.desk.saved')} renderLink={appLink} chips={items.map(({ name, query }) => ({ href: deskAddress(query), label: name, on: deskAddress(query) === here }))} />}
      <FailureBanner error={found.error ?? restoring.error} />
      <details className="dt mt3">
        <summary ref={summary}>{t('app.desk.saved.change')}</summary>
        <Keep present={present} show={show} />
        {items.map((each) => (
          <Kept
            key={each.id}
            of={each}
            show={show}
            gone={(list) => {
              show(list);
              setRemoved(each);
            }}
          />
        ))}
        <div role="status">
          {removed === undefined ? null : (
            <p className="row removed">
              <Icon name="tick" small />
              <span>{t('app.desk.saved.removed', { name: removed.name })}</span>
              <Button key={removed.id} type="button" kind="outline" size="s" icon="undo" autoFocus onClick={() => restoring.act(removed)}>
                {t('app.desk.saved.restore')}
              </Button>
            </p>
          )}
        </div>
      </details>
    </section>
  );
}

function Keep({ present, show }: { readonly present: DeskFilter; readonly show: (list: SavedFilterList) => void }): ReactElement {
  const [name, setName] = useState('');
  const keeping = useAct(
    (query: DeskFilter, options) => postDeskFilter({ name, query }, options),
    (list) => {
      show(list);
      setName('');
    },
  );
  return (
    <form
      className="mt3"
      onSubmit={(event) => {
        event.preventDefault();
        keeping.act(present);
      }}
    >
      <FailureBanner error={keeping.error} />
      <TextInput t={t} name="filter-name" need="silent" width="mid" maxLength={40} label={t('app.desk.saved.name')} hint={t('app.desk.saved.name.hint')} value={name} onChange={({ target }) => setName(target.value)} />
      <p className="mt3">
        <Button kind="outline" size="m">
          {keeping.pending ? t('app.sending') : t('app.desk.saved.keep')}
        </Button>
      </p>
    </form>
  );
}

interface KeptProps {
  readonly of: SavedFilter;
  readonly show: (list: SavedFilterList) => void;
  readonly gone: (list: SavedFilterList) => void;
}

function Kept({ of, show, gone }: KeptProps): ReactElement {
  const [name, setName] = useState(of.name);
  const renaming = useAct((to: string, options) => patchDeskFilter(of.id, { name: to }, options), show);
  const removing = useAct((_: null, options) => deleteDeskFilter(of.id, options), gone);
  return (
    <form
      className="mt4"
      onSubmit={(event) => {
        event.preventDefault();
        renaming.act(name);
      }}
    >
      <FailureBanner error={renaming.error ?? removing.error} />
      <TextInput t={t} name={`filter-${of.id}`} need="silent" width="mid" maxLength={40} label={t('app.desk.saved.as', { name: of.name })} value={name} onChange={({ target }) => setName(target.value)} />
      <div className="btns mt2">
        <Button kind="text" size="m" icon="pencil" about={of.name}>
          {renaming.pending ? t('app.sending') : t('app.desk.saved.rename')}
        </Button>
        <Button type="button" kind="text" size="m" about={of.name} onClick={() => removing.act(null)}>
          {removing.pending ? t('app.sending') : t('app.desk.saved.remove')}
        </Button>
      </div>
    </form>
  );
}
