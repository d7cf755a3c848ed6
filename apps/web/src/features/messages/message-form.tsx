import type { MessageList, MessageStart } from '@yoriai/api-client';
import { Button, CheckboxList, RadioList, TextArea, TextInput } from '@yoriai/ui';
import type { FormEvent, ReactElement } from 'react';
import { t } from '../../i18n.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { AUDIENCES, byBox, hasOwnWords, narrows, withOthers, withStart, type Written } from './written.js';

interface PartProps {
  readonly written: Written;
  readonly onWrite: (next: Written) => void;
  /** Sentences by box. */
  readonly said: Readonly<Record<string, string>>;
}

export interface MessageFormProps extends Omit<PartProps, 'said'> {
  readonly list: MessageList;
  readonly onCheck: () => void;
  readonly pending: boolean;
  readonly error: Error | null;
  /** By the field that the server names. */
  readonly errors: Readonly<Record<string, string>>;
}

/** To whom, what and when. Nothing goes before it was looked at. */
export function MessageForm({ list, written, onWrite, onCheck, pending, error, errors }: MessageFormProps): ReactElement {
  const parts = { written, onWrite, said: byBox(errors) };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onCheck();
  };
  return (
    <form noValidate onSubmit={submit}>
      {Object.keys(errors).length === 0 ? <FailureBanner error={error} /> : null}
      <FormErrors errors={parts.said} />
      <ToWhom {...parts} list={list} />
      <Words {...parts} starts={list.starts} />
      <Hour {...parts} />
      <p className="sub mt4 num">{t('message.left', { count: list.left })}</p>
      <p className="mt3">
        <Button>{t(pending ? 'app.sending' : 'message.check')}</Button>
      </p>
    </form>
  );
}

const failed = (said: PartProps['said'], name: string): { error?: string } => (said[name] === undefined ? {} : { error: said[name] });

/** Who is meant, where the name alone does not say it. */
const hintOf = (audience: string): { hint?: string } => (audience === 'waiting' || audience === 'guardians' ? { hint: t(`message.hint.${audience}`) } : {});

/** The marks of a list after one was set or taken. */
const marked = <Value extends string>(all: readonly Value[], before: readonly Value[], { value, checked }: HTMLInputElement): Value[] => all.filter((each) => (each === value ? checked : before.includes(each)));

function ToWhom({ written, onWrite, said, list: { groups, frames } }: PartProps & { readonly list: MessageList }): ReactElement {
  const countOf = (audience: string): string => t('app.unit.heads', { count: groups.find((each) => each.audience === audience)?.people ?? 0 });
  return (
    <>
      <CheckboxList
        {...{ t, name: 'audiences', label: t('message.audiences'), hint: t('message.audiences.hint'), values: written.audiences }}
        {...failed(said, 'audiences')}
        choices={AUDIENCES.map((value) => ({ value, label: t(`message.to.${value}`), aside: countOf(value), ...hintOf(value) }))}
        onChange={({ target }) => onWrite({ ...written, audiences: marked(AUDIENCES, written.audiences, target) })}
      />
      {narrows(written, frames) ? (
        <CheckboxList
          {...{ t, name: 'frameIds', label: t('message.frames'), hint: t('message.frames.hint'), values: written.frameIds }}
          {...failed(said, 'frameIds')}
          need="optional"
          choices={frames.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={({ target }) => onWrite({ ...written, frameIds: marked(frames.map(({ id }) => id), written.frameIds, target) })}
        />
      ) : null}
    </>
  );
}

/** Boxes that are folded away until they are wanted, or something is wrong in one. */
const OTHERS = ['easyTitle', 'easyText', 'englishTitle', 'englishText'] as const;

function Words({ written, onWrite, said, starts }: PartProps & { readonly starts: readonly MessageStart[] }): ReactElement {
  const box = (name: 'title' | 'text' | 'easyTitle' | 'easyText' | 'englishTitle' | 'englishText') => ({
    ...{ t, name, value: written[name] },
    ...failed(said, name),
    onChange: ({ target }: { target: { value: string } }) => onWrite({ ...written, [name]: target.value }),
  });
  return (
    <>
      <Starts own={hasOwnWords(written, starts)} starts={starts} onStart={(start) => onWrite(withStart(written, start))} />
      <TextInput {...box('title')} autoComplete="off" label={t('message.box.title')} maxLength={60} />
      <TextArea {...box('text')} rows={8} label={t('message.box.text')} hint={t('message.box.text.hint')} maxLength={1200} />
      <details className="dt mt3" open={OTHERS.some((name) => said[name] !== undefined) || undefined}>
        <summary>{t('message.more')}</summary>
        <p className="sub mt2">{t('message.more.hint')}</p>
        <ul className="files mt3">
          {starts.map((each) => (
            <li key={each.start}>
              <Button type="button" kind="outline" size="m" onClick={() => onWrite(withOthers(written, each, starts))}>
                {t('message.more.start', { start: t(`message.start.${each.start}`) })}
              </Button>
            </li>
          ))}
        </ul>
        <TextInput {...box('easyTitle')} need="optional" autoComplete="off" label={t('message.box.easyTitle')} maxLength={60} />
        <TextArea {...box('easyText')} need="optional" rows={6} label={t('message.box.easyText')} maxLength={1200} />
        <TextInput {...box('englishTitle')} need="optional" autoComplete="off" lang="en" label={t('message.box.englishTitle')} maxLength={60} />
        <TextArea {...box('englishText')} need="optional" rows={6} lang="en" label={t('message.box.englishText')} maxLength={1200} />
      </details>
    </>
  );
}

/** Ready-made words. What somebody wrote themselves does not go without a question. */
function Starts({ own, starts, onStart }: { readonly own: boolean; readonly starts: readonly MessageStart[]; readonly onStart: (start: MessageStart) => void }): ReactElement {
  return (
    <section className="mt5" aria-labelledby="starts">
      <h2 id="starts" className="fs-18">
        {t('message.starts')}
      </h2>
      <p className="sub mt1">{t('message.starts.hint')}</p>
      <ul className="files in-row mt2">
        {starts.map((each) => (
          <li key={each.start}>
            {own ? (
              <ConfirmedButton label={t(`message.start.${each.start}`)} kind="outline" what={t('message.starts.over')} onYes={() => onStart(each)} />
            ) : (
              <Button type="button" kind="outline" onClick={() => onStart(each)}>
                {t(`message.start.${each.start}`)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Hour({ written, onWrite, said }: PartProps): ReactElement {
  return (
    <>
      <RadioList
        {...{ t, name: 'when', label: t('message.when'), value: written.when }}
        choices={[
          { value: 'now', label: t('message.when.now'), hint: t('message.when.now.hint') },
          { value: 'at', label: t('message.when.at') },
        ]}
        onChange={({ target }) => onWrite({ ...written, when: target.value === 'at' ? 'at' : 'now' })}
      />
      {written.when === 'at' ? (
        <TextInput
          {...{ t, name: 'sendAt', type: 'datetime-local', width: 'mid', label: t('message.box.sendAt'), hint: t('message.box.sendAt.hint'), value: written.at }}
          {...failed(said, 'sendAt')}
          onChange={({ target }) => onWrite({ ...written, at: target.value })}
        />
      ) : null}
    </>
  );
}
