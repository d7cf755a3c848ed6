import { getChecklistKinds, patchChecklistKind, postChecklistKindEnding, postChecklistKindResumption, type ChecklistKindLine, type ChecklistKindPatch, type ChecklistKinds } from '@yoriai/api-client';
import { Badge, Banner, Button, Checkbox, TextArea, TextInput, procedureIn } from '@yoriai/ui';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { paths } from '../../app/paths.js';
import { useLevel } from '../../app/session.js';
import { sentence, t } from '../../i18n.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { Answer } from '../../ui/answer.js';
import { FailureBanner, Forbidden } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { Where } from './checklist.js';
import { NewKind } from './new-kind.js';

const catalogueQuery = queryOptions({ queryKey: ['checklist-kinds'], queryFn: ({ signal }) => getChecklistKinds({ signal }) });

/** 手続きの一覧: where each is done and how many days before, which the ward keeps true. */
export function CatalogueScreen(): ReactElement {
  return useLevel('staff') ? <Catalogue /> : <Forbidden code="approval.staff-only" />;
}

function Catalogue(): ReactElement {
  const found = useQuery(catalogueQuery);
  const client = useQueryClient();
  const [switched, setSwitched] = useState<Switched>();
  return (
    <Screen title={t('app.catalogue.title')} lead={t('app.catalogue.lead')} width="narrow" back={{ href: paths.desk(), label: t('app.desk.title') }}>
      <Answer of={found} inside>
        {({ items }) => (
          <>
            {switched ? <Banner kind="good" className="mt4" key={`${switched.title} ${String(switched.ended)}`} title={t(switched.ended ? 'app.catalogue.ended.said' : 'app.catalogue.resumed.said', { title: switched.title })} role="status" autoFocus /> : null}
            <ul className="papers mt4">
              {items
                .filter(({ ended }) => !ended)
                .map((kind) => (
                  <Kind key={kind.code} of={kind} switched={setSwitched} />
                ))}
            </ul>
            <NewKind done={(kinds) => client.setQueryData(catalogueQuery.queryKey, kinds)} />
            <Ended of={items.filter(({ ended }) => ended)} switched={setSwitched} />
          </>
        )}
      </Answer>
    </Screen>
  );
}

/** What was ended or asked for again last: it has left its place in the list. */
interface Switched {
  readonly title: string;
  readonly ended: boolean;
}

interface SwitchProps {
  readonly of: ChecklistKindLine;
  readonly switched: (what: Switched) => void;
}

function Kind({ of, switched }: SwitchProps): ReactElement {
  const [open, setOpen] = useState(false);
  const [ending, setEnding] = useState(false);
  const known = procedureIn(t, of);
  const client = useQueryClient();
  const saving = useAct(
    (patch: ChecklistKindPatch, options) => patchChecklistKind(of.code, patch, options),
    (kinds: ChecklistKinds) => {
      client.setQueryData(catalogueQuery.queryKey, kinds);
      setOpen(false);
    },
  );
  return (
    <li>
      <h2 className="fs-18">{known.title}</h2>
      {known.title === of.title ? null : (
        <p className="sub" lang="ja">
          {of.title}
        </p>
      )}
      <div className="row tight mt1">
        {of.toConfirm ? (
          <Badge icon="info" tone="note">
            {t('app.checklist.to-confirm')}
          </Badge>
        ) : null}
        <Badge icon="lock">{t(`app.catalogue.gate.${of.gate}`)}</Badge>
      </div>
      {open ? (
        <>
          {/* While it is asked whether it ends, the form and its own way out are put aside. */}
          <div hidden={ending}>
            <KindForm of={of} pending={saving.pending} error={saving.error} errors={saving.errors} save={saving.act} leave={() => setOpen(false)} />
          </div>
          <div className="mt5">
            <Switch of={of} switched={switched} onAsked={setEnding} />
          </div>
        </>
      ) : (
        <>
          <p className="sub num mt2">{t('app.catalogue.line', { authority: known.authority, days: of.leadDays })}</p>
          <p className="sub mt0">{of.how}</p>
          <Where of={of} title={known.title} />
          <p className="mt2">
            <Button type="button" kind="text" size="m" icon="pencil" about={`${known.title}：`} onClick={() => setOpen(true)}>
              {t('app.catalogue.correct')}
            </Button>
          </p>
        </>
      )}
    </li>
  );
}

