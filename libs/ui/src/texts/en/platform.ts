import type { platform as ja } from '../ja/platform.js';

/** Refusals the platform itself gives, en. Each says what the person can do next. */
export const platform = {
  'refusal.platform.busy': 'Many people are here right now. Please wait a moment and try again.',
  'refusal.platform.unavailable':
    'Not available right now. Please try again in a while. If it is urgent, please phone us.',
  'refusal.platform.not-found': 'We cannot find this page. Please look in the list of events.',
  'refusal.platform.forbidden':
    'Only the people in charge can see this page. If you are one of them, please sign in again from their entrance.',
  'refusal.platform.sign-in-needed': 'Please sign in first to go on.',
  'refusal.platform.invalid': 'There is something to fix. The reasons are below.',
  'refusal.platform.precondition-needed':
    'Nothing can be overwritten before you have seen what is there now. Please reload the page.',
  'refusal.platform.stale': 'Someone else changed it first. Please look at the newest version, then make your change again.',
  'refusal.platform.idempotency-mismatch':
    'Something different was sent under the same sending number. Please reload the page and send it again.',
  'refusal.platform.idempotency-running':
    'We are still working on what you sent before. Please wait a little, then check the result.',
  'refusal.platform.idempotency-unknown':
    'We do not know if what you sent before arrived. Please reload the page and check.',
  'refusal.platform.too-large': 'That is too much to send. Please shorten the text or make the file smaller.',
  'refusal.platform.form-token': 'Please open this page again and send it once more.',
  'refusal.platform.too-often': 'That was tried many times, so it rests for a while. Please wait about {{minutes}} minutes and try again. If it is urgent, please phone us.',
  'refusal.platform.origin': 'We cannot take anything sent from another site. Please open this page again and send it once more.',
  'refusal.platform.internal': 'Something went wrong on our side. Please try again in a while.',
  'refusal.session.ended':
    'You were signed out because time has passed. Please sign in again, then send what you wrote once more.',
  'refusal.platform.media-type': 'We cannot read this kind of data. Please reload the page and send it again.',
  'refusal.platform.too-many': 'That was sent many times in a row. Please wait about one minute and try again.',
  'refusal.field.isEmail': 'Please check the email address. Example: name@example.jp',
  'refusal.field.isString': 'Please write text.',
  'refusal.field.isInt': 'Please write a number.',
  'refusal.field.isNumber': 'Please write a number.',
  'refusal.field.isBoolean': 'Please choose “Yes” or “No”.',
  'refusal.field.isIn': 'Please choose one of these.',
  'refusal.field.isEnum': 'Please choose one of these.',
  'refusal.field.isUuid': 'We cannot find this number. Please reload the page.',
  'refusal.field.isDate': 'Please check the date.',
  'refusal.field.isDateString': 'Please check the date.',
  'refusal.field.isIso8601': 'Please check the date.',
  'refusal.field.isNotEmpty': 'Please fill this in.',
  'refusal.field.isDefined': 'Please fill this in.',
  'refusal.field.isLength': 'Please check the length.',
  'refusal.field.minLength': 'Please write a little more.',
  'refusal.field.maxLength': 'That is too long. Please shorten it.',
  'refusal.field.min': 'The number is too small.',
  'refusal.field.max': 'The number is too large.',
  'refusal.field.matches': 'Please check how it is written.',
  'refusal.field.isArray': 'Please choose again.',
  'refusal.field.arrayMinSize': 'Please give at least one.',
  'refusal.field.arrayNotEmpty': 'Please choose at least one.',
  'refusal.field.arrayMaxSize': 'That is too many.',
  'refusal.field.isObject': 'This could not be read. Please open the page again and choose once more.',
  'refusal.field.arrayUnique': 'The same thing is here twice. Please keep one.',
  'refusal.field.nestedValidation': 'Please check this.',
  'refusal.field.whitelistValidation': 'We cannot take this entry.',
  'refusal.field.unknownValue': 'Please check this.',
  'refusal.file.empty': 'The file is empty. Please choose it again.',
  'refusal.file.too-large': 'The file is too large: 8 MB at most. Please send a smaller one.',
  'refusal.file.kind': 'Please send a photo (JPEG, PNG, WebP) or a PDF.',
  'refusal.file.too-many-pixels': 'The picture is too large. Please send one taken with a phone.',
  'refusal.file.broken': 'The file seems to be damaged. Please send another one.',
} as const satisfies Record<keyof typeof ja, string>;
