import { Injectable } from '@nestjs/common';
import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { AuthenticatorTransport, PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { decodeAttestationObject, decodeClientDataJSON, isoBase64URL } from '@simplewebauthn/server/helpers';
import { Config } from '@yoriai/platform';
import { CHALLENGE_MS } from './passkey.rules.js';

/** What a browser is asked for to add a device, and to sign in; for `PublicKeyCredential.parse…OptionsFromJSON`. */
export type CreationOptions = PublicKeyCredentialCreationOptionsJSON;
export type RequestOptions = PublicKeyCredentialRequestOptionsJSON;

/** What a new device answers; bytes in base64url. */
export interface NewDevice {
  credentialId: string;
  clientDataJson: string;
  attestationObject: string;
  transports: readonly string[];
}

/** What a known device answers. */
export interface DeviceAnswer {
  credentialId: string;
  clientDataJson: string;
  authenticatorData: string;
  signature: string;
  userHandle?: string | undefined;
}

/** A device that an account has already, and the ways to reach it. */
export interface KnownDevice {
  credentialId: Buffer;
  transports: string[];
}

/** A key that an account is known by. */
export interface KnownKey {
  credentialId: Buffer;
  publicKey: Buffer;
}

/**
 * The protocol (W3C WebAuthn 3). Origin and name of the house are those of the public address; whoever holds the device has
 * to show that it is theirs (finger, face or number), and which make it is isn't asked.
 */
@Injectable()
export class WebAuthn {
  private readonly origin: string;
  private readonly rpId: string;
  private readonly rpName: string;

  constructor(config: Config) {
    const url = new URL(config.publicUrl);
    this.origin = url.origin;
    this.rpId = url.hostname;
    this.rpName = `寄合 ${config.wardName}`;
  }

  /** The question for a new device. What it keeps of the person is their own name and address. */
  toAdd(owner: { accountId: string; name: string; email: string }, known: readonly KnownDevice[]): Promise<CreationOptions> {
    return generateRegistrationOptions({
      rpName: this.rpName,
      rpID: this.rpId,
      userID: Uint8Array.from(Buffer.from(owner.accountId)),
      userName: owner.email,
      userDisplayName: owner.name,
      timeout: CHALLENGE_MS,
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId.toString('base64url'), transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  }

  /** The question for somebody who signs in; the device knows who they are. */
  toEnter(): Promise<RequestOptions> {
    return generateAuthenticationOptions({ rpID: this.rpId, timeout: CHALLENGE_MS, userVerification: 'required' });
  }

  /** Which question an answer is about; null for what is no answer. */
  challengeOf({ clientDataJson }: { clientDataJson: string }): string | null {
    try {
      const { challenge } = decodeClientDataJSON(clientDataJson) as { challenge?: unknown };
      return typeof challenge === 'string' ? challenge : null;
    } catch {
      return null;
    }
  }

  /** The key of a new device that answered rightly; null otherwise. */
  async added(answer: NewDevice, challenge: string): Promise<(KnownKey & { counter: number }) | null> {
    const { credentialId: id, clientDataJson: clientDataJSON, attestationObject } = answer;
    const response = { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {}, response: { clientDataJSON, attestationObject } };
    try {
      if (!speaksForItself(attestationObject)) return null;
      const { verified, registrationInfo } = await verifyRegistrationResponse({ response, ...this.expected(challenge) });
      if (!verified) return null;
      const { credential } = registrationInfo;
      return { credentialId: Buffer.from(credential.id, 'base64url'), publicKey: Buffer.from(credential.publicKey), counter: credential.counter };
    } catch {
      // The library throws for whatever is not as it should be; the person hears one sentence.
      return null;
    }
  }

  /** How often the device has signed by now, where this key gave this answer; null otherwise. */
  async entered(answer: DeviceAnswer, challenge: string, key: KnownKey): Promise<{ counter: number } | null> {
    const { credentialId: id, clientDataJson: clientDataJSON, authenticatorData, signature, userHandle } = answer;
    const given = { clientDataJSON, authenticatorData, signature, ...(userHandle === undefined ? {} : { userHandle }) };
    const response = { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {}, response: given };
    // With a count of 0 the library doesn't judge the count: going back is for our own rule, which has it logged.
    const credential = { id, publicKey: Uint8Array.from(key.publicKey), counter: 0 };
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({ response, credential, ...this.expected(challenge) });
      return verified ? { counter: authenticationInfo.newCounter } : null;
    } catch {
      return null;
    }
  }

  private expected(challenge: string) {
    return { expectedChallenge: challenge, expectedOrigin: this.origin, expectedRPID: this.rpId, requireUserVerification: true };
  }
}

/** Ways to reach a device that the standard knows; what else was said is left out. */
export function transportsOf(said: readonly string[]): AuthenticatorTransport[] {
  const known: readonly AuthenticatorTransport[] = ['ble', 'hybrid', 'internal', 'nfc', 'usb'];
  return known.filter((each) => said.includes(each));
}

/**
 * Whether an attestation names nobody else: none, or the new key's own. Certificates are for nobody's judging here, and the library would
 * fetch the lists of withdrawn ones from wherever a certificate that somebody wrote says.
 */
export function speaksForItself(attestationObject: string): boolean {
  const decoded = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
  const format = decoded.get('fmt');
  return format === 'none' || (format === 'packed' && decoded.get('attStmt').get('x5c') === undefined);
}
