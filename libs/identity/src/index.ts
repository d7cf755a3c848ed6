export { ACCESS_KEY, Access, SESSION_SECURITY, type AccessLevel } from './access/access.js';
export { CurrentSession, type RequestWithSession } from './access/signed-in.js';
export { AccessLogCheck, type Damage, type Head, type LogReport } from './access-log/access-log-check.js';
export { headText, readHead } from './access-log/head.rules.js';
export { AccessLogReview, type LoggedAct, type ReviewWish } from './access-log/access-log-review.js';
export { AccessLogSealer } from './access-log/access-log-sealer.js';
export { LOGGED_ACTIONS, type LoggedAction } from './access-log/actions.js';
export { AccessLog, type AccessLogEntry } from './access-log/access-log.service.js';
export { Accounts, type Account, type AccountInput, type EnterFacts, type SignedInNow } from './account/account.service.js';
export { IdentityHttpModule } from './identity.http.js';
export { IdentityModule } from './identity.module.js';
export { IdentityWorkerModule } from './identity.worker.js';
export { Joining } from './joining/joining.service.js';
export { ContactWish } from './names/contact-wish.dto.js';
export { IsKana, IsPersonName, IsPhone, IsPlainEmail, fieldRule } from './names/contact.dto.js';
export { contactKey, isKana, kanaKey, normaliseEmail, normalisePhone, readablePhone, searchKey, spacedPhone, toKatakana, type ContactVerdict } from './names/names.js';
export { LANGUAGES, languageOf, type Language, type RequestWithLanguage } from './person/language.js';
export { heldBack, isFresh as isFreshSignIn, type BeganBy, type Held } from './passkey/passkey.rules.js';
export { type PasskeySummary } from './passkey/passkey.repository.js';
export { Passkeys, type PasskeyOwner } from './passkey/passkey.service.js';
export { PasskeySignIn } from './passkey/passkey-sign-in.service.js';
export { type DeviceAnswer, type NewDevice } from './passkey/web-authn.js';
export { ERASED_EMAIL, FORGOTTEN_KANA, FORGOTTEN_NAME } from './person/forgotten.js';
export { Nameless } from './person/nameless.service.js';
export { People, type Newcomer, type PersonInput, type PersonSummary } from './person/person.service.js';
export {
  browserCookieName,
  browserToken,
  clearSessionCookie,
  clearSiteData,
  cookiesAreSecure,
  ensureBrowserToken,
  sessionCookieName,
  sessionToken,
  setSessionCookie,
} from './session/session-cookie.js';
export { STAFF_LIMITS, USUAL_LIMITS } from './session/session.rules.js';
export { formTokenOf, isFormTokenOf } from './session/form-token.js';
export { Sessions, type SessionEnd, type SessionSummary, type SignedIn } from './session/session.service.js';
export { RegistrationBody, SessionBody, SignInRequestBody } from './sign-in/sign-in.dto.js';
export { SignIn, type Asker, type OpenedLink, type SignInLetter, type SignInProof, type SignInRequested } from './sign-in/sign-in.service.js';