/** 求めなくなった手続き: no event is asked for them; the ward may ask again. */
function Ended({ of, switched }: { readonly of: readonly ChecklistKindLine[]; readonly switched: SwitchProps['switched'] }): ReactElement | null {
  if (of.length === 0) return null;
  return (
    <section className="sec2" aria-labelledby="ended-kinds">
      <h2 id="ended-kinds" className="fs-20">
        {t('app.catalogue.ended')}
      </h2>
      <p className="sub">{t('app.catalogue.ended.lead')}</p>
      <ul className="papers mt3">
        {of.map((kind) => (
          <li key={kind.code}>
            <h3 className="fs-18">{kind.title}</h3>
            <p className="sub num mt1">{t('app.catalogue.line', { authority: kind.authority, days: kind.leadDays })}</p>
            <div className="mt2">
              <Switch of={kind} switched={switched} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Ends the procedure, or asks for it again; pressed twice, since every event hears of it. */
function Switch({ of, switched, onAsked }: SwitchProps & { readonly onAsked?: (asked: boolean) => void }): ReactElement {
  const client = useQueryClient();
  const act = of.ended ? postChecklistKindResumption : postChecklistKindEnding;
  const switching = useAct((code: string, options) => act(code, options), (kinds: ChecklistKinds) => {
    client.setQueryData(catalogueQuery.queryKey, kinds);
    switched({ title: of.title, ended: !of.ended });
  });
  return (
    <>
      <FailureBanner error={switching.error} />
      <ConfirmedButton
        label={t(of.ended ? 'app.catalogue.resume' : 'app.catalogue.end')}
        kind={of.ended ? 'outline' : 'stop'}
        what={t(of.ended ? 'app.catalogue.resume.after' : 'app.catalogue.end.after')}
        onYes={() => switching.act(of.code)}
        pending={switching.pending}
        {...(onAsked && { onAsked })}
      />
    </>
  );
}

interface KindFormProps {
  readonly of: ChecklistKindLine;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly errors: Readonly<Record<string, string>>;
  readonly save: (patch: ChecklistKindPatch) => void;
  readonly leave: () => void;
}

function KindForm({ of, pending, error, errors, save, leave }: KindFormProps): ReactElement {
  const [authority, setAuthority] = useState(of.authority);
  const [leadDays, setLeadDays] = useState(String(of.leadDays));
  const [how, setHow] = useState(of.how);
  const [phone, setPhone] = useState(of.phone ?? '');
  const [formUrl, setFormUrl] = useState(of.formUrl ?? '');
  const [toConfirm, setToConfirm] = useState(of.toConfirm);
  const [pressed, setPressed] = useState(false);
  const days = Number(leadDays.normalize('NFKC'));
  const isNumber = leadDays.trim() !== '' && Number.isInteger(days);
  const shown: Readonly<Record<string, string>> = pressed && !isNumber ? { leadDays: sentence('field.isInt') } : errors;
  const wrong = (field: string): { error?: string } => (shown[field] === undefined ? {} : { error: shown[field] });
  return (
    <form
      className="mt3"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        setPressed(true);
        if (isNumber) save({ authority, leadDays: days, how, toConfirm, phone: phone.trim() || null, formUrl: formUrl.trim() || null });
      }}
    >
      <FailureBanner error={error} />
      <TextInput t={t} name={`${of.code}-authority`} label={t('app.catalogue.authority')} maxLength={80} value={authority} {...wrong('authority')} onChange={(box) => setAuthority(box.target.value)} />
      <TextInput t={t} name={`${of.code}-leadDays`} label={t('app.catalogue.lead-days')} hint={t('app.catalogue.lead-days.hint')} inputMode="numeric" width="short" value={leadDays} {...wrong('leadDays')} onChange={(box) => setLeadDays(box.target.value)} />
      <TextArea t={t} name={`${of.code}-how`} label={t('app.catalogue.how')} rows={4} maxLength={500} value={how} {...wrong('how')} onChange={(box) => setHow(box.target.value)} />
      <TextInput t={t} name={`${of.code}-phone`} label={t('app.catalogue.phone')} type="tel" need="optional" width="mid" maxLength={20} value={phone} {...wrong('phone')} onChange={(box) => setPhone(box.target.value)} />
      <TextInput t={t} name={`${of.code}-formUrl`} label={t('app.catalogue.form')} hint={t('app.catalogue.form.hint')} type="url" need="optional" maxLength={300} value={formUrl} {...wrong('formUrl')} onChange={(box) => setFormUrl(box.target.value)} />
      <Checkbox name={`${of.code}-toConfirm`} label={t('app.catalogue.unconfirmed')} checked={toConfirm} onChange={(box) => setToConfirm(box.target.checked)} />
      <div className="btns mt3">
        <Button type="submit" size="m">
          {pending ? t('app.sending') : t('app.catalogue.save')}
        </Button>
        <Button type="button" kind="text" size="m" onClick={leave}>
          {t('app.not-now')}
        </Button>
      </div>
    </form>
  );
}
