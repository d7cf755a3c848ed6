import { postChecklistKind, type ChecklistKinds, type NewChecklistKind } from '@yoriai/api-client';
import { Button, CheckboxList, RadioList, TextArea, TextInput } from '@yoriai/ui';
import { useState, type FormEvent, type ReactElement } from 'react';
import { ownCode } from '../../app/own-code.js';
import { sentence, t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { useAct } from '../../ui/use-act.js';

const USES = ['park', 'road', 'facility', 'naked-flame', 'ward-name', 'subsidy', 'owner'] as const;
const ANSWERS = ['food', 'fire', 'participants', 'volunteers'] as const;
const GATES = ['approval', 'publication', 'day'] as const;

const NOTHING = { title: '', authority: '', leadDays: '', how: '', gate: 'approval', flags: [] as readonly string[] };
type Written = typeof NOTHING;

/** What the boxes say of a new procedure, and what is missing in them. `code` names it for good; nobody reads it. */
export function readKind({ title, authority, leadDays, how, gate, flags }: Written, code: string): { body: NewChecklistKind; errors: Record<string, string> } {
  const days = Number(leadDays.normalize('NFKC'));
  const isNumber = leadDays.trim() !== '' && Number.isInteger(days) && days >= 0 && days <= 120;
  const texts = Object.entries({ title, authority, how }).filter(([, text]) => text.trim() === '');
  const known = [...USES, ...ANSWERS].filter((flag) => flags.includes(flag));
  return {
    body: { code, title: title.trim(), authority: authority.trim(), leadDays: days, how: how.trim(), gate: gate as NewChecklistKind['gate'], flags: known },
    errors: { ...Object.fromEntries(texts.map(([name]) => [name, sentence('app.missing')])), ...(isNumber ? {} : { leadDays: sentence('app.catalogue.lead-days') }) },
  };
}

/** 手続きを足す: which answers ask for it, where it is done and until when. */
export function NewKind({ done }: { readonly done: (kinds: ChecklistKinds) => void }): ReactElement {
  const [open, setOpen] = useState(false);
  return open ? (
    <KindForm leave={() => setOpen(false)} done={(kinds) => { setOpen(false); done(kinds); }} />
  ) : (
    <p className="mt5">
      <Button type="button" kind="outline" icon="add" onClick={() => setOpen(true)}>
        {t('app.catalogue.add')}
      </Button>
    </p>
  );
}

/** The same, written in. */
export function KindForm({ leave, done }: { readonly leave: () => void; readonly done: (kinds: ChecklistKinds) => void }): ReactElement {
  const [written, write] = useState<Written>(NOTHING);
  const [pressed, setPressed] = useState(false);
  const [code] = useState(ownCode);
  const adding = useAct((body: NewChecklistKind, options) => postChecklistKind(body, options), done);
  const { body, errors: wrong } = readKind(written, code);
  const errors: Readonly<Record<string, string>> = { ...adding.errors, ...(pressed ? wrong : {}) };
  const box = (name: 'title' | 'authority' | 'leadDays' | 'how' | 'gate') => ({
    ...{ t, name, value: written[name], onChange: ({ target }: { target: { value: string } }) => write({ ...written, [name]: target.value }) },
    ...(errors[name] === undefined ? {} : { error: errors[name] }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setPressed(true);
    if (Object.keys(wrong).length === 0) adding.act(body);
  };
  return (
    <section className="sec2" aria-labelledby="new-kind">
      <h2 id="new-kind">{t('app.catalogue.add')}</h2>
      <form noValidate onSubmit={submit}>
        {Object.keys(adding.errors).length === 0 ? <FailureBanner error={adding.error} /> : null}
        <FormErrors errors={errors} />
        <TextInput {...box('title')} label={t('app.catalogue.name')} maxLength={60} autoComplete="off" />
        <CheckboxList
          t={t}
          name="flags"
          need="optional"
          label={t('app.catalogue.flags')}
          hint={t('app.catalogue.flags.hint')}
          choices={[...USES.map((value) => ({ value, label: t(`events.use.${value}`) })), ...ANSWERS.map((value) => ({ value, label: t(`app.catalogue.flag.${value}`) }))]}
          values={[...written.flags]}
          onChange={({ target }) => write({ ...written, flags: target.checked ? [...written.flags, target.value] : written.flags.filter((flag) => flag !== target.value) })}
        />
        <TextInput {...box('authority')} label={t('app.catalogue.authority')} maxLength={80} autoComplete="off" />
        <TextInput {...box('leadDays')} label={t('app.catalogue.lead-days')} hint={t('app.catalogue.lead-days.hint')} inputMode="numeric" width="short" autoComplete="off" maxLength={3} />
        <TextArea {...box('how')} label={t('app.catalogue.how')} rows={4} maxLength={500} />
        <RadioList {...box('gate')} need="silent" label={t('app.catalogue.gate')} choices={GATES.map((value) => ({ value, label: t(`app.catalogue.gate.${value}`) }))} />
        <p className="sub mt3">{t('app.catalogue.add.after')}</p>
        <div className="btns mt3">
          <Button>{t(adding.pending ? 'app.sending' : 'app.catalogue.add.go')}</Button>
          <Button type="button" kind="text" onClick={leave}>
            {t('app.not-now')}
          </Button>
        </div>
      </form>
    </section>
  );
}
