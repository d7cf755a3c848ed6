import { postEventApplicantContact, type ApplicantContact, type ApplicationLine } from '@yoriai/api-client';
import { Button } from '@yoriai/ui';
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { CallLink } from '../../ui/call-link.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';

/** What was asked for, for every row below. */
export const ContactsShown = createContext<ReadonlyMap<string, ApplicantContact>>(new Map());

/** What was asked for in this visit of the list: kept in memory alone, neither in the address nor in the browser's storage, and forgotten by whoever leaves it. */
const keyOf = (eventId: string) => ['applicant-contacts', eventId] as const;

/** The contact that was asked for; undefined while nobody did, and for an application that is another by now. */
export function contactOf(shown: ReadonlyMap<string, ApplicantContact>, person: Pick<ApplicationLine, 'id' | 'read'>): ApplicantContact | undefined {
  const found = shown.get(person.id);
  return found?.read === person.read ? found : undefined;
}

/** Still at the list, or at one of those on it; whoever went elsewhere asks again, and it is written down again. */
export function isAtList(pathname: string, eventId: string): boolean {
  const list = paths.people(eventId);
  return pathname === list || pathname.startsWith(`${list}/`);
}

/** Drops what was asked for, unless whoever asked is still at the list. */
export function forgetContacts(client: QueryClient, eventId: string, pathname: string): void {
  if (!isAtList(pathname, eventId)) client.removeQueries({ queryKey: keyOf(eventId) });
}

/** For each screen at the list: whoever leaves it for elsewhere leaves no contacts behind for who comes next. */
export function useForgottenContacts(eventId: string): void {
  const client = useQueryClient();
  useEffect(() => () => forgetContacts(client, eventId, window.location.pathname), [client, eventId]);
}

/** A list with contacts that are partly hidden until somebody asks to see them; asking is written down. */
export function WithContacts({ eventId, people, children }: { readonly eventId: string; readonly people: readonly ApplicationLine[]; readonly children: ReactNode }): ReactElement {
  const client = useQueryClient();
  const { data } = useQuery<ReadonlyMap<string, ApplicantContact>>({ queryKey: keyOf(eventId), queryFn: () => new Map(), enabled: false, gcTime: Infinity, staleTime: Infinity });
  const shown = data ?? new Map<string, ApplicantContact>();
  const hide = (): void => void client.setQueryData(keyOf(eventId), new Map());
  useForgottenContacts(eventId);
  const look = useAct((id: string, options) => postEventApplicantContact(id, options), ({ items }) => {
    client.setQueryData(keyOf(eventId), new Map(items.map((each) => [each.id, each])));
  });
  const reachable = people.filter(({ phone, email }) => phone !== null || email !== null);
  const hidden = reachable.filter((person) => contactOf(shown, person) === undefined).length;
  return (
    <ContactsShown value={shown}>
      {reachable.length === 0 ? null : <Look hidden={hidden} shown={reachable.length - hidden} pending={look.pending} error={look.error} asked={look.done} onLook={() => look.act(eventId)} onHide={hide} />}
      {children}
    </ContactsShown>
  );
}

interface LookProps {
  readonly hidden: number;
  readonly shown: number;
  readonly pending: boolean;
  readonly error: Error | null;
  /** Just now: the button that was pressed is gone, and what came of it takes the focus. */
  readonly asked: boolean;
  readonly onLook: () => void;
  readonly onHide: () => void;
}

function Look({ hidden, shown, pending, error, asked, onLook, onHide }: LookProps): ReactElement {
  const said = useRef<HTMLParagraphElement>(null);
  const isShown = hidden === 0;
  useEffect(() => {
    if (asked && isShown) said.current?.focus();
  }, [asked, isShown]);
  return (
    <div className="mt4">
      {shown === 0 ? null : (
        <>
          <p ref={said} tabIndex={-1} role="status" className="sub num">
            {t('app.people.contacts.shown', { count: shown })}
            {isShown ? null : t('app.people.contacts.rest', { count: hidden })}
          </p>
          <p className="mt2 mb3">
            <Button type="button" kind="outline" size="m" onClick={onHide}>
              {t('app.people.contacts.hide')}
            </Button>
          </p>
        </>
      )}
      {isShown ? null : (
        <>
          <Button type="button" kind="outline" size="m" icon="phone" onClick={onLook}>
            {t(pending ? 'app.sending' : 'app.people.contacts')}
          </Button>
          <p className="sub mt2">{t('app.people.contacts.body')}</p>
        </>
      )}
      <FailureBanner error={error} />
    </div>
  );
}

/** How to reach somebody: to press, once it was asked for. */
export function Contact({ person }: { readonly person: ApplicationLine }): ReactElement {
  const { phone, email } = contactOf(useContext(ContactsShown), person) ?? {};
  return (
    <>
      {phone ? <CallLink number={phone} /> : person.phone === null ? null : <span className="sub num blk">{t('app.people.contacts.phone', { phone: person.phone })}</span>}
      {email ? <a className="more brk" href={`mailto:${email}`}>{email}</a> : person.email === null ? null : <span className="sub brk blk">{t('app.people.contacts.email', { email: person.email })}</span>}
    </>
  );
}
